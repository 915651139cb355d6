"""Starts the zygote and its workers, and exchanges frames with them under a deadline.

Everything that a worker can do wrong (hang, die, flood, babble) comes out of here as a ``Fault``: what the
candidate's code did, in a sentence. What goes wrong on our side is a ``SandboxError``.
"""

import importlib.util
import json
import os
import secrets
import select
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self

import msgspec.structs
import numpy as np

from grader.errors import SandboxError
from grader.results import Limits
from grader.sandbox import wire

START_SECONDS = 60.0
OUTPUT_TAIL = 2000

FaultKind = Literal["timeout", "died", "flood", "garbled"]

ENVIRONMENT = {
    "LANG": "C.UTF-8",
    "LC_ALL": "C.UTF-8",
    # a fork of a process with threads is unsafe, and a grade must not depend on the number of cores
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "VECLIB_MAXIMUM_THREADS": "1",
}


class Fault(Exception):
    """A worker stopped answering as a worker should. The message says what its code did."""

    def __init__(self, kind: FaultKind, message: str) -> None:
        super().__init__(message)
        self.kind = kind


class Zygote:
    """The process that has NumPy loaded and forks workers."""

    def __init__(self) -> None:
        if not hasattr(os, "fork"):
            raise SandboxError(
                "this system cannot fork, which the grader needs to run submissions: "
                "on Windows, run it under WSL2 or in a Linux container"
            )
        self._control, theirs = socket.socketpair()
        self._control.settimeout(START_SECONDS)
        spec = importlib.util.find_spec("numpy")
        if spec is None or spec.origin is None:
            raise SandboxError("NumPy is not installed beside the grader: reinstall the grader")
        script = Path(__file__).with_name("zygote.py")
        arguments = [str(script), str(theirs.fileno()), str(Path(spec.origin).parent.parent)]
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-S", "-B", *arguments],
            pass_fds=[theirs.fileno()],
            env=ENVIRONMENT,
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        theirs.close()
        self._workers: list[Worker] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """End every worker, and the zygote."""
        try:
            for worker in self._workers:
                worker.close()
        except SandboxError:
            pass  # the zygote is gone, and its workers with it
        self._control.close()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._process.stderr:
            self._process.stderr.close()

    def spawn(self, limits: Limits) -> "Worker":
        """Fork a worker; the first call waits until the zygote is ready."""
        question_out, question_in = os.pipe()
        reply_out, reply_in = os.pipe()
        output_out, output_in = os.pipe()
        theirs = [question_out, reply_in, output_in]
        try:
            pid = self._request({"op": "fork", "memory_mib": limits.memory_mib}, theirs)
        except SandboxError:
            for descriptor in (question_in, reply_out, output_out):
                os.close(descriptor)
            raise
        finally:
            for descriptor in theirs:
                os.close(descriptor)
        self._workers.append(Worker(self, pid, limits, (question_in, reply_out, output_out)))
        return self._workers[-1]

    def end(self, pid: int) -> int:
        """Kill and reap a worker; return its wait status."""
        return self._request({"op": "kill", "pid": pid}, [])

    def _request(self, request: dict[str, Any], descriptors: list[int]) -> int:
        line = json.dumps(request).encode() + b"\n"
        answer = b""
        try:
            socket.send_fds(self._control, [line], descriptors)
            while not answer.endswith(b"\n"):
                chunk = self._control.recv(64)
                if not chunk:
                    raise SandboxError(f"the process that runs submissions ended: {self._last_words()}")
                answer += chunk
        except OSError as error:
            raise SandboxError(f"the process that runs submissions does not answer: {error}") from error
        return int(answer)

    def _last_words(self) -> str:
        if self._process.stderr is None:
            return "it left no message"
        lines = self._process.stderr.read().decode(errors="replace").strip().splitlines()
        return wire.clean_text(lines[-1], 300) if lines else "it left no message"


