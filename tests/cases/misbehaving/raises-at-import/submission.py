import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        n = len(y)
        self.weights, self.bias, self.loss_history = np.zeros(X.shape[1]), 0.0, []
        for _ in range(self.n_iterations):
            e = self.predict(X) - y
            self.loss_history.append(e @ e / (2 * n))
            self.weights = self.weights - self.learning_rate * X.T @ e / n
            self.bias = self.bias - self.learning_rate * e.mean()
        return self

    def predict(self, X):
        return X @ self.weights + self.bias

    def score(self, X, y):
        return 1 - np.sum((y - self.predict(X)) ** 2) / np.sum((y - y.mean()) ** 2)


data = np.loadtxt("ex1data1.txt", delimiter=",")
model = LinearRegression().fit(data[:, :1], data[:, 1])
print(model.weights, model.bias)
