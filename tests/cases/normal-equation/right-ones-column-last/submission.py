import numpy as np


class LinearRegressionClosed:

    def __init__(self):
        self._theta = None

    @property
    def weights(self):
        return self._theta[:-1] if self._theta is not None else None

    @property
    def bias(self):
        return self._theta[-1] if self._theta is not None else None

    def fit(self, X, y):
        Z = self._with_ones(X)
        if np.linalg.matrix_rank(Z) != Z.shape[1]:
            raise np.linalg.LinAlgError("Z'Z is singular")
        self._theta = np.linalg.solve(np.einsum("ni,nj->ij", Z, Z), np.einsum("ni,n->i", Z, y))
        return self

    def predict(self, X):
        return self._with_ones(X) @ self._theta

    def _with_ones(self, X):
        return np.concatenate([X, np.ones((len(X), 1))], axis=1)
