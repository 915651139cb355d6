"""Checks for anything with ``fit`` and ``predict``.

Beside ``drawing``, the suite that imports them provides the fixture ``quick``, the hyperparameters of a short training.
"""

from typing import Any

import numpy as np

from grader import expect
from grader.checks import check
from grader.fixtures import Build, Draw, Observe, Sample

Options = dict[str, Any]


@check(
    "shapes and API",
    hint="Read the exception from its last line: what was being computed, and in which line of yours?",
    kept="Everything else waits for it, so that a crash is told once, where it happens.",
)
def test_fit_runs(observe: Observe, quick: Options) -> None:
    """`fit` trains on 23 samples with 3 features without an error."""
    observe(**quick)


@check(
    "shapes and API",
    after="test_fit_runs",
    hint="The names of the attributes are in the docstring of the class.",
    kept="Most checks wait for it, so that a wrong name is told once.",
)
def test_fit_stores_weights_and_bias(observe: Observe, quick: Options) -> None:
    """`fit` stores what it has learned as the attributes `weights` and `bias`."""
    model, _ = observe(**quick)
    expect.numbers(model.weights, "weights")
    expect.numbers(model.bias, "bias")


@check("shapes and API", after="test_fit_runs", hint="What does a method return when it has no return statement?")
def test_fit_returns_self(observe: Observe, quick: Options) -> None:
    """`fit` returns the model itself, so that calls can be chained."""
    _, answer = observe(**quick)
    expect.true(answer.kind == "self", "fit should return self", found=answer.type_name)


@check(
    "shapes and API",
    after="test_fit_stores_weights_and_bias",
    hint="X has one column per feature, so X.T @ error has one entry each.",
    kept="It speaks of the shape, where others would speak of numbers that differ.",
)
def test_weights_have_one_entry_per_feature(build: Build, draw: Draw, quick: Options) -> None:
    """`weights` has shape (n_features,), for one feature and for many."""
    for n_features in (1, 4):
        model = build(**quick)
        model.fit(*draw(23, n_features))
        expect.shape(model.weights, (n_features,), f"weights, for {n_features} feature(s),")


@check(
    "shapes and API",
    after="test_fit_stores_weights_and_bias",
    hint="The bias is one number for all samples: sum or average over them.",
)
def test_bias_is_a_scalar(observe: Observe, quick: Options) -> None:
    """`bias` is a single number, not an array with an axis."""
    model, _ = observe(**quick)
    expect.shape(model.bias, (), "bias")


@check("shapes and API", after="test_fit_runs", hint="Print the shape of X @ weights, then of what is added to it.")
def test_predict_returns_one_value_per_row(build: Build, sample: Sample, draw: Draw, quick: Options) -> None:
    """`predict` returns shape (n_samples,), for another number of rows than in training and for a single row."""
    # not one trained before: where models share state, that is another check's to say
    model = build(**quick)
    model.fit(*sample)
    for n_rows in (7, 1):
        expect.shape(model.predict(draw(n_rows, 3)[0]), (n_rows,), f"predict, for {n_rows} row(s),")


@check(
    "shapes and API", after="test_fit_stores_weights_and_bias", hint="Which call turns a list of numbers into an array?"
)
def test_results_are_arrays(build: Build, sample: Sample, quick: Options) -> None:
    """`weights` and predictions are NumPy arrays, not lists."""
    model = build(**quick)
    model.fit(*sample)
    expect.ndarray(model.weights, "weights")
    expect.ndarray(model.predict(sample[0]), "predict(X)")


@check(
    "shapes and API",
    after="test_fit_stores_weights_and_bias",
    hint="What is the dtype of an array made like X when X holds integers?",
)
def test_integer_features_give_the_same_model(build: Build, draw: Draw, quick: Options) -> None:
    """Integer `X` gives the same weights and bias as the same numbers as floats."""
    X, y = draw(23, 3)
    X = np.round(2 * X)
    models = build(**quick), build(**quick)
    models[0].fit(X.astype(np.int64), y)
    models[1].fit(X, y)
    whole, real = (expect.numbers(model.weights, "weights", size=3) for model in models)
    expect.close(whole, real, "weights from integer X")
    whole_bias, real_bias = (expect.number(model.bias, "bias") for model in models)
    expect.close(whole_bias, real_bias, "bias from integer X", atol=1e-4 * np.max(np.abs(real)))


# ----------------------------------------------------- state and side effects


@check(
    "state and side effects",
    after="test_fit_stores_weights_and_bias",
    hint="Where are weights, bias and history set to their start?",
)
def test_fitting_twice_starts_over(build: Build, sample: Sample, draw: Draw, quick: Options) -> None:
    """A second `fit`, on other data, gives the same model as a fresh one."""
    second = draw(17, 3)
    refitted, fresh = build(**quick), build(**quick)
    refitted.fit(*sample)
    refitted.fit(*second)
    fresh.fit(*second)
    again, once = (expect.numbers(model.weights, "weights", size=3) for model in (refitted, fresh))
    expect.close(again, once, "weights after a second fit")
    again_bias, once_bias = (expect.number(model.bias, "bias") for model in (refitted, fresh))
    expect.close(again_bias, once_bias, "bias after a second fit", atol=1e-4 * np.max(np.abs(once)))


@check(
    "state and side effects",
    after="test_fit_stores_weights_and_bias",
    hint="Is anything stored on the class instead of on self?",
)
def test_models_do_not_share_state(build: Build, sample: Sample, draw: Draw, quick: Options) -> None:
    """Fitting one model leaves another one as it was."""
    X, y = sample
    model, other = build(**quick), build(**quick)
    model.fit(X, y)
    weights, predictions = (expect.numbers(answer, "the first model") for answer in (model.weights, model.predict(X)))
    other.fit(*draw(17, 3))
    expect.close(expect.numbers(model.weights, "weights"), weights, "the first model's weights, before and after,")
    expect.close(expect.numbers(model.predict(X), "predict(X)"), predictions, "the first model's predictions")


@check(
    "state and side effects",
    after="test_fit_runs",
    hint="`X -= ...` and `X[...] = ...` write into the caller's array.",
    kept="It says what happens to the caller's arrays, where others only see wrong numbers.",
)
def test_inputs_are_not_modified(observe: Observe, sample: Sample, quick: Options) -> None:
    """`fit` and `predict` leave the arrays that they are given as they were."""
    model, fitted = observe(**quick)
    for answer, names in ((fitted, ("X", "y")), (model.predict(sample[0]), ("X",))):
        changed = [names[i] for i in answer.changed if i < len(names)]
        expect.true(not changed, "the caller's array was changed in place", found=" and ".join(changed))
