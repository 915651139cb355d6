"""Tries what a submission must not be able to do, from where a submission runs.

The judge sends this text to a worker as if it were a submission. Every act is harmless where it works. One counts
as refused only if the system says so; any other outcome, even a failure, shows that the system would listen.
"""

import _thread
import ctypes
import errno
import mmap
import os
import resource
import socket
from collections.abc import Callable, Iterator
from typing import Any

libc = ctypes.CDLL(None, use_errno=True)

RESERVE_NOTHING = mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | 0x4000

REFUSALS = {errno.EACCES, errno.EPERM, errno.EAGAIN, errno.ENOSYS, errno.ENOMEM}


def call(name: str, *arguments: Any) -> None:
    """Call a function of the C library; raise ``OSError`` if it fails."""
    if getattr(libc, name)(*arguments) == -1:
        raise OSError(ctypes.get_errno(), name)


def write_file() -> None:
    """Make a file, and remove it."""
    path = f"/tmp/grader-probe-{os.getpid()}"
    os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
    os.unlink(path)


def fork() -> None:
    """Start a process that ends at once."""
    pid = os.fork()
    if pid == 0:
        os._exit(0)
    os.waitpid(pid, 0)


def read_memory(pid: int) -> None:
    """Read no bytes of another process's memory."""
    nothing = (ctypes.c_size_t * 2)()
    call("process_vm_readv", pid, ctypes.byref(nothing), 1, ctypes.byref(nothing), 1, 0)


def share_memory() -> None:
    """Make a segment of shared memory, and remove it."""
    segment = libc.shmget(0, 4096, 0o1600)
    if segment == -1:
        raise OSError(ctypes.get_errno(), "shmget")
    libc.shmctl(segment, 0, None)


def acts(judge: int) -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield each act's name and what performs it."""
    yield "read a file", lambda: os.open("/etc/hostname", os.O_RDONLY)
    yield "list a folder", lambda: os.listdir("/")
    yield "see whether a file exists", lambda: os.stat("/etc/hostname")
    yield "write a file", write_file
    yield "change a file's mode", lambda: os.chmod("/tmp/grader-probe-missing", 0o600)
    yield "open a TCP socket", lambda: socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    yield "open a UDP socket", lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    yield "open a Unix socket", lambda: socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    yield "start a process", fork
    yield "start a thread", lambda: _thread.start_new_thread(int, ())
    yield "start a program", lambda: os.execv("/grader-probe-missing", ["x"])
    yield "signal the judge", lambda: os.kill(judge, 0)
    yield "read the judge's memory", lambda: read_memory(judge)
    yield "change the judge's limits", lambda: resource.prlimit(judge, resource.RLIMIT_CORE)
    # PTRACE_CONT, which does nothing to a process that is not being traced
    yield "trace a process", lambda: call("ptrace", 7, judge, 0, 0)
    yield "outlive the judge", lambda: call("prctl", 1, 0, 0, 0, 0)
    yield "make namespaces", lambda: call("unshare", 0x10000000)
    yield "keep memory outside the limit", lambda: os.memfd_create("probe")
    yield "share memory with others", share_memory
    # address space that nothing is ever written to: without a limit of its own, every machine has that much
    yield "use more memory than allowed", lambda: mmap.mmap(-1, 2 << 30, RESERVE_NOTHING, mmap.PROT_READ).close()


def attempt(act: Callable[[], object]) -> str:
    """Return how the system refused an act, or nothing if it did not."""
    try:
        act()
    except OSError as error:
        return errno.errorcode[error.errno] if error.errno in REFUSALS else ""
    except RuntimeError as error:  # how Python reports that a thread was refused
        return "EAGAIN" if "start new thread" in str(error) else ""
    except AttributeError:  # not a thing of this system
        return "absent"
    return ""


class Probes:
    """What the worker makes a model of."""

    def run(self, judge: int) -> str:
        """Try every act; return a line for each, with how it was refused."""
        return "\n".join(f"{name}\t{attempt(act)}" for name, act in acts(judge))
