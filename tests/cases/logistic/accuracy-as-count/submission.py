import numpy as np


class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        half = np.tanh(np.divide(z, 2))
        return (half + 1) / 2

    def fit(self, X, y):
        Xb = np.column_stack((X, np.ones(len(X))))
        theta = np.zeros(Xb.shape[1])
        history = []
        for _ in range(self.n_iterations):
            scores = Xb @ theta
            history.append(float(np.mean(np.logaddexp(0, scores) - y * scores)))
            theta = theta - self.learning_rate * Xb.T @ (self._sigmoid(scores) - y) / len(y)
        self.weights, self.bias = theta[:-1], theta[-1]
        self.loss_history = history
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        y_pred = self.predict(X)
        correct = 0
        for i in range(len(y)):
            if y_pred[i] == y[i]:
                correct += 1
        return correct
