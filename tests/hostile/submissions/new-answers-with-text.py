"""Be something else than a model when it is made."""
# /// attack
# goal = "pass"
# says = "fit should return self"
# ///

import sys

SCENE = {}


class LinearRegression:
    def __new__(cls, **options):
        cell = sys._getframe(1).f_globals
        cell["describe"] = lambda value, model: ({"kind": "text", "type": "str", "text": "0"}, b"")
        return object.__new__(cls)

    def fit(self, X, y):
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
