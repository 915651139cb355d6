"""Proves of an exercise that its pieces agree: stub, reference, suite, misconceptions, conventions, catalog.

Every piece of evidence is a real run in the sandbox; they are spread over the machine's cores.
"""

import os
import tomllib
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec import Struct

from grader import expect
from grader.agreement import checks_of, disagreements
from grader.catalog import find_exercise
from grader.errors import CatalogError
from grader.misconceptions import Convention, Misconception, edit_source, load_entries
from grader.mutants import mutants
from grader.pipeline import grade
from grader.results import Exercise, Verdict
from grader.sandbox.process import Zygote
from grader.sandbox.remote import Candidate, SubmissionError
from grader.scaffold import todos
from grader.static import examine

SEED = 5
MUTANTS_CAUGHT = 0.97
"""The share of the mutants that are no equivalent which the suite has to catch."""


class Equivalent(Struct, frozen=True, forbid_unknown_fields=True):
    """A mutant that is as right as the reference, or that the brief leaves open, and why."""

    mutant: str
    reason: str


class Outcome(Struct, frozen=True):
    """What one program came to."""

    verdict: Verdict
    names: tuple[str, ...] = ()
    """The mistakes it was diagnosed with."""
    convention: str = ""
    remarks: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    """The checks that fail in its grade."""
    failed: tuple[str, ...] = ()
    """The checks that fail on it, also those that the grade skips."""
    seconds: float = 0.0
    used_tolerance: float = 0.0
    """The largest share of a tolerance that a comparison used up."""
    used_by: str = ""


Depth = Literal["verdict", "grade", "every check"]
"""How far a program is looked into: only whether it passes, as in a grade, or also the checks that a grade skips."""


class Program(Struct, frozen=True):
    """A program to be run, and what for."""

    kind: str
    name: str
    source: str
    seed: int = SEED
    depth: Depth = "grade"


class Report(Struct, frozen=True):
    """The audit of one exercise."""

    slug: str
    problems: tuple[str, ...]
    """What has to be put right; none if the exercise is in order."""
    figures: tuple[str, ...]
    """What was counted and measured."""
    notes: tuple[str, ...] = ()
    """What is worth knowing and no fault."""


# ----------------------------------------------------------------------- runs


@cache
def _zygote() -> Zygote:
    return Zygote()


def run(exercise: Exercise, program: Program) -> Outcome:
    """Run a program as deep as it says."""
    source, seed = program.source, program.seed
    if program.depth == "verdict":
        failed = _failures(exercise, source, seed, to_first_failure=True)
        return Outcome("pass" if failed == () else "fail", failed=failed or ())
    token = expect.USED_TOLERANCE.set([])
    try:
        result = grade(exercise, examine(exercise, "audit.py", source), seed=seed, zygote=_zygote())
        used, by = max(expect.USED_TOLERANCE.get() or [], default=(0.0, ""))
    finally:
        expect.USED_TOLERANCE.reset(token)
    shown = tuple(check.id for check in result.with_outcome("fail"))
    deeper = program.depth == "every check" and result.with_outcome("skip")
    failed = _failures(exercise, source, seed, only=list(checks_of(exercise))) if deeper else shown
    names = tuple(diagnosis.id for diagnosis in result.diagnosis)
    return Outcome(
        result.verdict, names, result.convention, result.remarks, shown, failed or (), result.seconds, used, by
    )


def _failures(exercise: Exercise, source: str, seed: int, **how: Any) -> tuple[str, ...] | None:
    """Return the checks that fail in a run as ``run_suite`` is told; None if the program cannot be loaded."""
    from grader.judge import run_suite
    from grader.yardstick import yardstick_of

    candidate = Candidate(_zygote(), exercise, source, seed)
    try:
        candidate.load()
        checks = run_suite(exercise, candidate, yardstick_of(_zygote(), exercise), seed=seed, **how)
    except SubmissionError:
        return None
    finally:
        candidate.close()
    return tuple(check.id for check in checks if check.outcome == "fail")


def _run(job: tuple[str, Program]) -> Outcome:
    slug, program = job
    return run(find_exercise(slug), program)


# ---------------------------------------------------------------------- audit


