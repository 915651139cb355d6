"""Checks for binary classifiers that predict a probability.

They need what ``descent.py`` needs.
"""

import numpy as np

from grader import expect
from grader.checks import check
from grader.fixtures import Build, Draw, Observe, Sample
from grader.sandbox.remote import Model
from grader.suites.data import draw_features, draw_gentle_features, draw_overlapping, maximum_likelihood, sigmoid
from grader.suites.descent import Loss, after, history, parameters, trained
from grader.suites.estimator import Options

# --------------------------------------------------------------- the sigmoid


@check("shapes and API", hint="What does exp do to an array?")
def test_sigmoid_keeps_the_shape(model: Model, rng: np.random.Generator) -> None:
    """`_sigmoid` takes an array of any shape and returns the same shape."""
    for shape in ((5,), (4, 1), (2, 3), (2, 2, 2)):
        expect.shape(model._sigmoid(rng.standard_normal(shape)), shape, f"_sigmoid of an array of shape {shape}")


@check(
    "gradient and loss",
    after="test_sigmoid_keeps_the_shape",
    hint="exp(0) is 1.",
    kept="It is the first thing to try of a sigmoid, and the other values wait for it.",
)
def test_sigmoid_of_zero_is_one_half(model: Model) -> None:
    """The sigmoid of 0 is 0.5."""
    expect.close(expect.number(model._sigmoid(np.zeros(1)), "_sigmoid(0)"), 0.5, "_sigmoid(0)")


@check(
    "gradient and loss",
    after="test_sigmoid_of_zero_is_one_half",
    hint="Check the sign in the exponent.",
    kept="It shows a wrong curve by itself, where others see training that is off.",
)
def test_sigmoid_values(model: Model, rng: np.random.Generator) -> None:
    """The sigmoid is 1 / (1 + exp(-z)): rising, and symmetric about (0, 0.5)."""
    z = np.sort(rng.uniform(-12, 12, 25))
    values = expect.numbers(model._sigmoid(z), "_sigmoid(z)", size=25)
    expect.close(values, sigmoid(z), "values of the sigmoid")
    mirrored = expect.numbers(model._sigmoid(-z), "_sigmoid(-z)", size=25)
    expect.close(values + mirrored, np.ones(25), "sums _sigmoid(z) + _sigmoid(-z)")
    # of equal values only where single precision knows no two between them
    middle = values[np.abs(z) < 8]
    expect.true(bool(np.all(np.diff(middle) >= 0)), "the sigmoid does not rise everywhere", found=values)


@check("numerical stability", after="test_sigmoid_values", hint="If you clip the scores, where?")
def test_sigmoid_of_moderate_scores(model: Model) -> None:
    """The sigmoid is right for scores of +-14 too: it is not cut off early."""
    values = expect.numbers(model._sigmoid(np.array([-14.0, 14.0])), "_sigmoid of +-14", size=2)
    # sigmoid(-14) is 8e-7; clipped at -10 it is 5e-5, and in single precision it may be off by 6e-8
    expect.close(values, sigmoid(np.array([-14.0, 14.0])), "values of the sigmoid", rtol=0, atol=1e-6)


@check(
    "numerical stability",
    after="test_sigmoid_of_zero_is_one_half",
    hint="What is exp(1000) in float64?",
    kept="The overflow waits for it: first the value, then the warning.",
)
def test_sigmoid_of_large_scores(model: Model) -> None:
    """The sigmoid is 0 and 1, not NaN, for scores of -1000 and 1000."""
    z = np.array([-1000.0, -750.0, 750.0, 1000.0])
    values = expect.numbers(model._sigmoid(z), "_sigmoid of +-1000", size=4)
    expect.close(values, np.array([0.0, 0.0, 1.0, 1.0]), "values of the sigmoid", atol=1e-6)


@check(
    "numerical stability",
    after="test_sigmoid_of_large_scores",
    hint="exp of a large positive number overflows; choose, for each sign of z, the form whose exponent is negative.",
)
def test_sigmoid_does_not_overflow(model: Model) -> None:
    """The sigmoid makes NumPy report no overflow, for scores of +-1000."""
    expect.no_warning(model._sigmoid(np.array([-1000.0, 0.0, 1000.0])), "_sigmoid of +-1000")


# -------------------------------------------------------------- probabilities


@check(
    "gradient and loss",
    after="test_fit_stores_weights_and_bias",
    hint="The score X @ weights + bias goes through the sigmoid.",
)
def test_probability_is_the_sigmoid_of_the_score(build: Build, sample: Sample, draw: Draw, plain: Options) -> None:
    """`predict_proba` is the sigmoid of X @ weights + bias, one probability of class 1 per row."""
    model = trained(build, *sample, 30, **plain)
    weights, bias = parameters(model, 3)
    X, _ = draw(11, 3)
    answer = model.predict_proba(X)
    expect.shape(answer, (11,), "predict_proba")
    expect.ndarray(answer, "predict_proba(X)")
    probabilities = expect.numbers(answer, "predict_proba")
    expect.close(probabilities, sigmoid(X @ weights + bias), "probabilities")


