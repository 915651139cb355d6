"""Leave a process behind that has a session and a parent of its own."""
# /// attack
# goal = "effect"
# control = true
# says = "BlockingIOError"
# effect = "processes"
# ///

import ctypes
import os
import time

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        if os.fork() == 0:
            os.setsid()
            if os.fork() == 0:
                ctypes.CDLL(None).prctl(15, SCENE["name"].encode(), 0, 0, 0)
                os.closerange(0, 10)
                time.sleep(10)
            os._exit(0)
        os.wait()
        time.sleep(0.05)
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
