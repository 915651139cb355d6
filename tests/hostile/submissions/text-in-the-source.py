"""Put escapes and markup into the line that the page shows."""
# /// attack
# goal = "text"
# says = "RuntimeError"
# ///

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        raise RuntimeError("x")  # <script>alert(1)</script> ‮[2J2J
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
