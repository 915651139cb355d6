import numpy as np


class LinearRegression:
    """Linear regression with gradient descent."""

    def __init__(self, learning_rate: float = 0.01, n_iterations: int = 1000) -> None:
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _compute_gradients(self, X, y):
        error = y - self.predict(X)
        dw = X.T.dot(error) / len(y)
        db = error.mean()
        return dw, db, (error**2).mean() / 2

    def fit(self, X: np.ndarray, y: np.ndarray) -> "LinearRegression":
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            dw, db, loss = self._compute_gradients(X, y)
            self.loss_history.append(loss)
            self.weights -= self.learning_rate * dw
            self.bias -= self.learning_rate * db
        return self

    def predict(self, X: np.ndarray) -> np.ndarray:
        return X.dot(self.weights) + self.bias

    def score(self, X: np.ndarray, y: np.ndarray) -> float:
        return 1 - np.sum((y - self.predict(X)) ** 2) / np.sum((y - np.mean(y)) ** 2)
