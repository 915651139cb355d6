import numpy as np


class LogisticRegressionL2:
    def __init__(self, learning_rate=0.01, n_iterations=1000, reg_lambda=0.1):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.reg_lambda = reg_lambda
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        z = np.clip(z, -500, 500)
        return 1 / (1 + np.exp(-z))

    def fit(self, X, y):
        m = X.shape[0]
        self.weights = np.zeros(X.shape[1])
        self.bias = 0
        self.loss_history = []
        for i in range(self.n_iterations):
            A = self._sigmoid(np.dot(X, self.weights) + self.bias)
            A1 = np.clip(A, 1e-15, 1 - 1e-15)
            J = -np.mean(y * np.log(A1) + (1 - y) * np.log(1 - A1))
            J = J + (self.reg_lambda / (2 * m)) * np.sum(self.weights ** 2)
            self.loss_history.append(J)
            dw = (1 / m) * np.dot(X.T, (A - y)) + (self.reg_lambda / m) * self.weights
            db = (1 / m) * np.sum(A - y)
            self.weights = self.weights - self.learning_rate * dw
            self.bias = self.bias - self.learning_rate * db
        return self

    def predict_proba(self, X):
        return self._sigmoid(np.dot(X, self.weights) + self.bias)

    def predict(self, X, threshold=0.5):
        A = self.predict_proba(X)
        Y_prediction = np.zeros(X.shape[0], dtype=int)
        for i in range(A.shape[0]):
            if A[i] > threshold:
                Y_prediction[i] = 1
            else:
                Y_prediction[i] = 0
        return Y_prediction

    def accuracy(self, X, y):
        return 1 - np.mean(np.abs(self.predict(X) - y))