@check(
    "numerical stability",
    after="test_fit_runs",
    hint="Which part of your sigmoid can leave the range of float64?",
    kept="It asks of `predict_proba` what others ask of `_sigmoid`, which it need not call.",
)
def test_probabilities_of_huge_scores(observe: Observe, sample: Sample, plain: Options) -> None:
    """`predict_proba` stays within [0, 1] for scores of +-1e6."""
    probabilities = expect.numbers(after(observe, 10, **plain).predict_proba(sample[0] * 1e9), "predict_proba")
    inside = np.all((probabilities >= 0) & (probabilities <= 1))
    expect.true(inside, "probabilities should lie in [0, 1]", found=probabilities)


@check(
    "numerical stability",
    after="test_loss_history_has_one_entry_per_iteration",
    hint="What is log(p) when p has been rounded to exactly 0?",
)
def test_loss_of_confident_predictions_is_finite(build: Build, rng: np.random.Generator, plain: Options) -> None:
    """The loss stays finite when training so hard that probabilities reach 0 and 1, rightly and wrongly."""
    X = draw_features(rng, 24, 2)
    X[:, 0] = np.where(np.arange(24) % 2, 1, -1) * rng.uniform(20, 60, 24)
    separable = (X[:, 0] > 0).astype(float)
    with_errors = separable.copy()
    with_errors[:4] = 1 - with_errors[:4]
    for y in (separable, with_errors):
        model = trained(build, X, y, 30, **{**plain, "learning_rate": 50.0})
        losses = history(model, 30)
        # a clipped or rounded loss of a certain prediction may be a hair below zero
        expect.true(bool(np.all(losses > -1e-6)), "a cross-entropy is never negative", found=losses)


@check(
    "gradient and loss",
    after="test_loss_history_is_the_loss",
    hint="If you clip probabilities before the logarithm, how much do you clip away?",
)
def test_loss_of_clear_cases(build: Build, rng: np.random.Generator, plain: Options, loss: Loss) -> None:
    """The loss of confident, right predictions goes towards zero: it is the cross-entropy there too."""
    X = draw_features(rng, 24, 2)
    X[:, 0] = np.where(np.arange(24) % 2, 1, -1) * rng.uniform(6, 9, 24)
    y = (X[:, 0] > 0).astype(float)
    # one step at this rate takes the scores to about +-10, and the probabilities to 5e-5 of 0 and of 1
    clear = {**plain, "learning_rate": 0.35}
    losses = history(trained(build, X, y, 2, **clear), 2)
    weights, bias = parameters(trained(build, X, y, 1, **clear), 2)
    # within 1e-4 of the first loss: a clip at 1e-5 passes, one that shows in the third digit does not
    expect.close(losses[1], loss(X, y, weights, bias), "the loss of confident predictions", atol=1e-4)


# ------------------------------------------------------------------- decisions


@check("shapes and API", after="test_fit_runs", hint="A comparison gives booleans; what turns them into 0 and 1?")
def test_labels_are_integers(build: Build, sample: Sample, plain: Options) -> None:
    """`predict` returns the integers 0 and 1."""
    answer = trained(build, *sample, 10, **plain).predict(sample[0])
    labels = expect.numbers(answer, "predict(X)", size=23)
    expect.true(bool(np.all(np.isin(labels, [0, 1]))), "labels should be 0 or 1", found=labels)
    assert answer.array is not None
    kind = answer.array.dtype.kind
    if kind == "b":
        raise expect.Remark("predict returns booleans; the question asks for the integers 0 and 1")
    expect.true(kind in "iu", "labels should be integers", found=str(answer.array.dtype))


@check(
    "gradient and loss",
    after="test_probability_is_the_sigmoid_of_the_score",
    hint="Compare the probability, not the score, with the threshold, and use the argument.",
)
def test_threshold_is_obeyed(build: Build, sample: Sample, draw: Draw, plain: Options) -> None:
    """`predict` answers 1 exactly where the probability reaches the threshold, whichever that is."""
    model = trained(build, *sample, 60, **plain)
    X, _ = draw(60, 3)
    probabilities = expect.numbers(model.predict_proba(X), "predict_proba", size=60)
    for threshold in (0.5, 0.3, 0.7):
        options = {} if threshold == 0.5 else {"threshold": threshold}
        labels = expect.numbers(model.predict(X, **options), "predict(X)", size=60)
        # a row within rounding of the threshold may go either way
        clear = np.abs(probabilities - threshold) > 1e-6
        expected = probabilities >= threshold
        wrong = np.flatnonzero(clear & (labels != expected))
        expect.true(
            wrong.size == 0,
            f"{wrong.size} of 60 labels are wrong at the threshold {threshold}",
            **({"probability": probabilities[wrong[0]], "label": labels[wrong[0]]} if wrong.size else {}),
        )


