"""Measures the few ratios that CI watches: only this environment, only cheap contenders, well under a minute.

Ratios, never absolute times: a slow machine is slow for everybody. The fastest of several turns counts, because what
else runs on a machine only ever adds to a time.
"""

import itertools
import sys
from pathlib import Path

from bench.contenders import grade_with_ours
from bench.measure import Run, Series, in_turns, run
from bench.phase import grade_phase
from bench.setup import Setup, right_answers, say
from bench.warm import warm_grader

ROUNDS = 7
BATCH = 40


def plain_pytest(setup: Setup, submission: Path) -> Run:
    """Run the 15 checks with the pytest of this environment, without the plugins that happen to be in it."""
    variables = {"SUBMISSION": str(submission), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    return run([sys.executable, "-m", "pytest", "-q", "test_one.py"], cwd=setup.tests, variables=variables)


def measure_quick(setup: Setup) -> dict[str, float]:
    """Return each ratio under its name."""
    say(f"the short form, {ROUNDS} rounds")
    right = setup.submission("right")
    series: dict[str, Series] = {}
    with warm_grader() as warm:
        runners = {
            "cold": lambda: grade_with_ours(right, setup.work),
            "warm": lambda: warm.grade(right),
            "pytest": lambda: plain_pytest(setup, right),
        }
        for name, done in in_turns(runners, ROUNDS):
            if done.status:
                raise RuntimeError(f"{name} does not pass the right answer: {done.output[-300:]}")
            series.setdefault(name, Series()).add(done)
    pytest = series["pytest"].fastest
    return {
        "one grade, cold / pytest": series["cold"].fastest / pytest,
        "one grade, warm / pytest": series["warm"].fastest / pytest,
        f"a grade in a batch of {BATCH} / pytest": min(_batch(setup) for _ in range(2)) / pytest,
    }


def _batch(setup: Setup) -> float:
    folder = next(f for n in itertools.count() if not (f := setup.work / f"quick-{n}").exists())
    for number, source in enumerate(right_answers(BATCH)):
        path = folder / "cohort" / f"c{number:03}" / "linear.py"
        path.parent.mkdir(parents=True)
        path.write_text(source, "utf-8")
    return grade_phase(folder / "cohort", folder / "out.sqlite", 2).each
