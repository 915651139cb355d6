"""Leads edited references along the weights that a submission showed, to look at its losses and predictions apart.

Where nothing known explains the training, what comes after it can still be judged: which losses and predictions belong
to *these* weights? So a mistake in the loss is found beside an unknown one in the gradient.
"""

from typing import Any

from grader.diagnosis.answers import Both, Edits, edited_answers
from grader.diagnosis.case import Case
from grader.diagnosis.probe import Answers, Channel, Failed, Given, Options, Probe, Question, agree
from grader.diagnosis.respondents import Edited
from grader.misconceptions import Entries, Misconception, edit_source

State = dict[str, Any]
"""The parameters by their names."""

COUNT = 6
"""How many questions about the training tell whether a mistake leaves it alone: those about up to three iterations."""


class LedCase(Case):
    """A submission before edited references whose parameters go where its own went, whatever their updates say."""

    def __init__(self, case: Case) -> None:
        super().__init__(case.exercise, (case.first, case.second), _leaving_training_alone(case))
        self._paths = Path(case.first), Path(case.second)
        self._programs: dict[Edits, Both | None] = {}

    def answers(self, edits: Edits) -> Both | None:
        """Return what an edited reference answers on the submission's path."""
        if edits not in self._programs:
            source = edit_source(self.exercise.reference, edits)
            self._programs[edits] = None if source is None else self._led(source)
        return self._programs[edits]

    def _led(self, source: str) -> Both:
        first, second = (Led(path, Edited(source, self.exercise.class_name)) for path in self._paths)
        return first, second

    def questions(self, channel: Channel, probe: Probe | None = None) -> tuple[Question, ...]:
        """Return the questions that can be asked on the path: none about the training itself."""
        path = self._paths[probe is self.second.probe]
        return tuple(question for question in super().questions(channel, probe) if path.covers(question))


def _leaving_training_alone(case: Case) -> Entries:
    plain, questions = case.answers_first(()), case.questions("training")[:COUNT]

    def leaves(entry: Misconception) -> bool:
        both = edited_answers(case.exercise, entry.edits)
        return both is not None and all(agree(both[0][q], plain[q], q) for q in questions)

    return Entries(misconceptions=tuple(entry for entry in case.entries.misconceptions if leaves(entry)))


class Path:
    """The parameters of a submission after each number of iterations, as far as they were asked for."""

    def __init__(self, submission: Answers) -> None:
        self.probe = submission.probe
        self._states: dict[tuple[Options, tuple[str, ...]], dict[float | None, State]] = {}
        self._start = _state({question: submission[question] for question in self.probe.start})
        for question in self.probe.in_channel("training"):
            options, count = self._apart(question.options)
            given = submission[question]
            if given.array is not None:
                reached = self._states.setdefault((options, question.fits), {})
                reached.setdefault(count, {}).update(_state({question: given}))

    def _apart(self, options: Options) -> tuple[Options, float | None]:
        """Return the options without the number of iterations, and that number."""
        rest = tuple(option for option in options if option[0] != self.probe.counter)
        return rest, dict(options).get(self.probe.counter)

    def states(self, options: Options, fits: tuple[str, ...]) -> tuple[list[State], State | None]:
        """Return the parameters before each update, as far as they are known without a gap, and those at the end."""
        rest, count = self._apart(options)
        reached = self._states.get((rest, fits), {})
        before = [self._start] if self._start else []
        while before and float(len(before)) in reached:
            before.append(reached[float(len(before))])
        return before, reached.get(count)

    def covers(self, question: Question) -> bool:
        """Return whether a question can be asked on the path."""
        before, end = self.states(question.options, question.fits)
        if question.channel == "loss":
            count = self._apart(question.options)[1]
            return question.name != "fit" and count is not None and count <= len(before)
        return question.channel in ("prediction", "score") and end is not None


def _state(answers: dict[Question, Given]) -> State:
    given = {question.name: answer.array for question, answer in answers.items() if answer.array is not None}
    return {name: array if array.ndim else array.item() for name, array in given.items()}


class Led(Answers):
    """The answers of an edited reference that is led."""

    def __init__(self, path: Path, respondent: Edited) -> None:
        super().__init__(path.probe, respondent)
        self._path = path
        self._edited = respondent

    def _fitted(self, options: Options, fits: tuple[str, ...]) -> tuple[Any, Given]:
        key = options, fits
        if key not in self._models:
            before, end = self._path.states(options, fits)
            try:
                model = self._edited.new(dict(options))
                model.__class__ = _led_class(type(model), before)
                given = self._edited.fit(model, *(array.copy() for array in self.probe.data[fits[-1]]))
                vars(model).update(end or {})
            except (Failed, SyntaxError):
                model, given = None, Given("raised", detail="not to be led")
            self._models[key] = model, given
        return self._models[key]


def _led_class(original: type, before: list[State]) -> type:
    """Return a class whose parameters take the next value on the path whenever they are set."""
    names = set(before[0]) if before else set()
    times = dict.fromkeys(names, 0)

    def set_attribute(self: Any, name: str, value: Any) -> None:
        if name in names and times[name] < len(before):
            value = before[times[name]][name]
            value = value.copy() if hasattr(value, "copy") else value
            times[name] += 1
        object.__setattr__(self, name, value)

    return type(original.__name__, (original,), {"__setattr__": set_attribute})
