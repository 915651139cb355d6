import numpy as np


class LinearRegression:

    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        # Step 0: get the shape of the data
        n_samples, n_features = X.shape

        # Step 1: initialize our parameters with zeros
        self.weights = np.zeros(n_features)
        self.bias = 0
        self.loss_history = []

        # Step 2: gradient descent
        for i in range(self.n_iterations):
            # 2a. Make a prediction (y_hat = wx + b)
            y_predicted = np.dot(X, self.weights) + self.bias

            # 2b. Compute the loss
            loss = (1 / (2 * n_samples)) * np.sum((y_predicted - y) ** 2)
            self.loss_history.append(loss)

            # 2c. Compute the gradients
            dw = (1 / n_samples) * np.dot(X.T, (y_predicted - y))
            db = (1 / n_samples) * np.sum(y_predicted - y)

            # 2d. Update the parameters
            self.weights -= self.learning_rate * dw
            self.bias -= self.learning_rate * db

            # Let's see how we are doing
            if i % max(1, self.n_iterations // 10) == 0:
                print(f"Iteration {i}: loss = {loss:.4f}")

        return self

    def predict(self, X):
        return np.dot(X, self.weights) + self.bias

    def score(self, X, y):
        y_predicted = self.predict(X)
        ss_res = np.sum((y - y_predicted) ** 2)
        ss_tot = np.sum((y - np.mean(y)) ** 2)
        return 1 - (ss_res / ss_tot)
