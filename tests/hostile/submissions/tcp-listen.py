"""Wait for connections."""
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
        listener = socket.create_server(("127.0.0.1", 0))
        self.loot = str(listener.getsockname())
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
