"""A user's own words: a TOML file of theirs, laid over the lexicon that ships.

Always true: the file is data and nothing in it is executed, a word of it is no regular expression ("*" stands for a few
characters of one clause); an entry of a name that the shipped lexicon has adds to it; without a file nothing changes.
"""

from __future__ import annotations

import os
import sys
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from graph.errors import InputError
from loaders.lexicon.kinds import Problem, problems

VARIABLE = "YANGE_LEXICON"
"""The environment variable that names the file; processes started from here know it, too."""
FILE = "yange.lexicon.toml"
"""The file's name where none is said, in the working directory."""


def own_file() -> Path | None:
    """The user's file; None where none is in use."""
    named = os.environ.get(VARIABLE)
    return Path(named) if named else None


def use(file: Path | None) -> None:
    """Read with the words of this file from now on, in this process and in those it starts; None: with none."""
    if file is None:
        os.environ.pop(VARIABLE, None)
    else:
        os.environ[VARIABLE] = str(file.absolute())
    forget()


def forget() -> None:
    """Drop all that was made of the lexicon, so that the next reading makes it anew."""
    for name, module in list(sys.modules.items()):
        if name.startswith("loaders.") or name == "graph.governance":
            for held in list(vars(module).values()):
                clear = getattr(held, "cache_clear", None)
                if callable(clear):
                    clear()


@lru_cache(maxsize=1)
def own_words() -> Mapping[str, list[dict[str, Any]]]:
    """The entries of the user's file by their kind.

    Raises: InputError for a file that cannot be read or says something else than docs/lexicon.md tells.
    """
    file = own_file()
    return entries(text_of(file), str(file)) if file else {}


def text_of(file: Path) -> str:
    """The text of a lexicon file; InputError when it cannot be read."""
    try:
        return file.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{file} cannot be read ({error}); name a lexicon file in UTF-8") from error


def entries(text: str, file: str) -> Mapping[str, list[dict[str, Any]]]:
    """The entries of a lexicon file's text; InputError with the line of the first thing that is wrong."""
    found = checked(text)
    if isinstance(found, Problem):
        raise InputError(f"{file}:{found.line}: {found.reason} (docs/lexicon.md shows the form)")
    return found


def checked(text: str) -> Mapping[str, list[dict[str, Any]]] | Problem:
    """The entries of a lexicon file's text, or the first thing that is wrong with it."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Problem(_line_of(str(error), text), f"this is no TOML: {error}")
    first = next(iter(problems(data, text)), None)
    return first or data


def _line_of(message: str, text: str) -> int:
    """The line that a TOML error names; the last one where it names the end of the document."""
    words = message.partition("(at line ")[2].partition(",")[0]
    return int(words) if words.isdigit() else max(1, len(text.splitlines()))
