from functools import reduce

import numpy as np


def make_model(X):
    return lambda w, b: X @ w + b


def make_loss_and_grad(X, y):
    model, n = make_model(X), len(y)

    def loss_and_grad(w, b):
        error = model(w, b) - y
        return np.sum(error**2) / (2 * n), X.T @ error / n, np.sum(error) / n

    return loss_and_grad


def descend(loss_and_grad, lr):
    def step(state, _):
        w, b, losses = state
        loss, dw, db = loss_and_grad(w, b)
        return w - lr * dw, b - lr * db, losses + [loss]

    return step


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        start = (np.zeros(X.shape[1]), 0.0, [])
        step = descend(make_loss_and_grad(X, y), self.learning_rate)
        self.weights, self.bias, self.loss_history = reduce(step, range(self.n_iterations), start)
        return self

    def predict(self, X):
        return make_model(X)(self.weights, self.bias)

    def score(self, X, y):
        return 1 - np.sum((y - self.predict(X)) ** 2) / np.sum((y - np.mean(y)) ** 2)
