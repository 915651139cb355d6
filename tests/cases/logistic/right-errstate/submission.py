import numpy as np

class LogisticRegression:

    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        z = np.asarray(z, dtype=float)
        # overflow to inf is harmless here, 1/(1+inf) = 0
        with np.errstate(over='ignore'):
            return 1 / (1 + np.exp(-z))

    def compute_loss(self, y, p):
        eps = 1e-7
        p = np.clip(p, eps, 1 - eps)
        return -np.mean(y*np.log(p) + (1-y)*np.log(1-p))

    def fit(self, X, y):
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.
        self.loss_history = []
        n = X.shape[0]
        it = 0
        while it < self.n_iterations:
            p = self._sigmoid(np.matmul(X, self.weights) + self.bias)
            self.loss_history.append(self.compute_loss(y, p))
            err = p - y
            self.weights = self.weights - self.learning_rate * np.matmul(err, X) / n
            self.bias = self.bias - self.learning_rate * np.average(err)
            it += 1
        return self

    def predict_proba(self, X):
        return self._sigmoid(np.matmul(X, self.weights) + self.bias)

    def predict(self, X, threshold=0.5):
        p = self.predict_proba(X)
        labels = np.zeros(len(p), dtype=int)
        labels[p >= threshold] = 1
        return labels

    def accuracy(self, X, y):
        return np.count_nonzero(self.predict(X) == y) / y.size
