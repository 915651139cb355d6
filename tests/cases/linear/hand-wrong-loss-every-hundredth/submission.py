import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        num_examples = X.shape[0]
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history = []
        for i in range(self.n_iterations):
            predictions = X @ self.weights + self.bias
            error = predictions - y

            if i % 100 == 0:
                cost = (error ** 2).sum() / (2 * num_examples)
                self.loss_history.append(cost)
                print("Cost after iteration %i: %f" % (i, cost))

            grads = {"dw": X.T @ error / num_examples, "db": error.sum() / num_examples}
            self.weights = self.weights - self.learning_rate * grads["dw"]
            self.bias = self.bias - self.learning_rate * grads["db"]
        return self

    def predict(self, X):
        return X @ self.weights + self.bias

    def score(self, X, y):
        ss_res = ((y - self.predict(X)) ** 2).sum()
        ss_tot = ((y - y.mean()) ** 2).sum()
        return 1 - ss_res / ss_tot
