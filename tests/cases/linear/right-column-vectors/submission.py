import numpy as np

class LinearRegression:

    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        N, D = X.shape
        t = y.reshape(N, 1)                 # (N,1)
        W = np.zeros((D, 1))                # (D,1)
        b = np.zeros((1, 1))                # (1,1)
        self.loss_history = []

        for _ in range(self.n_iterations):
            Y = np.dot(X, W) + b            # (N,1)
            E = Y - t                       # (N,1)
            self.loss_history.append(float(np.dot(E.T, E)[0, 0]) / (2 * N))

            dW = np.dot(X.T, E) / N         # (D,1)
            db = np.mean(E, axis=0, keepdims=True)

            W = W - self.learning_rate * dW
            b = b - self.learning_rate * db

        self.weights = W.ravel()
        self.bias = b.item()
        return self

    def predict(self, X):
        return (np.dot(X, self.weights.reshape(-1, 1)) + self.bias).ravel()

    def score(self, X, y):
        y_pred = self.predict(X)
        return 1.0 - np.sum(np.square(y - y_pred)) / np.sum(np.square(y - np.mean(y)))
