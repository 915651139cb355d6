"""Checks for models trained with full-batch gradient descent.

Beside what ``estimator.py`` needs, the suite provides ``plain``, the hyperparameters that switch extras such
as a penalty off, and ``loss``, the loss as a function of the data, the weights and the bias.
"""

from collections.abc import Callable
from typing import Any

import numpy as np

from grader import expect
from grader.checks import check
from grader.expect import Floats
from grader.fixtures import Build, Draw, Observe, Oracle, Sample
from grader.sandbox.remote import Model, SubmissionError
from grader.suites.data import draw_gentle_features
from grader.suites.estimator import Options

Loss = Callable[[Floats, Floats, Floats, float], float]
RATE = 0.0317
"""A rate that nobody would hard-code, small enough for every data set drawn here."""


def parameters(model: Model, n_features: int) -> tuple[Floats, float]:
    """Return the weights and bias of a trained model."""
    weights = expect.numbers(model.weights, "weights", size=n_features)
    return weights, expect.number(model.bias, "bias")


def history(model: Model, length: int) -> Floats:
    """Return a loss history that is expected to have so many entries."""
    return expect.numbers(model.loss_history, "loss_history", size=length)


def trained(build: Build, X: Floats, y: Floats, n_iterations: int, **options: float) -> Model:
    """Return a model of the candidate's after training."""
    model = build(**{"learning_rate": RATE, "n_iterations": n_iterations, **options})
    model.fit(X, y)
    return model


def beside_reference(
    build: Build, reference: Any, data: Sample, n_iterations: int, **options: float
) -> tuple[Floats, float, Any]:
    """Train the candidate's and the reference alike; return the weights and bias of the one, and the other."""
    X, y = data
    weights, bias = parameters(trained(build, X, y, n_iterations, **options), X.shape[1])
    return weights, bias, reference(**{"learning_rate": RATE, "n_iterations": n_iterations, **options}).fit(X, y)


def after(observe: Observe, n_iterations: int, **options: float) -> Model:
    """Return a model that is trained on the sample for so many iterations: to be looked at."""
    return observe(learning_rate=RATE, n_iterations=n_iterations, **options).model


def close_bias(bias: float, expected: float, weights: Floats, what: str, **sizes: int) -> None:
    """Expect a bias after few steps as exactly as weights are; it may by chance be far smaller than they are.

    Then it is a small difference of large errors, of which single precision is off by 1e-7 of the ``weights``.
    """
    expect.close(bias, expected, what, atol=2e-6 * float(np.max(np.abs(weights))), **sizes)


# ----------------------------------------------------------- gradient and loss


@check(
    "gradient and loss",
    after="test_fit_stores_weights_and_bias",
    hint="Compute one update by hand for two samples and one feature.",
    kept="It tells the first step from later ones and the weights from the bias, which others mix.",
)
def test_first_step_of_the_weights(observe: Observe, reference: Any, sample: Sample, plain: Options) -> None:
    """One iteration moves the weights from zero by the learning rate times the mean gradient."""
    weights, _ = parameters(after(observe, 1, **plain), 3)
    expected = reference(learning_rate=RATE, n_iterations=1, **plain).fit(*sample)
    expect.close(weights, expected.weights, "weights after one iteration", n_samples=23, n_features=3)


@check(
    "gradient and loss",
    after="test_fit_stores_weights_and_bias",
    hint="What is the derivative of the prediction with respect to b?",
    kept="It tells the first step from later ones and the bias from the weights, which others mix.",
)
def test_first_step_of_the_bias(observe: Observe, reference: Any, sample: Sample, plain: Options) -> None:
    """One iteration moves the bias from zero by the learning rate times the mean error."""
    _, bias = parameters(after(observe, 1, **plain), 3)
    expected = reference(learning_rate=RATE, n_iterations=1, **plain).fit(*sample)
    close_bias(bias, expected.bias, expected.weights, "the bias after one iteration", n_samples=23, n_features=3)


