"""Open the file with a system call that the C library has no name for."""
# /// attack
# goal = "loot"
# control = true
# says = "PermissionError"
# ///

import ctypes
import os

SCENE = {}

libc = ctypes.CDLL(None, use_errno=True)


def call(name, *arguments):
    result = getattr(libc, name)(*arguments)
    if result == -1:
        error = ctypes.get_errno()
        raise OSError(error, os.strerror(error), name)
    return result


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        how = (ctypes.c_uint64 * 3)()
        path = SCENE["canary"].encode()
        descriptor = call("syscall", ctypes.c_long(437), ctypes.c_long(-100), path, how, ctypes.c_long(24))
        self.loot = os.read(descriptor, 100).decode()
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
