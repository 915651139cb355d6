"""Writes honest solutions of the gradient-descent exercises, as different as people write them.

A solution is put together from independent choices, each of which leaves the behaviour as the brief has it: how the
parameters are kept, how a product, a gradient, a loss, a sigmoid and an update are written, how the history grows, what
the class looks like, and which accepted convention is followed. The choices are drawn at random from a fixed seed, so
that the same solutions come out every time; no two are the same program. ``python -m bench.variants SLUG COUNT`` prints
some.
"""

import ast
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass

KEPT = ("flat", "attributes", "ones first", "ones last", "columns", "theta and properties", "loops")
FORWARD = (
    "{X} @ {w}",
    "np.dot({X}, {w})",
    "{X}.dot({w})",
    "np.matmul({X}, {w})",
    "np.einsum('ij,j->i', {X}, {w})",
    "({X} * {w}).sum(axis=1)",
    "np.sum({X} * {w}, axis=1)",
    "{w} @ {X}.T",
    "np.inner({X}, {w})",
    "np.tensordot({X}, {w}, axes=1)",
)
GRADIENT = (
    "{X}.T @ {e} / n",
    "{e} @ {X} / n",
    "np.dot({X}.T, {e}) / n",
    "(1 / n) * {X}.T.dot({e})",
    "np.einsum('ij,i->j', {X}, {e}) / n",
    "({X} * {e}[:, None]).mean(axis=0)",
    "np.mean({X}.T * {e}, axis=1)",
    "np.sum({X} * {e}[:, np.newaxis], axis=0) / len({e})",
    "np.array([np.mean({e} * {X}[:, j]) for j in range({X}.shape[1])])",
    "np.array([np.vdot(column, {e}) for column in {X}.T]) / n",
    "sum({X}[i] * {e}[i] for i in range(n)) / n",
)
MEAN = ("{e}.mean()", "np.mean({e})", "np.sum({e}) / n", "{e}.sum() / n", "np.average({e})", "sum({e}) / n")
UPDATE = (
    "{w} = {w} - {rate} * {g}",
    "{w} -= {rate} * {g}",
    "{w} += -{rate} * {g}",
    "{w} = {w} + {rate} * (-1 * {g})",
    "step = {rate} * {g}; {w} = {w} - step",
)
HALF_SQUARES = (
    "np.sum({e}**2) / (2 * n)",
    "np.mean({e}**2) / 2",
    "0.5 * np.mean(np.square({e}))",
    "({e} @ {e}) / (2 * n)",
    "np.dot({e}, {e}) / 2 / n",
    "np.linalg.norm({e}) ** 2 / (2 * n)",
    "np.var({e}) / 2 + np.mean({e}) ** 2 / 2",
    "sum(x * x for x in {e}) / (2 * n)",
    "np.einsum('i,i', {e}, {e}) / (2 * n)",
)
CROSS_ENTROPY = (
    "np.mean(np.logaddexp(0, {z}) - y * {z})",
    "np.mean(np.log1p(np.exp(-np.abs({z}))) + np.maximum({z}, 0) - y * {z})",
    "-np.mean(y * np.log(np.clip({p}, 1e-15, 1)) + (1 - y) * np.log(np.clip(1 - {p}, 1e-15, 1)))",
    "-np.mean(y * np.log({p} + 1e-12) + (1 - y) * np.log(1 - {p} + 1e-12))",
    "np.mean(np.logaddexp(0, (1 - 2 * y) * {z}))",
    "-np.sum(np.log(np.maximum(np.where(y == 1, {p}, 1 - {p}), 1e-15))) / n",
    "np.sum(np.logaddexp(0, -{z}) + (1 - y) * {z}) / n",
    "np.mean(y * np.logaddexp(0, -{z}) + (1 - y) * np.logaddexp(0, {z}))",
)
SIGMOID = (
    "decay = np.exp(-np.abs(z)); return np.where(z >= 0, 1, decay) / (1 + decay)",
    "return 0.5 * (1 + np.tanh(0.5 * z))",
    "return np.exp(-np.logaddexp(0, -z))",
    "return 1 / (1 + np.exp(-np.clip(z, -500, 500)))",
    "z = np.clip(z, -30, 30); return np.reciprocal(1 + np.exp(-z))",
    "t = np.exp(np.minimum(z, 0)); return t / (t + np.exp(-np.maximum(z, 0)))",
    "e = np.exp(-np.abs(z)); q = e / (1 + e); return np.where(z < 0, q, 1 - q)",
)
LOOP = (
    "for _ in range(self.n_iterations):",
    "for epoch in np.arange(self.n_iterations):",
    "for step_number, _ in enumerate([None] * self.n_iterations):",
    "k = 0\n        while (k := k + 1) <= self.n_iterations:",
)
PREPARE = (
    "",
    "X = np.asarray(X, dtype=float)",
    "X, y = np.array(X, dtype=float), np.array(y, dtype=float)",
    "X = np.asfortranarray(X)",
    "X = np.atleast_2d(X) + 0.0",
    "X, y = np.ascontiguousarray(X), np.ravel(y)",
    "X, y = X.astype(np.float32), y.astype(np.float32)",
)
ZEROS = (
    "np.zeros({d})",
    "np.zeros({d}, dtype=float)",
    "np.full({d}, 0.0)",
    "np.array([0.0] * {d})",
    "0.0 * np.ones({d})",
)
SCORE = (
    "residual = y - self.predict(X); return 1 - np.sum(residual**2) / np.sum((y - np.mean(y)) ** 2)",
    "return 1.0 - np.mean((y - self.predict(X)) ** 2) / np.var(y)",
    "top, bottom = self.predict(X) - y, y - y.mean(); return 1 - (top @ top) / (bottom @ bottom)",
    "total = len(y) * np.var(y); return (total - np.sum((self.predict(X) - y) ** 2)) / total",
)
LABELS = (
    "(self.predict_proba(X) >= threshold).astype(int)",
    "np.where(self.predict_proba(X) >= threshold, 1, 0)",
    "1 * (self.predict_proba(X) >= threshold)",
    "np.array([int(p >= threshold) for p in self.predict_proba(X)])",
    "1 - (self.predict_proba(X) < threshold).astype(np.int64)",
)
ACCURACY = (
    "np.mean(self.predict(X) == y)",
    "np.sum(self.predict(X) == y) / len(y)",
    "1 - np.mean(self.predict(X) != y)",
    "float((self.predict(X) == y).sum() / y.size)",
    "np.count_nonzero(self.predict(X) == y) / y.shape[0]",
)
HISTORY = ("list", "local list", "preallocated", "tuple to list")
CLASSES = ("plain", "base class", "module functions", "extra options", "keyword defaults")
CONVENTIONS = ("", "", "", "loss after", "array", "random start", "standardised", "centred", "column", "squared error")