@check(
    "gradient and loss",
    after="test_fit_stores_weights_and_bias",
    hint="Should the gradient depend on how many rows there are?",
    kept="It asks about the sum and the mean whatever else is wrong with the gradient.",
)
def test_gradient_is_a_mean(observe: Observe, build: Build, sample: Sample, plain: Options) -> None:
    """The same samples given twice make the same step: the gradient is a mean, not a sum."""
    X, y = sample
    once, once_bias = parameters(after(observe, 1, **plain), 3)
    twice, twice_bias = parameters(trained(build, np.vstack([X, X]), np.concatenate([y, y]), 1, **plain), 3)
    expect.close(twice, once, "weights from the samples given twice")
    close_bias(twice_bias, once_bias, once, "the bias from the samples given twice")


@check(
    "gradient and loss",
    after="test_fit_stores_weights_and_bias",
    hint="Print the shape of y_pred - y. Is it (n,), or (n, n)?",
    kept="It asks about (n, n) matrices whatever else is wrong with the gradient.",
)
def test_each_sample_meets_its_own_target(observe: Observe, build: Build, sample: Sample, plain: Options) -> None:
    """Which target belongs to which row matters: shuffled targets give other weights, not an (n, n) average."""
    X, y = sample
    paired, _ = parameters(after(observe, 3, **plain), 3)
    shifted, _ = parameters(trained(build, X, np.roll(y, 7), 3, **plain), 3)
    difference = float(np.max(np.abs(paired - shifted)))
    expect.true(
        difference > 1e-6 * np.max(np.abs(paired)), "the weights do not depend on which target belongs to which sample"
    )


@check(
    "gradient and loss",
    after="test_fit_stores_weights_and_bias",
    hint="Fit with two rates and compare the first step.",
    kept="It asks about the rate whatever else is wrong with the gradient.",
)
def test_learning_rate_is_obeyed(observe: Observe, plain: Options) -> None:
    """Twice the learning rate makes the first step twice as long."""
    short, short_bias = parameters(after(observe, 1, **plain), 3)
    long, long_bias = parameters(observe(**plain, learning_rate=2 * RATE, n_iterations=1).model, 3)
    expect.close(long, 2 * short, "weights after one step at twice the rate")
    close_bias(long_bias, 2 * short_bias, short, "the bias after one step at twice the rate")


@check(
    "gradient and loss",
    after="test_first_step_of_the_weights",
    hint="Is there a bound on the features, the gradient or the weights that the brief does not know?",
    kept="It alone sees bounds that are wide, on the gradient, the weights or the features.",
)
def test_extreme_row_counts_as_it_is(build: Build, reference: Any, sample: Sample, plain: Options) -> None:
    """A row ten million times larger takes part in the first step as it is: no clipping, no dropping of outliers."""
    X, y = sample[0].copy(), sample[1]
    X[7] *= 1e7
    weights, _, expected = beside_reference(build, reference, (X, y), 1, **plain)
    expect.close(weights, expected.weights, "weights after one iteration")


@check(
    "gradient and loss",
    after="test_first_step_of_the_weights",
    hint="Do all rows take part in every update, however many there are?",
    kept="It alone sees mini-batches, which are larger than the data of all other checks.",
)
def test_many_samples_make_one_step(build: Build, reference: Any, draw: Draw, plain: Options) -> None:
    """An iteration on 1,100 samples is one update with the mean over all of them."""
    weights, bias, expected = beside_reference(build, reference, draw(1100, 10), 1, **plain)
    expect.close(weights, expected.weights, "weights after one iteration", n_samples=1100, n_features=10)
    close_bias(bias, expected.bias, expected.weights, "the bias after one iteration", n_samples=1100, n_features=10)


