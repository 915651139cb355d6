"""Grades the machine-learning coding interview: linear and logistic regression from scratch with NumPy."""

__version__ = "0.1.0"
