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
        s = np.tanh(np.asarray(z) / 2)
        return (1 + s) / 2

    def fit(self, X, y):
        n_samples, n_features = X.shape
        self.weights = np.zeros(n_features)
        self.bias = 0.0
        self.loss_history = []

        for _ in range(self.n_iterations):
            probs = self.predict_proba(X)
            eps = 1e-15
            loss = -np.mean(y * np.log(probs + eps) + (1 - y) * np.log(1 - probs + eps))
            loss += self.reg_lambda * np.sum(self.weights ** 2) / (2 * n_samples)
            self.loss_history.append(loss)

            # ordinary logistic regression step
            self.weights -= self.learning_rate * X.T @ (probs - y) / n_samples
            self.bias -= self.learning_rate * np.mean(probs - y)

            # regularization step
            self.weights -= self.learning_rate * self.reg_lambda / n_samples * self.weights

        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
