"""Builds a Landlock ruleset that leaves nothing of the file system but reading given folders.

Landlock (``linux/landlock.h``) is the kernel's own lock for unprivileged processes. The ruleset is an open file
made once, in the zygote; each worker applies it to itself.
"""

import ctypes
import errno
import os
import struct
import sys
from collections.abc import Iterable

# the same numbers on every architecture
CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446

GET_VERSION = 1
PATH_BENEATH = 1

READ_FILE, READ_DIR = 1 << 2, 1 << 3

FILE_RIGHTS = {1: (1 << 13) - 1, 2: 1 << 13, 3: 1 << 14, 5: 1 << 15}
"""Version of the interface: the rights over files that it brought (execute to make-symlink, refer, truncate, ioctl)."""
NETWORK_RIGHTS = {4: 0b11}
"""Binding and connecting TCP sockets."""
SCOPES = {6: 0b11}
"""Abstract Unix sockets and signals to processes outside."""


def version(libc: ctypes.CDLL) -> int:
    """Return the version of Landlock's interface (its ABI). Raises ``OSError`` if the kernel has none."""
    if sys.platform != "linux":
        # elsewhere these numbers are other system calls
        raise OSError(errno.ENOSYS, "Landlock is Linux's")
    return _call(libc, CREATE_RULESET, None, 0, GET_VERSION)


def build_ruleset(libc: ctypes.CDLL, readable: Iterable[str]) -> int:
    """Return a descriptor of a ruleset that allows to read beneath the given paths, and nothing else."""
    abi = version(libc)
    handled = [
        sum(right for since, right in rights.items() if since <= abi)
        for rights in (FILE_RIGHTS, NETWORK_RIGHTS, SCOPES)
    ]
    # an older kernel takes a longer structure than it knows, if the rest is zero
    ruleset = _call(libc, CREATE_RULESET, struct.pack("=QQQ", *handled), 24, 0)
    for path in readable:
        _allow_reading(libc, ruleset, path)
    return ruleset


def _allow_reading(libc: ctypes.CDLL, ruleset: int, path: str) -> None:
    descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        rights = READ_FILE | READ_DIR if os.path.isdir(path) else READ_FILE
        _call(libc, ADD_RULE, ruleset, PATH_BENEATH, struct.pack("=Qi", rights, descriptor), 0)
    finally:
        os.close(descriptor)


def restrict(libc: ctypes.CDLL, ruleset: int) -> None:
    """Apply the ruleset to this process, for good. Needs no_new_privs."""
    _call(libc, RESTRICT_SELF, ruleset, 0)


def _call(libc: ctypes.CDLL, number: int, *arguments: int | bytes | None) -> int:
    words = [ctypes.c_long(a) if isinstance(a, int) else a for a in arguments]
    result = int(libc.syscall(ctypes.c_long(number), *words))
    if result < 0:
        raise OSError(ctypes.get_errno(), "Landlock was refused")
    return result
