"""Preloads NumPy once and forks a worker whenever the judge asks.

Runs in an interpreter of its own, started by ``process.py``, so that nothing of the judge is in its memory. Requests
are JSON lines on the control socket: ``fork``, with the three pipe ends of the new worker attached, is answered with
its pid; ``kill`` ends and reaps one and is answered with its wait status. When the judge goes away, for whatever
reason, the socket closes and every worker is killed.
"""

import fcntl
import gc
import json
import os
import resource
import signal
import socket
import sys
from typing import Any

from grader.sandbox import modules, worker
from grader.sandbox.confine import PIPES, Confinement

MOST_DESCRIPTORS = 256

Request = dict[str, Any]


def main() -> None:
    """Serve fork requests until the judge closes the control socket."""
    control = socket.socket(fileno=int(sys.argv[1]))
    limit_descriptors()
    modules.load(modules.PRELOADED)
    confinement = Confinement()
    forget(sys.argv[2:])
    del sys.argv[1:]
    gc.collect()
    gc.freeze()  # a worker's garbage collection then leaves the shared pages alone
    serve(control, confinement)


def limit_descriptors() -> None:
    """Lower the limit of open files to what a zygote may have.

    Where it is a billion, as in some containers, an older C library closes a worker's descriptors one by one.
    """
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if not 0 <= soft <= MOST_DESCRIPTORS:
        resource.setrlimit(resource.RLIMIT_NOFILE, (MOST_DESCRIPTORS, hard))


def forget(folders: list[str]) -> None:
    """Take folders off the path again, other packages lie there too, and this project out of what can be imported."""
    sys.path[:] = [folder for folder in sys.path if folder not in folders]
    for folder in folders:
        sys.path_importer_cache.pop(folder, None)
    for name in [name for name in sys.modules if name.split(".")[0] == "grader"]:
        del sys.modules[name]


def serve(control: socket.socket, confinement: Confinement) -> None:
    """Answer requests; at the end of the stream, kill what is left."""
    workers: set[int] = set()
    buffer = b""
    descriptors: list[int] = []
    while True:
        data, received, _, _ = socket.recv_fds(control, 65536, 3)
        descriptors += received
        if not data:
            break
        buffer += data
        while b"\n" in buffer:
            line, buffer = buffer.split(b"\n", 1)
            request = json.loads(line)
            if request["op"] == "fork":
                answer = fork(control, confinement, descriptors, request)
                workers.add(answer)
                descriptors = []
            else:
                workers.discard(request["pid"])
                answer = end(request["pid"])
            control.sendall(b"%d\n" % answer)
    for pid in workers:
        end(pid)


def fork(control: socket.socket, confinement: Confinement, descriptors: list[int], request: Request) -> int:
    """Fork a worker that owns the three pipe ends; return its pid."""
    pid = os.fork()
    if pid == 0:
        try:
            control.close()
            become_worker(confinement, descriptors, request)
        finally:
            # whatever happens, a worker must never go on as a second zygote
            os._exit(70)
    for descriptor in descriptors:
        os.close(descriptor)
    return pid


def become_worker(confinement: Confinement, descriptors: list[int], request: Request) -> None:
    """Turn this fresh fork into a confined worker and serve the judge's questions."""
    modules.load(name for name in request["modules"] if name in modules.ON_REQUEST)
    # first out of the way of the numbers that they are to have
    questions, replies, output = (fcntl.fcntl(d, fcntl.F_DUPFD, 2 * PIPES) for d in descriptors)
    # opened anew for each worker: the flags of a shared one would be seen by the next
    null = os.open(os.devnull, os.O_RDONLY)
    for source, target in ((null, 0), (output, 1), (output, 2), (questions, 3), (replies, 4)):
        os.dup2(source, target)
    worker.open_streams()
    report = confinement.apply(request["memory_mib"], request["skip"])
    worker.serve(3, 4, report)


def end(pid: int) -> int:
    """Kill a worker and everything in its session; return its wait status."""
    for kill in (os.killpg, os.kill):
        try:
            kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue
    return os.waitpid(pid, 0)[1]
