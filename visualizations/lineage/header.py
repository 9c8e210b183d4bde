"""The heads of the columns: which sitting, when and where.

Always true: heads of one row never overlap; the fullest way of naming sittings that fits is taken for a whole row.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
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
    width: float,
    profile: Profile,
    language: Language,
    calendar: Calendar,
) -> Head:
    """The heads of columns.

    In: the columns; where a day stands; the width that heads keep to, from 0 on; sizes; language and calendar. Out:
    number, day and place where there is room for them, else number and day, else numbers alone, else years with the
    numbers of their sittings beneath.
    """
    for lines in (_full, _dated, _short):
        texts = [
            text for one in columns for text in _stacked(x(one.day), lines(one, language, calendar), width, profile)
        ]
        if _apart(texts):
            return _row(texts, profile)
    return _row(_by_year(columns, x, width, profile, language, calendar), profile)


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


def _stacked(x: float, lines: tuple[str, str], width: float, profile: Profile) -> list[Text]:
    """A head of two lines about an x, moved inwards where it would leave the page."""
    half = max(width_of(lines[0], profile.text), width_of(lines[1], profile.small)) / 2
    at = max(half, min(x, width - half))
    top = Text(at, profile.text, lines[0], profile.text, INK, Anchor.MIDDLE, bold=True)
    return [top, Text(at, _second(profile), lines[1], profile.small, MUTED, Anchor.MIDDLE)] if lines[1] else [top]


def _by_year(
    columns: Sequence[Column],
    x: Callable[[str], float],
    width: float,
    profile: Profile,
    language: Language,
    calendar: Calendar,
) -> list[Text]:
    """Years at their first sittings, and the numbers of sittings as far as they have room."""
    texts: list[Text] = []
    years: set[str] = set()
    for one in columns:
        year = one.day[:4] if calendar is Calendar.ISO else str(int(one.day[:4]) - 1911)
        if year not in years:
            years.add(year)
            at = max(0.0, min(x(one.day) - 3, width - width_of(year, profile.text)))
            texts.append(Text(at, profile.text, year, profile.text, INK, bold=True))
        name = str(one.sitting.ordinal) if series(one.sitting) else _LEVELS[one.sitting.level][1].of(language)
        texts.append(Text(x(one.day), _second(profile), name, profile.small, MUTED, Anchor.MIDDLE))
    shown: list[Text] = []
    for text in texts:
        if _apart([*shown, text]):
            shown.append(text)
    return shown


def _second(profile: Profile) -> float:
    """The baseline of the second line."""
    return profile.text + 1.35 * profile.small


def _apart(texts: Sequence[Text]) -> bool:
    """Whether the last text of each line keeps a little away from the one before, for all of them."""
    ends: dict[float, float] = {}
    for text in texts:
        if text.box.x < ends.get(text.y, -1e9):
            return False
        ends[text.y] = text.box.right + 2
    return True


def _row(texts: Sequence[Text], profile: Profile) -> Head:
    lowest = max((text.y for text in texts), default=profile.text)
    return Head(tuple(texts), lowest + 0.45 * profile.small)
