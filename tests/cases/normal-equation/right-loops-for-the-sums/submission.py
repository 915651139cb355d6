import numpy as np


class LinearRegressionClosed:
    def __init__(self):
        self.weights = None
        self.bias = None

    def fit(self, X, y):
        n, d = X.shape
        G = np.zeros((d + 1, d + 1))
        c = np.zeros(d + 1)
        for i in range(n):
            row = [1.0] + list(X[i])
            for j in range(d + 1):
                for k in range(d + 1):
                    G[j, k] += row[j] * row[k]
                c[j] += row[j] * y[i]
        if np.linalg.matrix_rank([[1.0, *row] for row in X]) < d + 1:
            raise np.linalg.LinAlgError("X^T X is singular")
        theta = np.linalg.solve(G, c)
        self.bias = theta[0]
        self.weights = theta[1:]
        return self

    def predict(self, X):
        preds = []
        for x in X:
            preds.append(self.bias + sum(w * v for w, v in zip(self.weights, x)))
        return np.array(preds)