@check(
    "gradient and loss",
    after="test_fit_stores_weights_and_bias",
    hint="Fit with 1 and with 10 iterations and compare.",
    kept="It asks about the iterations whatever else is wrong with the gradient.",
)
def test_iteration_count_is_obeyed(observe: Observe, plain: Options) -> None:
    """Ten iterations end elsewhere than three: `n_iterations` is obeyed, and each iteration makes an update."""
    few, _ = parameters(after(observe, 3, **plain), 3)
    more, _ = parameters(after(observe, 10, **plain), 3)
    difference = float(np.max(np.abs(more - few)))
    expect.true(
        difference > 1e-6 * np.max(np.abs(few)), "the weights after 3 and after 10 iterations are the same", weights=few
    )


@check(
    "gradient and loss",
    after=("test_first_step_of_the_weights", "test_first_step_of_the_bias"),
    hint="The first step is right. What differs in the second: which weights and bias does the error come from?",
    kept="Whoever has the first step right learns here that the second is wrong; convergence waits for it.",
)
def test_later_steps(observe: Observe, reference: Any, sample: Sample, plain: Options) -> None:
    """After 2, 3 and 10 iterations the weights and bias are those of gradient descent."""
    for n_iterations in (2, 3, 10):
        weights, bias = parameters(after(observe, n_iterations, **plain), 3)
        expected = reference(learning_rate=RATE, n_iterations=n_iterations, **plain).fit(*sample)
        expect.close(weights, expected.weights, f"weights after {n_iterations} iterations")
        scale = 1e-4 * float(np.max(np.abs(expected.weights)))
        expect.close(bias, expected.bias, f"the bias after {n_iterations} iterations", atol=scale)


@check(
    "convergence",
    after="test_later_steps",
    hint="Does your rate change on the way, or does something pull at the weights beside the loss of the brief?",
    kept="It alone sees a rate that is lowered after a hundred iterations, and a penalty that is small.",
)
def test_late_steps(observe: Observe, reference: Any, sample: Sample, plain: Options) -> None:
    """After 120 iterations the weights and bias are still those of gradient descent at one learning rate."""
    weights, bias = parameters(after(observe, 120, **plain), 3)
    expected = reference(learning_rate=RATE, n_iterations=120, **plain).fit(*sample)
    # the errors of single precision stay near 1e-6, since every step shrinks those of the steps before
    expect.close(weights, expected.weights, "weights after 120 iterations", rtol=3e-5)
    expect.close(bias, expected.bias, "the bias after 120 iterations", atol=3e-5 * float(np.max(np.abs(weights))))


@check(
    "convergence",
    after="test_later_steps",
    hint="Is every step taken as it is, also one that makes the loss larger?",
    kept="It alone sees a rate that adapts itself, and whoever keeps the best weights in the place of the last.",
)
def test_rate_that_is_too_long(
    build: Build, reference: Any, rng: np.random.Generator, draw: Draw, plain: Options
) -> None:
    """At a rate that is far too long the steps overshoot, as gradient descent does."""
    X, y = draw(23, 3)
    # nothing to learn but the mean, and features far off centre, along which the loss is curved most: the first step
    # already goes beyond where the loss is as high as at the start, for a logistic loss too, a quarter as curved
    X, y = X + 3, rng.permutation(y)
    design = np.column_stack([np.ones(len(X)), X])
    options = {**plain, "learning_rate": 12 / float(np.linalg.eigvalsh(design.T @ design / len(X))[-1])}
    weights, bias, expected = beside_reference(build, reference, (X, y), 5, **options)
    expect.close(weights, expected.weights, "weights after five iterations")
    expect.close(bias, expected.bias, "the bias after five iterations", atol=1e-4 * float(np.max(np.abs(weights))))


