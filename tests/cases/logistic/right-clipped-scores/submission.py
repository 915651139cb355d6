import numpy as np

EPS = 1e-12


class LogisticRegression:
    """Binary logistic regression, full batch gradient descent."""

    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        z = np.clip(z, -500, 500)   # exp(709) is the limit for float64
        return 1.0 / (1.0 + np.exp(-z))

    def _cross_entropy(self, y_true, y_prob):
        y_prob = np.clip(y_prob, EPS, 1.0 - EPS)
        return -(y_true * np.log(y_prob) + (1 - y_true) * np.log(1 - y_prob)).mean()

    def fit(self, X, y):
        n_samples, n_features = X.shape

        self.weights = np.zeros(n_features)
        self.bias = 0
        self.loss_history = []

        for i in range(self.n_iterations):
            linear_model = np.dot(X, self.weights) + self.bias
            y_predicted = self._sigmoid(linear_model)

            self.loss_history.append(self._cross_entropy(y, y_predicted))

            dw = (1 / n_samples) * np.dot(X.T, (y_predicted - y))
            db = (1 / n_samples) * np.sum(y_predicted - y)

            self.weights -= self.learning_rate * dw
            self.bias -= self.learning_rate * db

            if i % 100 == 0:
                print(f"iteration {i}: loss {self.loss_history[-1]:.4f}")

        return self

    def predict_proba(self, X):
        return self._sigmoid(np.dot(X, self.weights) + self.bias)

    def predict(self, X, threshold=0.5):
        probs = self.predict_proba(X)
        return np.where(probs >= threshold, 1, 0)

    def accuracy(self, X, y):
        return (self.predict(X) == y).sum() / len(y)


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    X = rng.normal(size=(200, 2))
    y = (X[:, 0] + X[:, 1] > 0).astype(int)
    model = LogisticRegression(0.1, 500).fit(X, y)
    print("train accuracy", model.accuracy(X, y))
