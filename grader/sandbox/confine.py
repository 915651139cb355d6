"""Confines a just-forked worker, from within, before it sees the submission.

Theory of operation
-------------------
A worker talks to the judge through two pipes and has everything it needs in memory when it is forked: NumPy, the
standard library's useful part, and the loop that answers questions. It therefore needs nothing more of the
system than memory, time and those pipes, and can give up the rest for good. It does so in nine steps, each a function
below, in this order:

1. ``session``       Leave the judge's session and terminal; be the first to go when the machine runs out of memory.
2. ``parent``        Die with the zygote. If it died before that was arranged, die now.
3. ``descriptors``   Close every file but the pipes.
4. ``capabilities``  Drop all privileges; as root, become a user whom nothing belongs to.
5. ``limits``        Memory, processor time, files, locks, queues, core dumps.
6. ``privileges``    no_new_privs: no program started from here on could gain what was given up.
7. ``dumpable``      Nobody else of the same user may look into this process.
8. ``landlock``      The kernel refuses every file but the standard library's and NumPy's, for reading.
9. ``seccomp``       The kernel refuses every system call that is not on a list: no path, no socket, no new process
                     or thread, no signal to others, no way back. Calls of a foreign ABI kill the process.

The ninth alone holds what the promise is about: the verdict cannot be forged and nothing of the user's can be read. The
eighth is a second lock on the files, independent of it. Steps one to seven limit what a kernel without those two would
let through, and tidy up. Because no new process can be made, a worker *is* its process tree: killing it leaves nothing
behind.

A step that a system does not offer is left out and reported. Nothing here decides whether what is left is enough: a
self-test tries forbidden acts in a real worker (``isolation.py``), and what it finds is what counts.

Loaded by the zygote; imports the standard library and the tables beside it. Linux on x86_64 and aarch64; elsewhere
most steps are reported as missing.
"""

import contextlib
import ctypes
import fcntl
import os
import resource
import signal
import struct
import sys
import sysconfig
from collections.abc import Callable, Container, Iterator
from typing import TypeVar

from grader.sandbox import landlock
from grader.sandbox.seccomp import Seal

T = TypeVar("T")

PIPES = 5
"""Descriptors 0 to 4 are the worker's: /dev/null, two for what it prints, questions, replies."""

NOBODY = 61_234
"""A user and group id that no distribution assigns."""

MIB = 1024 * 1024

LIMITS = {
    # a backstop: the judge's deadlines, in wall time, are the real guard
    "RLIMIT_CPU": 120,
    "RLIMIT_FSIZE": 0,
    "RLIMIT_NOFILE": 32,
    "RLIMIT_CORE": 0,
    "RLIMIT_MEMLOCK": 0,
    "RLIMIT_MSGQUEUE": 0,
    "RLIMIT_SIGPENDING": 64,
    "RLIMIT_STACK": 8 * MIB,
}

# linux/prctl.h, linux/capability.h
PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_CAPBSET_DROP, PR_SET_NO_NEW_PRIVS = 1, 4, 24, 38
CAPABILITY_VERSION_3 = 0x20080522
CAP_KILL = 5


