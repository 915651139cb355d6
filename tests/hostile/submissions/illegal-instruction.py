"""Run what is no instruction."""
# /// attack
# goal = "stall"
# says = "SIGILL"
# machine = "x86_64"
# ///

import ctypes
import mmap

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        page = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
        page.write(bytes.fromhex("0f0b"))
        ctypes.CFUNCTYPE(ctypes.c_long)(ctypes.addressof(ctypes.c_char.from_buffer(page)))()
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
