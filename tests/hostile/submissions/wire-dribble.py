"""Announce much and send it a byte at a time."""
# /// attack
# goal = "stall"
# says = "no answer within"
# ///

import os
import struct
import time

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        os.write(4, struct.pack("<4sIQ", b"GRD1", 1000, 60 << 20))
        while True:
            os.write(4, b" ")
            time.sleep(0.01)
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