class Confinement:
    """What is prepared once, in the zygote, and applied in each worker."""

    def __init__(self) -> None:
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._zygote = os.getpid()
        self._ruleset = _attempt(self._build_ruleset)
        self._seal = _attempt(Seal)
        self._may_kill = bool(self._effective_capabilities() >> CAP_KILL & 1)

    def apply(self, memory_mib: int, skip: Container[str] = ()) -> dict[str, dict[str, str]]:
        """Confine this process. Returns the steps ``taken``, with a detail, and those ``missing``, with the reason.

        ``skip`` names steps to leave out, for tests that need to see what the others hold.
        """
        steps: dict[str, Callable[[], str | None]] = {
            "session": self.start_session,
            "parent": self.die_with_parent,
            "descriptors": self.close_descriptors,
            "capabilities": self.drop_capabilities,
            "limits": lambda: self.limit_resources(memory_mib),
            "privileges": self.forbid_new_privileges,
            "dumpable": self.forbid_dumps,
            "landlock": self.lock_files,
            "seccomp": self.seal,
        }
        taken, missing = {}, {}
        for name, step in steps.items():
            if name in skip:
                continue
            try:
                taken[name] = step() or ""
            except (OSError, AttributeError, ValueError) as error:
                missing[name] = str(error)
        return {"taken": taken, "missing": missing}

    def start_session(self) -> None:
        """Leave the judge's session, and volunteer for the kernel's out-of-memory killer."""
        os.setsid()
        # only Linux has such a killer
        with contextlib.suppress(OSError), open("/proc/self/oom_score_adj", "w") as file:
            file.write("1000")

    def die_with_parent(self) -> None:
        """Ask for SIGKILL when the zygote ends."""
        self._prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != self._zygote:
            os._exit(70)

    def close_descriptors(self) -> None:
        """Close every file but the pipes and the Landlock ruleset, which is needed once more."""
        highest = os.sysconf("SC_OPEN_MAX")
        if isinstance(self._ruleset, int):
            os.closerange(PIPES, self._ruleset)
            os.closerange(self._ruleset + 1, highest)
        else:
            os.closerange(PIPES, highest)

    def drop_capabilities(self) -> str:
        """Give up every capability and, as root, the user and group."""
        for capability in range(64):
            if self._libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0):
                break  # there are no more, or this user has none to drop
        user = ""
        if os.geteuid() == 0:
            user = self._become_nobody()
            # the kernel forgets the parent's death signal when the user changes
            self.die_with_parent()
        header, nothing = struct.pack("=Ii", CAPABILITY_VERSION_3, 0), bytes(24)
        self._check(self._libc.capset(header, nothing))
        return user

    def _become_nobody(self) -> str:
        if not self._may_kill:
            return "still root: the zygote could not end another user's process"
        try:
            os.setgroups([])
            os.setresgid(NOBODY, NOBODY, NOBODY)
            os.setresuid(NOBODY, NOBODY, NOBODY)
        except OSError:
            return "still root: a container without CAP_SETUID, or a user namespace without that user"
        return f"user {NOBODY}"

    def limit_resources(self, memory_mib: int) -> None:
        """Limit what may be used. A limit that the system does not know is left out."""
        for name, value in {"RLIMIT_AS": memory_mib * MIB, **LIMITS}.items():
            # macOS knows neither all names nor how to limit the address space
            with contextlib.suppress(AttributeError, OSError, ValueError):
                number = getattr(resource, name)
                _, hard = resource.getrlimit(number)
                limit = value if hard == resource.RLIM_INFINITY else min(value, hard)
                resource.setrlimit(number, (limit, limit))

    def forbid_new_privileges(self) -> None:
        """Set no_new_privs, without which an unprivileged process may use neither Landlock nor seccomp."""
        self._prctl(PR_SET_NO_NEW_PRIVS, 1)

    def forbid_dumps(self) -> None:
        """Deny other processes of the same user the look into this one's memory and descriptors."""
        self._prctl(PR_SET_DUMPABLE, 0)

    def lock_files(self) -> str:
        """Apply the Landlock ruleset."""
        if isinstance(self._ruleset, OSError):
            raise self._ruleset
        landlock.restrict(self._libc, self._ruleset)
        os.close(self._ruleset)
        return f"ABI {landlock.version(self._libc)}"

    def seal(self) -> str:
        """Apply the seccomp filter."""
        if isinstance(self._seal, OSError):
            raise self._seal
        self._seal.apply(self._libc)
        return "sealed"

    def _build_ruleset(self) -> int:
        ruleset = landlock.build_ruleset(self._libc, readable_paths())
        try:
            # out of the way of the numbers of the pipes
            return fcntl.fcntl(ruleset, fcntl.F_DUPFD_CLOEXEC, 2 * PIPES)
        finally:
            os.close(ruleset)

    def _effective_capabilities(self) -> int:
        """Return a bit for each capability in force; none where there is no such thing."""
        header, sets = struct.pack("=Ii", CAPABILITY_VERSION_3, 0), ctypes.create_string_buffer(24)
        capget = getattr(self._libc, "capget", None)
        if capget is None or capget(header, sets):
            return 0
        low, _, _, high, _, _ = struct.unpack("=6I", sets.raw)
        return int(low | high << 32)

    def _prctl(self, option: int, value: int) -> None:
        self._check(self._libc.prctl(option, value, 0, 0, 0))

    def _check(self, result: int) -> None:
        if result:
            error = ctypes.get_errno()
            raise OSError(error, os.strerror(error))


def readable_paths() -> Iterator[str]:
    """Yield what a worker may read where only Landlock holds it: the standard library and NumPy."""
    for folder in {sysconfig.get_path("stdlib"), sysconfig.get_path("platstdlib")}:
        for entry in os.scandir(folder):
            if entry.name not in ("site-packages", "dist-packages"):
                yield entry.path
    numpy = os.path.dirname(sys.modules["numpy"].__file__ or "")
    yield from (path for path in (numpy, numpy + ".libs") if os.path.exists(path))


def _attempt(make: Callable[[], T]) -> T | OSError:
    """Return what is made, or the error for which it cannot be made."""
    try:
        return make()
    except OSError as error:
        return error
    except (AttributeError, ValueError) as error:
        return OSError(0, str(error))
