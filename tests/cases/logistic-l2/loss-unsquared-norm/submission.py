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

    def _loss(self, y_true, y_pred):
        n = y_true.size
        y_pred = np.clip(y_pred, 1e-15, 1 - 1e-15)
        bce = -np.mean(y_true * np.log(y_pred) + (1 - y_true) * np.log(1 - y_pred))
        l2 = self.reg_lambda / (2 * n) * np.linalg.norm(self.weights, ord=2)
        return bce + l2

    def fit(self, X, y):
        n_samples, n_features = X.shape
        self.weights = np.zeros(n_features)
        self.bias = 0.0
        self.loss_history = []
        for epoch in range(self.n_iterations):
            y_pred = self.predict_proba(X)
            self.loss_history.append(self._loss(y, y_pred))
            grad_w = (X.T @ (y_pred - y) + self.reg_lambda * self.weights) / n_samples
            grad_b = np.sum(y_pred - y) / n_samples
            self.weights = self.weights - self.learning_rate * grad_w
            self.bias = self.bias - self.learning_rate * grad_b
            if epoch % 100 == 0:
                print(f"Epoch {epoch}, Loss: {self.loss_history[-1]}")
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
