import numpy as np
import math


class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        def f(v):
            if v < 0:
                return math.exp(v) / (1 + math.exp(v))
            return 1 / (1 + math.exp(-v))
        return np.vectorize(f, otypes=[float])(z)

    def fit(self, X, y):
        n, k = X.shape
        self.weights = np.zeros(k)
        self.bias = 0.0
        self.loss_history = []
        for it in range(self.n_iterations):
            p = self._sigmoid(np.dot(X, self.weights) + self.bias)
            total = 0.0
            for i in range(n):
                if y[i] == 1:
                    total += -math.log(max(p[i], 1e-15))
                else:
                    total += -math.log(max(1 - p[i], 1e-15))
            self.loss_history.append(total / n)
            dw = np.zeros(k)
            db = 0.0
            for i in range(n):
                dw += (p[i] - y[i]) * X[i]
                db += p[i] - y[i]
            self.weights = self.weights - self.learning_rate * dw / n
            self.bias = self.bias - self.learning_rate * db / n
            return self

    def predict_proba(self, X):
        return self._sigmoid(np.dot(X, self.weights) + self.bias)

    def predict(self, X, threshold=0.5):
        labels = []
        for p in self.predict_proba(X):
            if p >= threshold:
                labels.append(1)
            else:
                labels.append(0)
        return np.array(labels)

    def accuracy(self, X, y):
        correct = 0
        predicted = self.predict(X)
        for i in range(len(y)):
            if predicted[i] == y[i]:
                correct += 1
        return correct / len(y)