@check("shapes and API", after="test_threshold_is_obeyed", hint=">= or >?")
def test_threshold_is_inclusive(build: Build, rng: np.random.Generator, plain: Options) -> None:
    """A probability of exactly 0.5 is class 1: the threshold is inclusive."""
    # as many labels 1 as 0: the first step leaves the bias at exactly 0, and a row of zeros scores exactly 0
    X, y = draw_features(rng, 12, 2), np.tile([0.0, 1.0], 6)
    model = trained(build, X, y, 1, **plain)
    row = np.zeros((1, 2))
    probability = expect.number(model.predict_proba(row), "predict_proba")
    label = expect.number(model.predict(row), "predict(X)")
    expect.close(label, float(probability >= 0.5), f"the label of a row whose probability is {probability:.17g}")


@check("shapes and API", after="test_labels_are_integers", hint="A fraction lies between 0 and 1.")
def test_accuracy_is_a_fraction(
    build: Build, sample: Sample, draw: Draw, rng: np.random.Generator, plain: Options
) -> None:
    """`accuracy` is the fraction of labels that agree with y."""
    model = trained(build, *sample, 30, **plain)
    half = 10 * draw(19, 3)[0]
    # every row but one also with the opposite sign, far out: so both labels are predicted
    X = np.vstack([half, -half[1:]])
    labels = expect.numbers(model.predict(X), "predict(X)", size=37)
    # 23 of 37 are right: no rounding leaves that alone, and it is neither the precision nor the recall
    y = np.where(rng.permutation(37) < 23, labels, 1 - labels).astype(float)
    expect.close(expect.number(model.accuracy(X, y), "accuracy"), 23 / 37, "the accuracy")


@check(
    "shapes and API",
    after="test_fit_stores_weights_and_bias",
    hint="What is the dtype of `p - y` and of what you keep it in, when `y` holds integers?",
    kept="Labels are integers as often as floats, and no other check gives integers.",
)
def test_integer_labels_give_the_same_model(observe: Observe, build: Build, sample: Sample, plain: Options) -> None:
    """Integer labels train the same model as the labels 0.0 and 1.0."""
    X, y = sample
    real, real_bias = parameters(after(observe, 3, **plain), 3)
    whole, whole_bias = parameters(trained(build, X, y.astype(np.int64), 3, **plain), 3)
    expect.close(whole, real, "weights from integer labels")
    expect.close(whole_bias, real_bias, "the bias from integer labels", atol=1e-4 * float(np.max(np.abs(real))))


# ----------------------------------------------------------------- convergence


@check(
    "convergence",
    after="test_first_step_of_the_bias",
    hint="Follow the bias over a few iterations.",
    kept="Its answer is a formula, so it would also see a mistake in our solution.",
)
def test_bias_learns_the_base_rate(build: Build, rng: np.random.Generator, plain: Options) -> None:
    """Where the features say nothing, the bias reaches the log odds of the base rate, log(p / (1 - p))."""
    half = draw_gentle_features(rng, 10, 2)
    labels = np.array([1.0] * 7 + [0.0] * 3)
    # every row also stands there with the opposite sign and the same label, so the weights stay zero
    X, y = np.vstack([half, -half]), np.concatenate([labels, labels])
    weights, bias = parameters(trained(build, X, y, 150, **{**plain, "learning_rate": 0.4}), 2)
    expect.close(bias, np.log(0.7 / 0.3), "the bias", rtol=1e-3)
    expect.close(weights, np.zeros(2), "weights", atol=1e-4)


@check(
    "convergence",
    after="test_later_steps",
    hint="Is the training long enough, and does every iteration go downhill?",
    kept="Its answer comes from Newton's method, so it would also see a mistake in our solution.",
)
def test_converges_to_the_maximum_likelihood(
    build: Build, rng: np.random.Generator, plain: Options, loss: Loss
) -> None:
    """On overlapping classes the weights and bias converge to those of maximum likelihood."""
    X, y = draw_overlapping(rng, 60, 2)
    optimum = maximum_likelihood(X, y)
    model = trained(build, X, y, 400, **{**plain, "learning_rate": 1.0})
    weights, bias = parameters(model, 2)
    scale = float(max(np.max(np.abs(optimum[0])), abs(optimum[1])))
    expect.close(weights, optimum[0], "weights", atol=1e-3 * scale)
    expect.close(bias, optimum[1], "the bias", atol=1e-3 * scale)


@check(
    "convergence",
    after=("test_first_step_of_the_weights", "test_accuracy_is_a_fraction"),
    hint="Are `predict` and `accuracy` right on their own? Then look at the training.",
    kept="It is the one number that whoever uses the model looks at.",
)
def test_accuracy_on_noisy_data(build: Build, rng: np.random.Generator, plain: Options) -> None:
    """After training, the accuracy on noisy data is that of the best linear classifier, within a few rows."""
    X, y = draw_overlapping(rng, 90, 2)
    weights, bias = maximum_likelihood(X, y)
    best = np.mean((X @ weights + bias >= 0) == y)
    model = trained(build, X, y, 100, **{**plain, "learning_rate": 1.0})
    accuracy = expect.number(model.accuracy(X, y), "accuracy")
    expect.true(abs(accuracy - best) <= 0.06, "the accuracy is off", expected=float(best), found=accuracy)
