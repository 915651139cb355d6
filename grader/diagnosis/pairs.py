"""Turns the wrong answers of a submission in one channel into the pairs of mistakes that give exactly those answers."""

from collections.abc import Collection, Iterator
from itertools import chain, product

from grader.diagnosis.answers import Edits, answer_edited
from grader.diagnosis.case import Case
from grader.diagnosis.first_steps import FirstSteps, Row, first_steps
from grader.diagnosis.likelihood import Pair, Table
from grader.diagnosis.probe import Answers, Channel, Question, agree
from grader.misconceptions import Misconception, edit_source


def find_pairs(
    case: Case,
    entries: list[Misconception],
    edits: Edits,
    channels: tuple[Channel, ...],
    alone: Collection[Misconception],
    allowance: Iterator[int],
) -> Iterator[tuple[Pair, Edits]]:
    """Yield the first pair that fits, on top of ``edits``, and those that only differ from it in later channels.

    ``channels`` are the one that differs and those that have to agree as well. What fits ``alone`` needs no second.
    ``allowance`` runs out after as many pairs as may be tried in full.
    """
    channel = channels[0]
    first = case.first[case.questions(channel)[0]]
    # an exception, or something beyond numbers, could be anything
    if channel == "manners" or first.array is None or not first.all_finite:
        return
    table = _table(case, entries, edits, channel)
    steps = first_steps(case.exercise, case.answers_first(()))
    row = steps.row(case.first) if channel == "training" and not edits else None
    candidates = table.ranked() if row is None else _right_at_first(case, table, steps, row)
    together = (pair for pair in chain(_late(case, table, edits, channel), candidates) if not set(pair) & set(alone))
    for pair, _ in zip(together, allowance, strict=False):
        for fitting in _in_order(case, edits, pair, channels):
            yield pair, fitting
            for twins in product(table.twins(pair[0]), table.twins(pair[1])):
                if twins != pair:
                    yield from ((twins, order) for order in _in_order(case, edits, twins, channels))
            return


def _late(case: Case, table: Table, edits: Edits, channel: Channel) -> Iterator[Pair]:
    """Yield the pairs of a mistake that gives every quick answer, and one that shows only in the others."""
    late = [question for question in case.questions(channel) if question.late]
    base = case.answers_first(edits)

    def shows(entry: Misconception) -> bool:
        return any(not agree(table.answers[entry][q], base[q], q) for q in late)

    for one in table.complete():
        # what shows by itself is likelier than what shows only together with the other
        yield from ((one, other) for other in sorted(table.silent(), key=shows, reverse=True))


def _in_order(case: Case, edits: Edits, pair: Pair, channels: tuple[Channel, ...]) -> Iterator[Edits]:
    """Yield the edits of both mistakes in an order in which they give the answers, if there is one."""
    for order in _orders(case, edits, pair):
        together = answer_edited(case.exercise, edits + order)
        if together is not None and case.agrees_with(together[0], channels):
            case.second.ask_all()
            if case.agrees_with(together[1], channels):
                yield order
                return


def _orders(case: Case, edits: Edits, pair: Pair) -> tuple[Edits, ...]:
    """Return the edits of both mistakes in one order and, if that makes a difference, in the other."""
    one, other = pair
    orders = one.edits + other.edits, other.edits + one.edits
    sources = [edit_source(case.exercise.reference, edits + order) for order in orders]
    return orders[:1] if sources[0] == sources[1] else orders


def _right_at_first(case: Case, table: Table, steps: FirstSteps, row: Row) -> Iterator[Pair]:
    """Yield the pairs that answer as the submission does about the first step; all of them, thanks to memory."""
    matching = steps.matching(row)
    for pair in table.ranked():
        if not steps.knows(pair):
            answers = [answer_edited(case.exercise, order) for order in _orders(case, (), pair)]
            steps.note(pair, [both[0] for both in answers if both is not None])
            if steps.gives(pair, row):
                yield pair
        elif pair in matching:
            yield pair


def _table(case: Case, entries: list[Misconception], edits: Edits, channel: Channel) -> Table:
    questions = tuple(question for question in case.questions(channel) if not question.late)
    stuck = channel != "training" or _is_stuck(case.first, questions)
    answers = {}
    for entry in entries:
        both = case.answers(edits + entry.edits)
        if both is not None and (stuck or not _is_stuck(both[0], questions)):
            answers[entry] = both[0]
    start = case.first.probe.start if channel == "training" else ()
    return Table(case.first, case.answers_first(edits), answers, questions, start)


def _is_stuck(answers: Answers, questions: tuple[Question, ...]) -> bool:
    """Return whether a second iteration changes nothing, whatever else is wrong."""
    first, second = questions[0], questions[2]
    return agree(answers[first], answers[second], first)
