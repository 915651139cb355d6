import numpy as np


class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        z = np.clip(z, -500, 500)
        return 1.0 / (1.0 + np.exp(-z))

    def _loss(self, y_true, y_pred):
        # avoid log(0)
        eps = 1e-2
        y_pred = np.clip(y_pred, eps, 1 - eps)
        return -np.mean(y_true * np.log(y_pred) + (1 - y_true) * np.log(1 - y_pred))

    def fit(self, X, y):
        n_samples, n_features = X.shape
        self.weights = np.zeros(n_features)
        self.bias = 0.0
        self.loss_history = []

        for iteration in range(self.n_iterations):
            y_pred = self.predict_proba(X)
            self.loss_history.append(self._loss(y, y_pred))

            if (iteration + 1) % 200 == 0:
                print("Iteration", iteration + 1, "loss", round(self.loss_history[-1], 5))

            d = (y_pred - y) / n_samples
            self.weights -= self.learning_rate * np.matmul(X.T, d)
            self.bias -= self.learning_rate * d.sum()
        return self

    def predict_proba(self, X):
        return self._sigmoid(np.matmul(X, self.weights) + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
