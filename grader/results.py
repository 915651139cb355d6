"""Defines every record that crosses a boundary: immutable, typed, and with no behaviour beyond derived values."""

from datetime import datetime
from pathlib import Path
from typing import Literal

from msgspec import Struct

Importance = Literal["critical", "high", "medium"]
Outcome = Literal["pass", "fail", "skip", "remark", "error"]
Level = Literal["strong", "weak", "none"]
Verdict = Literal["pass", "fail", "not-started", "invalid"]
Standing = Literal["pass", "fail", "not-started", "invalid", "ungraded", "missing"]
"""A verdict, or why there is none: the grader failed, or there was nothing to grade."""

# ---------------------------------------------------------------- what is asked


class Limits(Struct, frozen=True, forbid_unknown_fields=True):
    """What a worker may use."""

    call_seconds: float
    """Wall time of one call into the submission."""
    memory_mib: int
    """Address space."""
    output_kib: int
    """Text printed during one call."""


class FollowUp(Struct, frozen=True, forbid_unknown_fields=True):
    """A question an interviewer asks next, with a model answer."""

    question: str
    answer: str


class Shortcut(Struct, frozen=True, forbid_unknown_fields=True):
    """A call that looks like a way around the exercise."""

    call: str
    """Full dotted name, such as ``numpy.linalg.lstsq``."""
    remark: str


class Exercise(Struct, frozen=True, cache_hash=True):
    """One question: what the candidate is asked, and what it is graded with."""

    slug: str
    stem: str
    title: str
    class_name: str
    methods: tuple[str, ...]
    """What the class can be asked to do; its other names are attributes."""
    minutes: int
    question: str
    first_step: str
    looks_for: tuple[str, ...]
    hints: tuple[str, ...]
    shortcuts: tuple[Shortcut, ...]
    follow_ups: tuple[FollowUp, ...]
    limits: Limits
    stub: str
    """Source text of the file that the candidate fills in."""
    reference: str
    """Source text of the full solution."""
    suite: Path


# ---------------------------------------------------------------- what is graded


class Finding(Struct, frozen=True):
    """Something seen in the source text without running it."""

    kind: Literal["size", "syntax", "class", "import", "shortcut", "loop"]
    line: int
    says: str


class Submission(Struct, frozen=True):
    """The candidate's file as text, with what reading it showed."""

    path: str
    source: str
    findings: tuple[Finding, ...] = ()
    """Remarks: they do not decide the verdict."""
    invalid: Finding | None = None
    """Why the file cannot be graded at all."""
    started: bool = True
    """False for a stub whose bodies are still to be written."""


# ---------------------------------------------------------------- what came out


class Evidence(Struct, frozen=True):
    """One labelled observation of a check, such as ``("expected", "(3,)")``."""

    label: str
    value: str


class CheckResult(Struct, frozen=True):
    """The outcome of one check of the suite."""

    id: str
    title: str
    """The sentence the candidate reads: what the check expects."""
    criterion: str
    weight: int
    """The points that a pass earns."""
    outcome: Outcome
    points: int = 0
    message: str = ""
    evidence: tuple[Evidence, ...] = ()
    hint: str = ""
    line: int | None = None
    """The line of the submission where it raised, if it did."""
    seconds: float = 0.0


class Probe(Struct, frozen=True):
    """A forbidden act that was tried in a worker."""

    act: str
    answer: str
    """How the system refused it; nothing if it did not."""

    @property
    def refused(self) -> bool:
        """Whether the act failed, as it should."""
        return bool(self.answer)


class Isolation(Struct, frozen=True):
    """How well the candidate's code was held back, as a self-test showed."""

    level: Level
    """``strong``: every forbidden act was refused; ``weak``: some were; ``none``: the system has no sandbox."""
    layers: str
    """The locks of the kernel's in force, in words."""
    probes: tuple[Probe, ...] = ()

    @property
    def possible(self) -> tuple[str, ...]:
        """The forbidden acts that the candidate's code could have done."""
        return tuple(probe.act for probe in self.probes if not probe.refused)

    def __str__(self) -> str:
        text = f"{self.level} ({self.layers})"
        if not self.possible:
            return text
        more = f" and {len(self.possible) - 3} acts more" if len(self.possible) > 3 else ""
        return f"{text}: the code could {', '.join(self.possible[:3])}{more}"


