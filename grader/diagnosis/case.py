"""Holds the answers of one submission against those of edited references, channel by channel."""

from grader.diagnosis.answers import Both, Edits, edited_answers, load_probes
from grader.diagnosis.code import Code
from grader.diagnosis.probe import Answers, Channel, Probe, Question, agree, first_difference
from grader.diagnosis.respondents import Submitted
from grader.misconceptions import Entries, load_entries
from grader.results import Exercise
from grader.sandbox.remote import Candidate


class Case:
    """One submission before the probes of its exercise."""

    def __init__(self, exercise: Exercise, respondents: Both, entries: Entries | None = None, source: str = "") -> None:
        """``entries`` are what is known of the exercise, if it is not everything."""
        self.exercise = exercise
        self.entries = entries or load_entries(exercise.stem)
        self.first, self.second = respondents
        self.code = Code(source)

    @classmethod
    def of(cls, exercise: Exercise, candidate: Candidate, confirming: Candidate) -> "Case":
        """Put the candidate's class before the probes, in one worker for each: they may share state."""
        first, second, _ = load_probes(exercise)
        respondents = Answers(first, Submitted(candidate)), Answers(second, Submitted(confirming))
        return cls(exercise, respondents, source=candidate.source)

    def answers(self, edits: Edits) -> Both | None:
        """Return what an edited reference answers; None if the edits do not apply together."""
        return edited_answers(self.exercise, edits)

    def answers_first(self, edits: Edits) -> Answers:
        """Return what a reference answers to the first probe, with edits that do apply."""
        both = self.answers(edits)
        assert both is not None
        return both[0]

    def questions(self, channel: Channel, probe: Probe | None = None) -> tuple[Question, ...]:
        """Return the questions of a channel, those of the first probe unless it is said which."""
        return (probe or self.first.probe).in_channel(channel)

    def differs(self, edits: Edits, channel: Channel) -> Question | None:
        """Return the first question of a channel that the submission answers differently from the edited reference."""
        return first_difference(self.first, self.answers_first(edits), self.questions(channel))

    def behaves_like(self, edits: Edits, channels: tuple[Channel, ...]) -> bool:
        """Return whether all answers of the channels agree with the edited reference's."""
        both = self.answers(edits)
        return both is not None and self.agrees_with(both[0], channels)

    def is_confirmed(self, edits: Edits, channels: tuple[Channel, ...]) -> bool:
        """Return the same of the second probe."""
        both = self.answers(edits)
        self.second.ask_all()
        return both is not None and self.agrees_with(both[1], channels)

    def agrees_with(self, other: Answers, channels: tuple[Channel, ...]) -> bool:
        """Return whether all answers of the channels agree with those of another respondent to the same probe."""
        mine = self.first if other.probe is self.first.probe else self.second
        return all(agree(mine[q], other[q], q) for c in channels for q in self.questions(c, mine.probe))