def audit(exercise: Exercise, seeds: range, on_run: Callable[[int, int], None] = lambda *_: None) -> Report:
    """Audit an exercise. ``on_run`` is told how many of how many programs have been run."""
    problems = list(disagreements(exercise))
    outcomes = _run_all(exercise, list(_programs(exercise, seeds)), on_run)

    def of(kind: str) -> dict[str, Outcome]:
        return {name: outcome for (k, name), outcome in outcomes.items() if k == kind}

    mutation = Mutation(of("mutant"), load_equivalents(exercise))
    wrong = [*of("misconception").values(), *of("mutant").values()]
    problems += _check_right(of("stub"), of("reference"))
    problems += _check_conventions(exercise, of("convention"))
    problems += _check_again("convention", "pass", of("convention again"))
    problems += _check_misconceptions(exercise, of("misconception"))
    problems += _check_again("misconception", "fail", of("misconception again"))
    problems += mutation.problems(of("mutant again"))
    problems += _check_checks(exercise, wrong)
    return Report(
        slug=exercise.slug,
        problems=tuple(problems),
        figures=(
            _margin(of("reference")),
            *_counts(of("convention"), of("misconception"), seeds),
            _checks_figure(exercise, wrong),
            mutation.figure,
        ),
        notes=(*(f"survives: {fault}" for fault in mutation.survivors), *todos(exercise)),
    )


def _programs(exercise: Exercise, seeds: range) -> Iterator[Program]:
    """Yield what is to be run."""
    entries, others = load_entries(exercise.stem), [seed for seed in seeds if seed != SEED]
    yield Program("stub", "", exercise.stub)
    for seed in seeds:
        yield Program("reference", str(seed), exercise.reference, seed)
    kinds: list[tuple[str, Depth, Depth, tuple[Misconception, ...] | tuple[Convention, ...]]] = [
        ("misconception", "every check", "verdict", entries.misconceptions),
        ("convention", "grade", "grade", entries.conventions),
    ]
    for kind, first, again, group in kinds:
        for entry in group:
            source = edit_source(exercise.reference, entry.edits)
            if source is not None:
                yield Program(kind, entry.id, source, SEED, first)
                yield from (Program(f"{kind} again", f"{entry.id} {seed}", source, seed, again) for seed in others)
    for mutant in mutants(exercise.reference):
        yield Program("mutant", mutant.fault, mutant.source, SEED, "every check")
        yield from (Program("mutant again", f"{mutant.fault} {s}", mutant.source, s, "verdict") for s in others)


def _run_all(
    exercise: Exercise, programs: list[Program], on_run: Callable[[int, int], None]
) -> dict[tuple[str, str], Outcome]:
    outcomes = {}
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        runs = pool.map(_run, [(exercise.slug, program) for program in programs])
        for done, (program, outcome) in enumerate(zip(programs, runs, strict=True), 1):
            outcomes[program.kind, program.name] = outcome
            on_run(done, len(programs))
    return outcomes


# ------------------------------------------------------------- right and wrong


def _check_right(stub: dict[str, Outcome], reference: dict[str, Outcome]) -> Iterator[str]:
    for outcome in stub.values():
        if outcome.verdict != "not-started":
            yield f"the stub is {outcome.verdict}, not not-started"
    for seed, outcome in reference.items():
        if outcome.verdict != "pass" or outcome.convention:
            failed = ", ".join(outcome.failed) or outcome.convention
            yield f"the reference does not simply pass with seed {seed}: {failed}"


def _check_conventions(exercise: Exercise, outcomes: dict[str, Outcome]) -> Iterator[str]:
    remarks = {convention.id: convention.remark for convention in load_entries(exercise.stem).conventions}
    for name, outcome in outcomes.items():
        if outcome.verdict != "pass" or outcome.convention != name:
            failed = ", ".join(outcome.failed)
            yield f"convention {name}: {outcome.verdict}, recognised as {outcome.convention or 'none'} {failed}".strip()
        elif remarks[name] not in outcome.remarks:
            yield f"convention {name} passes without its remark"


def _check_misconceptions(exercise: Exercise, outcomes: dict[str, Outcome]) -> Iterator[str]:
    raising = {entry.id for entry in load_entries(exercise.stem).misconceptions if entry.raises}
    for name, outcome in outcomes.items():
        if outcome.verdict == "pass":
            yield f"misconception {name} passes"
        elif outcome.names != (name,) and not (name in raising and _is_explained(outcome)):
            yield f"misconception {name} is called {', '.join(outcome.names) or 'nothing'}"


def _check_again(kind: str, expected: Verdict, outcomes: dict[str, Outcome]) -> Iterator[str]:
    """Yield what has another verdict with other data."""
    for name, outcome in outcomes.items():
        if outcome.verdict != expected:
            entry, seed = name.rsplit(" ", 1)
            failed = f": {', '.join(outcome.failed)}" * bool(outcome.failed)
            yield f"{kind} {entry} does not {expected} with seed {seed}{failed}"


def _is_explained(outcome: Outcome) -> bool:
    return bool(outcome.names) and "unknown" not in outcome.names


