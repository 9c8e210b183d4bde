"""What a user may add to the lexicon: the kinds of entries, their fields, and what is wrong with those of a file.

Always true: every kind has one table; a file is right when ``problems`` finds nothing, and each problem has its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from rapidfuzz import process

from loaders.lexicon.meanings import MEANINGS


class Kind(StrEnum):
    """What an entry is."""

    PLATFORM = "platform"
    REGION = "region"
    GROUP = "group"
    CITY = "city"
    AGENCY = "agency"
    ORGANIZATION = "organization"
    PROGRAM = "program"
    PHRASE = "phrase"
    HEADING = "heading"


@dataclass(frozen=True, slots=True)
class Form:
    """The fields of a kind: ``name`` says what an entry is called, ``words`` holds its further spellings."""

    name: str
    words: str
    texts: frozenset[str] = frozenset()
    """Fields that hold one text."""
    lists: frozenset[str] = frozenset()
    """Fields that hold several."""
    needed: frozenset[str] = frozenset()
    other: frozenset[str] = frozenset()
    """Fields that another reader checks."""

    @property
    def fields(self) -> frozenset[str]:
        """All its fields."""
        return self.texts | self.lists | self.other | {self.name, self.words}


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, and on which line of the file."""

    line: int
    reason: str


_MOST_GAPS = 2
"""How many "*" a word may have: what they stand for is tried in every combination."""


def _form(name: str, words: str, texts: str = "", lists: str = "", needed: str = "", other: str = "") -> Form:
    return Form(
        name,
        words,
        frozenset(texts.split()),
        frozenset(lists.split()),
        frozenset(needed.split()),
        frozenset(other.split()),
    )


FORMS: Mapping[Kind, Form] = {
    Kind.PLATFORM: _form(
        "name", "aliases", "word since until merged_into", "groups", "", "members levels rota consensus"
    ),
    Kind.REGION: _form("word", "cities", needed="cities"),
    Kind.GROUP: _form("name", "aliases"),
    Kind.CITY: _form("name", "brief", "short letter code", "offices districts"),
    Kind.AGENCY: _form("name", "aliases", "city parent since until", "bare"),
    Kind.ORGANIZATION: _form("name", "aliases", "kind city", "short"),
    Kind.PROGRAM: _form("name", "aliases", "kind"),
    Kind.PHRASE: _form("means", "words", needed="words"),
    Kind.HEADING: _form("means", "words", needed="words"),
}


def problems(data: Mapping[str, Any], text: str) -> Iterator[Problem]:
    """What is wrong with a lexicon file. In: its data and its text. Out: the problems, in the order of the kinds."""
    for kind, rows in data.items():
        if kind not in list(Kind):
            near = process.extractOne(kind, list(Kind))
            yield Problem(line_of(text, kind, 0), f"there is no kind “{kind}”; the nearest is “{near[0]}”")
        elif not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            yield Problem(line_of(text, kind, 0), f"“{kind}” is a table of its own for each entry: [[{kind}]]")
        else:
            for at, row in enumerate(rows):
                yield from _of_entry(Kind(kind), row, at, text)


def _of_entry(kind: Kind, row: Mapping[str, Any], at: int, text: str) -> Iterator[Problem]:
    form = FORMS[kind]
    for field in sorted({form.name, *form.needed} - row.keys()):
        yield Problem(line_of(text, kind, at), f"this {kind} has no “{field}”")
    for field, value in row.items():
        line = line_of(text, kind, at, field)
        if field not in form.fields:
            near = process.extractOne(field, sorted(form.fields))
            yield Problem(line, f"a {kind} has no field “{field}”; the nearest is “{near[0]}”")
        elif field in form.texts | {form.name} and not (isinstance(value, str) and value.strip()):
            yield Problem(line, f"“{field}” is one text that is not empty")
        elif field in form.lists | {form.words} and not _texts(value):
            yield Problem(line, f"“{field}” is a list of texts that are not empty")
        elif field == "means" and value not in MEANINGS[kind]:
            yield Problem(line, f"a {kind} cannot mean “{value}”; it means one of {', '.join(MEANINGS[kind])}")
        elif field == "words" and any(word.count("*") > _MOST_GAPS for word in value):
            yield Problem(line, f"a word has {_MOST_GAPS} “*” at most: more would take too long to look for")
        elif kind is Kind.PHRASE and field == "words" and any(len(word.replace("*", "").strip()) < 2 for word in value):
            yield Problem(
                line, "a phrase has two characters or more beside “*”: shorter ones would be found everywhere"
            )


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) and one.strip() for one in value)


def line_of(text: str, kind: str, at: int, field: str = "") -> int:
    """The line of an entry's table, or of a field of it."""
    lines = text.splitlines()
    heads = [
        n
        for n, line in enumerate(lines, 1)
        if re.match(rf"\s*\[?\[\s*{re.escape(kind)}\s*\]|{re.escape(kind)}\s*=", line)
    ]
    start = heads[at] if at < len(heads) else heads[0] if heads else 1
    if not field:
        return start
    for n, line in enumerate(lines[start:], start + 1):
        if re.match(rf"\s*[\"']?{re.escape(field)}[\"']?\s*=", line):
            return n
        if line.lstrip().startswith("["):
            break
    return start
