import numpy as np


class Bomb:
    def __reduce__(self):
        return (print, ("this ran while unpickling",))


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        self.weights = np.array([Bomb() for _ in range(X.shape[1])], dtype=object)
        self.bias = Bomb()
        self.loss_history = [Bomb()] * self.n_iterations
        return self

    def predict(self, X):
        return np.array([Bomb() for _ in X], dtype=object)

    def score(self, X, y):
        return Bomb()
