"""Compares the table of system calls with the kernel's headers, interprets the filter, and looks at live workers."""

import contextlib
import errno
import os
import re
import resource
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from grader.results import Exercise
from grader.sandbox import seccomp, syscalls
from grader.sandbox.confine import LIMITS, MIB, NOBODY
from grader.sandbox.process import Worker, Zygote
from grader.sandbox.zygote import MOST_DESCRIPTORS

ROOT = Path(__file__).parent.parent
HEADERS = {
    "x86_64": (Path("/usr/include/x86_64-linux-gnu/asm/unistd_64.h"), Path("/usr/include/asm/unistd_64.h")),
    "aarch64": (Path("/usr/include/asm-generic/unistd.h"),),
}
# as 64-bit programs see the names that the generic header has in two widths
GENERIC = re.compile(r"#define __NR(?:3264)?_(\w+)\s+(\d+)")
MACHINES = sorted(seccomp.ARCHITECTURES)
OWN = 4321
ALLOW, KILL = "allow", "kill"

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="seccomp and /proc are Linux's")


# ------------------------------------------------------------------ the table


@pytest.mark.parametrize("machine", MACHINES)
def test_the_numbers_are_the_kernels(machine: str) -> None:
    header = next((path for path in HEADERS[machine] if path.exists()), None)
    if header is None:
        pytest.skip(f"the kernel's headers for {machine} are not installed")
    kernel = {name: int(number) for name, number in GENERIC.findall(header.read_text())}
    column = seccomp.ARCHITECTURES[machine][0]
    # newer than the headers may be; its number is the same everywhere
    known = {name: numbers[column] for name, numbers in syscalls.NUMBERS.items() if name in kernel}
    assert known == {name: kernel[name] for name in known}
    absent = {name for name, numbers in syscalls.NUMBERS.items() if numbers[column] == syscalls.NONE}
    assert not absent & kernel.keys()
    assert len(known) > 80


@pytest.mark.parametrize("column", [0, 1])
def test_no_number_stands_for_two_calls(column: int) -> None:
    numbers = [numbers[column] for numbers in syscalls.NUMBERS.values() if numbers[column] != syscalls.NONE]
    assert len(numbers) == len(set(numbers))


def test_every_call_has_one_rule() -> None:
    rules = [*syscalls.ALLOWED, *syscalls.REFUSED, *syscalls.CHECKED, syscalls.READ_ONLY]
    assert sorted(rules) == sorted(syscalls.NUMBERS)


# ----------------------------------------------------------------- the filter


def interpret(code: bytes, data: bytes) -> int:
    """Run a filter over ``struct seccomp_data`` as the kernel does; return its verdict."""
    instructions = list(struct.iter_unpack("=HBBI", code))
    accumulator, position = 0, 0
    while True:
        operation, if_true, if_false, constant = instructions[position]
        position += 1
        if operation == seccomp.LOAD:
            (accumulator,) = struct.unpack_from("<I", data, constant)
        elif operation == seccomp.EQUAL:
            position += if_true if accumulator == constant else if_false
        elif operation == seccomp.AT_LEAST:
            position += if_true if accumulator >= constant else if_false
        else:
            assert operation == seccomp.RETURN
            return int(constant)


class Filter:
    """The filter for one machine, for a process with the number ``OWN``."""

    def __init__(self, machine: str) -> None:
        self.column, self.architecture = seccomp.ARCHITECTURES[machine]
        code, pids = seccomp.assemble(machine)
        filled = bytearray(code)
        for offset in pids:
            struct.pack_into("=I", filled, offset, OWN)
        self._code = bytes(filled)

    def has(self, name: str) -> bool:
        return syscalls.NUMBERS[name][self.column] != syscalls.NONE

    def ask(self, name: str, *arguments: int) -> str | int:
        """Return what becomes of a call: allowed, killed, or refused with an error."""
        return self.ask_number(syscalls.NUMBERS[name][self.column], *arguments)

    def ask_number(self, number: int, *arguments: int, architecture: int | None = None) -> str | int:
        padded = [argument % 2**64 for argument in (*arguments, *[0] * (6 - len(arguments)))]
        called = self.architecture if architecture is None else architecture
        verdict = interpret(self._code, struct.pack("<IIQ6Q", number, called, 0, *padded))
        if verdict == seccomp.ALLOW:
            return ALLOW
        if verdict == seccomp.KILL:
            return KILL
        assert verdict & 0xFFFF0000 == seccomp.ERROR
        return verdict & 0xFFFF


@pytest.fixture(params=MACHINES)
def bpf(request: pytest.FixtureRequest) -> Filter:
    """The filter of each machine."""
    return Filter(request.param)


def test_what_is_allowed_is_allowed_whatever_its_arguments(bpf: Filter) -> None:
    for name in filter(bpf.has, syscalls.ALLOWED):
        assert bpf.ask(name) == bpf.ask(name, *[2**64 - 1] * 6) == ALLOW, name


