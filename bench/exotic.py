"""Holds mistakes that are in no catalogue, as edits of a training loop: other optimisers, other losses, other data."""

WEIGHTS = "self.weights = self.weights - self.learning_rate * dw"
BIAS = "self.bias = self.bias - self.learning_rate * db"
LOOP = "for _ in range(self.n_iterations):"
COUNTED = "for t in range(self.n_iterations):"
GRADIENT = "dw = X.T @ error"
START = "n_samples, n_features = X.shape"
TABLE = f"X = {{}}\n        {START}"
PAUSE = "\n            "


def _before(statements: str) -> tuple[str, str]:
    """Put statements before the loop."""
    return LOOP, f"{statements}\n        {LOOP}"


def _step(text: str) -> tuple[str, str]:
    """Move the weights by something else."""
    return WEIGHTS, f"self.weights = self.weights - {text}"


EXOTIC: dict[str, tuple[tuple[str, str], ...]] = {
    # other optimisers
    "Adam": (
        (LOOP, f"m, v = 0.0, 0.0\n        {COUNTED}"),
        (
            WEIGHTS,
            f"m, v = 0.9 * m + 0.1 * dw, 0.999 * v + 0.001 * dw**2{PAUSE}"
            "corrected = (v / (1 - 0.999 ** (t + 1))) ** 0.5 + 1e-8"
            f"{PAUSE}self.weights = self.weights - self.learning_rate * m / (1 - 0.9 ** (t + 1)) / corrected",
        ),
    ),
    "RMSprop": (
        _before("s = 0.0"),
        (
            WEIGHTS,
            f"s = 0.9 * s + 0.1 * dw**2{PAUSE}self.weights = self.weights - self.learning_rate * dw / (s**0.5 + 1e-8)",
        ),
    ),
    "AdaGrad": (
        _before("s = 0.0"),
        (WEIGHTS, f"s = s + dw**2{PAUSE}self.weights = self.weights - self.learning_rate * dw / (s**0.5 + 1e-8)"),
    ),
    "momentum of another strength": (
        _before("v = 0.0"),
        (WEIGHTS, f"v = 0.43 * v - self.learning_rate * dw{PAUSE}self.weights = self.weights + v"),
    ),
    "damped momentum": (
        _before("v = 0.0"),
        (WEIGHTS, f"v = 0.9 * v + 0.1 * dw{PAUSE}self.weights = self.weights - self.learning_rate * v"),
    ),
    "Nesterov": (
        _before("v = 0.0"),
        (
            WEIGHTS,
            f"u, v = v, 0.7 * v - self.learning_rate * dw{PAUSE}self.weights = self.weights + 1.7 * v - 0.7 * u",
        ),
    ),
    "clipped gradient": (_step("self.learning_rate * np.clip(dw, -0.2, 0.2)"),),
    "gradient clipped by its norm": (_step("self.learning_rate * dw * min(1, 0.3 / np.linalg.norm(dw))"),),
    "normalised gradient": (_step("self.learning_rate * dw / np.linalg.norm(dw)"),),
    "signs of the gradient": (_step("self.learning_rate * np.sign(dw)"),),
    "squared gradient": (_step("self.learning_rate * dw * np.abs(dw)"),),
    "weight decay": ((WEIGHTS, f"self.weights = 0.97 * {WEIGHTS.split(' = ')[1]}"),),
    "weights kept small": ((WEIGHTS, f"self.weights = np.clip({WEIGHTS.split(' = ')[1]}, -0.05, 0.05)"),),
    "weights never negative": ((WEIGHTS, f"self.weights = np.maximum({WEIGHTS.split(' = ')[1]}, 0)"),),
    "Newton's direction": (
        _step("self.learning_rate * np.linalg.solve(X.T @ X / n_samples + np.eye(n_features), dw)"),
    ),
    "rate divided by t": ((LOOP, COUNTED), _step("self.learning_rate / (1 + 0.13 * t) * dw")),
    "rate divided by the root of t": ((LOOP, COUNTED), _step("self.learning_rate / (t + 1) ** 0.5 * dw")),
    "exponential decay": ((LOOP, COUNTED), _step("self.learning_rate * 0.91**t * dw")),
    "warm-up": ((LOOP, COUNTED), _step("self.learning_rate * min(1, (t + 1) / 5) * dw")),
    "cosine schedule": ((LOOP, COUNTED), _step("self.learning_rate * (1 + np.cos(t / self.n_iterations)) / 2 * dw")),
    "a rate for each weight": (_step("self.learning_rate * dw / (1 + np.arange(n_features))"),),
    "bias at another rate": ((BIAS, "self.bias = self.bias - self.learning_rate**0.5 * db"),),
    "one coordinate per iteration": (
        (LOOP, COUNTED),
        _step("self.learning_rate * dw * (np.arange(n_features) == t % n_features)"),
    ),
    # other losses
    "squashed errors": ((GRADIENT, "dw = X.T @ np.tanh(error)"),),
    "Huber": ((GRADIENT, "dw = X.T @ np.clip(error, -0.4, 0.4)"),),
    "cubed errors": ((GRADIENT, "dw = X.T @ error**3"),),
    "quantile loss": ((GRADIENT, "dw = X.T @ np.where(error > 0, 0.8, -0.2)"),),
    "focal weights": ((GRADIENT, "dw = X.T @ (error * np.abs(error) ** 0.5)"),),
    "errors within a margin ignored": ((GRADIENT, "dw = X.T @ (error * (np.abs(error) > 0.1))"),),
    "median": (("db = np.sum(error) / n_samples", "db = np.median(error)"),),
    "smoothed labels": (("- y\n", "- (0.9 * y + 0.05)\n"),),
    # other data
    "weighted samples": ((GRADIENT, "dw = (X.T * np.linspace(0.5, 1.5, n_samples)) @ error"),),
    "every other sample": ((GRADIENT, "dw = X[::2].T @ error[::2]"),),
    "trimmed samples": ((GRADIENT, "dw = X[np.abs(error) < 0.9].T @ error[np.abs(error) < 0.9]"),),
    "three quarters of the samples": ((GRADIENT, "dw = X[: 3 * n_samples // 4].T @ error[: 3 * n_samples // 4]"),),
    "features squared": ((GRADIENT, "dw = (X**2).T @ error"),),
    "features shifted": ((START, TABLE.format("X + 1")),),
    "features divided by their norms": ((START, TABLE.format("X / np.linalg.norm(X, axis=0)")),),
    "rows divided by their norms": ((START, TABLE.format("X / np.linalg.norm(X, axis=1, keepdims=True)")),),
    "logarithm of the features": ((START, TABLE.format("np.sign(X) * np.log1p(np.abs(X))")),),
    "halved at the end": (
        ("return self\n\n    def predict", "self.weights = self.weights * 0.5\n        return self\n\n    def predict"),
    ),
}
"""Name of the mistake, and pieces of a reference with what stands in their place."""
