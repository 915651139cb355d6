"""Have a library in C write a file."""
# /// attack
# goal = "effect"
# control = true
# says = "OperationalError: unable to open database file"
# effect = "folder"
# ///

import sqlite3

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        with sqlite3.connect(SCENE["folder"] + "/forged.db") as database:
            database.execute("create table a (b)")
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
