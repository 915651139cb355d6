import numpy as np

class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        m = X.shape[0]
        A = np.c_[np.ones(m), X]
        theta = np.zeros(A.shape[1])
        self.loss_history = []
        for epoch in range(self.n_iterations):
            residuals = A.dot(theta) - y
            self.loss_history.append((1/(2*m)) * np.sum(residuals**2))
            gradients = 2/m * A.T.dot(residuals)     # Géron, ch. 4
            theta = theta - self.learning_rate * gradients
        self.bias = theta[0]
        self.weights = theta[1:]
        return self

    def predict(self, X):
        return X.dot(self.weights) + self.bias

    def score(self, X, y):
        y_pred = self.predict(X)
        return 1 - ((y - y_pred)**2).sum() / ((y - y.mean())**2).sum()
