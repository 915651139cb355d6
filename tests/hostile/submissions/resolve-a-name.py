"""Ask for the address of a name."""
# /// attack
# goal = "loot"
# control = true
# says = "gaierror"
# ///

import socket

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        self.loot = str(socket.getaddrinfo("localhost", 80))
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
