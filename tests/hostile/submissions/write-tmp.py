"""Write a file."""
# /// attack
# goal = "effect"
# control = true
# says = "PermissionError"
# effect = "folder"
# ///

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        with open(SCENE["folder"] + "/new.txt", "w") as file:
            file.write("forged")
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
