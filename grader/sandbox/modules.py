"""Says which modules a worker has: once it is sealed it cannot open a file, so it can import nothing further.

The zygote loads ``PRELOADED`` for all workers. What is rarer, and slow to load, is loaded into a single worker, before
the submission arrives, if the submission mentions it. Everything else is not there.
"""

import contextlib
import importlib
import re
import warnings
from collections.abc import Iterable

PRELOADED = (
    "numpy.linalg",
    "numpy.random",
    "numpy.fft",
    "numpy.ma",
    "numpy.polynomial",
    "numpy.lib.stride_tricks",
    "numpy.typing",
    "numpy.dtypes",
    "numpy.exceptions",
    "numpy.char",
    "numpy.rec",
    "__future__",
    "abc",
    "array",
    "bisect",
    "builtins",
    "cmath",
    "codecs",
    "collections.abc",
    "contextlib",
    "contextvars",
    "copy",
    "copyreg",
    "dataclasses",
    "datetime",
    "decimal",
    "enum",
    "errno",
    "fractions",
    "functools",
    "gc",
    "hashlib",
    "heapq",
    "importlib",
    "inspect",
    "io",
    "itertools",
    "json",
    "keyword",
    "linecache",
    "logging",
    "math",
    "numbers",
    "operator",
    "os.path",
    "pathlib",
    "pickle",
    "pprint",
    "random",
    "re",
    "secrets",
    "statistics",
    "string",
    "struct",
    "sys",
    "textwrap",
    "threading",
    "time",
    "timeit",
    "traceback",
    "tracemalloc",
    "types",
    "typing",
    "warnings",
    "weakref",
    # loaded by the interpreter at the first use of what they are for
    "_strptime",
    "encodings.ascii",
    "encodings.idna",
    "encodings.latin_1",
    "encodings.unicode_escape",
    "encodings.utf_16",
    "unicodedata",
)

ON_REQUEST = (
    "argparse",
    "ast",
    "asyncio",
    "atexit",
    "base64",
    "calendar",
    "concurrent.futures",
    "configparser",
    "csv",
    "ctypes",
    "difflib",
    "dis",
    "doctest",
    "faulthandler",
    "gzip",
    "html",
    "locale",
    "marshal",
    "mmap",
    "multiprocessing",
    "numpy.core",
    "numpy.ctypeslib",
    "numpy.f2py",
    "numpy.lib.recfunctions",
    "numpy.matlib",
    "numpy.strings",
    "numpy.testing",
    "platform",
    "profile",
    "cProfile",
    "pstats",
    "queue",
    "reprlib",
    "resource",
    "select",
    "shelve",
    "shlex",
    "shutil",
    "signal",
    "socket",
    "sqlite3",
    "subprocess",
    "symtable",
    "sysconfig",
    "tempfile",
    "token",
    "tokenize",
    "unittest",
    "unittest.mock",
    "uuid",
    "zipfile",
    "zlib",
)


def mentioned(source: str) -> list[str]:
    """Return the modules of ``ON_REQUEST`` whose name occurs as a word in a source text.

    A word may well mean something else; a module that nobody asked for costs a few milliseconds.
    """
    words = set(re.findall(r"\w+", source))
    # the star imports every part of NumPy that is otherwise loaded at its first use
    star = re.search(r"\bfrom\s+numpy\s+import\s*\*", source)
    return [name for name in ON_REQUEST if words.issuperset(name.split(".")) or (star and name.startswith("numpy."))]


def load(names: Iterable[str]) -> None:
    """Import modules. One that this NumPy, or this Python, does not have is left out."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name in names:
            with contextlib.suppress(ImportError):
                importlib.import_module(name)
