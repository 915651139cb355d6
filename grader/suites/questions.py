"""Makes the probes: small, odd, ugly data, and questions that no two known mistakes answer alike.

The number of samples is prime and no multiple of the number of features; the columns are neither scaled nor centred;
both signs occur; no rate and no penalty is one that somebody would write down. After one and two iterations gradient
descent has not forgotten its path yet, which is what tells most mistakes apart.
"""

import dataclasses
from collections.abc import Callable

import numpy as np

from grader.diagnosis.probe import DataSets, Options, Probe, Question
from grader.expect import Floats
from grader.suites.data import draw_features, draw_gentle_features, draw_labels, draw_targets

Rates = tuple[float, float, float]
"""Two learning rates for the usual data, and one for gentle data."""

NEW = 61
"""How many rows there are to predict: enough that some lie between any two thresholds."""

DrawTargets = Callable[[np.random.Generator, Floats], Floats]


def targets(rng: np.random.Generator, X: Floats) -> Floats:
    """Draw targets of both signs whose mean is well away from zero.

    A bias that is a small difference of large numbers would be another one in single precision.
    """
    y = draw_targets(rng, X, noise=0.4)
    moved: Floats = y - np.mean(y) + 0.7 * np.std(y)
    return moved


def labels(rng: np.random.Generator, X: Floats) -> Floats:
    """Draw labels 0 and 1."""
    return draw_labels(rng, X)