class Worker:
    """One confined process that runs one submission."""

    def __init__(self, zygote: Zygote, pid: int, limits: Limits, pipes: tuple[int, int, int]) -> None:
        self._zygote = zygote
        self._pid = pid
        self._limits = limits
        self._pipes = pipes
        self._questions, self._replies, self._output = pipes
        for pipe in pipes:
            os.set_blocking(pipe, False)
        self.alive = True
        self.printed = ""
        """The tail of what the latest call printed."""

    def close(self) -> int:
        """Kill the worker, whatever it is doing; return its wait status. A second call does nothing."""
        if not self.alive:
            return 0
        self.alive = False
        for pipe in self._pipes:
            os.close(pipe)
        return self._zygote.end(self._pid)

    def ask(self, question: wire.Question, arrays: list[np.ndarray[Any, Any]], seconds: float) -> wire.Reply:
        """Return the reply to ``question``, or raise a ``Fault``, after which the worker is gone."""
        # a reply must be to this question: without the nonce it could have been prepared
        nonce = secrets.token_hex(8)
        frame = wire.encode_question(msgspec.structs.replace(question, nonce=nonce), arrays)
        exchange = _Exchange(frame, self._limits.output_kib * 1024)
        try:
            self._run(exchange, time.monotonic() + seconds, seconds)
            return wire.decode_reply(*exchange.parts(), nonce)
        except wire.WireError as error:
            self.close()
            raise Fault("garbled", f"it wrote into the grader's channel: {error}") from error
        finally:
            self.printed = wire.clean_text(bytes(exchange.tail).decode(errors="replace"), OUTPUT_TAIL)

    def _run(self, exchange: "_Exchange", deadline: float, seconds: float) -> None:
        poll = select.poll()
        for pipe, events in ((self._questions, select.POLLOUT), (self._replies, select.POLLIN), (self._output, 1)):
            poll.register(pipe, events)
        if self._pending(self._replies):
            raise wire.WireError("an answer came before the question")
        while not exchange.complete:
            left = deadline - time.monotonic()
            ready = poll.poll(max(left, 0) * 1000) if left > 0 else []
            if not ready:
                self.close()
                raise Fault("timeout", f"no answer within {seconds:.3g} s: an endless loop, or far too slow")
            for pipe, _ in ready:
                if pipe == self._questions:
                    if exchange.send(pipe):
                        poll.unregister(pipe)
                elif pipe == self._output:
                    if exchange.listen(pipe):
                        poll.unregister(pipe)
                elif exchange.receive(pipe):
                    raise self._death()
            if exchange.printed > exchange.output_cap:
                self.close()
                raise Fault("flood", f"it printed more than {exchange.output_cap // 1024} KiB in one call")
        while self._pending(self._output) and not exchange.listen(self._output):
            continue

    def _pending(self, pipe: int) -> bool:
        return bool(select.select([pipe], [], [], 0)[0])

    def _death(self) -> Fault:
        status = self.close()
        if os.WIFSIGNALED(status):
            number = os.WTERMSIG(status)
            name = signal.Signals(number).name if number in signal.Signals._value2member_map_ else str(number)
            return Fault("died", f"its process was ended by the signal {name}{_SIGNAL_MEANS.get(name, '')}")
        return Fault("died", f"it ended its own process (exit code {os.waitstatus_to_exitcode(status)})")


_SIGNAL_MEANS = {
    "SIGSEGV": ": a crash in native code, or a recursion without end",
    "SIGKILL": ": it killed itself, or the system ran out of memory",
    "SIGXCPU": ": it used up its processor time",
}


class _Exchange:
    """One question on its way out and one reply on its way in."""

    def __init__(self, frame: bytes, output_cap: int) -> None:
        self._outgoing = memoryview(frame)
        self._incoming = bytearray()
        self._lengths: tuple[int, int] | None = None
        self.output_cap = output_cap
        self.printed = 0
        self.tail = bytearray()

    @property
    def complete(self) -> bool:
        """Whether the whole reply is in."""
        if self._lengths is None and len(self._incoming) >= wire.PREFIX.size:
            self._lengths = wire.parse_prefix(bytes(self._incoming[: wire.PREFIX.size]))
        if self._lengths is None:
            return False
        extra = len(self._incoming) - wire.PREFIX.size - sum(self._lengths)
        if extra > 0:
            raise wire.WireError("more bytes than one reply")
        return extra == 0

    def parts(self) -> tuple[bytes, bytes]:
        """Return header and payload of the complete reply."""
        assert self._lengths is not None
        start = wire.PREFIX.size
        middle = start + self._lengths[0]
        return bytes(self._incoming[start:middle]), bytes(self._incoming[middle:])

    def send(self, pipe: int) -> bool:
        """Write what fits; return whether all of the question is out, or nobody reads it any more."""
        try:
            self._outgoing = self._outgoing[os.write(pipe, self._outgoing) :]
        except BlockingIOError:
            return False
        except BrokenPipeError:
            return True
        return not self._outgoing

    def receive(self, pipe: int) -> bool:
        """Read what is there; return whether the pipe is closed."""
        chunk = os.read(pipe, 1 << 20)
        self._incoming += chunk
        return not chunk

    def listen(self, pipe: int) -> bool:
        """Read what was printed; return whether the pipe is closed."""
        chunk = os.read(pipe, 1 << 16)
        self.printed += len(chunk)
        self.tail = (self.tail + chunk)[-OUTPUT_TAIL:]
        return not chunk
