"""Start forty processes."""
# /// attack
# goal = "loot"
# control = true
# says = "BlockingIOError"
# ///

import os

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        children = []
        for _ in range(40):
            child = os.fork()
            if child == 0:
                os._exit(0)
            children.append(child)
        for child in children:
            os.waitpid(child, 0)
        self.loot = f"{len(children)} processes"
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
