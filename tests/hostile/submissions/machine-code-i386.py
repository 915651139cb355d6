"""Call the kernel by the interface of 32-bit programs, whose numbers mean other things."""
# /// attack
# goal = "loot"
# control = true
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
        # push rbx; mov eax, 20 (getpid); int 0x80; pop rbx; ret
        page.write(bytes.fromhex("53 b814000000 cd80 5b c3"))
        self.loot = str(ctypes.CFUNCTYPE(ctypes.c_long)(ctypes.addressof(ctypes.c_char.from_buffer(page)))())
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
