"""Says what a sealed worker may ask of the kernel: a table of system calls, and nothing but data.

Whatever is not named here is refused with EPERM, so that a system call of a kernel yet to come is refused too.
The numbers are those of the kernel's ``asm/unistd_64.h`` (x86_64) and ``asm-generic/unistd.h`` (aarch64); a test
compares them. -1 stands for a call that the architecture does not have.
"""

import errno

NONE = -1
"""The number of a call that an architecture does not have."""

NUMBERS: dict[str, tuple[int, int]] = {
    # what is allowed, whatever its arguments
    "read": (0, 63),
    "write": (1, 64),
    "readv": (19, 65),
    "writev": (20, 66),
    "pread64": (17, 67),
    "pwrite64": (18, 68),
    "lseek": (8, 62),
    "close": (3, 57),
    "fstat": (5, 80),
    "dup": (32, 23),
    "dup2": (33, NONE),
    "dup3": (292, 24),
    "poll": (7, NONE),
    "ppoll": (271, 73),
    "select": (23, NONE),
    "pselect6": (270, 72),
    "mmap": (9, 222),
    "munmap": (11, 215),
    "mremap": (25, 216),
    "mprotect": (10, 226),
    "madvise": (28, 233),
    "brk": (12, 214),
    "rt_sigaction": (13, 134),
    "rt_sigprocmask": (14, 135),
    "rt_sigreturn": (15, 139),
    "rt_sigpending": (127, 136),
    "sigaltstack": (131, 132),
    "getitimer": (36, 102),
    "setitimer": (38, 103),
    "alarm": (37, NONE),
    "pause": (34, NONE),
    "nanosleep": (35, 101),
    "clock_nanosleep": (230, 115),
    "clock_gettime": (228, 113),
    "clock_getres": (229, 114),
    "gettimeofday": (96, 169),
    "time": (201, NONE),
    "times": (100, 153),
    "getrusage": (98, 165),
    "getrlimit": (97, 163),
    "sysinfo": (99, 179),
    "uname": (63, 160),
    "getrandom": (318, 278),
    "getpid": (39, 172),
    "gettid": (186, 178),
    "getppid": (110, 173),
    "getuid": (102, 174),
    "geteuid": (107, 175),
    "getgid": (104, 176),
    "getegid": (108, 177),
    "getresuid": (118, 148),
    "getresgid": (120, 150),
    "getgroups": (115, 158),
    "getpgrp": (111, NONE),
    "getcpu": (309, 168),
    "getcwd": (79, 17),
    "futex": (202, 98),
    "sched_yield": (24, 124),
    "membarrier": (324, 283),
    "set_robust_list": (273, 99),
    "set_tid_address": (218, 96),
    "rseq": (334, 293),
    "arch_prctl": (158, NONE),
    "restart_syscall": (219, 128),
    "exit": (60, 93),
    "exit_group": (231, 94),
    # what is allowed with certain arguments
    "sched_getaffinity": (204, 123),
    "fcntl": (72, 25),
    "ioctl": (16, 29),
    "prctl": (157, 167),
    "prlimit64": (302, 261),
    "kill": (62, 129),
    "tgkill": (234, 131),
    # what is refused with an error that the C library and Python understand
    "clone": (56, 220),
    "fork": (57, NONE),
    "vfork": (58, NONE),
    "clone3": (435, 435),
    # what takes a path: refused with the error that Python calls "Permission denied"
    "open": (2, NONE),
    "openat": (257, 56),
    "openat2": (437, 437),
    "creat": (85, NONE),
    "stat": (4, NONE),
    "lstat": (6, NONE),
    "newfstatat": (262, 79),
    "statx": (332, 291),
    "access": (21, NONE),
    "faccessat": (269, 48),
    "faccessat2": (439, 439),
    "readlink": (89, NONE),
    "readlinkat": (267, 78),
    "getdents": (78, NONE),
    "getdents64": (217, 61),
    "chdir": (80, 49),
    "mkdir": (83, NONE),
    "mkdirat": (258, 34),
    "rmdir": (84, NONE),
    "unlink": (87, NONE),
    "unlinkat": (263, 35),
    "rename": (82, NONE),
    "renameat": (264, 38),
    "renameat2": (316, 276),
    "link": (86, NONE),
    "linkat": (265, 37),
    "symlink": (88, NONE),
    "symlinkat": (266, 36),
    "chmod": (90, NONE),
    "fchmodat": (268, 53),
    "chown": (92, NONE),
    "lchown": (94, NONE),
    "fchownat": (260, 54),
    "truncate": (76, 45),
    "utime": (132, NONE),
    "utimes": (235, NONE),
    "utimensat": (280, 88),
    "statfs": (137, 43),
    "execve": (59, 221),
    "execveat": (322, 281),
}
"""Name: (number on x86_64, number on aarch64)."""

_NAMES = list(NUMBERS)


def _between(first: str, last: str) -> tuple[str, ...]:
    return tuple(_NAMES[_NAMES.index(first) : _NAMES.index(last) + 1])


ALLOWED = _between("read", "exit_group")

REFUSED = {
    **dict.fromkeys(_between("clone", "vfork"), errno.EAGAIN),
    # the C library falls back to clone where clone3 is not implemented
    "clone3": errno.ENOSYS,
    **dict.fromkeys(_between("open", "execveat"), errno.EACCES),
}

OWN_PID = "own pid"
"""Stands for the number of the process itself, which is known only when it runs."""

CHECKED: dict[str, tuple[int, tuple[int | str, ...]]] = {
    # name: (position of the argument, the values with which the call is allowed)
    # of itself; of others, it would say which process ids are in use
    "sched_getaffinity": (0, (0, OWN_PID)),
    # F_DUPFD, F_GETFD, F_SETFD, F_GETFL, F_DUPFD_CLOEXEC; not F_SETOWN and F_SETSIG, which signal other processes
    "fcntl": (1, (0, 1, 2, 3, 1030)),
    # TCGETS is how isatty asks; not TIOCSTI, which types into a terminal
    "ioctl": (1, (0x5401,)),
    # PR_SET_NAME, PR_GET_NAME; not PR_SET_PDEATHSIG, with which a worker would outlive its judge
    "prctl": (0, (15, 16)),
    "kill": (0, (OWN_PID,)),
    "tgkill": (0, (OWN_PID,)),
}
"""Arguments that the kernel takes as 32-bit integers, so that the lower half of the register decides."""

READ_ONLY = "prlimit64"
"""Allowed for the process itself (pid 0) and without new limits (a null pointer)."""
