"""Turns a name into the five pieces of a new exercise, which agree with each other and wait to be rewritten."""

import contextlib
import keyword
import os
import re
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from grader.catalog import content_folder, load_catalog
from grader.errors import InputError
from grader.results import Exercise

LONGEST = 40
"""How many characters a slug or the name of a class may have, so that the lines they stand in stay in shape."""

LONGEST_TITLE = 48
"""The width of a title in the list of exercises."""

TEMPLATES = {
    "exercises/{stem}.py": "stub.py.j2",
    "reference/{stem}.py": "reference.py.j2",
    "grader/suites/test_{stem}.py": "suite.py.j2",
    "grader/misconceptions/{stem}.toml": "misconceptions.toml.j2",
}
"""The files of an exercise and what they are made from. The fifth piece is the entry in the catalog."""

CATALOG = "exercises/catalog.toml"
ENTRY = "catalog_entry.toml.j2"


def write_exercise(slug: str, *, title: str = "", class_name: str = "") -> tuple[Path, ...]:
    """Write the pieces of a new exercise into this checkout, all or none, and return their paths.

    If not said, the title and the name of the class are made from the slug. Raises ``InputError`` for a name that
    cannot be used or is taken, for an installed package, and for a checkout that cannot be written.
    """
    root, stem = _checkout(), _stem(slug)
    words = slug.split("-")
    values = {
        "slug": slug,
        "title": _checked_title(title or " ".join(words).capitalize()),
        "class_name": _checked_class(class_name or "".join(word.capitalize() for word in words)),
    }
    files = {root / name.format(stem=stem): template for name, template in TEMPLATES.items()}
    _expect_free(slug, stem, root, files)
    texts = {path: _render(template, values) for path, template in files.items()}
    _write(texts, root / CATALOG, _render(ENTRY, values))
    return (root / CATALOG, *files)


def todos(exercise: Exercise) -> Iterator[str]:
    """Yield a sentence that says how many TODOs of the template are left in an exercise, and where; none if none."""
    counts = {name: text.count("TODO") for name, text in _pieces(exercise)}
    if total := sum(counts.values()):
        where = ", ".join(f"{count} in {name}" for name, count in counts.items() if count)
        yield f"{total} TODO{'s are' if total > 1 else ' is'} left: {where}"


# --------------------------------------------------------------- what is there


def _checkout() -> Path:
    """Return the folder with the package and, beside it, the content."""
    package = Path(__file__).parent
    root = content_folder("exercises").parent
    if root == package or not (root / CATALOG).is_file():
        raise InputError(
            f"this grade is installed in {package}, and a new exercise belongs into a checkout of its source: "
            "get one, install it with pip install -e . and run this again"
        )
    return root


def _pieces(exercise: Exercise) -> Iterator[tuple[str, str]]:
    entries = (content_folder("exercises") / Path(CATALOG).name).read_text("utf-8").split("[[exercise]]\n")
    # the comments belong to it, too, so the text is looked at and not what it means
    yield CATALOG, next((entry for entry in entries if entry.startswith(f'slug = "{exercise.slug}"\n')), "")
    package = Path(__file__).parent
    for name in (name.format(stem=exercise.stem) for name in TEMPLATES):
        folder, _, rest = name.partition("/")
        path = (package if folder == package.name else content_folder(folder)) / rest
        yield name, path.read_text("utf-8") if path.exists() else ""


def _expect_free(slug: str, stem: str, root: Path, files: dict[Path, str]) -> None:
    if slug in [exercise.slug for exercise in load_catalog()]:
        raise InputError(f"there is an exercise {slug!r} already: take another name")
    if taken := [path for path in files if os.path.lexists(path)]:
        raise InputError(
            f"there is a file {taken[0].relative_to(root)} already, so {stem!r} is taken: use another name"
        )


# ---------------------------------------------------------------------- names


def _stem(slug: str) -> str:
    """Return the name of the files. Raises ``InputError`` for a slug that gives none."""
    if len(slug) > LONGEST or not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", slug):
        raise InputError(
            f"{slug!r} cannot be the name of an exercise: take at most {LONGEST} lower-case letters, digits and single "
            "hyphens between them, a letter first, such as ridge-regression"
        )
    if keyword.iskeyword(slug):
        raise InputError(f"{slug!r} cannot be the name of an exercise: it is a word of Python's own, so take another")
    return slug.replace("-", "_")


def _checked_class(name: str) -> str:
    if len(name) > LONGEST or not re.fullmatch(r"[A-Z][A-Za-z0-9]*", name) or keyword.iskeyword(name):
        raise InputError(
            f"{name!r} cannot be the name of the class: say another with --class, such as RidgeRegression, of at most "
            f"{LONGEST} letters and digits and with a capital first"
        )
    return name


def _checked_title(title: str) -> str:
    if len(title) > LONGEST_TITLE or not title.isprintable() or not title.strip() or {'"', "\\"} & set(title):
        raise InputError(
            f"{title!r} cannot be the title: say another with --title, on one line, of at most {LONGEST_TITLE} "
            "characters and without double quotes and backslashes"
        )
    return title


# -------------------------------------------------------------------- writing


def _render(template: str, values: dict[str, str]) -> str:
    environment = Environment(
        loader=FileSystemLoader(content_folder("templates") / "new"),
        autoescape=False,  # Python and TOML; the values have been checked
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    return environment.get_template(template).render(values)


def _write(texts: dict[Path, str], catalog: Path, entry: str) -> None:
    """Write new files and append to the catalog; what has been done is undone if something fails on the way."""
    try:
        with contextlib.ExitStack() as undo:
            for path, text in texts.items():
                with path.open("x", encoding="utf-8", newline="\n") as file:
                    undo.callback(path.unlink)
                    file.write(text)
            undo.callback(os.truncate, catalog, catalog.stat().st_size)
            with catalog.open("a", encoding="utf-8", newline="\n") as file:
                file.write(entry)
            undo.pop_all()
    except OSError as error:
        where = error.filename or catalog.parent.parent
        raise InputError(f"{where} cannot be written: {error.strerror}. Nothing has changed.") from error
