"""Runs a program as on a kernel that lacks some system calls: ``python deprived.py RULES PROGRAM ARGUMENT...``.

RULES is a JSON list of [number of the system call, value of its first argument or null for any].
"""

import ctypes
import json
import os
import struct
import sys


def deny(*rules: tuple[int, int | None]) -> None:
    """Have the kernel answer "not implemented" to system calls, all or those with a given first argument.

    What an older kernel, or one built without the feature, would say.
    """
    code = [(0x20, 0, 0, 0)]
    for number, argument in rules:
        check = [] if argument is None else [(0x20, 0, 0, 16), (0x15, 0, 1, argument)]
        code += [(0x15, 0, len(check) + 1, number), *check, (0x06, 0, 0, 0x00050000 | 38), (0x20, 0, 0, 0)]
    code.append((0x06, 0, 0, 0x7FFF0000))
    text = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *line) for line in code))
    program = ctypes.create_string_buffer(struct.pack("@HP", len(code), ctypes.addressof(text)))
    libc = ctypes.CDLL(None)
    assert libc.prctl(38, 1, 0, 0, 0) == 0
    assert libc.prctl(22, 2, program, 0, 0) == 0


deny(*json.loads(sys.argv[1]))
os.execv(sys.argv[2], sys.argv[2:])
