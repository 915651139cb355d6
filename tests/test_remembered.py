"""Breaks the file of remembered answers in the ways in which files break: nothing but time may be lost."""

from pathlib import Path

import numpy as np
import pytest

from grader.diagnosis import remembered
from grader.diagnosis.answers import Memory, answer_edited
from grader.diagnosis.first_steps import FirstSteps
from grader.misconceptions import load_entries
from grader.results import Exercise


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder for caches of this test's own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "interview-practice-grader"


def test_what_is_written_is_read_again(folder: Path) -> None:
    assert remembered.read("x", "key", dict[str, int]) is None
    remembered.write("x", "key", {"a": 1})
    assert remembered.read("x", "key", dict[str, int]) == {"a": 1}
    assert [path.name for path in folder.iterdir()] == ["x"]
    assert folder.stat().st_mode & 0o077 == 0


def test_what_was_computed_from_something_else_is_passed_over() -> None:
    remembered.write("x", "key", {"a": 1})
    assert remembered.read("x", "another key", dict[str, int]) is None


@pytest.mark.parametrize("content", [b"", b"\x00", b"not MessagePack", b"\x82\xa3key\xa3key\xa7content\xa1x"])
def test_a_broken_file_is_passed_over(folder: Path, content: bytes) -> None:
    folder.mkdir()
    (folder / "x").write_bytes(content)
    assert remembered.read("x", "key", dict[str, int]) is None


def test_half_a_file_is_passed_over(folder: Path) -> None:
    remembered.write("x", "key", {"a": list(range(100))})
    whole = (folder / "x").read_bytes()
    (folder / "x").write_bytes(whole[: len(whole) // 2])
    assert remembered.read("x", "key", dict[str, list[int]]) is None


def test_where_nothing_can_be_written_nothing_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "a file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "a file"))
    remembered.write("x", "key", {"a": 1})
    assert remembered.read("x", "key", dict[str, int]) is None


def test_a_name_that_is_taken_by_a_folder_leaves_no_rubbish(folder: Path) -> None:
    (folder / "x").mkdir(parents=True)
    remembered.write("x", "key", {"a": 1})
    assert [path.name for path in folder.iterdir()] == ["x"]


def test_without_a_variable_it_is_under_the_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    remembered.write("x", "key", 1)
    assert (tmp_path / ".cache" / "interview-practice-grader" / "x").exists()


def test_answers_on_disk_are_those_that_would_be_computed(linear: Exercise) -> None:
    edits = [entry.edits for entry in load_entries("linear").misconceptions[:5]]
    memory = Memory(linear)
    for own in edits:
        both = memory.answers(own)
        assert both is not None
        both[0].ask_all()
    memory.save()
    again = Memory(linear)
    for own in edits:
        kept, fresh = again.answers(own), answer_edited(linear, own)
        assert kept is not None
        assert fresh is not None
        for question in kept[0].probe.questions:
            one, other = kept[0][question], fresh[0][question]
            assert (one.kind, one.detail, one.listed, one.overflow, one.changed) == (
                other.kind,
                other.detail,
                other.listed,
                other.overflow,
                other.changed,
            )
            assert (one.array is None) == (other.array is None)
            if one.array is not None and other.array is not None:
                assert one.array.dtype == other.array.dtype
                np.testing.assert_array_equal(one.array, other.array)


def test_models_that_share_state_are_asked_in_order_whatever_is_on_disk(linear: Exercise) -> None:
    entry = next(e for e in load_entries("linear").misconceptions if e.id == "loss-history-shared-by-the-class")
    memory = Memory(linear)
    both = memory.answers(entry.edits)
    assert both is not None
    questions = both[0].probe.questions
    _ = both[0][questions[0]]
    memory.save()
    kept, fresh = Memory(linear).answers(entry.edits), answer_edited(linear, entry.edits)
    assert kept is not None
    assert fresh is not None
    fresh[0].ask_all()
    last = next(question for question in questions if question.name == "loss_history")
    np.testing.assert_array_equal(kept[0][last].array, fresh[0][last].array)


def test_first_steps_of_pairs_are_remembered(linear: Exercise) -> None:
    plain = answer_edited(linear, ())
    assert plain is not None
    one, other = load_entries("linear").misconceptions[:2]
    steps = FirstSteps(linear, plain[0])
    together = answer_edited(linear, load_entries("linear").misconceptions[1].edits)
    assert together is not None
    steps.note((one, other), [together[0]])
    steps.save()
    again = FirstSteps(linear, plain[0])
    row = again.row(together[0])
    assert row is not None
    assert again.knows((one, other))
    assert again.gives((one, other), row)
    assert again.matching(row) == {(one, other)}
    assert not again.matching(2 * row)


def test_a_record_that_is_none_is_asked_again(linear: Exercise, folder: Path) -> None:
    memory = Memory(linear)
    both = memory.answers(())
    assert both is not None
    question = both[0].probe.questions[0]
    right = both[0][question].array
    memory.save()
    path = folder / "linear.msgpack"
    path.write_bytes(path.read_bytes().replace(b"<f8", b"|O8"))
    kept = Memory(linear).answers(())
    assert kept is not None
    np.testing.assert_array_equal(kept[0][question].array, right)


def test_entries_are_read_again_as_they_were_parsed(folder: Path) -> None:
    load_entries.cache_clear()
    parsed = load_entries("logistic")
    (written,) = folder.glob("logistic-entries.msgpack")
    load_entries.cache_clear()
    assert load_entries("logistic") == parsed
    written.write_bytes(b"something else")
    load_entries.cache_clear()
    assert load_entries("logistic") == parsed
    assert written.read_bytes() != b"something else"
