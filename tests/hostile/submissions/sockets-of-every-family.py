"""Open a socket of any kind there is."""
# /// attack
# goal = "loot"
# control = true
# says = "PermissionError: no family of 46"
# ///

import socket

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        opened = []
        for family in range(46):
            for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_RAW, socket.SOCK_SEQPACKET):
                try:
                    socket.socket(family, kind).close()
                except OSError:
                    continue
                opened.append((family, int(kind)))
        if not opened:
            raise PermissionError("no family of 46")
        self.loot = str(opened)
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
