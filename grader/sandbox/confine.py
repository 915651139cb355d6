"""Limits what a just-forked worker may use, before it sees the submission.

Loaded by the zygote, on its own: it imports the standard library and nothing of the project.
"""

import resource

CPU_SECONDS = 120
"""A backstop. The judge's deadlines, in wall time, are the real guard."""


def limit_resources(memory_mib: int) -> None:
    """Set this process's limits: address space, processor time, files, core dumps."""
    table = {
        "RLIMIT_AS": memory_mib * 1024 * 1024,
        "RLIMIT_CPU": CPU_SECONDS,
        "RLIMIT_FSIZE": 0,
        "RLIMIT_NOFILE": 32,
        "RLIMIT_CORE": 0,
    }
    for name, value in table.items():
        try:
            resource.setrlimit(getattr(resource, name), (value, value))
        except (AttributeError, OSError, ValueError):
            # macOS has no working RLIMIT_AS; the deadline and the machine's own limits remain
            continue
