"""Leave a note for the next worker in a file."""
# /// attack
# goal = "loot"
# control = true
# says = "PermissionError"
# runs = 2
# ///

import os

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        path = SCENE["folder"] + "/note.txt"
        if os.path.lexists(path):
            self.loot = open(path).read()
        with open(path, "w") as file:
            file.write("the data was " + str(X.shape))
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
