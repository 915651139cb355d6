import numpy as np


class LinearRegression:
    """ Linear Regression from scratch """

    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        self.loss_history = []
        # number of training examples, number of features
        self.m, self.n = X.shape
        # weight initialization
        self.weights = np.zeros(self.n)
        self.bias = 0.0
        # gradient descent learning
        for i in range(self.n_iterations):
            Y_pred = self.predict(X)
            self.loss_history.append(np.sum((Y_pred - y) ** 2) / (2 * self.m))
            # calculate gradients
            dW = X.T.dot(Y_pred - y) / self.m
            # update weights
            self.weights = self.weights - self.learning_rate * dW
        return self

    def predict(self, X):
        return X.dot(self.weights) + self.bias

    def score(self, X, y):
        Y_pred = self.predict(X)
        return 1 - np.sum((y - Y_pred) ** 2) / np.sum((y - y.mean()) ** 2)