class Diagnosis(Struct, frozen=True):
    """A mistake by its name."""

    id: str
    says: str
    hints: tuple[str, ...]
    match: Literal["exact", "family", "crash", "unknown"]
    """How it was found: every answer agrees; every answer agrees for one number; from an exception; not at all."""
    explains: tuple[str, ...] = ()
    """The failed checks that this mistake makes fail."""


class CriterionResult(Struct, frozen=True):
    """The checks of one rubric heading, added up."""

    name: str
    importance: Importance
    passed: int
    total: int
    points: int
    weight: int


class Grade(Struct, frozen=True):
    """The one record of a run; every output is drawn from it."""

    exercise: Exercise
    submission: Submission
    verdict: Verdict
    seed: int
    seconds: float
    isolation: Isolation | None = None
    """None if nothing was run."""
    checks: tuple[CheckResult, ...] = ()
    criteria: tuple[CriterionResult, ...] = ()
    remarks: tuple[str, ...] = ()
    reason: str = ""
    """For ``invalid``: why, in one or two sentences."""
    reason_line: int | None = None
    convention: str = ""
    diagnosis: tuple[Diagnosis, ...] = ()
    versions: dict[str, str] = {}
    for_candidate: bool = False
    """Whether what a candidate may not see has been left out: data, numbers, messages, seed, reference."""

    @property
    def points(self) -> int:
        """The points earned."""
        return sum(check.points for check in self.checks)

    @property
    def possible(self) -> int:
        """The points that a flawless submission earns."""
        return sum(check.weight for check in self.checks)

    @property
    def score(self) -> float:
        """The points earned in per cent of those possible, rounded *down* to one decimal.

        Down, so that 100 means every point.
        """
        return self.points * 1000 // self.possible / 10 if self.possible else 0.0

    @property
    def ungraded(self) -> bool:
        """Whether a check broke on the grader's side, so that the verdict cannot be relied on."""
        return any(check.outcome == "error" for check in self.checks)

    @property
    def exit_code(self) -> int:
        """0 every required check passed, 1 graded and not passed, 3 the grader failed."""
        if self.ungraded:
            return 3
        return 0 if self.verdict == "pass" else 1

    @property
    def explained(self) -> frozenset[str]:
        """The failed checks that a mistake with a name explains."""
        return frozenset(name for diagnosis in self.diagnosis for name in diagnosis.explains)

    def with_outcome(self, outcome: Outcome) -> tuple[CheckResult, ...]:
        """Return the checks that ended with ``outcome``, in teaching order."""
        return tuple(check for check in self.checks if check.outcome == outcome)


# --------------------------------------------------------------- what is handed out


class Handout(Struct, frozen=True, kw_only=True):
    """What a candidate was given, as ``handout.json`` holds it."""

    schema: int = 1
    id: str
    """No two handouts have the same, so that what comes back can be matched."""
    exercises: tuple[str, ...]
    minutes: int
    company: str
    created: datetime
    """In UTC, to the second."""
    grader: str
    """The version that wrote it."""


# ------------------------------------------------------------ what many came to


class HandIn(Struct, frozen=True):
    """What one candidate returned: a file, a folder or an archive, not looked into yet."""

    candidate: str
    """The name under which the candidate is reported; no two of a batch have the same."""
    path: str


class Returned(Struct, frozen=True):
    """What was found in a hand-in: the Python texts, and what was refused of the rest."""

    texts: dict[str, str]
    """Path within the hand-in, with ``/`` between its parts, to source text."""
    notes: tuple[str, ...] = ()
    """What was refused or passed over, and why, a sentence each."""
    refused: str = ""
    """Why nothing of it can be graded: an encrypted archive, a bomb, nothing readable."""
    handout: str = ""
    """The id in its ``handout.json``, if there is one."""


class Entry(Struct, frozen=True):
    """One candidate's answer to one exercise, as a batch reports it."""

    candidate: str
    slug: str
    grade: Grade | None = None
    reason: str = ""
    """Why there is no grade: the exercise is missing, the archive was refused."""
    notes: tuple[str, ...] = ()
    """What was refused or passed over in the hand-in, a sentence each."""
    handout: str = ""
    """The id of the handout that came back, if it was one."""


