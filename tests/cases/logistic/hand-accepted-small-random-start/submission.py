import numpy as np

RANDOM_STATE = 42


class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def init_params(self, n_features):
        # small random numbers, as for any neuron
        rng = np.random.RandomState(RANDOM_STATE)
        self.weights = rng.randn(n_features) * 0.001
        self.bias = 0.0

    def _sigmoid(self, z):
        return 0.5 * (1.0 + np.tanh(np.asarray(z) / 2.0))

    def compute_cost(self, y, a):
        a = np.clip(a, 1e-12, 1 - 1e-12)
        m = y.shape[0]
        return -(np.dot(y, np.log(a)) + np.dot(1 - y, np.log(1 - a))) / m

    def fit(self, X, y):
        m = X.shape[0]
        self.init_params(X.shape[1])
        self.loss_history = []
        for i in range(self.n_iterations):
            a = self._sigmoid(np.dot(X, self.weights) + self.bias)
            self.loss_history.append(self.compute_cost(y, a))
            dz = a - y
            self.weights -= self.learning_rate * np.dot(X.T, dz) / m
            self.bias -= self.learning_rate * np.sum(dz) / m
        return self

    def predict_proba(self, X):
        return self._sigmoid(np.dot(X, self.weights) + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return (self.predict(X) == y).mean()
