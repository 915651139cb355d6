"""Find out which processes there are by asking for their processors."""
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
        self.loot = f"the judge is {SCENE['judge']} and may use {os.sched_getaffinity(SCENE['judge'])}"
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
