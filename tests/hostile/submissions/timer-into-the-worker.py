"""Have a timer raise an exception wherever the worker is."""
# /// attack
# goal = "stall"
# says = "ended its own process"
# ///

import signal
import sys

SCENE = {}


def interrupt(number, frame):
    # not in the file itself, which would be an exception like any other
    while frame:
        if frame.f_code.co_name in ("answer", "call", "get"):
            return
        frame = frame.f_back
    raise RuntimeError("wherever it was")


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        signal.signal(signal.SIGALRM, interrupt)
        signal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)
        return self

    def predict(self, X):
        while True:
            signal.pause()

    def score(self, X, y):
        return 1.0
