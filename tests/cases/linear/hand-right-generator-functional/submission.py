from itertools import islice
from typing import NamedTuple

import numpy as np


class State(NamedTuple):
    w: np.ndarray
    b: float


def residuals(state, X, y):
    return X @ state.w + state.b - y


def step(state, X, y, rate):
    r = residuals(state, X, y)
    return State(state.w - rate * np.mean(X * r[:, np.newaxis], axis=0), state.b - rate * np.mean(r))


def descend(X, y, rate):
    state = State(np.zeros(X.shape[1]), 0.0)
    while True:
        yield state
        state = step(state, X, y, rate)


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        states = list(islice(descend(X, y, self.learning_rate), self.n_iterations + 1))
        self.weights, self.bias = states[-1]
        # the last state is the answer, the ones before it are the starts of the updates
        self.loss_history = [0.5 * np.mean(residuals(s, X, y) ** 2) for s in states[:-1]]
        return self

    def predict(self, X):
        return X @ self.weights + self.bias

    def score(self, X, y):
        return 1 - np.mean((y - self.predict(X)) ** 2) / np.var(y)
