"""Read the limits of another process."""
# /// attack
# goal = "loot"
# control = true
# says = "PermissionError"
# ///

import resource

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        self.loot = str(resource.prlimit(SCENE["judge"], resource.RLIMIT_NOFILE))
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
