"""Start a hundred threads."""
# /// attack
# goal = "loot"
# control = true
# says = "RuntimeError: can't start new thread"
# ///

import threading

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        threads = [threading.Thread(target=int) for _ in range(100)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.loot = f"{len(threads)} threads"
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
