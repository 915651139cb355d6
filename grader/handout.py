"""Turns exercises into a git repository to give to a candidate."""

import importlib.metadata
import os
import platform
import re
import secrets
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from grader import __version__
from grader.catalog import content_folder
from grader.errors import GraderError, InputError
from grader.results import Exercise, Handout

JOINERS = "\u200c\u200d"
"""Characters that do not show and yet belong into names, Persian ones for example."""


def write_handout(
    exercises: tuple[Exercise, ...], folder: Path, *, minutes: int | None = None, company: str = ""
) -> Handout:
    """Write a repository with one commit into ``folder``, which is new or empty, and return what it says of itself.

    ``minutes`` is the time for all exercises together; if not said, the sum of their own. Raises ``InputError`` for a
    folder that is in use or cannot be written, ``GraderError`` if git is missing or fails.
    """
    handout = Handout(
        id=secrets.token_hex(8),
        exercises=tuple(exercise.slug for exercise in exercises),
        minutes=minutes or sum(exercise.minutes for exercise in exercises),
        company=_plain(company),
        created=datetime.now(UTC).replace(microsecond=0),  # in UTC also for git: the time zone is nobody's business
        grader=__version__,
    )
    git, files = _find_git(), _files(exercises, handout)
    _write(folder, files)
    _commit(git, folder, handout.created)
    return handout


def _plain(company: str) -> str:
    """Return the name on one line. Raises ``InputError`` if it holds what does not show."""
    name = " ".join(company.split())
    for character in name:
        if not character.isprintable() and character not in JOINERS:
            raise InputError(f"the company's name holds U+{ord(character):04X}, which does not show: leave it out")
    return name


def _write(folder: Path, files: dict[str, str]) -> None:
    try:
        if folder.exists() and not folder.is_dir():
            raise InputError(f"{folder} is a file: name a folder for the handout")
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise InputError(f"{folder} is not empty: name a new folder, so that nothing else goes to the candidate")
        for name, text in files.items():
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_text(text, "utf-8", newline="\n")
    except OSError as error:
        raise InputError(f"{folder} cannot be written: {error.strerror}. Name another folder.") from error


# ---------------------------------------------------------------- what it holds


def _files(exercises: tuple[Exercise, ...], handout: Handout) -> dict[str, str]:
    """Return path to text. Nothing but the stubs, the questions and what lies in ``templates/handout`` gets in."""
    versions = {name: importlib.metadata.version(name) for name in ("numpy", "pytest")}
    files = {
        "README.md": _readme(exercises, handout, versions),
        "handout.json": msgspec.json.format(msgspec.json.encode(handout), indent=2).decode() + "\n",
        "requirements.txt": "".join(f"{name}=={version}\n" for name, version in versions.items()),
        "pytest.ini": _template("pytest.ini"),
        ".gitignore": _template("gitignore"),
    }
    for exercise in exercises:
        files[f"exercises/{exercise.stem}.py"] = _stub(exercise)
        files[f"tests/test_{exercise.stem}.py"] = _visible_test(exercise)
    return files


def _readme(exercises: tuple[Exercise, ...], handout: Handout, versions: dict[str, str]) -> str:
    return _template(
        "README.md.j2",
        exercises=exercises,
        time_limit=_time_limit(handout.minutes),
        company=_markdown(handout.company),
        python=".".join(platform.python_version_tuple()[:2]),
        python_needed=importlib.metadata.metadata("numpy")["Requires-Python"],
        numpy=versions["numpy"],
    )


def _stub(exercise: Exercise) -> str:
    """Return the stub; where it names the command that grades it, it names the visible tests: nobody else has more."""
    return exercise.stub.replace(f"grade exercise {exercise.slug}", f"pytest tests/test_{exercise.stem}.py")


def _visible_test(exercise: Exercise) -> str:
    """Return the examples written for the exercise, else a test that its class and methods are there."""
    own = f"tests/test_{exercise.stem}.py"
    if (content_folder("templates") / "handout" / own).exists():
        return _template(own)
    return _template("test_names.py.j2", exercise=exercise)


def _template(name: str, **values: object) -> str:
    folder = content_folder("templates") / "handout"
    if not name.endswith(".j2"):
        return (folder / name).read_text("utf-8")
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=False,  # Markdown and Python; the one text that is not ours goes through _markdown
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template(name).render(values)


def _time_limit(minutes: int) -> str:
    if minutes >= 120 and minutes % 60 == 0:
        return f"{minutes // 60} hours"
    return f"{minutes} minute{'s' if minutes > 1 else ''}"


def _markdown(text: str) -> str:
    """Return ``text`` so that Markdown shows it as it is, within a line."""
    return re.sub(r"[\\`*_~$<>\[\]#]|&(?=[#\w])", r"\\\g<0>", text)


# -------------------------------------------------------------------------- git


def _find_git() -> str:
    git = shutil.which("git")
    if git is None:
        raise GraderError("git is not installed, and a handout is a git repository: install git and run this again")
    return git


def _commit(git: str, folder: Path, created: datetime) -> None:
    """Make the folder a repository with one commit, the same whoever makes it."""
    environment = _git_environment(created)
    for arguments in (
        ("init", "--quiet", "--template=", "-b", "main"),
        # the folder may belong to somebody else, such as one that is mounted into a container
        ("-c", "safe.directory=*", "add", "--all"),
        ("-c", "safe.directory=*", "commit", "--quiet", "-m", "Interview exercises"),
    ):
        done = subprocess.run(
            [git, *arguments], cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True
        )
        if done.returncode:
            says = done.stderr.decode(errors="replace").strip()
            raise GraderError(
                f"git failed in {folder}, so do not hand that folder out: {says}. "
                "A handout needs git 2.28 or newer and room on the disk."
            )


def _git_environment(created: datetime) -> dict[str, str]:
    """Return an environment in which nothing of the user's acts: no name, hook, template, signature or ignored file."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    nowhere = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "GIT_CONFIG_GLOBAL"), os.devnull)
    neutral = {"NAME": "Interview", "EMAIL": "interview@example.invalid", "DATE": created.isoformat()}
    people = {f"GIT_{role}_{what}": value for role in ("AUTHOR", "COMMITTER") for what, value in neutral.items()}
    return {**inherited, **nowhere, **people, "GIT_CONFIG_NOSYSTEM": "1", "GIT_ATTR_NOSYSTEM": "1"}
