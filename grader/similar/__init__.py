"""Turns the stored answers of a batch into likely copies, among the candidates and of the reference.

What the stub gave everyone is taken away, and answers in which little else is left are not compared. ``reading`` says
what counts of a text, ``fragments`` what two texts have in common, ``pairs`` which are worth a closer look, and
``chance`` how often as much in common comes about by itself.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from msgspec.structs import replace

from grader.catalog import find_exercise, load_catalog
from grader.cohort.store import Store
from grader.results import Alike, Beside, Chance, Exercise, Likeness
from grader.similar.chance import Odds, Record, Source, records
from grader.similar.clusters import Field, Pair, listed, survey
from grader.similar.fragments import copydetect
from grader.similar.outlines import Comparer, Outline

MOST = 200
"""Pairs of an exercise that are listed."""

PAGES = "similar"
"""The folder of the pages on which two answers stand side by side."""

REFERENCE = "our own solution"

OnProgress = Callable[[int, int], None]


def compare(store: Store, *, most: int = MOST, on_answer: OnProgress = lambda done, total: None) -> list[Alike]:
    """Return what the answers of a batch have in common, by exercise.

    At most ``most`` pairs of an exercise are listed, and as many answers like the reference. Raises ``InputError`` if
    copydetect is not installed.
    """
    copydetect()
    names, answered = [hand_in.candidate for hand_in in store.hand_ins()], store.answered()
    exercises = [exercise for exercise in load_catalog() if exercise.slug in answered]

    def sources(exercise: Exercise) -> Iterator[tuple[str, str]]:
        for number, name in enumerate(names, 1 + len(names) * exercises.index(exercise)):
            answer = store.answers(name).get(exercise.slug)
            if answer and answer.source:
                yield name, answer.source
            on_answer(number, len(names) * len(exercises))

    return [compare_answers(e, sources(e), partial(_source, store, e), most) for e in exercises]


def beside(store: Store, alike: Alike) -> Iterator[Beside]:
    """Yield the pairs that are listed for an exercise, with both texts."""
    exercise = find_exercise(alike.slug)
    comparer = Comparer(exercise)
    for likeness in (*alike.pairs, *alike.with_reference):
        left, right = (
            comparer.shown(name or REFERENCE, _source(store, exercise, name))
            for name in (likeness.left, likeness.right)
        )
        yield Beside(alike.slug, likeness, left, right)


def _source(store: Store, exercise: Exercise, name: str) -> str:
    return store.answers(name)[exercise.slug].source if name else exercise.reference


def compare_answers(
    exercise: Exercise, sources: Iterable[tuple[str, str]], source_of: Callable[[str], str], most: int = MOST
) -> Alike:
    """Return what answers, each with its candidate's name, have in common with each other and with the reference.

    ``source_of`` gives an answer once more, so that not all need to be held; for no name, the reference.
    """
    comparer, record = Comparer(exercise), records().get(exercise.slug, Record())
    outlines, copies = list[Outline](), list[Pair]()
    for name, source in sources:
        outlines.append(comparer.outline(name, source))
        # here, while its fingerprints are at hand
        copies.append(Pair(outlines[-1], comparer.reference, comparer.overlap(outlines[-1], comparer.reference)))
    whole = [outline for outline in outlines if comparer.is_whole(outline)]
    field = survey(comparer, whole, record)
    found = *_pairs(field, most), *_with_reference((c for c in copies if comparer.is_whole(c.left)), record, most)
    detailed = [_detailed(comparer, one, number, source_of) for number, one in enumerate(found, 1)]
    return Alike(
        slug=exercise.slug,
        compared=len(whole),
        too_short=len(outlines) - len(whole),
        solutions=record.solutions,
        usual=field.odds.usual("independent"),
        usual_here=field.odds.usual("batch"),
        clusters=field.clusters,
        pairs=tuple(one for one in detailed if one.right),
        with_reference=tuple(one for one in detailed if not one.right),
    )


def _detailed(comparer: Comparer, one: Likeness, number: int, source_of: Callable[[str], str]) -> Likeness:
    """Return a likeness with what the two have in common, and the page that shows it."""
    detailed = comparer.detailed(one, source_of(one.left), source_of(one.right))
    return replace(detailed, page=f"{PAGES}/{comparer.slug}-{number:03}.html")


def _pairs(field: Field, most: int) -> Iterator[Likeness]:
    for pair in listed(field, most):
        yield _likeness(pair, field.chance(pair), field.cluster_of(pair))


def _with_reference(pairs: Iterable[Pair], record: Record, most: int) -> Iterator[Likeness]:
    odds = Odds(Source("reference", record.reference))
    noticed = [pair for pair in sorted(pairs, key=Pair.order) if pair.overlap >= odds.noticed()]
    yield from (_likeness(pair, odds.chance(pair.overlap)) for pair in noticed[:most])


def _likeness(pair: Pair, chance: Chance | None, cluster: int = 0) -> Likeness:
    return Likeness(
        left=pair.left.name,
        right=pair.right.name,
        overlap=pair.overlap,
        identical=pair.identical,
        chance=chance,
        cluster=cluster,
    )
