"""Let a small piece of memory grow beyond the limit."""
# /// attack
# goal = "loot"
# control = true
# says = "Cannot allocate memory"
# ///

import ctypes
import os

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        libc = ctypes.CDLL(None, use_errno=True)
        libc.mmap.restype = libc.mremap.restype = ctypes.c_void_p
        page = libc.mmap(None, ctypes.c_size_t(4096), 3, 0x4022, -1, ctypes.c_long(0))
        grown = libc.mremap(ctypes.c_void_p(page), ctypes.c_size_t(4096), ctypes.c_size_t(3 << 30), 1)
        if grown in (None, ctypes.c_void_p(-1).value):
            error = ctypes.get_errno()
            raise OSError(error, os.strerror(error))
        self.loot = "3 GiB"
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
