"""Proves of an exercise that its pieces agree: stub, reference, suite, misconceptions, conventions, catalog.

Every piece of evidence is a real run in the sandbox; they are spread over the machine's cores.
"""

import os
import tomllib
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct

from grader import expect
from grader.catalog import find_exercise
from grader.errors import CatalogError
from grader.misconceptions import edit_source, load_entries
from grader.mutants import mutants
from grader.pipeline import grade
from grader.results import Exercise, Verdict
from grader.sandbox.process import Zygote
from grader.sandbox.remote import Candidate, SubmissionError
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
    shown: tuple[str, ...] = ()
    """The checks that fail in its grade."""
    failed: tuple[str, ...] = ()
    """The checks that fail on it, also those that the grade skips."""
    seconds: float = 0.0
    used_tolerance: float = 0.0
    """The largest share of a tolerance that a comparison used up."""
    used_by: str = ""


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


def run(slug: str, source: str, seed: int, everything: bool) -> Outcome:
    """Grade a program; with ``everything`` also run the checks that the grade would skip."""
    exercise = find_exercise(slug)
    token = expect.USED_TOLERANCE.set([])
    try:
        result = grade(exercise, examine(exercise, "audit.py", source), seed=seed, zygote=_zygote())
        used, by = max(expect.USED_TOLERANCE.get() or [], default=(0.0, ""))
    finally:
        expect.USED_TOLERANCE.reset(token)
    shown = tuple(check.id for check in result.with_outcome("fail"))
    failed = _failures(exercise, source, seed) if everything and result.with_outcome("skip") else shown
    names = tuple(diagnosis.id for diagnosis in result.diagnosis)
    return Outcome(result.verdict, names, result.convention, shown, failed, result.seconds, used, by)


def _failures(exercise: Exercise, source: str, seed: int) -> tuple[str, ...]:
    from grader.judge import run_suite
    from grader.yardstick import yardstick_of

    every = [name for name in vars(_suite(exercise)) if name.startswith("test_")]
    candidate = Candidate(_zygote(), exercise, source, seed)
    try:
        candidate.load()
        checks = run_suite(exercise, candidate, yardstick_of(_zygote(), exercise), seed=seed, only=every)
    except SubmissionError:
        return ()
    finally:
        candidate.close()
    return tuple(check.id for check in checks if check.outcome == "fail")


def _suite(exercise: Exercise) -> object:
    import importlib

    return importlib.import_module(f"grader.suites.{exercise.suite.stem}")


def _run(job: tuple[str, str, int, bool]) -> Outcome:
    return run(*job)


# ---------------------------------------------------------------------- audit


def audit(exercise: Exercise, seeds: range, on_run: Callable[[int, int], None] = lambda *_: None) -> Report:
    """Audit an exercise. ``on_run`` is told how many of how many programs have been run."""
    entries = load_entries(exercise.stem)
    sources = {("reference", str(seed)): exercise.reference for seed in seeds}
    sources[("stub", "")] = exercise.stub
    problems: list[str] = []
    for kind, group in (("misconception", entries.misconceptions), ("convention", entries.conventions)):
        for entry in group:
            edited = edit_source(exercise.reference, entry.edits)
            if edited is None:
                problems.append(f"{kind} {entry.id}: an edit does not find its place exactly once")
            else:
                sources[(kind, entry.id)] = edited
    sources |= {("mutant", mutant.fault): mutant.source for mutant in mutants(exercise.reference)}
    outcomes = _run_all(exercise, sources, on_run)

    def of(kind: str) -> dict[str, Outcome]:
        return {name: outcome for (k, name), outcome in outcomes.items() if k == kind}

    equivalents = load_equivalents(exercise)
    problems += _check_catalog(exercise)
    problems += _check_right(of("stub"), of("reference"), of("convention"))
    raising = {entry.id for entry in entries.misconceptions if entry.raises}
    problems += _check_misconceptions(of("misconception"), raising)
    survivors, stale = _survivors(of("mutant"), equivalents)
    caught = len(of("mutant")) - len(survivors) - len(equivalents)
    share = caught / max(1, len(of("mutant")) - len(equivalents))
    if share < MUTANTS_CAUGHT:
        problems.append(f"only {100 * share:.1f} % of the mutants that are no equivalents are caught")
    problems += [f"the mutant {fault!r} is listed as equivalent, and is none or does not exist" for fault in stale]
    reference = max(of("reference").values(), key=lambda outcome: outcome.used_tolerance)
    diagnosed = sorted(outcome.seconds for outcome in of("misconception").values())
    return Report(
        slug=exercise.slug,
        problems=tuple(problems),
        figures=(
            f"reference: passes with {len(seeds)} seeds; the comparison nearest to its tolerance uses "
            f"{100 * reference.used_tolerance:.2g} % of it ({reference.used_by})",
            f"conventions: {len(entries.conventions)}, all accepted with their remark",
            f"misconceptions: {len(entries.misconceptions)}; a grade that names one takes "
            f"{diagnosed[len(diagnosed) // 2] if diagnosed else 0:.2f} s (median)",
            f"mutants: {len(of('mutant'))}, of which {len(equivalents)} equivalent; caught {caught} of "
            f"{len(of('mutant')) - len(equivalents)} ({100 * share:.1f} %)",
        ),
        notes=(
            *(f"survives: {fault}" for fault in survivors),
            *_not_alone(exercise, [*of("misconception").values(), *of("mutant").values()]),
        ),
    )


