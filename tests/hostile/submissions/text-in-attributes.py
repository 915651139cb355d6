"""Put escapes and markup into values instead of numbers."""
# /// attack
# goal = "text"
# says = "weights"
# ///

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        self.weights = "\x1b[2J<script>alert(1)</script>\u202e"
        self.bias = type("\x1b]0;title\x07<script>", (), {"__repr__": lambda self: "\x1b[2J<img src=x>"})()
        self.loss_history = {"<script>": "\x1b[2J"}
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
