"""Have a timer end the worker while it is not answering."""
# /// attack
# goal = "stall"
# says = "ended its own process (exit code 3)"
# ///

import os
import signal

SCENE = {}


signal.signal(signal.SIGALRM, lambda *_: os._exit(3))
signal.setitimer(signal.ITIMER_REAL, 0.02, 0.02)


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        return self

    def predict(self, X):
        while True:
            signal.pause()

    def score(self, X, y):
        return 1.0
