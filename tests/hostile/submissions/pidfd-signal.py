"""Signal another process by a descriptor of it."""
# /// attack
# goal = "effect"
# control = true
# says = "PermissionError"
# effect = "decoy"
# ///

import os
import signal

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        signal.pidfd_send_signal(os.pidfd_open(SCENE["decoy"]), signal.SIGTERM)
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
