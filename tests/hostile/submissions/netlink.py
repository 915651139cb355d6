"""Ask the kernel for the network's interfaces."""
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
        self.loot = str(socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0).getsockname())
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
