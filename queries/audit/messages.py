"""What findings say: sentences in both languages, kept as data in ``messages.toml``.

Always true: a sentence names everything that it is filled with; a missing name is a KeyError, not a gap.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from queries.audit.findings import Message


@cache
def _sentences() -> dict[str, dict[str, str]]:
    return tomllib.loads(files(__package__).joinpath("messages.toml").read_text("utf-8"))


def message(name: str, **values: object) -> Message:
    """The sentence of this name with its values. Raises KeyError when there is none, or a value is missing.

    >>> message("count_mismatch", stated=7, found=6).zh
    '紀錄稱7案，實列6案'
    """
    sentence = _sentences()[name]
    return Message(sentence["zh"].format(**values), sentence["en"].format(**values))
