"""Measures everything that is promised of the suites and the diagnosis, and writes it to ``bench/audit.md``.

``python -m bench.audit`` measures it all, which takes an hour; ``python -m bench.audit naming cost`` only these parts,
and leaves the others in the file as they are. Times should be measured on a machine that does nothing else.
"""

import os
import platform
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from bench import cost, diagnosis, hand, honest
from grader import audit
from grader.catalog import load_catalog
from grader.misconceptions import load_entries

FILE = Path(__file__).with_name("audit.md")
SEEDS = 20
DESCENTS = ("linear", "logistic", "logistic-l2")


def _met(holds: bool) -> str:
    return "met" if holds else "**missed**"


def audit_part() -> Iterator[str]:
    """Yield the audit of each exercise, as ``grade audit`` prints it."""
    for exercise in load_catalog():
        report = audit.audit(exercise, range(SEEDS))
        yield audit.to_markdown([report])


def honest_part() -> Iterator[str]:
    """Yield how many right answers failed."""
    yield "Target: none of at least 200 honest variants for each gradient-descent exercise, over several seeds."
    yield "| exercise | programs | grades | failed | |\n|---|---|---|---|---|"
    for slug in DESCENTS:
        found = honest.measure(slug)
        met = _met(not found.failed and found.programs >= 200)
        yield f"| {slug} | {found.programs} | {found.grades} | {len(found.failed)} | {met} |"
        if found.failed:
            yield "\n".join(f"- {failure}" for failure in found.failed)
        accepted = ", ".join(f"{name} {count}" for name, count in sorted(found.conventions.items()))
        yield f"\nAccepted with a remark, {slug}: {accepted}.\n"


def naming_part() -> Iterator[str]:
    """Yield how often the diagnosis is right, unsure and wrong."""
    yield (
        "Targets: single mistakes named right >= 98 %, pairs >= 88 %, or >= 95 % with equivalent descriptions that "
        "reproduce the program on questions that the diagnosis never sees; wrong names <= 0.5 % of the mistakes left "
        "out of the catalogue, of exotic ones, and of triples."
    )
    unsure: Counter[str] = Counter()
    for exercise in load_catalog():
        tallies = diagnosis.measure(exercise.slug)
        yield f"\n### {exercise.slug}\n"
        for group, tally in tallies.items():
            if tally.counts:
                yield f"- {group}: {tally}"
                yield from (f"  - wrong: {what}" for what in tally.wrong)
        for group in diagnosis.GROUPS[2:]:
            unsure += tallies[group].counts
        single, pairs = (tallies[group] for group in diagnosis.GROUPS[:2])
        named, both = single.share("right"), pairs.share("right", "equivalent")
        yield (
            f"- targets: single {named:.1f} % {_met(named >= 98)}; pairs {pairs.share('right'):.1f} % "
            f"{_met(pairs.share('right') >= 88)}, with equivalent descriptions {both:.1f} % {_met(both >= 95)}"
        )
    total, wrong = unsure.total(), unsure["wrong"]
    yield (
        f"\nWrong names on triples, mistakes left out and exotic ones, all exercises together: {wrong} of {total} "
        f"({100 * wrong / max(1, total):.2f} %), {_met(wrong <= 0.005 * total)}; "
        f"{unsure['unknown']} unknown, {unsure['in part']} named in part."
    )


def hand_part() -> Iterator[str]:
    """Yield what becomes of the submissions that were written by hand."""
    yield (
        "40 submissions for each of the first two exercises, written without a look at the catalogue. The first time "
        "that they were diagnosed, every mistake was named in 29 of the 40 wrong ones, a part of them in 3, and 8 were "
        "unknown; no name was wrong. Early stopping, the first feature alone, penalties that nobody asked for, and "
        "clipped losses of hopeless predictions were taken into the catalogue after that. Now:"
    )
    for slug in DESCENTS[:2]:
        found = hand.measure(slug)
        verdicts = ", ".join(f"{what} {count}" for what, count in sorted(found.verdicts.items()))
        named = ", ".join(f"{what} {count}" for what, count in found.named.most_common())
        yield f"- {slug}: {verdicts}. Of the wrong ones: {named}."
        yield from (f"  - astray: {text}" for text in found.astray)


def cost_part() -> Iterator[str]:
    """Yield what the diagnosis adds to a failed grade."""
    yield (
        "Target: at most 150 ms for one mistake, 500 ms for two (95 % of them). Each grade is made in a fresh process, "
        "as `grade exercise` makes it; the time is that of everything after the suite's first run. What the edited "
        "references answer is on disk from the grade before, except where it says first."
    )
    yield f"Measured with a load of {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors."
    yield "| exercise | | grades | clock: median | 95 % | most | processor: median | 95 % | most |"
    yield "|---|---|---|---|---|---|---|---|---|"
    for slug in DESCENTS:
        for what, found in cost.measure(slug).items():
            times = " | ".join(f"{value:.0f} ms" for value in (*found.clock, *found.processor))
            yield f"| {slug} | {what} | {found.count} | {times} |"


PARTS: dict[str, tuple[str, Callable[[], Iterator[str]]]] = {
    "audit": ("The audit", audit_part),
    "honest": ("Right answers that fail", honest_part),
    "naming": ("Mistakes called by their names", naming_part),
    "hand": ("Submissions written by hand", hand_part),
    "cost": ("What the diagnosis costs", cost_part),
}


def head() -> str:
    """Return the first lines of the file."""
    counts = []
    for exercise in load_catalog():
        entries = load_entries(exercise.stem)
        counts.append(
            f"{exercise.slug} {len(entries.misconceptions)} mistakes, {len(entries.conventions)} conventions, "
            f"{len(entries.families)} families"
        )
    return (
        "# Audit\n\nWritten by `python -m bench.audit`; each part says what was measured and against which target. "
        f"The catalogue: {'; '.join(counts)}.\n"
    )


def read_parts() -> dict[str, str]:
    """Return the parts that are in the file, by their headings."""
    text = FILE.read_text("utf-8") if FILE.exists() else ""
    found = re.split(r"^## (.+)\n", text, flags=re.MULTILINE)[1:]
    return dict(zip(found[::2], found[1::2], strict=True))


def main() -> None:
    """Measure the parts named on the command line, or all, and write the file after each."""
    kept = read_parts()
    for name in sys.argv[1:] or PARTS:
        heading, part = PARTS[name]
        print(f"{time.strftime('%H:%M')} {name}", flush=True)
        lines = list(part())
        measured = f"Measured on {time.strftime('%Y-%m-%d')} with Python {platform.python_version()}."
        kept[heading] = "\n" + "\n".join([*lines, "", measured, "", ""])
        ordered = [(heading, kept[heading]) for heading, _ in PARTS.values() if heading in kept]
        FILE.write_text(head() + "".join(f"\n## {heading}\n{text.rstrip()}\n" for heading, text in ordered), "utf-8")


if __name__ == "__main__":
    main()
