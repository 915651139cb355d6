"""Open a socket to the kernel's cryptography."""
# /// attack
# goal = "loot"
# says = "PermissionError"
# ///

import socket

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        with socket.socket(socket.AF_ALG, socket.SOCK_SEQPACKET) as algorithm:
            self.loot = str(algorithm.fileno())
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
