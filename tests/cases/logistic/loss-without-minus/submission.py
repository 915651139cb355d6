import numpy as np

class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        return 1/(1+np.exp(-np.clip(z,-500,500)))

    def fit(self, X, y):
        n,d = X.shape
        w = np.zeros(d)
        b = 0
        loss = []
        for t in range(self.n_iterations):
            p = self._sigmoid(X@w+b)
            pc = np.clip(p,1e-15,1-1e-15)
            loss.append((y*np.log(pc)+(1-y)*np.log(1-pc)).sum()/n)
            dw = X.T@(p-y)/n
            db = (p-y).sum()/n
            w = w-self.learning_rate*dw
            b = b-self.learning_rate*db
        self.weights = w
        self.bias = b
        self.loss_history = loss
        return self

    def predict_proba(self, X):
        return self._sigmoid(X@self.weights+self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X)>=threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X)==y)
