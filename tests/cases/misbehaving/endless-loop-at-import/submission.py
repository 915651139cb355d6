import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = np.zeros(1)
        self.bias = 0.0

    def step(self, X, y):
        error = X @ self.weights + self.bias - y
        self.weights = self.weights - self.learning_rate * X.T @ error / len(y)
        self.bias = self.bias - self.learning_rate * error.mean()
        return np.mean(error**2) / 2


X = np.linspace(0, 1, 50).reshape(-1, 1)
y = 4 + 3 * X[:, 0] + np.sin(40 * X[:, 0])
model = LinearRegression()
loss = 1.0
while loss > 1e-6:      # never gets there: y is not linear
    loss = model.step(X, y)
