"""Examples of what LogisticRegression does. Run them with: pytest tests/test_logistic.py

They are a start and not the whole test: add your own where you are in doubt.
"""

import numpy as np
import pytest

from exercises.logistic import LogisticRegression

# class 0 on the left, class 1 on the right
X = np.array([[-2.0], [-1.0], [1.0], [2.0]])
y = np.array([0, 0, 1, 1])


def trained():
    model = LogisticRegression(learning_rate=0.1, n_iterations=500)
    model.fit(X, y)
    return model


def test_sigmoid_is_one_half_at_zero():
    assert LogisticRegression()._sigmoid(np.array([0.0])) == pytest.approx([0.5])


def test_sigmoid_goes_from_zero_to_one():
    low, high = LogisticRegression()._sigmoid(np.array([-20.0, 20.0]))
    assert low == pytest.approx(0.0, abs=0.001)
    assert high == pytest.approx(1.0, abs=0.001)


def test_fit_returns_the_model():
    model = LogisticRegression()
    assert model.fit(X, y) is model


def test_probabilities_rise_from_left_to_right():
    probabilities = trained().predict_proba(X)
    assert probabilities.shape == (4,)
    assert np.all((probabilities > 0) & (probabilities < 1))
    assert np.all(np.diff(probabilities) > 0)


def test_tells_the_classes_apart():
    model = trained()
    assert list(model.predict(X)) == [0, 0, 1, 1]
    assert model.accuracy(X, y) == 1.0


def test_threshold_moves_the_border():
    assert list(trained().predict(X, threshold=0.001)) == [1, 1, 1, 1]


def test_loss_goes_down():
    losses = trained().loss_history
    assert len(losses) == 500
    assert losses[-1] < losses[0]
