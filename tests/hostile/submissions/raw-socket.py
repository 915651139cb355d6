"""Open a raw socket."""
# /// attack
# goal = "loot"
# control = "root"
# says = "PermissionError"
# ///

import socket

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        with socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_ICMP) as raw:
            self.loot = str(raw.fileno())
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
