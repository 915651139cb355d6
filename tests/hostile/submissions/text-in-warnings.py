"""Put escapes and markup into warnings and into what is printed."""
# /// attack
# goal = "text"
# says = "weights"
# ///

import sys
import warnings

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        warnings.warn("\x1b[2J<script>alert(1)</script>\u202e")
        print("\x1b[2J<script>alert(1)</script>\u202e")
        print("\x1b[2J<script>alert(1)</script>\u202e", file=sys.stderr)
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