@dataclass(frozen=True)
class Variant:
    """An honest solution and the choices that it is made of."""

    source: str
    choices: tuple[str, ...]


@dataclass(frozen=True)
class Task:
    """What an exercise asks for, as far as the solutions differ."""

    class_name: str
    classifies: bool
    penalised: bool


TASKS = {
    "linear": Task("LinearRegression", False, False),
    "logistic": Task("LogisticRegression", True, False),
    "logistic-l2": Task("LogisticRegressionL2", True, True),
}


def variants(slug: str, count: int) -> Iterator[Variant]:
    """Yield so many different honest solutions of an exercise."""
    rng = random.Random(f"honest {slug}")
    seen: set[str] = set()
    while len(seen) < count:
        draft = Draft(TASKS[slug], rng)
        source = draft.write()
        program = ast.unparse(ast.parse(source))
        if program not in seen:
            seen.add(program)
            yield Variant(source, tuple(draft.choices))


class Draft:
    """One solution while it is being written."""

    def __init__(self, task: Task, rng: random.Random) -> None:
        self.choices: list[str] = []
        self._task = task
        self._rng = rng
        self._kept = self._pick(KEPT)
        conventions = [c for c in CONVENTIONS if c != "squared error" or not task.classifies]
        # one vector for all parameters is led back to the units of X at its end, which the loops do not do
        scaled = ("standardised", "centred")
        self._convention = self._pick([c for c in conventions if self._kept != "loops" or c not in scaled])
        self._single = False

    def _pick(self, options: "list[str] | tuple[str, ...]") -> str:
        choice = self._rng.choice(options)
        self.choices.append(choice)
        return choice

    def write(self) -> str:
        """Return the source text."""
        style = self._pick(CLASSES)
        options = "learning_rate=0.01, n_iterations=1000" + (", reg_lambda=0.1" if self._task.penalised else "")
        names = [option.split("=")[0] for option in options.split(", ")]
        extra = {"extra options": ", verbose=False, tol=None", "keyword defaults": ", **ignored"}.get(style, "")
        stored = "\n".join(f"        self.{name} = {name}" for name in names)
        base = "(Model)" if style == "base class" else ""
        parts = ['"""An honest solution."""', "", "import numpy as np", ""]
        if style == "base class":
            parts += [
                "",
                "class Model:",
                "    def fit_predict(self, X, y):",
                "        return self.fit(X, y).predict(X)",
                "",
            ]
        if style == "module functions":
            parts += ["", "def _mean(values):", "    return np.sum(values) / np.size(values)", ""]
        parts += ["", f"class {self._task.class_name}{base}:", f"    def __init__(self, {options}{extra}):", stored]
        if self._kept != "theta and properties":
            parts += ["        self.weights = None", "        self.bias = None"]
        parts += ["        self.loss_history = []", ""]
        parts += self._methods(style)
        return "\n".join(parts) + "\n"

    # ------------------------------------------------------------------ the methods

    def _methods(self, style: str) -> list[str]:
        lines = ["    def fit(self, X, y):", *(f"        {line}" for line in self._fit(style).split("\n")), ""]
        if self._kept == "theta and properties":
            lines += ["    @property", "    def weights(self):", "        return self._theta[1:]", ""]
            lines += ["    @property", "    def bias(self):", "        return float(self._theta[0])", ""]
        score = self._forward("X", "self.weights") + " + self.bias"
        if not self._task.classifies:
            body = self._pick(SCORE).replace("; ", "\n        ")
            return [
                *lines,
                "    def predict(self, X):",
                f"        return {score}",
                "",
                "    def score(self, X, y):",
                f"        {body}",
            ]
        sigmoid = self._pick(SIGMOID).replace("; ", "\n        ")
        lines += ["    def _sigmoid(self, z):", f"        {sigmoid}", ""]
        lines += ["    def predict_proba(self, X):", f"        return self._sigmoid({score})", ""]
        lines += ["    def predict(self, X, threshold=0.5):", f"        return {self._pick(LABELS)}", ""]
        return [*lines, "    def accuracy(self, X, y):", f"        return {self._pick(ACCURACY)}"]

    def _forward(self, X: str, w: str) -> str:
        return self._pick(FORWARD).format(X=X, w=w)

    def _fit(self, style: str) -> str:
        if self._kept == "loops":
            return self._fit_in_loops()
        one_vector = self._kept in ("ones first", "ones last", "theta and properties")
        lines = [*self._start(one_vector), *self._history_start()]
        lines.append(self._pick(LOOP).replace("\n        ", "\n"))
        lines += [f"    {line}" for line in self._iteration(one_vector, style)]
        return "\n".join([*lines, *self._end(one_vector), "return self"])

    # ------------------------------------------------------------------ before the loop

    def _start(self, one_vector: bool) -> list[str]:
        prepare = self._pick(PREPARE)
        self._single = "float32" in prepare
        lines = [prepare] if prepare else []
        if self._convention == "column":
            lines.append("y = np.reshape(y, -1)")
        lines.append("n, d = X.shape")
        if self._convention == "standardised":
            lines += ["mean, scale = X.mean(axis=0), X.std(axis=0)", "scale = np.where(scale > 0, scale, 1)"]
        if self._convention == "centred":
            lines += ["mean, scale = np.mean(X, axis=0), np.ones(d)"]
        if self._convention in ("standardised", "centred"):
            lines.append("X = (X - mean) / scale")
        return [*lines, *self._zeros(one_vector)]

    def _zeros(self, one_vector: bool) -> list[str]:
        size = "d + 1" if one_vector else "d"
        zeros = self._pick(ZEROS).format(d=f"({size})")
        if self._convention == "random start":
            zeros = f"np.random.default_rng(7).normal(0, 0.01, {size})"
        if one_vector:
            ones = "np.ones((n, 1))"
            table = {"ones last": f"np.hstack([X, {ones}])"}.get(self._kept, f"np.concatenate([{ones}, X], axis=1)")
            return [f"A = {table}", f"theta = {zeros}"]
        if self._kept == "columns":
            return [f"w = ({zeros}).reshape(d, 1)", "b = 0.0", "t = y.reshape(n, 1)"]
        return [f"{self._w} = {zeros}", f"{self._b} = 0.0"]

    @property
    def _w(self) -> str:
        return "self.weights" if self._kept == "attributes" else "w"

    @property
    def _b(self) -> str:
        return "self.bias" if self._kept == "attributes" else "b"

    def _history_start(self) -> list[str]:
        self._history = self._pick(HISTORY)
        if self._history == "preallocated":
            return ["losses = np.empty(self.n_iterations)", "done = 0"]
        return ["self.loss_history = []"] if self._history == "list" else ["losses = []"]

    # ------------------------------------------------------------------ one iteration

    def _iteration(self, one_vector: bool, style: str) -> list[str]:
        before = self._errors(one_vector)
        record = self._record(one_vector)
        lines = [*before, *([] if self._convention == "loss after" else record)]
        lines += self._one_step(one_vector) if one_vector else self._two_steps(style)
        # the loss of the weights that have just been made
        return lines if self._convention != "loss after" else [*lines, *before, *record]

    def _errors(self, one_vector: bool) -> list[str]:
        if one_vector:
            z = self._forward("A", "theta")
        elif self._kept == "columns":
            z = "(X @ w + b)"
        else:
            z = f"{self._forward('X', self._w)} + {self._b}"
        target = "t" if self._kept == "columns" else "y"
        if self._task.classifies:
            return [f"z = {z}", "p = self._sigmoid(z)", f"e = p - {target}"]
        return [f"e = {z} - {target}"]

    def _record(self, one_vector: bool) -> list[str]:
        flat = "e.ravel()" if self._kept == "columns" else "e"
        if self._task.classifies:
            z, p = ("z.ravel()", "p.ravel()") if self._kept == "columns" else ("z", "p")
            loss = self._pick(CROSS_ENTROPY).format(z=z, p=p)
        else:
            loss = self._pick(HALF_SQUARES).format(e=flat)
        if self._convention == "squared error":
            loss = f"2 * ({loss})"
        if self._task.penalised:
            own = {"ones last": "theta[:-1]", "flat": "w", "columns": "w", "attributes": "self.weights"}
            weights = own.get(self._kept, "theta[1:]")
            loss = f"{loss} + self.reg_lambda / (2 * n) * np.sum({weights} ** 2)"
        if self._history == "preallocated":
            return [f"losses[done] = {loss}", "done += 1"]
        return [f"{'self.loss_history' if self._history == 'list' else 'losses'}.append({loss})"]

    def _rate(self) -> str:
        return "2 * self.learning_rate" if self._convention == "squared error" else "self.learning_rate"

    def _one_step(self, one_vector: bool) -> list[str]:
        lines = [f"g = {self._pick(GRADIENT).format(X='A', e='e')}"]
        if self._task.penalised:
            part = "g[:-1] += self.reg_lambda / n * theta[:-1]"
            lines.append(part if self._kept == "ones last" else part.replace(":-1", "1:"))
        return [*lines, self._pick(UPDATE).format(w="theta", g="g", rate=self._rate())]

    def _two_steps(self, style: str) -> list[str]:
        w, b = self._w, self._b
        if self._kept == "columns":
            lines = ["dw = X.T @ e / n", "db = e.mean()"]
        else:
            mean = "_mean({e})" if style == "module functions" else self._pick(MEAN)
            lines = [f"dw = {self._pick(GRADIENT).format(X='X', e='e')}", f"db = {mean.format(e='e')}"]
        if self._task.penalised:
            lines.append(f"dw = dw + self.reg_lambda / n * {w}")
        update = self._pick(UPDATE)
        return [*lines, update.format(w=w, g="dw", rate=self._rate()), update.format(w=b, g="db", rate=self._rate())]

    # ------------------------------------------------------------------ after the loop

    def _end(self, one_vector: bool) -> list[str]:
        lines = []
        if one_vector and self._kept == "ones last":
            lines = ["w, b = theta[:-1].copy(), float(theta[-1])"]
        elif one_vector:
            lines = ["w, b = theta[1:].copy(), float(theta[0])"]
        elif self._kept == "columns":
            lines = ["w, b = w.ravel(), float(b)"]
        elif self._kept == "attributes":
            lines = ["w, b = self.weights, self.bias"]
        if self._convention in ("standardised", "centred"):
            lines += ["w = w / scale", "b = float(b - mean @ w)"]
        if self._kept == "theta and properties":
            lines.append("self._theta = np.concatenate([[b], w])")
        else:
            lines.append("self.weights, self.bias = w, b")
        return lines + self._history_end()

    def _history_end(self) -> list[str]:
        kept = {"list": "self.loss_history", "preallocated": "losses.tolist()", "tuple to list": "list(tuple(losses))"}
        listed = kept.get(self._history, "losses")
        if self._convention == "array":
            return [f"self.loss_history = np.array({listed})"]
        return [] if self._history == "list" else [f"self.loss_history = {listed}"]

    # ------------------------------------------------------------------ without NumPy

    def _fit_in_loops(self) -> str:
        self._history = "local list"
        start = ["n, d = X.shape", "rows, targets = X.tolist(), np.ravel(y).tolist()"]
        start += ["w, b, losses = [0.0] * d, 0.0, []"]
        if self._convention == "random start":
            start.append("w = np.random.default_rng(7).normal(0, 0.01, d).tolist()")
        before = ["z = [sum(w[j] * row[j] for j in range(d)) + b for row in rows]"]
        before += ["p = self._sigmoid(np.array(z))"] if self._task.classifies else ["p = z"]
        before += ["e = np.array([p[i] - targets[i] for i in range(n)])"]
        loss = self._pick(CROSS_ENTROPY if self._task.classifies else HALF_SQUARES)
        text = loss.format(z="np.array(z)", p="np.array(p)", e="e")
        penalty = " + self.reg_lambda / (2 * n) * sum(v * v for v in w)" if self._task.penalised else ""
        record = [f"losses.append({'2 * ' if self._convention == 'squared error' else ''}({text}){penalty})"]
        pull = " + self.reg_lambda / n * w[j]" if self._task.penalised else ""
        step = [f"dw = [sum(e[i] * rows[i][j] for i in range(n)) / n{pull} for j in range(d)]", "db = sum(e) / n"]
        rate = self._rate()
        step += [f"w = [w[j] - {rate} * dw[j] for j in range(d)]", f"b = b - {rate} * db"]
        late = self._convention == "loss after"
        body = [*before, *step, *before, *record] if late else [*before, *record, *step]
        loop = ["for _ in range(self.n_iterations):", *(f"    {line}" for line in body)]
        end = ["self.weights, self.bias = np.array(w), float(b)", *self._history_end(), "return self"]
        return "\n".join([*start, *loop, *end])


if __name__ == "__main__":
    for number, variant in enumerate(variants(sys.argv[1], int(sys.argv[2])), 1):
        print(f"# {number}: {', '.join(choice for choice in variant.choices if choice)}\n{variant.source}\n")
