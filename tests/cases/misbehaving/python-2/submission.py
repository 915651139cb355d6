import numpy as np

class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations

    def fit(self, X, y):
        n = X.shape[0]
        self.weights, self.bias, self.loss_history = np.zeros(X.shape[1]), 0.0, []
        for i in xrange(self.n_iterations):
            err = np.dot(X, self.weights) + self.bias - y
            self.loss_history.append(np.dot(err, err) / (2.0 * n))
            print "iteration %d, loss %f" % (i, self.loss_history[-1])
            self.weights = self.weights - self.learning_rate * np.dot(X.T, err) / n
            self.bias = self.bias - self.learning_rate * np.sum(err) / n
        return self

    def predict(self, X):
        return np.dot(X, self.weights) + self.bias
