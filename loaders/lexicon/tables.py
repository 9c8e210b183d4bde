"""Column heads of tracking tables, as compiled patterns. The words are data (tables.toml)."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from re import Pattern

from loaders.lexicon.data import any_of, read
from loaders.lexicon.headings import Heading, heading

_LONGEST = 16


class Column(StrEnum):
    """What a column of a tracking table holds."""

    PREVIOUS = "previous"
    ADVICE = "advice"
    NEW_NAME = "new_name"
    DECISION = "decision"
    ORIGIN = "origin"
    REMARK = "remark"
    PROGRESS = "progress"
    PROPOSER = "proposer"
    SORT = "sort"
    ASSISTING = "assisting"
    RESPONSIBLE = "responsible"
    GROUP = "group"
    NUMBER = "number"
    NAME = "name"


_LABELLED = {
    Heading.RESOLUTION: Column.DECISION,
    Heading.MEASURES: Column.ADVICE,
    Heading.EXPLANATION: Column.PROGRESS,
    Heading.PROGRESS: Column.PROGRESS,
    Heading.PROPOSER: Column.PROPOSER,
    Heading.RESPONSIBLE: Column.RESPONSIBLE,
    Heading.SUBJECT: Column.NAME,
}
"""What a column holds whose head is the label of an item's part."""


@cache
def _columns() -> tuple[tuple[Column, Pattern[str]], ...]:
    return tuple((Column(kind), any_of(pattern)) for kind, pattern in read("tables.toml").items())


def column(words: str) -> Column | None:
    """The kind of column that a folded cell heads, by its own words or as a label; None when it heads none.

    >>> column("提案來源"), column("青創交流合作")
    (<Column.PROPOSER: 'proposer'>, None)
    """
    words = "".join(words.split())
    if not words or len(words) > _LONGEST:
        return None
    known = next((kind for kind, pattern in _columns() if pattern.search(words)), None)
    label = heading(words) if known is None else None
    return known or (_LABELLED.get(label) if label else None)
