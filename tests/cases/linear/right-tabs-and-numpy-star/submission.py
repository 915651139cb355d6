from numpy import *

class LinearRegression:
	def __init__(s, learning_rate=0.01, n_iterations=1000):
		s.learning_rate = learning_rate; s.n_iterations = n_iterations
		s.weights = None; s.bias = None; s.loss_history = []

	def fit(s, X, y):
		n, d = shape(X)
		s.weights = zeros(d); s.bias = 0.
		s.loss_history = []
		k = 0
		while k < s.n_iterations:
			e = dot(X, s.weights) + s.bias - y
			s.loss_history.append(sum(e**2)/2/n)
			g = dot(e, X)/n
			h = sum(e)/n
			s.weights = s.weights - s.learning_rate*g
			s.bias = s.bias - s.learning_rate*h
			k += 1
		return s

	def predict(s, X):
		return dot(X, s.weights) + s.bias

	def score(s, X, y):
		return 1 - sum((y - s.predict(X))**2)/sum((y - mean(y))**2)
