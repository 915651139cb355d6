"""Pin a page of memory, so that it cannot be moved out."""
# /// attack
# goal = "loot"
# control = true
# says = "PermissionError"
# ///

import ctypes
import os

SCENE = {}


libc = ctypes.CDLL(None, use_errno=True)
page = ctypes.create_string_buffer(8192)


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        if libc.mlock(page, ctypes.c_size_t(4096)):
            error = ctypes.get_errno()
            raise OSError(error, os.strerror(error))
        self.loot = "4 KiB"
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
