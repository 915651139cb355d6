"""Load a program into the kernel."""
# /// attack
# goal = "loot"
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
        number = {"x86_64": 321, "aarch64": 280}[os.uname().machine]
        attributes = ctypes.create_string_buffer(128)
        self.loot = str(call("syscall", ctypes.c_long(number), ctypes.c_long(0), attributes, ctypes.c_long(128)))
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
