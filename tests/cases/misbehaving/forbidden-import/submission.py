from sklearn.linear_model import LinearRegression as SkLinearRegression


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self._model = SkLinearRegression()
        self.loss_history = []

    def fit(self, X, y):
        self._model.fit(X, y)
        self.weights = self._model.coef_
        self.bias = self._model.intercept_
        return self

    def predict(self, X):
        return self._model.predict(X)

    def score(self, X, y):
        return self._model.score(X, y)
