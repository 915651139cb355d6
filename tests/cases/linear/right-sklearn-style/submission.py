import numpy as np


class NotFittedError(ValueError, AttributeError):
    pass


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def __repr__(self):
        return f"LinearRegression({', '.join(f'{k}={v!r}' for k, v in self.get_params().items())})"

    def get_params(self):
        return {"learning_rate": self.learning_rate, "n_iterations": self.n_iterations}

    coef_ = property(lambda self: self.weights)
    intercept_ = property(lambda self: self.bias)

    def fit(self, X, y):
        self.n_features_in_ = X.shape[1]
        coef, intercept = np.zeros(self.n_features_in_), 0.0
        losses = []
        for _ in range(self.n_iterations):
            residuals = X @ coef + intercept - y
            losses.append(0.5 * np.average(residuals**2))
            coef = coef - self.learning_rate * (residuals @ X) / X.shape[0]
            intercept = intercept - self.learning_rate * np.average(residuals)
        self.weights, self.bias, self.loss_history = coef, float(intercept), losses
        return self

    def predict(self, X):
        if self.weights is None:
            raise NotFittedError("call fit before predict")
        return X @ self.weights + self.bias

    def score(self, X, y):
        y_pred = self.predict(X)
        return 1 - np.sum((y - y_pred) ** 2) / np.sum((y - np.mean(y)) ** 2)
