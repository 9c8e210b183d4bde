"""The one tree of errors. Every message names what was wrong and what to do; every class knows its exit code.

::

    YangeError                 1
    ├── InputError             2   a file that cannot be used (empty, binary, encrypted, scanned, too large, damaged)
    ├── NotFoundError          4   a name that nothing in the store answers to
    ├── StoreError             5   the store cannot be opened, is held by another process, or refuses
    │   ├── LoginError         5   a server wants to know who asks
    │   └── ReadOnlyError      5   something tried to write through a reading handle
    ├── QueryError             6   Cypher that does not parse, takes too long or returns too much
    └── EvidenceError          7   a passage that its source text no longer contains
"""


class YangeError(Exception):
    """Anything Yange can explain in one sentence."""

    exit_code = 1


class InputError(YangeError):
    """A file that cannot be read as a document; the message names the file and what to do."""

    exit_code = 2


class NotFoundError(YangeError):
    """A name that matches nothing; ``nearest`` holds up to three names that come close."""

    exit_code = 4

    def __init__(self, message: str, nearest: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.nearest = nearest


class StoreError(YangeError):
    """A store that cannot be opened, written or locked."""

    exit_code = 5


class LoginError(StoreError):
    """A server that does not let anybody in, or not with this password."""


class ReadOnlyError(StoreError):
    """A write through a handle that may only read."""


class QueryError(YangeError):
    """A query that is not valid, ran out of time or out of rows."""

    exit_code = 6


class EvidenceError(YangeError):
    """A stored passage that differs from the text it quotes."""

    exit_code = 7