def test_what_is_refused_has_its_error(bpf: Filter) -> None:
    expected = {"clone": errno.EAGAIN, "fork": errno.EAGAIN, "vfork": errno.EAGAIN, "clone3": errno.ENOSYS}
    for name in filter(bpf.has, syscalls.REFUSED):
        assert bpf.ask(name) == expected.get(name, errno.EACCES), name


def test_every_other_number_is_refused(bpf: Filter) -> None:
    named = {numbers[bpf.column] for numbers in syscalls.NUMBERS.values()}
    for number in (*range(600), 999, 2**20, seccomp.X32_BIT - 1):
        if number not in named:
            assert bpf.ask_number(number) == errno.EPERM, number


def test_what_opens_a_way_out_is_not_on_the_list(bpf: Filter) -> None:
    forbidden = ("socket", "connect", "ptrace", "process_vm_readv", "memfd_create", "io_uring_setup", "bpf", "unshare")
    assert not syscalls.NUMBERS.keys() & set(forbidden)
    # the same numbers on both machines: pidfd_send_signal, io_uring_setup, pidfd_open, pidfd_getfd, landlock's three
    assert {bpf.ask_number(number) for number in (424, 425, 434, 438, 444, 445, 446)} == {errno.EPERM}


def test_a_foreign_interface_ends_the_process(bpf: Filter) -> None:
    read = syscalls.NUMBERS["read"][bpf.column]
    i386, arm, nonsense = 0x40000003, 0x40000028, 0
    others = [architecture for _, architecture in seccomp.ARCHITECTURES.values() if architecture != bpf.architecture]
    for architecture in (i386, arm, nonsense, *others):
        assert bpf.ask_number(read, architecture=architecture) == KILL
    for number in (seccomp.X32_BIT, seccomp.X32_BIT | read, 2**32 - 1):
        assert bpf.ask_number(number) == KILL


@pytest.mark.parametrize(
    ("name", "arguments", "answer"),
    [
        ("sched_getaffinity", (0, 128), ALLOW),
        ("sched_getaffinity", (OWN, 128), ALLOW),
        ("sched_getaffinity", (1, 128), errno.EPERM),
        ("fcntl", (3, 3), ALLOW),  # F_GETFL
        ("fcntl", (3, 1030), ALLOW),  # F_DUPFD_CLOEXEC
        ("fcntl", (3, 4), errno.EPERM),  # F_SETFL
        ("fcntl", (3, 8), errno.EPERM),  # F_SETOWN
        ("fcntl", (3, 10), errno.EPERM),  # F_SETSIG
        ("fcntl", (3, 15), errno.EPERM),  # F_SETOWN_EX
        ("fcntl", (3, 1031), errno.EPERM),  # F_SETPIPE_SZ
        ("ioctl", (1, 0x5401), ALLOW),  # TCGETS
        ("ioctl", (0, 0x5412), errno.EPERM),  # TIOCSTI
        ("ioctl", (0, 0x541C), errno.EPERM),  # TIOCLINUX
        # the kernel looks at the lower half only, and so must the filter
        ("ioctl", (0, 0x5401 << 32 | 0x5412), errno.EPERM),
        ("ioctl", (0, 0x5412 << 32 | 0x5401), ALLOW),
        ("prctl", (15,), ALLOW),  # PR_SET_NAME
        ("prctl", (1,), errno.EPERM),  # PR_SET_PDEATHSIG
        ("prctl", (4, 1), errno.EPERM),  # PR_SET_DUMPABLE
        ("prctl", (22, 2), errno.EPERM),  # PR_SET_SECCOMP
        ("prctl", (0x59616D61,), errno.EPERM),  # PR_SET_PTRACER
        ("kill", (OWN, 9), ALLOW),
        ("kill", (OWN + 1, 0), errno.EPERM),
        ("kill", (0, 0), errno.EPERM),
        ("kill", (1, 0), errno.EPERM),
        ("kill", (-1, 0), errno.EPERM),
        ("kill", (-OWN, 9), errno.EPERM),
        ("tgkill", (OWN, 1, 6), ALLOW),
        ("tgkill", (OWN + 1, OWN, 6), errno.EPERM),
        ("prlimit64", (0, 7, 0, 1 << 40), ALLOW),
        ("prlimit64", (OWN, 7, 0, 0), errno.EPERM),
        ("prlimit64", (OWN + 1, 7, 0, 0), errno.EPERM),
        ("prlimit64", (0, 7, 1, 0), errno.EPERM),
        ("prlimit64", (0, 7, 1 << 32, 0), errno.EPERM),
    ],
)
def test_some_calls_depend_on_an_argument(bpf: Filter, name: str, arguments: tuple[int, ...], answer: object) -> None:
    assert bpf.ask(name, *arguments) == answer


