import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        X = np.array(X, dtype=float)
        Y = np.array(y, dtype=float).reshape(-1, 1)      # y(:)
        (m, n) = X.shape
        W = np.zeros((n, 1))
        b = 0.0
        J = np.zeros((self.n_iterations, 1))
        for k in range(0, self.n_iterations):
            H = np.matmul(X, W) + b
            E = H - Y
            J[k, 0] = np.matmul(E.T, E)[0, 0] / (2 * m)
            dW = np.matmul(X.T, E) / m
            db = np.sum(E, axis=0)[0] / m
            W = W - self.learning_rate * dW
            b = b - self.learning_rate * db
        self.weights = W[:, 0]
        self.bias = b
        self.loss_history = J[:, 0].tolist()
        return self

    def predict(self, X):
        H = np.matmul(X, self.weights.reshape(-1, 1)) + self.bias
        return H[:, 0]

    def score(self, X, y):
        Y = np.reshape(y, (-1, 1))
        H = np.reshape(self.predict(X), (-1, 1))
        SSres = np.sum(np.square(Y - H))
        SStot = np.sum(np.square(Y - np.mean(Y)))
        return 1 - SSres / SStot
