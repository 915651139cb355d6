"""Put a script into the page."""
# /// attack
# goal = "text"
# control = "naive"
# says = "RuntimeError"
# ///

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        raise RuntimeError("</pre><script>alert(1)</script><img src=x onerror=alert(1)>&lt;")
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
