"""Examples of what LogisticRegressionL2 does. Run them with: pytest tests/test_logistic_l2.py

They are a start and not the whole test: add your own where you are in doubt.
"""

import numpy as np
import pytest

from exercises.logistic_l2 import LogisticRegressionL2

# class 0 on the left, class 1 on the right
X = np.array([[-2.0], [-1.0], [1.0], [2.0]])
y = np.array([0, 0, 1, 1])


def trained(reg_lambda):
    model = LogisticRegressionL2(learning_rate=0.1, n_iterations=500, reg_lambda=reg_lambda)
    model.fit(X, y)
    return model


def test_sigmoid_is_one_half_at_zero():
    assert LogisticRegressionL2()._sigmoid(np.array([0.0])) == pytest.approx([0.5])


def test_fit_returns_the_model():
    model = LogisticRegressionL2()
    assert model.fit(X, y) is model


def test_probabilities_rise_from_left_to_right():
    probabilities = trained(reg_lambda=0.1).predict_proba(X)
    assert probabilities.shape == (4,)
    assert np.all((probabilities > 0) & (probabilities < 1))
    assert np.all(np.diff(probabilities) > 0)


def test_tells_the_classes_apart():
    model = trained(reg_lambda=0.1)
    assert list(model.predict(X)) == [0, 0, 1, 1]
    assert model.accuracy(X, y) == 1.0


def test_strong_penalty_makes_the_weight_small():
    free, held = trained(reg_lambda=0.0), trained(reg_lambda=10.0)
    assert 0 < held.weights[0] < free.weights[0] / 2


def test_loss_goes_down():
    losses = trained(reg_lambda=0.1).loss_history
    assert len(losses) == 500
    assert losses[-1] < losses[0]
