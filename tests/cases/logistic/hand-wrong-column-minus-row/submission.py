import numpy as np


class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        z = np.maximum(np.minimum(z, 500), -500)
        return 1 / (1 + np.exp(-z))

    def _initialize_with_zeros(self, dim):
        w = np.zeros(shape=(dim, 1))
        b = 0.0
        return w, b

    def _propagate(self, w, b, X, y):
        m = X.shape[0]
        A = self._sigmoid(np.dot(X, w) + b)            # (m, 1)
        A_ = np.clip(A, 1e-9, 1 - 1e-9)
        cost = -np.sum(y * np.log(A_) + (1 - y) * np.log(1 - A_)) / m
        dw = np.dot(X.T, (A - y)) / m
        db = np.sum(A - y) / m
        return np.squeeze(cost), dw, db

    def fit(self, X, y):
        w, b = self._initialize_with_zeros(X.shape[1])
        costs = []
        for i in range(self.n_iterations):
            cost, dw, db = self._propagate(w, b, X, y)
            costs.append(float(cost))
            w = w - self.learning_rate * dw
            b = b - self.learning_rate * db
        self.weights = w[:, 0]
        self.bias = float(b)
        self.loss_history = costs
        return self

    def predict_proba(self, X):
        return self._sigmoid(np.dot(X, self.weights) + self.bias)

    def predict(self, X, threshold=0.5):
        A = self.predict_proba(X)
        Y_prediction = np.zeros(X.shape[0], dtype=int)
        for i in range(A.shape[0]):
            Y_prediction[i] = 1 if A[i] >= threshold else 0
        return Y_prediction

    def accuracy(self, X, y):
        return 1 - np.mean(np.abs(self.predict(X) - y))
