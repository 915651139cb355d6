"""Starts the zygote and its workers, and exchanges frames with them under a deadline.

Everything that a worker can do wrong (hang, die, flood, babble) comes out of here as a ``Fault``: what the
candidate's code did, in a sentence. What goes wrong on our side is a ``SandboxError``.
"""

import json
import os
import secrets
import select
import signal
import socket
import time
from functools import cached_property
from types import TracebackType
from typing import Any, Self

import msgspec
import msgspec.structs
import numpy as np

from grader.errors import SandboxError
from grader.results import Isolation, Limits
from grader.sandbox import isolation, wire
from grader.sandbox.exchange import OUTPUT_TAIL, Exchange, Fault
from grader.sandbox.isolation import Report
from grader.sandbox.launch import START_SECONDS, Launched, launch


class Zygote:
    """The process that has NumPy loaded and forks workers.

    ``skip`` names steps of the confinement to leave out; only tests that need to see the others alone do that.
    """

    def __init__(self, skip: tuple[str, ...] = (), launched: Launched | None = None) -> None:
        """Take over the process that was ``launched``, or start one."""
        self._launched = launched or launch()
        self._process, self._control = self._launched
        self._workers: dict[int, Worker] = {}
        self._skip = skip

    @property
    def isolation(self) -> Isolation:
        """What a self-test shows of the isolation of this zygote's workers; made at the first use."""
        return self._self_test[0]

    @cached_property
    def _self_test(self) -> tuple[Isolation, Report]:
        worker = self._fork(isolation.LIMITS, isolation.MODULES)
        try:
            return isolation.measure(worker, os.getpid()), worker.report
        finally:
            worker.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """End every worker, and the zygote."""
        try:
            for worker in list(self._workers.values()):
                worker.close()
        except SandboxError:
            pass  # the zygote is gone, and its workers with it
        self._launched.close()

    def spawn(self, limits: Limits, modules: list[str]) -> "Worker":
        """Fork a worker that has the given modules beside the usual ones.

        Raises ``SandboxError`` if it is held back less than the one of the self-test.
        """
        worker = self._fork(limits, modules)
        _, tested = self._self_test
        if worker.report != tested:
            worker.close()
            raise SandboxError(f"a worker is not confined as the self-test's was: {worker.report.missing}")
        return worker

    def _fork(self, limits: Limits, modules: list[str]) -> "Worker":
        question_out, question_in = os.pipe()
        reply_out, reply_in = os.pipe()
        output_out, output_in = os.pipe()
        theirs = [question_out, reply_in, output_in]
        request = {"op": "fork", "memory_mib": limits.memory_mib, "modules": modules, "skip": self._skip}
        try:
            pid = self._request(request, theirs)
        except SandboxError:
            for descriptor in (question_in, reply_out, output_out):
                os.close(descriptor)
            raise
        finally:
            for descriptor in theirs:
                os.close(descriptor)
        worker = Worker(self, pid, limits, (question_in, reply_out, output_out))
        self._workers[pid] = worker
        try:
            worker.read_report()
        except Fault as fault:
            raise SandboxError(f"a worker did not start: {fault}") from fault
        return worker

    def end(self, pid: int) -> int:
        """Kill and reap a worker; return its wait status."""
        del self._workers[pid]
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
        self.report = isolation.Report({}, {})
        """How the worker is confined, in its own words from before it saw a submission."""

    def read_report(self) -> None:
        """Ask how the worker is confined. Waits until it is ready."""
        reply = self.ask(wire.Question(op="confinement"), [], START_SECONDS)
        self.report = msgspec.json.decode(reply.values[0].text, type=isolation.Report)

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
        exchange = Exchange(frame, self._limits.output_kib * 1024)
        try:
            self._run(exchange, time.monotonic() + seconds, seconds)
            return wire.decode_reply(*exchange.parts(), nonce)
        except wire.WireError as error:
            self.close()
            raise Fault("garbled", f"it wrote into the grader's channel: {error}") from error
        finally:
            self.printed = wire.clean_text(bytes(exchange.tail).decode(errors="replace"), OUTPUT_TAIL)

    def _run(self, exchange: Exchange, deadline: float, seconds: float) -> None:
        poll = select.poll()
        for pipe, events in ((self._questions, select.POLLOUT), (self._replies, select.POLLIN), (self._output, 1)):
            poll.register(pipe, events)
        if _pending(self._replies):
            if exchange.receive(self._replies):
                raise self._death()
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
            self._stop_flood(exchange)
        while _pending(self._output) and not exchange.listen(self._output):
            self._stop_flood(exchange)

    def _stop_flood(self, exchange: Exchange) -> None:
        if exchange.printed > exchange.output_cap:
            self.close()
            raise Fault("flood", f"it printed more than {exchange.output_cap // 1024} KiB in one call")

    def _death(self) -> Fault:
        status = self.close()
        if os.WIFSIGNALED(status):
            number = os.WTERMSIG(status)
            name = signal.Signals(number).name if number in signal.Signals._value2member_map_ else str(number)
            return Fault("died", f"its process was ended by the signal {name}{_SIGNAL_MEANS.get(name, '')}")
        return Fault("died", f"it ended its own process (exit code {os.waitstatus_to_exitcode(status)})")


def _pending(pipe: int) -> bool:
    """Return whether there is something to read, be it the end."""
    poll = select.poll()
    poll.register(pipe, select.POLLIN)
    return bool(poll.poll(0))


_SIGNAL_MEANS = {
    "SIGSEGV": ": a crash in native code, or a recursion without end",
    # the last resort of the judge, too, when the pipe of the replies is closed and the process is still there
    "SIGKILL": ": it killed itself, closed the grader's channel, or the system ran out of memory",
    "SIGXCPU": ": it used up its processor time",
}
