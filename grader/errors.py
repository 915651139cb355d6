"""Names what can go wrong on the grader's side; what goes wrong on the candidate's side is data, not an exception."""


class GraderError(Exception):
    """The grader could not do its work. The message says what was found and what to do next."""

    exit_code = 3


class InputError(GraderError):
    """What the user gave cannot be graded: a missing path, a binary file, an unknown exercise."""

    exit_code = 2


class CatalogError(GraderError):
    """The catalog, a stub, a reference or a suite is missing or malformed."""


class SandboxError(GraderError):
    """The processes that run submissions could not be started or controlled."""


class IsolationError(SandboxError):
    """The system cannot hold back somebody else's code well enough to run it."""


class VersionError(GraderError):
    """A worker of a cluster does not judge as this machine does."""
