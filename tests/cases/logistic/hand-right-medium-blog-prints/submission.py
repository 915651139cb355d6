# Logistic Regression From Scratch in Python
# ------------------------------------------
# In this post we will build a logistic regression classifier with nothing but NumPy!

import numpy as np


class LogisticRegression:

    def __init__(self, learning_rate=0.01, n_iterations=1000):
        # hyperparameters
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        # parameters we are going to learn
        self.weights = None
        self.bias = None
        # so we can plot the learning curve later :)
        self.loss_history = []

    def _sigmoid(self, z):
        # clip to avoid "RuntimeWarning: overflow encountered in exp"
        z = np.clip(z, -500, 500)
        return 1 / (1 + np.exp(-z))

    def _loss(self, y_true, y_pred):
        # tiny value so that we never take log(0)
        eps = 1e-9
        y1 = y_true * np.log(y_pred + eps)
        y2 = (1 - y_true) * np.log(1 - y_pred + eps)
        return -np.mean(y1 + y2)

    def fit(self, X, y):
        n_samples, n_features = X.shape

        # Step 1: initialise our parameters
        self.weights = np.zeros(n_features)
        self.bias = 0
        self.loss_history = []

        # Step 2: gradient descent
        for i in range(self.n_iterations):
            # linear model + activation
            linear_pred = np.dot(X, self.weights) + self.bias
            predictions = self._sigmoid(linear_pred)

            # keep track of the loss
            loss = self._loss(y, predictions)
            self.loss_history.append(loss)
            if i % 100 == 0:
                print(f"Iteration {i:>5} | loss = {loss:.4f}")

            # compute gradients
            dw = (1 / n_samples) * np.dot(X.T, (predictions - y))
            db = (1 / n_samples) * np.sum(predictions - y)

            # update the parameters
            self.weights = self.weights - self.learning_rate * dw
            self.bias = self.bias - self.learning_rate * db

        return self

    def predict_proba(self, X):
        linear_pred = np.dot(X, self.weights) + self.bias
        return self._sigmoid(linear_pred)

    def predict(self, X, threshold=0.5):
        y_pred = self.predict_proba(X)
        class_pred = [0 if y < threshold else 1 for y in y_pred]
        return np.array(class_pred)

    def accuracy(self, X, y):
        return np.sum(self.predict(X) == y) / len(y)
