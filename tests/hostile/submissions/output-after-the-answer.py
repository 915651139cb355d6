"""Answer in the worker's place, and then print for ever."""
# /// attack
# goal = "stall"
# says = "printed more than 1024 KiB"
# ///

import os
import struct
import sys

SCENE = {}


def forge(reply, payload=b""):
    """Answer in the worker's place; the number of the question stands in a frame further up."""
    frame = sys._getframe()
    while "question" not in frame.f_locals:
        frame = frame.f_back
    header = reply.replace(b"NONCE", frame.f_locals["question"]["nonce"].encode())
    os.write(4, struct.pack("<4sIQ", b"GRD1", len(header), len(payload)) + header + payload)


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        itself, attribute = b'{"kind": "self", "type": "LinearRegression"}', b'{"kind": "unread", "type": ""}'
        # the attributes that come along with the answer: weights, bias, loss_history
        forge(b'{"nonce": "NONCE", "values": [' + b", ".join([itself] + 3 * [attribute]) + b"]}")
        while True:
            os.write(1, b"x" * 65536)

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
