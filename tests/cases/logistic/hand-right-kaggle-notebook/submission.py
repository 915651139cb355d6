import numpy as np

# In[12]: activation + metric helpers (used to be notebook cells)

def cross_entropy(y_true, y_hat, eps=1e-10):
    y_hat = y_hat.copy()
    y_hat[y_hat < eps] = eps
    y_hat[y_hat > 1 - eps] = 1 - eps
    return -(y_true * np.log(y_hat) + (1 - y_true) * np.log(1 - y_hat)).mean()


def accuracy_score(y_true, y_pred):
    return (y_true == y_pred).mean()


# In[14]: the model

class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        with np.errstate(over="ignore"):
            # exp(1000) is inf and 1 / (1 + inf) is 0, which is what we want
            return 1.0 / (1.0 + np.exp(-np.asarray(z, dtype=np.float64)))

    def fit(self, X, y):
        X_train = np.array(X, dtype=np.float64)   # copies, the dataframe stays clean
        y_train = np.array(y, dtype=np.float64)
        train_rows, train_cols = X_train.shape

        w = np.zeros(train_cols)
        b = 0.0
        model_loss = []

        for epoch in range(self.n_iterations):
            y_hat = self._sigmoid((X_train * w).sum(axis=1) + b)
            model_loss.append(cross_entropy(y_train, y_hat))
            diff = y_hat - y_train
            grad_w = (diff.reshape(-1, 1) * X_train).mean(axis=0)
            grad_b = diff.mean()
            w -= self.learning_rate * grad_w
            b -= self.learning_rate * grad_b

        self.weights = w
        self.bias = b
        self.loss_history = model_loss
        return self

    def predict_proba(self, X):
        X_test = np.array(X, dtype=np.float64)
        return self._sigmoid((X_test * self.weights).sum(axis=1) + self.bias)

    def predict(self, X, threshold=0.5):
        preds = np.zeros(len(X), dtype=int)
        preds[self.predict_proba(X) >= threshold] = 1
        return preds

    def accuracy(self, X, y):
        return accuracy_score(np.asarray(y), self.predict(X))
