import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        n = len(X)
        d = len(X[0])
        w = [0.0] * d
        b = 0.0
        grad_w = [0.0] * d
        grad_b = 0.0
        self.loss_history = []

        for it in range(self.n_iterations):
            loss = 0.0
            for i in range(n):
                err = b - y[i]
                for j in range(d):
                    err += w[j] * X[i][j]
                loss += err * err
                grad_b += err
                for j in range(d):
                    grad_w[j] += err * X[i][j]
            self.loss_history.append(loss / (2 * n))

            for j in range(d):
                w[j] -= self.learning_rate * grad_w[j] / n
            b -= self.learning_rate * grad_b / n

        self.weights = np.array(w)
        self.bias = b
        return self

    def predict(self, X):
        y_pred = []
        for row in X:
            y_pred.append(sum(wj * xj for wj, xj in zip(self.weights, row)) + self.bias)
        return np.array(y_pred)

    def score(self, X, y):
        y_pred = self.predict(X)
        return 1 - sum((y - y_pred) ** 2) / sum((y - np.mean(y)) ** 2)
