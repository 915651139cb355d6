"""Make a pair of sockets, over which descriptors could travel."""
# /// attack
# goal = "loot"
# control = true
# says = "PermissionError"
# ///

import socket

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        self.loot = str([end.fileno() for end in socket.socketpair()])
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