def data_sets(seed: int, n_samples: int, n_features: int, draw: DrawTargets) -> DataSets:
    """Draw the data of a probe: to fit on, to fit again on, of integers, and to predict."""
    rng = np.random.default_rng(seed)
    data: DataSets = {}
    for name, size in (("first", n_samples), ("second", n_samples - 4)):
        X = draw_features(rng, size, n_features)
        data[name] = X, draw(rng, X)
    # from near zero, where the bias decides, to far out, where the weights do; to both sides, for both signs
    half = draw_features(rng, NEW // 2 + 1, n_features) * np.logspace(-1.5, 0.7, NEW // 2 + 1)[:, None]
    new = np.vstack([half, -half[1:]])
    data["new"] = new, draw(rng, new)
    whole = np.round(2 * draw_features(rng, n_samples, n_features)).astype(np.int64)
    data["whole"] = whole, draw(rng, whole.astype(float))
    gentle = draw_gentle_features(rng, 4 * n_samples, n_features)
    # many, and shuffled, so that no plane separates the labels
    data["gentle"] = gentle, rng.permutation(draw(rng, gentle))
    data["column"] = data["first"][0], data["first"][1][:, None]
    data["wide"] = 12 * data["first"][0], data["first"][1]
    data["ones"] = new, np.ones(NEW)
    data["large"] = 500 * data["first"][0], data["first"][1]
    data["scores"] = np.array([0.0, 1.0, -1.0, 3.7, -20.0, 20.0]), np.zeros(0)
    data["table of scores"] = np.array([[0.5, -1.5], [2.0, -3.0]]), np.zeros(0)
    data["huge scores"] = np.array([-1000.0, 1000.0]), np.zeros(0)
    return data


def state(options: Options, fits: tuple[str, ...], when: str) -> tuple[Question, Question]:
    """Ask for the weights and the bias."""
    return (
        Question(f"the weights {when}", "training", "weights", options, fits),
        Question(f"the bias {when}", "training", "bias", options, fits),
    )


def descent(
    seed: int,
    size: tuple[int, int],
    draw: DrawTargets,
    rates: Rates,
    extras: tuple[Options, ...] = ((),),
) -> Probe:
    """Make the probe of a model trained by gradient descent.

    The last of the ``rates`` is for gentle data, on which it arrives within a hundred iterations. ``extras`` are
    further hyperparameters; the first of them is used throughout, the others where they matter.
    """
    questions: list[Question] = []
    fast = rates[2]

    def options(n_iterations: int, rate: float = rates[0], extra: Options = extras[0]) -> Options:
        return (("learning_rate", rate), ("n_iterations", n_iterations), *extra)

    def ask(opts: Options, fits: tuple[str, ...], when: str) -> None:
        questions.extend(state(opts, fits, when))

    for n_iterations in (1, 2, 3):
        ask(options(n_iterations), ("first",), f"after {n_iterations} iteration{'s' * (n_iterations > 1)}")
    ask(options(2, rates[1]), ("first",), "after 2 iterations at another rate")
    for extra in extras[1:]:
        ask(options(3, extra=extra), ("first",), f"after 3 iterations with {extra[0][0]} {extra[0][1]:g}")
    ask(options(3), ("second",), "on another number of samples")
    ask(options(3), ("first", "second"), "after a second fit")
    ask(options(3), ("whole",), "from integer features")
    ask(options(10), ("first",), "after 10 iterations")
    # where a gradient is long; at a rate as much smaller, so that whoever goes on does not swing beyond all bounds
    ask(options(1, rates[0] / 500**2), ("large",), "after an iteration on features 500 times as large")
    questions += [
        Question("the weights after 40 iterations", "training", "weights", options(40), rtol=1e-5, late=True),
        Question("the bias after 40 iterations", "training", "bias", options(40), rtol=1e-5, late=True),
    ]
    for n_iterations in (1, 3, 10):
        what = f"the losses of {n_iterations} iteration{'s' * (n_iterations > 1)}"
        questions.append(Question(what, "loss", "loss_history", options(n_iterations)))
    # fast enough to arrive, so that whoever waits for that has stopped
    what, long = "how many losses 110 iterations leave", options(110, fast)
    questions.append(Question(what, "loss", "loss_history", long, ("gentle",), length_only=True, late=True))
    for extra in extras[1:]:
        what = f"the losses with {extra[0][0]} {extra[0][1]:g}"
        questions.append(Question(what, "loss", "loss_history", options(3, extra=extra)))
    questions += [
        Question("the losses on another number of samples", "loss", "loss_history", options(3), ("second",)),
        Question("the losses after a second fit", "loss", "loss_history", options(3), ("first", "second")),
        Question("the losses from integer features", "loss", "loss_history", options(3), ("whole",)),
        *predictions(options(10), "first"),
        *manners(options(3)),
        Question("the type of the loss history", "manners", "loss_history", options(3)),
    ]
    start = state(untrained(options(1)), ("first",), "at the start")
    beyond = state(options(3), ("column",), "from a column of targets")
    return Probe(data_sets(seed, *size, draw), tuple(questions), start, "n_iterations", beyond)


def predictions(options: Options, fitted: str) -> tuple[Question, ...]:
    """Ask for what every model predicts."""
    return (
        Question("the predictions for new rows", "prediction", "predict", options, (fitted,), ("X:new",)),
        Question("the predictions for integer rows", "prediction", "predict", options, (fitted,), ("X:whole",)),
        Question("the predictions for the training rows", "prediction", "predict", options, (fitted,), ("X:first",)),
    )


def manners(options: Options) -> tuple[Question, ...]:
    """Ask for what comes with the numbers: what `fit` returns and changes, and the types."""
    return (
        Question("what `fit` returns", "manners", "fit", options),
        Question("the type of the weights", "manners", "weights", options),
        Question("the type of the predictions", "manners", "predict", options, ("first",), ("X:new",)),
    )


def score(options: Options) -> tuple[Question, ...]:
    """Ask for a regression's score."""
    return tuple(
        Question(f"the score on {where}", "score", "score", options, ("first",), (f"X:{data}", f"y:{data}"))
        for data, where in (("new", "new rows"), ("first", "the training rows"), ("second", "other rows"))
    )


def classifier(options: Options) -> tuple[Question, ...]:
    """Ask for what a classifier of two classes predicts."""
    sigmoid = tuple(
        Question(f"the sigmoid{of}", "prediction", "_sigmoid", options, ("first",), (data,))
        for data, of in (
            ("scores", ""),
            ("table of scores", " of a table of scores"),
            ("huge scores", " of scores of +-1000"),
        )
    )
    proba = Question("the probabilities", "prediction", "predict_proba", options, ("first",), ("X:new",))
    thresholds = tuple(
        Question(
            f"the labels at threshold {threshold:g}",
            "prediction",
            "predict",
            options,
            ("first",),
            ("X:new",),
            keywords=(("threshold", threshold),),
        )
        for threshold in (0.3, 0.62, 0.75)
    )
    accuracy = tuple(
        Question(f"the accuracy on {data}", "score", "accuracy", options, ("first",), (f"X:{data}", f"y:{data}"))
        for data in ("new", "first", "second")
    )
    type_of = Question("the type of the probabilities", "manners", "predict_proba", options, ("first",), ("X:new",))
    start = untrained(options)
    all_right = Question(
        "the accuracy where every label is right", "score", "accuracy", start, ("first",), ("X:ones", "y:ones")
    )
    tie = Question("the labels at probability 0.5", "prediction", "predict", start, ("first",), ("X:new",))
    confident = Question("the losses of confident predictions", "loss", "loss_history", options, ("wide",))
    overflow = Question("whether training on extreme rows overflows", "loss", "fit", options, ("large",))
    saturated = Question(
        "whether the losses of confident predictions are finite",
        "loss",
        "loss_history",
        options,
        ("large",),
        finite_only=True,
    )
    return (confident, saturated, overflow, *sigmoid, proba, *thresholds, *accuracy, all_right, tie, type_of)


def untrained(options: Options) -> Options:
    """Return the options with a rate so small that every probability stays at one half."""
    return tuple((name, 0.0 if name == "learning_rate" else value) for name, value in options)


def with_more(probe: Probe, questions: tuple[Question, ...]) -> Probe:
    """Return a probe with further questions."""
    return dataclasses.replace(probe, questions=probe.questions + questions)
