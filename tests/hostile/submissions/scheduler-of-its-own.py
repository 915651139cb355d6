"""Have the own process scheduled in another way."""
# /// attack
# goal = "loot"
# control = true
# says = "PermissionError"
# ///

import os

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        os.sched_setscheduler(0, os.SCHED_BATCH, os.sched_param(0))
        self.loot = str(os.sched_getscheduler(0))
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
