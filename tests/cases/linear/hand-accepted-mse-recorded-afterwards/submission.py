import numpy as np


class History:
    def __init__(self):
        self.losses = []

    def on_epoch_end(self, logs):
        self.losses.append(logs["loss"])


class MSE:
    def __call__(self, y_true, y_pred):
        return np.mean(np.square(y_pred - y_true))

    def gradient(self, y_true, y_pred):
        return 2 * (y_pred - y_true) / y_true.shape[0]


class SGD:
    def __init__(self, lr):
        self.lr = lr

    def apply(self, param, grad):
        return param - self.lr * grad


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        loss, optimizer, history = MSE(), SGD(self.learning_rate), History()
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        for _ in range(self.n_iterations):
            upstream = loss.gradient(y, self.predict(X))
            self.weights = optimizer.apply(self.weights, X.T @ upstream)
            self.bias = optimizer.apply(self.bias, upstream.sum())
            history.on_epoch_end({"loss": loss(y, self.predict(X))})
        self.loss_history = history.losses
        return self

    def predict(self, X):
        return X @ self.weights + self.bias

    def score(self, X, y):
        mse = MSE()
        return 1 - mse(y, self.predict(X)) / mse(y, np.mean(y))
