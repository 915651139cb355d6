"""Announce a reply of ten gigabytes."""
# /// attack
# goal = "stall"
# says = "the reply is too large"
# ///

import os
import struct
import time

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        os.write(4, struct.pack("<4sIQ", b"GRD1", 20, 10 << 30))
        time.sleep(30)
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
