"""Tables with a row for each issue group and several cases in a cell, sorted by column or by words before them.

Always true: a table is read so only where its head names the groups and heads no column of single cases.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.folding import Flow
from loaders.lexicon.agenda import asked_outcome_of
from loaders.lexicon.tables import Column, column
from loaders.minutes.agenda.enumeration import enumeration
from loaders.minutes.agenda.items import AgendaItem, Place, Speech
from loaders.minutes.agenda.lists import kind_said
from loaders.minutes.names import COUNT_BEHIND
from loaders.outline.tree import Section

_SHORTEST_SORT, _LONGEST_SORT = 2, 10
_NOTHING = re.compile("無.{0,6}|-*|免|洽悉|（無）")


def rows_of_groups(rows: Sequence[Section], place: Place) -> list[AgendaItem]:
    """The cases of a table's rows, group by group, and what was decided of each group's; none of another table."""
    head = rows[0].cells if rows else ()
    kinds = [column(cell.text) for cell in head]
    sorts = [at for at, cell in enumerate(head) if asked_outcome_of(cell.text) is not None]
    decided = next((at for at, kind in enumerate(kinds) if kind is Column.DECISION and at not in sorts), None)
    if len(rows) < 2 or Column.GROUP not in kinds or Column.NAME in kinds:
        return []
    at = kinds.index(Column.GROUP)
    found: list[AgendaItem] = []
    for row in rows[1:]:
        if len(row.cells) != len(head):
            return []
        group = row.cells[at].text
        here = replace(place, group=group, expects=True, bulk=True)
        cells = [(Speech(head[i], rows[0].path), Speech(row.cells[i], row.path)) for i in sorts]
        ruling = Speech(row.cells[decided], row.path) if decided is not None else None
        content = [cell for i, cell in enumerate(row.cells) if i not in (at, decided, *sorts)]
        cells += [pair for cell in content for pair in _sorted(cell, row.path)]
        items = [item for sort, cases in cells for item in _cases(sort, cases, here)]
        found += _ruled(items, ruling, here) if ruling and ruling.says else items
    return found if any(item.names for item in found) else []


def _sorted(cell: Flow, path: str) -> Iterator[tuple[Speech, Speech]]:
    """The lists in one cell, each with the words before it that sort it (解列2案：A、B　續管：C)."""
    colons = (found.start() for found in re.finditer("：", cell.text))
    said = [(start, colon) for colon in colons if (start := _sort_before(cell.text, colon)) is not None]
    ends = (*(start for start, _ in said[1:]), len(cell.text))
    for (start, colon), end in zip(said, ends, strict=False):
        yield Speech(cell.cut(start, colon), path), Speech(cell.cut(colon + 1, end), path)


def _sort_before(text: str, colon: int) -> int | None:
    """Where the words begin that right before a colon say what is asked of the cases behind it."""
    starts = range(max(0, colon - _LONGEST_SORT), colon - _SHORTEST_SORT + 1)
    return next((start for start in starts if asked_outcome_of(COUNT_BEHIND.sub("", text[start:colon]))), None)


def _cases(sort: Speech, cases: Speech, place: Place) -> Iterator[AgendaItem]:
    """The cases of one list, beneath what sorts it."""
    if _NOTHING.fullmatch(cases.text.strip("，。；：、")):
        return
    below = replace(place, kind=kind_said(sort.text, place.kind), headings=(*place.headings, sort))
    for item in enumeration(cases, below):
        yield replace(item, measures=(sort,))


def _ruled(items: list[AgendaItem], ruling: Speech, place: Place) -> list[AgendaItem]:
    """The cases of a group with what was decided of them all, or beside a ruling that tells them apart."""
    if "「" in ruling.text or not items:
        return [*items, place.prose(ruling)]
    return [replace(item, decision=(ruling,)) for item in items]