def test_the_filter_is_short_enough_for_the_kernel() -> None:
    for machine in MACHINES:
        assert len(seccomp.assemble(machine)[0]) // 8 <= 4096


def test_a_machine_without_a_table_has_no_filter() -> None:
    with pytest.raises(OSError, match="riscv64"):
        seccomp.assemble("riscv64")


# --------------------------------------------------------------- live workers


@pytest.fixture
def worker(zygote: Zygote, linear: Exercise) -> Iterator[Worker]:
    """A confined worker that waits for a question."""
    worker = zygote.spawn(linear.limits, [])
    yield worker
    worker.close()


def proc(pid: int, name: str) -> dict[str, str]:
    """Return a file of /proc as its lines' first words and what follows."""
    lines = Path(f"/proc/{pid}/{name}").read_text().splitlines()
    return {line[:26].split(":")[0].strip(): line[26:] if ":" not in line else line.split(":")[1] for line in lines}


@linux_only
def test_a_worker_seen_from_outside(worker: Worker, linear: Exercise) -> None:
    pid = worker._pid
    status = {name: value.split() for name, value in proc(pid, "status").items()}
    assert status["Seccomp"] == ["2"]
    assert status["NoNewPrivs"] == ["1"]
    for name in ("CapInh", "CapPrm", "CapEff", "CapAmb"):
        assert int(status[name][0], 16) == 0, name
    assert status["Threads"] == ["1"]
    if os.geteuid() == 0:
        assert int(status["CapBnd"][0], 16) == 0
        assert status["Uid"] == status["Gid"] == [str(NOBODY)] * 4
        assert status["Groups"] == []
    session = os.getsid(pid)
    assert session == pid
    assert session != os.getsid(0)
    limits = {name.strip(): value.split()[:2] for name, value in proc(pid, "limits").items()}
    assert limits["Max address space"] == [str(linear.limits.memory_mib * MIB)] * 2
    assert limits["Max cpu time"] == [str(LIMITS["RLIMIT_CPU"])] * 2
    assert limits["Max open files"] == [str(LIMITS["RLIMIT_NOFILE"])] * 2
    assert limits["Max file size"] == limits["Max core file size"] == ["0", "0"]


@linux_only
@pytest.mark.skipif(os.geteuid() != 0, reason="only root may look into a process that is not dumpable")
def test_a_worker_has_its_pipes_open_and_nothing_else(worker: Worker) -> None:
    folder = Path(f"/proc/{worker._pid}/fd")
    opened = {int(path.name): os.readlink(path).split(":")[0] for path in folder.iterdir()}
    assert opened == {0: "/dev/null", 1: "pipe", 2: "pipe", 3: "pipe", 4: "pipe"}


@linux_only
def test_a_zygote_has_few_descriptors_to_close(linear: Exercise) -> None:
    # where the limit is a billion, an older C library would close them one by one in every worker
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(100_000, hard), hard))
    try:
        with Zygote() as zygote:
            zygote.spawn(linear.limits, []).close()
            limits = proc(zygote._process.pid, "limits")
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    assert int(limits["Max open files"].split()[0]) == MOST_DESCRIPTORS


# -------------------------------------------------------------------- the end

JUDGE = """
import sys, time
from grader.catalog import find_exercise
from grader.sandbox.process import Zygote
zygote = Zygote(skip=tuple(sys.argv[1:]))
workers = [zygote.spawn(find_exercise("linear").limits, []) for _ in range(2)]
print(zygote._process.pid, *(worker._pid for worker in workers), flush=True)
time.sleep(60)
"""


@linux_only
@pytest.mark.parametrize("skip", [(), ("parent",), ("seccomp", "landlock")])
def test_nothing_outlives_a_judge_that_is_killed(skip: tuple[str, ...]) -> None:
    judge = subprocess.Popen(
        [sys.executable, "-c", JUDGE, *skip],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert judge.stdout is not None
    try:
        pids = [int(word) for word in judge.stdout.readline().split()]
        assert len(pids) == 3
        assert all(map(runs, pids))
    finally:
        judge.kill()
        judge.wait()
        judge.stdout.close()
    assert waits_for(lambda: not any(map(runs, pids)), seconds=1.0)


@linux_only
def test_workers_do_not_outlive_a_zygote_that_is_killed(linear: Exercise) -> None:
    with Zygote() as zygote:
        worker = zygote.spawn(linear.limits, [])
        os.kill(zygote._process.pid, signal.SIGKILL)
        assert waits_for(lambda: not runs(worker._pid), seconds=1.0)


def runs(pid: int) -> bool:
    with contextlib.suppress(FileNotFoundError, ProcessLookupError):
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] not in "ZX"
    return False


def waits_for(condition: Callable[[], bool], seconds: float) -> bool:
    until = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > until:
            return False
        time.sleep(0.005)
    return True
