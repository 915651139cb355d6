import numpy as np


class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        e = np.exp(-np.abs(z))
        return np.where(z >= 0, 1.0 / (1.0 + e), e / (1.0 + e))

    def fit(self, X, y):
        num_samples, num_features = X.shape
        self.weights = np.zeros(num_features)
        self.bias = 0.0
        self.loss_history = []

        for _ in range(self.n_iterations):
            predictions = self.predict_proba(X)
            clipped = np.clip(predictions, 1e-12, 1 - 1e-12)
            self.loss_history.append(-np.mean(y * np.log(clipped) + (1 - y) * np.log(1 - clipped)))

            gradient_w = np.dot(X.T, predictions - y) / num_samples
            gradient_b = np.mean(predictions - y)

            self.weights = self.weights - self.learning_rate * gradient_w
            self.bias = self.bias - self.learning_rate * gradient_b

            return self

        return self

    def predict_proba(self, X):
        return self._sigmoid(np.dot(X, self.weights) + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
