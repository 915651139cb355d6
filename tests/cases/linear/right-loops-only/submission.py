import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        n = len(X)
        d = len(X[0])
        w = [0.0] * d
        b = 0.0
        self.loss_history = []
        for it in range(self.n_iterations):
            dw = [0.0] * d
            db = 0.0
            loss = 0.0
            for i in range(n):
                # prediction for one sample
                y_hat = b
                for j in range(d):
                    y_hat += w[j] * X[i][j]
                err = y_hat - y[i]
                loss += err * err
                for j in range(d):
                    dw[j] += err * X[i][j]
                db += err
            self.loss_history.append(loss / (2 * n))
            # update only after all samples were seen
            for j in range(d):
                w[j] -= self.learning_rate * dw[j] / n
            b -= self.learning_rate * db / n
        self.weights = np.array(w)
        self.bias = b
        return self

    def predict(self, X):
        out = []
        for row in X:
            s = self.bias
            for j in range(len(row)):
                s += self.weights[j] * row[j]
            out.append(s)
        return np.array(out)

    def score(self, X, y):
        y_hat = self.predict(X)
        mean = sum(y) / len(y)
        res = 0
        tot = 0
        for i in range(len(y)):
            res += (y[i] - y_hat[i]) ** 2
            tot += (y[i] - mean) ** 2
        return 1 - res / tot
