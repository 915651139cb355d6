"""Stop the own process."""
# /// attack
# goal = "stall"
# control = "naive"
# says = "no answer within"
# ///

import os
import signal

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        os.kill(os.getpid(), signal.SIGSTOP)
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
