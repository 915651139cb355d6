"""Leave a file in shared memory."""
# /// attack
# goal = "effect"
# control = true
# says = "PermissionError"
# effect = "shared memory"
# ///

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        with open("/dev/shm/" + SCENE["name"], "w") as file:
            file.write("x")
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
