import numpy as np


class LinearRegression:
    """TODO"""
