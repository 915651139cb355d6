import numpy as np


def compute_cost(X, y, theta):
    m = len(y)
    h = X.dot(theta)
    return 1 / (2 * m) * np.sum((h - y) ** 2)


def gradient_descent(X, y, theta, alpha, num_iters):
    m = len(y)
    J_history = []
    for _ in range(num_iters):
        J_history.append(compute_cost(X, y, theta))
        h = X.dot(theta)
        theta = theta - alpha / m * X.T.dot(h - y)
    return theta, J_history


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        m, n = X.shape
        # add x0 = 1 as the first column
        X1 = np.hstack([np.ones((m, 1)), X])
        theta = np.zeros(n + 1)
        theta, J_history = gradient_descent(X1, y, theta, self.learning_rate, self.n_iterations)
        self.theta = theta
        self.bias = theta[0]
        self.weights = theta[1:]
        self.loss_history = J_history
        return self

    def predict(self, X):
        X1 = np.hstack([np.ones((X.shape[0], 1)), X])
        return X1.dot(self.theta)

    def score(self, X, y):
        y_pred = self.predict(X)
        u = ((y - y_pred) ** 2).sum()
        v = ((y - y.mean()) ** 2).sum()
        return 1 - u / v
