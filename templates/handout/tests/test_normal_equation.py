"""Examples of what LinearRegressionClosed does. Run them with: pytest tests/test_normal_equation.py

They are a start and not the whole test: add your own where you are in doubt.
"""

import numpy as np
import pytest

from exercises.normal_equation import LinearRegressionClosed

# four points on the line y = 2 x + 1
X = np.array([[0.0], [1.0], [2.0], [3.0]])
y = np.array([1.0, 3.0, 5.0, 7.0])


def trained(X, y):
    model = LinearRegressionClosed()
    model.fit(X, y)
    return model


def test_fit_returns_the_model():
    model = LinearRegressionClosed()
    assert model.fit(X, y) is model


def test_finds_the_line():
    model = trained(X, y)
    assert model.weights == pytest.approx([2.0])
    assert model.bias == pytest.approx(1.0)


def test_predicts_points_on_the_line():
    predictions = trained(X, y).predict(np.array([[10.0], [-1.0]]))
    assert predictions.shape == (2,)
    assert predictions == pytest.approx([21.0, -1.0])


def test_finds_a_plane():
    # y = x1 - 3 x2 + 4
    corners = np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])
    model = trained(corners, np.array([4.0, 5.0, 1.0, 2.0]))
    assert model.weights.shape == (2,)
    assert model.weights == pytest.approx([1.0, -3.0])
    assert model.bias == pytest.approx(4.0)
