"""Read a file that every user may read."""
# /// attack
# goal = "loot"
# control = true
# says = "PermissionError"
# ///

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        self.loot = open("/etc/passwd").read()
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
