"""The tracking table 列管表 as a sheet.

Always true: one row a case, in the order of the answer; what minutes say stands in their words, and only headings,
states and kinds of decision are translated; a cell is empty where they say nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from queries.evidence import Quote
from queries.tracking import Decision, NextStep, TrackingRow
from visualizations.spreadsheet import Cell, Sheet
from visualizations.words import HAPPENED, SITS, STANDS, Calendar, Language, Words, day

_TITLE = Words("合作案列管表", "Tracking table")
_AS_OF = Words("（截至 {day}）", " (as of {day})")
_SINCE = Words("{day} 起", "since {day}")
_ROUTINE = Words("（例行）", " (routine)")
_DEFERRED = Words("（暫緩）", " (deferred)")
_INFERRED = Words("（推定）", " (inferred)")
_UNTITLED = Words("{level}會議", "sitting of the {level}")
_DELISTING = Words("待{level}會議解列", "to be delisted by the {level}")
_PROPOSED = Words("提案：{body}", "proposed by {body}")
_PLATFORM = Words("（{platform}）", " ({platform})")
_PAGE = Words("（第 {page} 頁）", " (p. {page})")

_HEADINGS = {
    "item": Words("項次", "No."),
    "case": Words("案名", "Case"),
    "platform": Words("平臺", "Platform"),
    "group": Words("小組", "Group"),
    "origin": Words("前身", "Came out of"),
    "proposers": Words("提案機關", "Proposed by"),
    "responsible": Words("主責機關", "Responsible"),
    "status": Words("狀態", "Status"),
    "decision": Words("最近決議", "Last decision"),
    "next": Words("下一步", "Next step"),
    "due": Words("期限", "Due"),
    "roc": Words("期限（民國）", "Due (ROC)"),
    "source": Words("出處", "Source"),
}
_BRIEF = {"item": "item", "named": "case", "bodies": "responsible", "state": "status", "decided": "decision",
          "next": "next", "until": "due"}  # fmt: skip
"""Cells of a table that is short of room, and the headings they stand under: fewer columns that say the same."""
_CUT = 60
"""The characters of a decision that such a table shows."""


def tracking_sheet(
    rows: Sequence[TrackingRow],
    language: Language = Language.ZH,
    calendar: Calendar = Calendar.ISO,
    *,
    as_of: str | None = None,
    brief: bool = False,
) -> Sheet:
    """The table to hand out.

    In: rows of ``queries.tracking``; the language of its headings and states; the calendar of days in its texts (with
    the ROC calendar each due day stands in it as well); the day of the table, for the title; whether to keep to what a
    terminal has room for, with long decisions cut. Out: the sheet.
    """
    speech = _Speech(language, calendar)
    shown = _BRIEF if brief else {name: name for name in _HEADINGS if name != "roc" or calendar is Calendar.ROC}
    cells = [_cells(row, speech) for row in rows]
    return Sheet(
        _title(rows, speech, as_of),
        tuple(speech.of(_HEADINGS[name]) for name in shown.values()),
        tuple(tuple(one[name] for name in shown) for one in cells),
    )


@dataclass(frozen=True, slots=True)
class _Speech:
    """In which language and calendar a table speaks."""

    language: Language
    calendar: Calendar

    def of(self, words: Words, **parts: object) -> str:
        """The words in the language, with what they leave open."""
        return words.of(self.language).format(**parts)

    def day(self, iso: str | None) -> str:
        """The day in the calendar; nothing for none."""
        return day(iso, self.calendar) if iso else ""


def _title(rows: Sequence[TrackingRow], speech: _Speech, as_of: str | None) -> str:
    """The title, with the platform and the group where there is but one."""
    platforms, groups = {row.platform for row in rows}, {row.group for row in rows}
    body = (*platforms, *groups) if len(groups) == 1 else platforms
    named = [name for name in body if name] if len(platforms) == 1 else []
    return " ".join([*named, speech.of(_TITLE)]) + (speech.of(_AS_OF, day=speech.day(as_of)) if as_of else "")


def _cells(row: TrackingRow, speech: _Speech) -> dict[str, Cell]:
    due = date.fromisoformat(row.due) if row.due else None
    origin = [
        one.name + (speech.of(_PLATFORM, platform=one.platform) if one.platform not in (None, row.platform) else "")
        for one in row.origin
    ]
    source = _source(row.quotes, speech)
    return {
        "item": row.item,
        "case": row.case.name,
        "platform": row.platform,
        "group": row.group,
        "named": _lines([row.case.name, *(f"←{one}" for one in origin)]),
        "origin": _lines(origin),
        "bodies": _lines([*(speech.of(_PROPOSED, body=one) for one in row.proposers), *row.responsible]),
        "proposers": _lines(row.proposers),
        "responsible": _lines(row.responsible),
        "state": _state(row, speech),
        "status": _lines([_state(row, speech), speech.of(_SINCE, day=speech.day(row.since)) if row.since else ""]),
        "decided": _lines([_decided(row.decision, speech), _cut(row.decision.words), source or ""]),
        "decision": _lines([_decided(row.decision, speech), _sitting(row.decision, speech), row.decision.words]),
        "next": _next(row.next_step, speech),
        "until": speech.day(row.due) or None,
        "due": due,
        "roc": day(row.due, Calendar.ROC) if row.due else None,
        "source": source,
    }


def _lines(texts: Iterable[str]) -> str | None:
    """Each text on a line of its own, equal ones once."""
    return "\n".join(dict.fromkeys(text for text in texts if text)) or None


def _cut(text: str) -> str:
    return text if len(text) <= _CUT else text[:_CUT] + "…"


def _state(row: TrackingRow, speech: _Speech) -> str:
    beside = ((_ROUTINE, row.routinised), (_DEFERRED, row.deferred))
    return speech.of(STANDS[row.status]) + "".join(speech.of(words) for words, noted in beside if noted)


def _decided(decision: Decision, speech: _Speech) -> str:
    """The day and what it did."""
    kind = speech.of(HAPPENED[decision.type]) + (speech.of(_INFERRED) if decision.inferred else "")
    return f"{speech.day(decision.day)} {kind}".strip()


def _sitting(decision: Decision, speech: _Speech) -> str:
    """The title of the sitting, or what is known of one that is only spoken of."""
    known = speech.of(_UNTITLED, level=speech.of(SITS[decision.level])) if decision.level else ""
    return decision.meeting or known


def _next(step: NextStep | None, speech: _Speech) -> str | None:
    if step is None:
        return None
    if step.level is None:
        return step.text
    return speech.of(_DELISTING, level=speech.of(SITS[step.level]))


def _source(quotes: Iterable[Quote], speech: _Speech) -> str | None:
    """Each file with its lines, and their pages where it has pages."""
    places: dict[str, list[str]] = {}
    for quote in quotes:
        line = f"{quote.line}" + (speech.of(_PAGE, page=quote.page) if quote.page else "")
        places.setdefault(PurePath(quote.path).name, []).append(line)
    return _lines(f"{file}:{', '.join(dict.fromkeys(lines))}" for file, lines in places.items())