def _run_all(
    exercise: Exercise, sources: dict[tuple[str, str], str], on_run: Callable[[int, int], None]
) -> dict[tuple[str, str], Outcome]:
    jobs = [
        (exercise.slug, source, int(name) if kind == "reference" else SEED, kind in ("misconception", "mutant"))
        for (kind, name), source in sources.items()
    ]
    outcomes = {}
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for done, (key, outcome) in enumerate(zip(sources, pool.map(_run, jobs), strict=True), 1):
            outcomes[key] = outcome
            on_run(done, len(jobs))
    return outcomes


def _check_catalog(exercise: Exercise) -> Iterator[str]:
    if len(exercise.hints) < 2 or not exercise.follow_ups:
        yield "the catalog has fewer than two hints, or no follow-up question"
    for entry in load_entries(exercise.stem).misconceptions:
        if not entry.says.endswith(".") or not all(hint.strip() for hint in entry.hints):
            yield f"misconception {entry.id}: a sentence or a hint is missing"


def _check_right(
    stub: dict[str, Outcome], reference: dict[str, Outcome], conventions: dict[str, Outcome]
) -> Iterator[str]:
    for outcome in stub.values():
        if outcome.verdict != "not-started":
            yield f"the stub is {outcome.verdict}, not not-started"
    for seed, outcome in reference.items():
        if outcome.verdict != "pass" or outcome.convention:
            yield f"the reference does not simply pass with seed {seed}: {outcome.failed or outcome.convention}"
    for name, outcome in conventions.items():
        if outcome.verdict != "pass" or outcome.convention != name:
            yield f"convention {name}: {outcome.verdict}, recognised as {outcome.convention or 'none'} {outcome.failed}"


def _check_misconceptions(outcomes: dict[str, Outcome], raising: set[str]) -> Iterator[str]:
    for name, outcome in outcomes.items():
        if outcome.verdict == "pass":
            yield f"misconception {name} passes"
        elif outcome.names != (name,) and name not in raising:
            yield f"misconception {name} is called {', '.join(outcome.names) or 'nothing'}"


def _survivors(outcomes: dict[str, Outcome], equivalents: Iterable[Equivalent]) -> tuple[list[str], list[str]]:
    """Return the mutants that pass and are not listed, and those listed that do not pass."""
    listed = {entry.mutant for entry in equivalents}
    passed = {fault for fault, outcome in outcomes.items() if outcome.verdict == "pass"}
    return sorted(passed - listed), sorted(listed - passed)


def _not_alone(exercise: Exercise, outcomes: list[Outcome]) -> Iterator[str]:
    """Yield the checks that are on no wrong program the only one to fail, with what they are good for."""
    alone = {outcome.failed[0] for outcome in outcomes if len(outcome.failed) == 1}
    first = {outcome.shown[0] for outcome in outcomes if len(outcome.shown) == 1}
    for name in (name for name in vars(_suite(exercise)) if name.startswith("test_")):
        if name not in alone:
            why = "but in a grade it is: others then wait for it" if name in first else "not in a grade either"
            yield f"not the only one to catch anything: {name} ({why})"


def load_equivalents(exercise: Exercise) -> tuple[Equivalent, ...]:
    """Return the mutants of the reference that are known to be equivalent. Raises ``CatalogError``."""
    path = Path(__file__).parent / "misconceptions" / "equivalent_mutants.toml"
    try:
        listed = msgspec.convert(tomllib.loads(path.read_text("utf-8")), dict[str, tuple[Equivalent, ...]])
    except (OSError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise CatalogError(f"{path}: {error}") from error
    return listed.get(exercise.slug, ())


def to_markdown(reports: Iterable[Report]) -> str:
    """Return the reports as the text that is kept in ``bench/audit.md``."""
    lines = ["# Audit", "", "Written by `grade audit --write bench/audit.md`.", ""]
    for report in reports:
        lines += [f"## {report.slug}", "", *(f"- {figure}" for figure in report.figures)]
        lines += ["", "Problems:", "", *(f"- {text}" for text in report.problems)] if report.problems else []
        lines += ["", "Notes:", "", *(f"- {text}" for text in report.notes)] if report.notes else []
        lines.append("")
    return "\n".join(lines)