@check(
    "gradient and loss",
    after="test_fit_stores_weights_and_bias",
    hint="Gradient descent gets there step by step.",
    kept="It speaks of formulas in the place of descent, where others speak of numbers that differ.",
)
def test_one_iteration_is_not_the_optimum(observe: Observe, sample: Sample, plain: Options, loss: Loss) -> None:
    """After one small step the loss is still far from its minimum: the answer comes from descent, not a formula."""
    X, y = sample
    after_one = loss(X, y, *parameters(after(observe, 1, **plain), 3))
    after_many = loss(X, y, *parameters(after(observe, 40, **plain), 3))
    start = loss(X, y, np.zeros(3), 0.0)
    expect.true(
        after_one - after_many > 0.2 * (start - after_many) or after_many >= start,
        "a single iteration has already reached what 40 iterations reach",
        loss_after_1=after_one,
        loss_after_40=after_many,
    )


@check(
    "gradient and loss",
    after="test_fit_runs",
    hint="One entry for each pass of the loop.",
    kept="The checks of the losses wait for it, so that a wrong length is told once.",
)
def test_loss_history_has_one_entry_per_iteration(observe: Observe, plain: Options) -> None:
    """`loss_history` has as many entries as there are iterations."""
    for n_iterations in (1, 10):
        history(after(observe, n_iterations, **plain), n_iterations)


@check(
    "gradient and loss",
    after=("test_fit_stores_weights_and_bias", "test_loss_history_has_one_entry_per_iteration"),
    hint="What are the predictions while all is zero? Compare the factor, and the moment of recording, with the stub.",
    kept="Whoever has the wrong factor learns it from one number; the later losses wait for it.",
)
def test_first_loss(observe: Observe, sample: Sample, plain: Options, loss: Loss) -> None:
    """The first entry of `loss_history` is the loss at the start, before any update."""
    X, y = sample
    model = after(observe, 1, **plain)
    recorded = history(model, 1)[0]
    start, later = loss(X, y, np.zeros(3), 0.0), loss(X, y, *parameters(model, 3))
    if abs(recorded - later) < 1e-4 * start < abs(recorded - start):
        raise expect.Mismatch("each loss is recorded one update late", expected=start, found=recorded)
    expect.close(recorded, start, "the first loss", n_samples=23)


@check(
    "gradient and loss",
    after="test_first_loss",
    hint="The first loss is right. What is different in the second?",
    kept="It follows the submission's own weights, so it holds under every convention.",
)
def test_loss_history_is_the_loss(observe: Observe, sample: Sample, plain: Options, loss: Loss) -> None:
    """Each entry of `loss_history` is the loss of the weights and bias before that iteration's update."""
    X, y = sample
    recorded = history(after(observe, 10, **plain), 10)[[0, 1, 2, 3, 9]]
    path = [(np.zeros(3), 0.0), *(parameters(after(observe, k, **plain), 3) for k in (1, 2, 3, 9))]
    expected = np.array([loss(X, y, weights, bias) for weights, bias in path])
    expect.close(recorded, expected, "losses", n_samples=23)


@check(
    "gradient and loss",
    after="test_loss_history_has_one_entry_per_iteration",
    hint="Do you walk downhill?",
    kept="It needs no solution to compare with, so it would also see a mistake in ours.",
)
def test_loss_decreases(observe: Observe, plain: Options) -> None:
    """At a small learning rate the loss goes down in every iteration."""
    losses = history(after(observe, 40, **plain), 40)
    rises = np.flatnonzero(np.diff(losses) >= 0)
    expect.true(
        rises.size == 0,
        f"the loss rises {rises.size} times" if rises.size != 39 else "the loss never goes down",
        found=losses,
    )


@check(
    "convergence",
    after="test_loss_history_has_one_entry_per_iteration",
    hint="Does your loop end before `n_iterations` when little changes?",
    kept="It says why a training ends elsewhere, where others speak of numbers that differ.",
)
def test_training_does_not_stop_early(build: Build, rng: np.random.Generator, draw: Draw, plain: Options) -> None:
    """All of `n_iterations` updates are made, also when the loss has long stopped changing."""
    X, (_, y) = draw_gentle_features(rng, 30, 2), draw(30, 2)
    history(trained(build, X, rng.permutation(y), 400, **{**plain, "learning_rate": 0.5}), 400)