class Column(Struct, frozen=True):
    """One check of a suite, as the heading over what many candidates made of it."""

    id: str
    title: str
    criterion: str


class Mark(Struct, frozen=True):
    """An entry in so few bytes that those of ten thousand candidates can be held at once."""

    slug: str
    verdict: Standing
    points: int = 0
    possible: int = 0
    score: float = 0.0
    outcomes: str = ""
    """A letter per check, in the order of the suite: ``p`` pass, ``f`` fail, ``s`` skip, ``r`` remark, ``e`` error."""
    diagnosis: tuple[tuple[str, str], ...] = ()
    """The mistakes: the id of each, and what it says."""
    reason: str = ""


class Row(Struct, frozen=True):
    """One candidate among many."""

    candidate: str
    page: str
    """Where the candidate's report is, seen from the page of the cohort."""
    marks: tuple[Mark, ...]


class MovedCheck(Struct, frozen=True):
    """A check that ended otherwise in one run than in the next; None where there was no such check."""

    id: str
    title: str
    before: Outcome | None
    after: Outcome | None


class Move(Struct, frozen=True):
    """What a second grading changed for one answer: before and after."""

    candidate: str
    slug: str
    verdicts: tuple[Verdict, Verdict]
    scores: tuple[float, float]
    checks: tuple[MovedCheck, ...]


# ------------------------------------------------------------- what looks alike


class Passage(Struct, frozen=True):
    """Code that two answers have in common: its first and last line in each, and how many tokens it has."""

    left: tuple[int, int]
    right: tuple[int, int]
    tokens: int


class Chance(Struct, frozen=True):
    """How often an overlap, or a larger one, comes about where nobody has copied."""

    among: Literal["independent", "batch", "reference"]
    """Pairs of solutions written independently; other pairs of the batch; such a solution and the reference."""
    at_least: int
    of: int


class Likeness(Struct, frozen=True, kw_only=True):
    """Two answers to an exercise that are more alike than most."""

    left: str
    """The candidate."""
    right: str
    """The other candidate; nothing for the reference."""
    overlap: int
    """How much of the shorter answer's own code the other has as well, in per cent, rounded down."""
    identical: bool
    """Whether nothing but names, comments and formatting tells them apart."""
    chance: Chance | None
    """None where nothing is known about it."""
    cluster: int = 0
    """The number of the cluster that both are in, if they are in one."""
    lines: int = 0
    """The lines of the longest passage."""
    passages: tuple[Passage, ...] = ()
    """The longest first."""
    names: tuple[str, ...] = ()
    """The names of their own choice that both use."""
    names_of_shorter: int = 0
    """How many such names the one with fewer has."""
    comments: tuple[str, ...] = ()
    """The comments that both have, word for word."""
    page: str = ""
    """Where both stand side by side, seen from the page of the batch."""


class Cluster(Struct, frozen=True):
    """Candidates whose answers hang together by pairs that stand out from how alike answers are otherwise."""

    number: int
    members: tuple[str, ...]
    identical: bool
    """Whether nothing but names, comments and formatting tells any two apart."""


class Alike(Struct, frozen=True, kw_only=True):
    """What the answers to one exercise have in common."""

    slug: str
    compared: int
    """How many answers."""
    too_short: int
    """How many are left out: not started, or with too little code of their own to tell anything."""
    solutions: int
    """How many independently written solutions chance is judged by."""
    usual: tuple[int, int] | None
    """The overlap that half of their pairs stay below, and the one that 99 in 100 do."""
    usual_here: tuple[int, int] | None
    """The same of the batch's own pairs without its clusters; None for a small batch."""
    clusters: tuple[Cluster, ...]
    pairs: tuple[Likeness, ...]
    """The most alike first; of a cluster, those that hold it together."""
    with_reference: tuple[Likeness, ...]

    @property
    def possible_pairs(self) -> int:
        """How many pairs the answers make."""
        return self.compared * (self.compared - 1) // 2


class Shown(Struct, frozen=True):
    """A text as it stands beside another."""

    title: str
    source: str
    given: frozenset[int]
    """The lines that do not count: what the stub gave, docstrings, comments, imports."""


class Beside(Struct, frozen=True):
    """Two answers side by side."""

    slug: str
    likeness: Likeness
    left: Shown
    right: Shown
