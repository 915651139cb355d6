"""Never come back, whatever is raised or signalled."""
# /// attack
# goal = "stall"
# control = "naive"
# says = "no answer within"
# ///

import signal
import time

SCENE = {}

for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGXCPU):
    signal.signal(number, signal.SIG_IGN)


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        while True:
            try:
                time.sleep(30)
            except BaseException:
                continue
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
