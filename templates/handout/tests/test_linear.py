"""Examples of what LinearRegression does. Run them with: pytest tests/test_linear.py

They are a start and not the whole test: add your own where you are in doubt.
"""

import numpy as np
import pytest

from exercises.linear import LinearRegression

# four points on the line y = 2 x + 1
X = np.array([[0.0], [1.0], [2.0], [3.0]])
y = np.array([1.0, 3.0, 5.0, 7.0])


def trained():
    model = LinearRegression(learning_rate=0.1, n_iterations=2000)
    model.fit(X, y)
    return model


def test_fit_returns_the_model():
    model = LinearRegression()
    assert model.fit(X, y) is model


def test_finds_the_line():
    model = trained()
    assert model.weights == pytest.approx([2.0], abs=0.01)
    assert model.bias == pytest.approx(1.0, abs=0.01)


def test_predicts_points_on_the_line():
    predictions = trained().predict(np.array([[10.0], [-1.0]]))
    assert predictions.shape == (2,)
    assert predictions == pytest.approx([21.0, -1.0], abs=0.1)


def test_score_is_one_on_the_line():
    assert trained().score(X, y) == pytest.approx(1.0, abs=0.01)


def test_two_features_have_two_weights():
    model = LinearRegression()
    model.fit(np.array([[0.0, 1.0], [1.0, 0.0], [2.0, 2.0]]), np.array([1.0, 2.0, 3.0]))
    assert model.weights.shape == (2,)


def test_loss_goes_down():
    losses = trained().loss_history
    assert len(losses) == 2000
    assert losses[-1] < losses[0]
