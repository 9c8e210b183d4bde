"""How a file is refused. Always true: the message is one sentence that names the file, what is wrong and what to do."""

from __future__ import annotations

from graph.errors import InputError


def refusal(name: str, wrong: str, remedy: str) -> InputError:
    """The error for file ``name``: ``wrong`` is its predicate ("is empty"), ``remedy`` what to do ("save it")."""
    shown = name.encode("utf-8", "backslashreplace").decode("utf-8")
    return InputError(f"{shown} {wrong}; {remedy}.")


def megabytes(size: int) -> str:
    """A size as people say it.

    >>> megabytes(104_857_600)
    '100 MB'
    """
    return f"{size / 1024 / 1024:.4g} MB"
