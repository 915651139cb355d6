"""Call the kernel by the interface of 64-bit programs with short pointers."""
# /// attack
# goal = "loot"
# says = "SIGSYS"
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
        # mov eax, 0x40000000 + 39 (getpid); syscall; ret
        page.write(bytes.fromhex("b827000040 0f05 c3"))
        self.loot = str(ctypes.CFUNCTYPE(ctypes.c_long)(ctypes.addressof(ctypes.c_char.from_buffer(page)))())
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
