import numpy as np


class RegressorMixin:
    def score(self, X, y):
        y_pred = self.predict(X)
        numerator = ((y - y_pred) ** 2).sum(dtype=np.float64)
        denominator = ((y - np.average(y)) ** 2).sum(dtype=np.float64)
        return 1.0 - numerator / denominator


class LinearModel:
    def _decision_function(self, X):
        return np.einsum("ij,j->i", X, self.coef_) + self.intercept_

    def predict(self, X):
        return self._decision_function(X)


class LinearRegression(RegressorMixin, LinearModel):
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = self.bias = None
        self.loss_history = []

    def get_params(self, deep=True):
        return {"learning_rate": self.learning_rate, "n_iterations": self.n_iterations}

    def fit(self, X, y):
        n_samples, self.n_features_in_ = X.shape
        self.coef_ = np.zeros(self.n_features_in_)
        self.intercept_ = 0.0
        loss_curve = []

        for _ in range(self.n_iterations):
            residual = self._decision_function(X) - y
            loss_curve.append(np.einsum("i,i->", residual, residual) / (2 * n_samples))
            coef_grad = np.einsum("ij,i->j", X, residual) / n_samples
            intercept_grad = residual.mean()
            self.coef_ = self.coef_ - self.learning_rate * coef_grad
            self.intercept_ = self.intercept_ - self.learning_rate * intercept_grad

        # the names of the brief
        self.weights, self.bias, self.loss_history = self.coef_, self.intercept_, loss_curve
        return self
