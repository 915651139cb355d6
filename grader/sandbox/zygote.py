"""Preloads NumPy once and forks a worker whenever the judge asks.

Run as a script, ``python -I -S -B zygote.py CONTROL_FD NUMPY_PARENT``, so that nothing of the judge is in its
memory. Requests are JSON lines on the control socket: ``fork``, with the three pipe ends of the new worker
attached, is answered with its pid; ``kill`` ends and reaps one and is answered with its wait status. When
the judge goes away, for whatever reason, the socket closes and every worker is killed.
"""

import fcntl
import gc
import importlib
import importlib.util
import json
import os
import signal
import socket
import sys
from types import ModuleType

PRELOADED = [
    "numpy.linalg",
    "numpy.random",
    "numpy.fft",
    "numpy.ma",
    "numpy.polynomial",
    "numpy.lib.stride_tricks",
    "numpy.typing",
    "abc",
    "collections",
    "contextlib",
    "copy",
    "dataclasses",
    "enum",
    "functools",
    "inspect",
    "itertools",
    "json",
    "linecache",
    "logging",
    "math",
    "numbers",
    "operator",
    "random",
    "re",
    "statistics",
    "string",
    "time",
    "traceback",
    "types",
    "typing",
    "warnings",
]


def main() -> None:
    """Serve fork requests until the judge closes the control socket."""
    control = socket.socket(fileno=int(sys.argv[1]))
    preload(sys.argv[2])
    confine, worker = load_sibling("confine"), load_sibling("worker")
    gc.collect()
    gc.freeze()  # a worker's garbage collection then leaves the shared pages alone
    serve(control, confine, worker)


def preload(numpy_parent: str) -> None:
    """Import what submissions use, then forget the folder that holds NumPy: other packages lie there too."""
    sys.path.insert(0, numpy_parent)
    for name in PRELOADED:
        importlib.import_module(name)
    sys.path.remove(numpy_parent)
    sys.path_importer_cache.pop(numpy_parent, None)


def load_sibling(name: str) -> ModuleType:
    """Import a file of this folder, which isolated mode keeps off the path."""
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), name + ".py")
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def serve(control: socket.socket, confine: ModuleType, worker: ModuleType) -> None:
    """Answer requests; at the end of the stream, kill what is left."""
    workers: set[int] = set()
    buffer = b""
    descriptors: list[int] = []
    while True:
        data, received, _, _ = socket.recv_fds(control, 4096, 3)
        descriptors += received
        if not data:
            break
        buffer += data
        while b"\n" in buffer:
            line, buffer = buffer.split(b"\n", 1)
            request = json.loads(line)
            if request["op"] == "fork":
                pid = fork(control, confine, worker, descriptors, request["memory_mib"])
                workers.add(pid)
                descriptors = []
                answer = pid
            else:
                workers.discard(request["pid"])
                answer = end(request["pid"])
            control.sendall(b"%d\n" % answer)
    for pid in workers:
        end(pid)


def fork(
    control: socket.socket, confine: ModuleType, worker: ModuleType, descriptors: list[int], memory_mib: int
) -> int:
    """Fork a worker that owns the three pipe ends; return its pid."""
    pid = os.fork()
    if pid == 0:
        try:
            control.close()
            become_worker(confine, worker, descriptors, memory_mib)
        finally:
            # whatever happens, a worker must never go on as a second zygote
            os._exit(70)
    for descriptor in descriptors:
        os.close(descriptor)
    return pid


def become_worker(confine: ModuleType, worker: ModuleType, descriptors: list[int], memory_mib: int) -> None:
    """Turn this fresh fork into a confined worker and serve the judge's questions."""
    os.setsid()
    # first out of the way of the numbers that they are to have
    questions, replies, output = (fcntl.fcntl(d, fcntl.F_DUPFD, 10) for d in descriptors)
    null = os.open(os.devnull, os.O_RDONLY)
    for source, target in ((null, 0), (output, 1), (output, 2), (questions, 3), (replies, 4)):
        os.dup2(source, target)
    os.closerange(5, 256)
    confine.limit_resources(memory_mib)
    worker.serve(3, 4)


def end(pid: int) -> int:
    """Kill a worker and everything in its session; return its wait status."""
    for kill in (os.killpg, os.kill):
        try:
            kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue
    return os.waitpid(pid, 0)[1]


if __name__ == "__main__":
    main()
