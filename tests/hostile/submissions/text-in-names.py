"""Put escapes and markup into the names of attributes."""
# /// attack
# goal = "text"
# says = "weights"
# ///

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        for name in ("\x1b[2J", "<script>alert(1)</script>", "\u202eweights", "weights\u200b"):
            setattr(self, name, 1)
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
