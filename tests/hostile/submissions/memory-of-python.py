"""Take more memory than allowed, in Python objects."""
# /// attack
# goal = "loot"
# control = true
# says = "MemoryError"
# ///

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        blocks = [bytes(64 << 20) for _ in range(20)]
        self.loot = f"{sum(map(len, blocks))} bytes"
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
