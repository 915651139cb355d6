"""Turns the table of system calls into a seccomp filter, and seals the process with it.

The filter is classic BPF (``linux/filter.h``), a list of 8-byte instructions that the kernel runs at each system
call over ``struct seccomp_data``: the call's number, the architecture and the six arguments.
"""

import ctypes
import errno
import os
import platform
import struct
import sys

from grader.sandbox import syscalls

# offsets into struct seccomp_data
NUMBER = 0
ARCHITECTURE = 4
ARGUMENTS = 16

LOAD = 0x20  # BPF_LD | BPF_W | BPF_ABS
EQUAL = 0x15  # BPF_JMP | BPF_JEQ | BPF_K
AT_LEAST = 0x35  # BPF_JMP | BPF_JGE | BPF_K
RETURN = 0x06  # BPF_RET | BPF_K

ALLOW = 0x7FFF0000
KILL = 0x80000000
ERROR = 0x00050000

X32_BIT = 0x40000000
"""Calls of x86_64's second ABI carry this bit, under the same architecture."""

ARCHITECTURES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}
"""Machine: (column of the table of numbers, the kernel's name for it: AUDIT_ARCH)."""

PR_SET_SECCOMP = 22
SECCOMP_MODE_FILTER = 2

Instruction = tuple[int, int, int, int]
"""Code, jump if true, jump if false, constant."""


class _Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("instructions", ctypes.c_void_p)]


def assemble(machine: str) -> tuple[bytes, tuple[int, ...]]:
    """Return the filter's code for a machine, and where in it the own process id has to be filled in.

    Raises ``OSError`` for a machine whose numbers are not in the table.
    """
    if machine not in ARCHITECTURES:
        raise OSError(errno.ENOSYS, f"no table of system calls for {machine}")
    column, audit_name = ARCHITECTURES[machine]
    code: list[Instruction] = [
        (LOAD, 0, 0, ARCHITECTURE),
        (EQUAL, 1, 0, audit_name),
        (RETURN, 0, 0, KILL),
        (LOAD, 0, 0, NUMBER),
        (AT_LEAST, 0, 1, X32_BIT),
        (RETURN, 0, 0, KILL),
    ]
    for name in syscalls.ALLOWED:
        code += _when(name, column, [(RETURN, 0, 0, ALLOW)])
    for name, error in syscalls.REFUSED.items():
        code += _when(name, column, [(RETURN, 0, 0, ERROR | error)])
    pids: list[int] = []
    for name, (position, values) in syscalls.CHECKED.items():
        own = [i for i, value in enumerate(values) if value == syscalls.OWN_PID]
        # after the test of the number and the load of the argument, two instructions a value
        pids += [8 * (len(code) + 2 + 2 * i) + 4 for i in own]
        code += _when(name, column, _if_argument(position, [0 if isinstance(v, str) else v for v in values]))
    code += _when(syscalls.READ_ONLY, column, _if_read_only())
    code.append((RETURN, 0, 0, ERROR | errno.EPERM))
    return b"".join(struct.pack("=HBBI", *instruction) for instruction in code), tuple(pids)


def _when(name: str, column: int, then: list[Instruction]) -> list[Instruction]:
    number = syscalls.NUMBERS[name][column]
    return [(EQUAL, 0, len(then), number), *then] if number != syscalls.NONE else []


def _if_argument(position: int, values: list[int]) -> list[Instruction]:
    code: list[Instruction] = [(LOAD, 0, 0, ARGUMENTS + 8 * position)]
    for value in values:
        code += [(EQUAL, 0, 1, value), (RETURN, 0, 0, ALLOW)]
    return [*code, (RETURN, 0, 0, ERROR | errno.EPERM)]


def _if_read_only() -> list[Instruction]:
    # prlimit64(pid, resource, new limit, old limit): pid 0, and both halves of the third argument 0
    offsets = [ARGUMENTS, ARGUMENTS + 16, ARGUMENTS + 20]
    code: list[Instruction] = []
    for offset in offsets:
        code += [(LOAD, 0, 0, offset), (EQUAL, 1, 0, 0), (RETURN, 0, 0, ERROR | errno.EPERM)]
    return [*code, (RETURN, 0, 0, ALLOW)]


class Seal:
    """The filter for this machine, assembled once and applied in each worker."""

    def __init__(self) -> None:
        if sys.platform != "linux":
            raise OSError(errno.ENOSYS, "seccomp is Linux's")
        code, self._pids = assemble(platform.machine())
        self._code = bytearray(code)

    def apply(self, libc: ctypes.CDLL) -> None:
        """Seal this process. Needs no_new_privs; raises ``OSError`` if the kernel refuses."""
        for offset in self._pids:
            struct.pack_into("=I", self._code, offset, os.getpid())
        buffer = (ctypes.c_char * len(self._code)).from_buffer(self._code)
        program = _Program(len(self._code) // 8, ctypes.addressof(buffer))
        if libc.prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.byref(program), 0, 0):
            raise OSError(ctypes.get_errno(), "seccomp was refused")
