# Linear Regression from scratch
import numpy as np


class LinearRegression:

    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        n_samples, n_features = X.shape

        # init parameters
        self.weights = np.zeros(n_features)
        self.bias = 0
        self.loss_history = []

        # gradient descent
        for _ in range(self.n_iterations):
            y_predicted = np.dot(X, self.weights) + self.bias
            self.loss_history.append((1 / (2 * n_samples)) * np.sum((y_predicted - y) ** 2))
            # compute gradients
            dw = (1 / n_samples) * np.dot(X.T, (y_predicted - y))
            db = (1 / n_samples) * np.sum(y_predicted - y)
            # update parameters
            self.weights -= self.learning_rate * dw
            self.bias -= self.learning_rate * db
        return self

    def predict(self, X):
        return np.dot(X, self.weights) + self.bias

    def score(self, X, y):
        return 1 - ((y - self.predict(X)) ** 2).sum() / ((y - y.mean()) ** 2).sum()


if __name__ == "__main__":
    import matplotlib.pyplot as plt
    from sklearn import datasets

    X, y = datasets.make_regression(n_samples=100, n_features=1, noise=20, random_state=4)
    reg = LinearRegression(learning_rate=0.01, n_iterations=1000).fit(X, y)
    for i, l in enumerate(reg.loss_history):
        print(f"iteration {i}: loss {l:.4f}")
    print("R2:", reg.score(X, y))
    plt.plot(reg.loss_history)
    plt.show()
