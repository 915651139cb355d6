"""Have a timer end the process."""
# /// attack
# goal = "stall"
# says = "SIGALRM"
# ///

import signal
import time

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        signal.setitimer(signal.ITIMER_REAL, 0.01)
        time.sleep(30)
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
