"""The heads of the columns: which sitting, when and where.

Always true: heads of one row never overlap; the fullest way of naming sittings that fits is taken for a whole row.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from graph.vocabulary import Level
from queries.events import Sitting
from visualizations.drawing.profile import Profile
from visualizations.drawing.shapes import Anchor, Text
from visualizations.drawing.style import INK, MUTED
from visualizations.drawing.typography import width_of
from visualizations.words import Calendar, Language, Words, day

_LEVELS = {
    Level.MAYOR: (Words("市長會議", "Mayors"), Words("首", "M")),
    Level.DEPUTY_MAYOR: (Words("副市長會議", "Deputy mayors"), Words("副", "D")),
    Level.WORKING_GROUP: (Words("小組會議", "Group"), Words("組", "G")),
    Level.OTHER: (Words("會議", "Sitting"), Words("會", "S")),
}


@dataclass(frozen=True, slots=True)
class Column:
    """A day on which a section sat."""

    day: str
    sitting: Sitting
    host: str | None


@dataclass(frozen=True, slots=True)
class Head:
    """A row of heads: texts with y from the top of the row, and its height."""

    texts: tuple[Text, ...]
    height: float


def head(
    columns: Sequence[Column],
    x: Callable[[str], float],
    profile: Profile,
    language: Language,
    calendar: Calendar,
) -> Head:
    """The heads of columns.

    In: the columns; where a day stands; sizes; language and calendar. Out: number, day and place where there is
    room for them, else number and day, else numbers alone, else years with the numbers of their sittings beneath.
    """
    for lines in (_full, _dated, _short):
        rows = [(x(one.day), lines(one, language, calendar)) for one in columns]
        if _fits(rows, profile):
            return _stacked(rows, profile)
    return _by_year(columns, x, profile, language, calendar)


def _full(column: Column, language: Language, calendar: Calendar) -> tuple[str, str]:
    number, when = _dated(column, language, calendar)
    return number, f"{when} {re.sub('[市縣]$', '', column.host or '')}".strip()


def _dated(column: Column, language: Language, calendar: Calendar) -> tuple[str, str]:
    number, when = series(column.sitting), day(column.day, calendar)
    if number and calendar is Calendar.ROC and when.startswith(f"{column.sitting.roc_year}/"):
        when = when.split("/", 1)[1]
    return number or _LEVELS[column.sitting.level][0].of(language), when


def _short(column: Column, language: Language, calendar: Calendar) -> tuple[str, str]:
    return series(column.sitting) or _LEVELS[column.sitting.level][1].of(language), ""


def series(sitting: Sitting) -> str:
    """Year and number of a sitting, as its minutes count them; empty where they do not."""
    if sitting.level is not Level.WORKING_GROUP or sitting.roc_year is None or sitting.ordinal is None:
        return ""
    return f"{sitting.roc_year}-{sitting.ordinal}"


def _fits(rows: Sequence[tuple[float, tuple[str, str]]], profile: Profile) -> bool:
    ends = -1e9
    for at, (top, below) in rows:
        half = max(width_of(top, profile.text), width_of(below, profile.small)) / 2
        if at - half < ends:
            return False
        ends = at + half + 3
    return True


def _stacked(rows: Sequence[tuple[float, tuple[str, str]]], profile: Profile) -> Head:
    first = profile.text
    second = first + 1.35 * profile.small
    texts = [Text(at, first, top, profile.text, INK, Anchor.MIDDLE, bold=True) for at, (top, _) in rows]
    texts += [Text(at, second, below, profile.small, MUTED, Anchor.MIDDLE) for at, (_, below) in rows if below]
    return Head(tuple(texts), (second if any(below for _, (_, below) in rows) else first) + 0.45 * profile.small)


def _by_year(
    columns: Sequence[Column], x: Callable[[str], float], profile: Profile, language: Language, calendar: Calendar
) -> Head:
    first, second = profile.text, profile.text + 1.35 * profile.small
    years: Mapping[str, float] = {}
    numbers, ends = [], -1e9
    for one in columns:
        years = {**years, one.day[:4]: min(x(one.day), years.get(one.day[:4], 1e9))}
        name = str(one.sitting.ordinal) if series(one.sitting) else _LEVELS[one.sitting.level][1].of(language)
        text = Text(x(one.day), second, name, profile.small, MUTED, Anchor.MIDDLE)
        if text.box.x >= ends:
            numbers.append(text)
            ends = text.box.right + 1.5
    heads, ends = [], -1e9
    for year, at in years.items():
        text = Text(
            at - 3, first, year if calendar is Calendar.ISO else f"{int(year) - 1911}", profile.text, INK, bold=True
        )
        if text.box.x >= ends:
            heads.append(text)
            ends = text.box.right + 3
    return Head((*heads, *numbers), second + 0.45 * profile.small)
