import numpy as np

class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        n_samples, n_features = X.shape
        self.weights = np.zeros(n_features)
        self.bias = 0.0
        self.loss_history = []
        for i in range(self.n_iterations):
            predictions = self.predict(X)
            self.loss_history.append(1/(2*n_samples) * np.sum((predictions - y)**2))
            self.weights = self.weights - self.learning_rate * (1/n_samples) * X.T.dot(predictions - y)
            self.bias = self.bias - self.learning_rate * (1/n_samples) * (predictions - y).sum()
            return self

    def predict(self, X):
        return X.dot(self.weights) + self.bias

    def score(self, X, y):
        u = ((y - self.predict(X))**2).sum()
        v = ((y - y.mean())**2).sum()
        return 1 - u/v
