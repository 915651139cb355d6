"""Turns two runs over the same answers into what moved between them."""

from collections.abc import Iterator

from grader.cohort.batch import Plan
from grader.cohort.store import Store
from grader.results import Grade, Move, MovedCheck


def moves(store: Store, plan: Plan) -> Iterator[Move]:
    """Yield every answer whose verdict, score or checks differ from the run before, by candidate and exercise."""
    for hand_in in store.hand_ins():
        for slug in plan.slugs:
            before, _ = store.grade(plan.run - 1, hand_in.candidate, slug)
            after, _ = store.grade(plan.run, hand_in.candidate, slug)
            if before and after and (move := compare(hand_in.candidate, before, after)):
                yield move


def compare(candidate: str, before: Grade, after: Grade) -> Move | None:
    """Return what differs between two grades of the same answer; None if nothing does that counts."""
    was = {check.id: check for check in before.checks}
    now = {check.id: check for check in after.checks}
    changed = tuple(
        MovedCheck(
            id=name,
            title=(now.get(name) or was[name]).title,
            before=was[name].outcome if name in was else None,
            after=now[name].outcome if name in now else None,
        )
        for name in dict.fromkeys([*now, *was])
        if (name in was and was[name].outcome) != (name in now and now[name].outcome)
    )
    if before.verdict == after.verdict and before.score == after.score and not changed:
        return None
    return Move(
        candidate=candidate,
        slug=after.exercise.slug,
        verdicts=(before.verdict, after.verdict),
        scores=(before.score, after.score),
        checks=changed,
    )
