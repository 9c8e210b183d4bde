"""The lexicon's files as plain data, with the user's own words among them, and their regular expressions compiled.

Always true: a file is read once and kept; a pattern is matched against folded, squeezed text.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any, TypeVar

from loaders.lexicon.laying import laid_over
from loaders.lexicon.own import own_words

Words = TypeVar("Words")


@lru_cache(maxsize=32)
def read(name: str) -> dict[str, Any]:
    """One of this package's TOML files with the user's entries, as plain data, not to be changed.

    Raises: FileNotFoundError when there is none, InputError for a user's file that is wrong.
    """
    return laid_over(name, shipped(name), own_words())


def shipped(name: str) -> dict[str, Any]:
    """One of this package's TOML files as it ships."""
    return tomllib.loads(files(__package__).joinpath(name).read_text(encoding="utf-8"))


def any_of(patterns: str | Iterable[str]) -> re.Pattern[str]:
    """One pattern that matches where any of some regular expressions does; re.error when one is malformed.

    >>> any_of(["解列", "結案(?!後)"]).findall("同意解列，結案後…結案")
    ['解列', '結案']
    """
    return re.compile(patterns if isinstance(patterns, str) else "|".join(f"(?:{p})" for p in patterns))


def compiled(kind: Callable[..., Words], table: Mapping[str, str | list[str]]) -> Words:
    """A dataclass of patterns from a table whose keys are its fields; TypeError when one is missing or unknown."""
    return kind(**{key: any_of(patterns) for key, patterns in table.items()})
