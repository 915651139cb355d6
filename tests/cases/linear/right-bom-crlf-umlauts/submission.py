# Übung 1: lineare Regression  –  Lösung von Jörg
# θ = (b, w),   ∇L = (1/n)·Xᵀ(ŷ − y)
import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        n, d = X.shape
        η = self.learning_rate
        θ = np.zeros(d)
        β = 0.0
        verlust = []
        for _ in range(self.n_iterations):
            ε = X @ θ + β - y
            verlust.append((ε ** 2).sum() / (2 * n))
            # gleichzeitig ändern!
            θ, β = θ - η * (X.T @ ε) / n, β - η * ε.sum() / n
        self.weights, self.bias, self.loss_history = θ, β, verlust
        return self

    def predict(self, X):
        return X @ self.weights + self.bias

    def score(self, X, y):
        ŷ_fehler = y - self.predict(X)
        return 1 - (ŷ_fehler ** 2).sum() / ((y - y.mean()) ** 2).sum()
