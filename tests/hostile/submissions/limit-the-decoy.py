"""Lower the limits of another process."""
# /// attack
# goal = "effect"
# control = true
# says = "PermissionError"
# effect = "decoy"
# ///

import resource

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        resource.prlimit(SCENE["decoy"], resource.RLIMIT_NOFILE, (5, 5))
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
