# ============ 1. Imports ============
import numpy as np
import time

np.set_printoptions(precision=4, suppress=True)


# ============ 2. Metrics ============
def rmse(y_true, y_pred):
    return np.sqrt(((y_true - y_pred) ** 2).mean())


def r2(y_true, y_pred):
    return 1 - ((y_true - y_pred) ** 2).sum() / ((y_true - y_true.mean()) ** 2).sum()


# ============ 3. Model ============
class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.lr = learning_rate
        self.epochs = n_iterations

    def fit(self, X, y):
        start = time.time()
        X_train = np.array(X).astype("float64")
        y_train = np.array(y).astype("float64").ravel()
        N = len(X_train)

        self.weights = np.zeros(X_train.shape[1])
        self.bias = 0.
        self.loss_history = []

        for epoch in range(self.epochs):
            preds = self.predict(X_train)
            err = preds - y_train

            mse = (err ** 2).mean()
            self.loss_history.append(mse / 2)

            self.weights = self.weights - self.lr * (X_train.T @ err) / N
            self.bias = self.bias - self.lr * err.sum() / N

        print("Train RMSE: %.4f  (%.2fs)" % (rmse(y_train, self.predict(X_train)), time.time() - start))
        return self

    def predict(self, X):
        return np.array(X) @ self.weights + self.bias

    def score(self, X, y):
        return r2(np.array(y).ravel(), self.predict(X))
