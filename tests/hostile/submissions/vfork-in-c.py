"""Start a process by way of the C library."""
# /// attack
# goal = "loot"
# control = true
# says = "BlockingIOError"
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
        child = call("fork")
        if child == 0:
            os._exit(0)
        self.loot = str(os.waitpid(child, 0))
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