def _alone(outcomes: Iterable[Outcome]) -> frozenset[str]:
    """Return the checks that are on some wrong answer the only one to fail."""
    return frozenset(outcome.failed[0] for outcome in outcomes if len(outcome.failed) == 1)


def _check_checks(exercise: Exercise, wrong: list[Outcome]) -> Iterator[str]:
    """Yield the checks that are superfluous as far as anybody can see."""
    alone = _alone(wrong)
    for name, check in checks_of(exercise).items():
        if name not in alone and not check.kept:
            yield f"the check {name} catches nothing that no other check does: say in it why it is kept, or drop it"


# --------------------------------------------------------------------- figures


def _margin(reference: dict[str, Outcome]) -> str:
    nearest = max(reference.values(), key=lambda outcome: outcome.used_tolerance)
    return (
        f"reference: passes with {len(reference)} seeds; the comparison nearest to its tolerance uses "
        f"{100 * nearest.used_tolerance:.2g} % of it ({nearest.used_by})"
    )


def _counts(conventions: dict[str, Outcome], wrong: dict[str, Outcome], seeds: range) -> Iterator[str]:
    tried = f"tried with {len({SEED, *seeds})} seeds"
    accepted = sum(outcome.verdict == "pass" for outcome in conventions.values())
    yield f"conventions: {accepted} of {len(conventions)} pass with their remark; {tried}"
    caught = sum(outcome.verdict != "pass" for outcome in wrong.values())
    by_name = sum(outcome.names == (name,) for name, outcome in wrong.items())
    seconds = sorted(outcome.seconds for outcome in wrong.values())
    median = seconds[len(seconds) // 2] if seconds else 0.0
    yield (
        f"mistakes of the catalogue: caught {caught} of {len(wrong)}, {tried}; "
        f"called by their names {by_name}; a grade takes {median:.2f} s (median)"
    )


def _checks_figure(exercise: Exercise, wrong: list[Outcome]) -> str:
    alone, checks = _alone(wrong), checks_of(exercise)
    kept = sum(name not in alone and bool(check.kept) for name, check in checks.items())
    return (
        f"checks: {len(checks)}; {len(alone)} are the only one to catch some wrong answer, {kept} say why they are kept"
    )


class Mutation:
    """What became of the mutants of a reference."""

    def __init__(self, outcomes: dict[str, Outcome], equivalents: Iterable[Equivalent]) -> None:
        listed = {entry.mutant for entry in equivalents}
        passed = {fault for fault, outcome in outcomes.items() if outcome.verdict == "pass"}
        self.survivors = sorted(passed - listed)
        self._stale = sorted(listed - passed)
        self._killed = set(outcomes) - passed
        self._equivalent = len(listed)
        self._others = len(outcomes) - len(listed)
        self._caught = self._others - len(self.survivors)

    @property
    def figure(self) -> str:
        """The mutation score."""
        return (
            f"mutants: {self._others + self._equivalent}, of which {self._equivalent} equivalent; caught "
            f"{self._caught} of {self._others} ({100 * self._share:.1f} %)"
        )

    @property
    def _share(self) -> float:
        return self._caught / max(1, self._others)

    def problems(self, again: dict[str, Outcome]) -> Iterator[str]:
        """Yield what has to be put right. ``again`` are the mutants with other data."""
        if self._others and self._share < MUTANTS_CAUGHT:
            yield f"only {100 * self._share:.1f} % of the mutants that are no equivalents are caught"
        killed = {name: outcome for name, outcome in again.items() if name.rsplit(" ", 1)[0] in self._killed}
        yield from _check_again("mutant", "fail", killed)
        for fault in self._stale:
            yield f"the mutant {fault!r} is listed as equivalent, and is none or does not exist"


def load_equivalents(exercise: Exercise) -> tuple[Equivalent, ...]:
    """Return the mutants of the reference that are known to be equivalent. Raises ``CatalogError``."""
    path = Path(__file__).parent / "misconceptions" / "equivalent_mutants.toml"
    try:
        listed = msgspec.convert(tomllib.loads(path.read_text("utf-8")), dict[str, tuple[Equivalent, ...]])
    except (OSError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise CatalogError(f"{path}: {error}") from error
    return listed.get(exercise.slug, ())


def to_markdown(reports: Iterable[Report]) -> str:
    """Return the reports as Markdown, a section each."""
    lines: list[str] = []
    for report in reports:
        lines += [f"### {report.slug}", "", *(f"- {figure}" for figure in report.figures)]
        lines += [f"- **problem:** {text}" for text in report.problems]
        lines += [*(f"- {text}" for text in report.notes), ""]
    return "\n".join(lines)
