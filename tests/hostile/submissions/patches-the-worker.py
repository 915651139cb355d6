"""Replace the functions with which the worker describes its answers."""
# /// attack
# goal = "pass"
# says = "weights"
# ///

import sys

import numpy as np

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.weights = np.zeros(3)

    def fit(self, X, y):
        worker = sys._getframe(1).f_globals
        header = {"kind": "array", "type": "ndarray", "array": {"dtype": "<f8", "shape": []}}
        worker["to_numbers"] = lambda value: np.zeros(())
        worker["describe_error"] = lambda error: None
        worker["OPERATIONS"]["get"] = lambda *_: [(header, np.float64(0).tobytes())]
        return self

    def predict(self, X):
        return np.zeros(len(X))

    def score(self, X, y):
        return 1.0