# --------------------------------------------------------------- shapes and API


@check(
    "shapes and API",
    after="test_fit_stores_weights_and_bias",
    hint="Which of your sums and means can be over nothing, or over values that are all the same?",
    kept="Features scaled inside are accepted, and then it alone sees a division by a deviation of zero.",
)
def test_few_samples(build: Build, draw: Draw, quick: Options) -> None:
    """One sample, or fewer samples than features, still give finite weights and predictions."""
    for n_samples, n_features in ((1, 2), (3, 5)):
        X, y = draw(n_samples, n_features)
        model = build(**quick)
        model.fit(X, y)
        expect.numbers(model.weights, f"weights, for {n_samples} sample(s) and {n_features} features,", size=n_features)
        expect.numbers(model.predict(X), "predict(X)", size=n_samples)


@check("shapes and API", after="test_later_steps", hint="Compare the signature of __init__ with the stub's.")
def test_default_hyperparameters(model: Model, reference: Oracle, draw: Draw) -> None:
    """Without arguments the model trains as the docstring says: 1000 iterations at rate 0.01."""
    if stores(model, reference.defaults):
        # that they are obeyed is what other checks are about
        return
    X, y = draw(9, 2)
    # so small that 1000 iterations end far from the optimum, where another rate would end too
    X *= 0.05
    model.fit(X, y)
    weights, _ = parameters(model, 2)
    expected = reference().fit(X, y)
    expect.close(weights, expected.weights, "weights from the default hyperparameters", rtol=1e-3)
    # an iteration more or less does not show in the weights
    history(model, len(expected.loss_history))


def stores(model: Model, hyperparameters: dict[str, float]) -> bool:
    """Return whether a model keeps these hyperparameters under their names, as the stub's constructor does.

    That is told in a moment. A model that does not has to be trained to show what it was made with.
    """
    try:
        kept = {name: getattr(model, name).array for name in hyperparameters}
    except SubmissionError:
        return False
    return all(array is not None and array.size == 1 and array == hyperparameters[n] for n, array in kept.items())


# --------------------------------------------------------- numerical stability


@check(
    "numerical stability",
    after="test_fit_stores_weights_and_bias",
    hint="What is the standard deviation of a column that never varies?",
    kept="Features scaled inside are accepted, and then it alone sees a division by a deviation of zero.",
)
def test_constant_feature(build: Build, draw: Draw, quick: Options) -> None:
    """A feature that never varies gives no NaN and no infinity."""
    X, y = draw(23, 3)
    X[:, 1] = 1.5
    model = build(**quick)
    model.fit(X, y)
    expect.numbers(model.weights, "weights", size=3)
    expect.numbers(model.predict(X), "predict(X)", size=23)


# ------------------------------------------------------ state and side effects


@check(
    "state and side effects",
    after="test_loss_history_has_one_entry_per_iteration",
    hint="Where is the list made, in __init__ or in fit?",
)
def test_fitting_twice_starts_the_history_over(build: Build, sample: Sample, draw: Draw, plain: Options) -> None:
    """After a second `fit`, `loss_history` holds the second training only."""
    model = trained(build, *sample, 6, **plain)
    model.fit(*draw(17, 3))
    history(model, 6)


@check(
    "state and side effects",
    after="test_loss_history_has_one_entry_per_iteration",
    hint="Is the list an attribute of the class, or a default argument?",
)
def test_models_do_not_share_their_history(build: Build, sample: Sample, draw: Draw, plain: Options) -> None:
    """Training another model leaves the `loss_history` of the first as it was."""
    model = trained(build, *sample, 6, **plain)
    before = history(model, 6)
    trained(build, *draw(17, 3), 6, **plain)
    expect.close(history(model, 6), before, "the first model's losses, before and after,")
