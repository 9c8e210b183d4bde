"""What is owed 待辦事項, as a sheet.

Always true: one row a task, in the order of the answer; what minutes say stands in their words; a task that nothing
reports has an empty cell there, one that is overdue says so.
"""

from __future__ import annotations

from collections.abc import Sequence

from queries.actions import Owed
from queries.evidence import Quote, file_name, one_line
from visualizations.spreadsheet import Sheet
from visualizations.words import Calendar, Language, Words, day

_TITLE = Words("待辦事項", "Action items")
_AS_OF = Words("（截至 {day}）", " (as of {day})")
_OVERDUE = Words("逾期", "overdue")
_HEADINGS = {
    "due": Words("期限", "Due"),
    "state": Words("狀態", "State"),
    "who": Words("權責機關", "Owed by"),
    "what": Words("事項", "What"),
    "case": Words("合作案", "Case"),
    "asked": Words("交辦會議", "Asked at"),
    "source": Words("出處", "Source"),
    "reported": Words("回報", "Reported"),
}
_REPORTED = Words("已回報", "reported")


def actions_sheet(
    items: Sequence[Owed],
    language: Language = Language.ZH,
    calendar: Calendar = Calendar.ISO,
    *,
    as_of: str | None = None,
    brief: bool = False,
) -> Sheet:
    """The tasks to hand out.

    In: tasks of ``queries.actions``; the language of headings; the calendar of days; the day of the table, for the
    title; whether to keep to what a terminal has room for. Out: the sheet.
    """
    title = _TITLE.of(language) + (_AS_OF.of(language).format(day=day(as_of, calendar)) if as_of else "")
    rows = [_cells(one, language, calendar, brief) for one in items]
    shown = [name for name in _HEADINGS if not brief or name != "source"]
    return Sheet(
        title,
        tuple(_HEADINGS[name].of(language) for name in shown),
        tuple(tuple(row[name] for name in shown) for row in rows),
    )


def _cells(one: Owed, language: Language, calendar: Calendar, brief: bool) -> dict[str, str | None]:
    asked, report = one.action, one.report
    state = _OVERDUE if one.overdue else _REPORTED if report else None
    source = "\n".join(map(_place, asked.quotes))
    told = [day(report.date, calendar) if report.date else "", report.title] if report else []
    said = [f"「{one_line(report.quote.text)}」", _place(report.quote)] if report else []
    meeting = [day(asked.date, calendar) if asked.date else "", source if brief else asked.meeting or ""]
    return {
        "due": day(asked.due, calendar) if asked.due else asked.due_text,
        "state": state.of(language) if state else None,
        "who": "\n".join(asked.assignees) or None,
        "what": one_line(asked.text),
        "case": asked.case,
        "asked": "\n".join(filter(None, meeting)) or None,
        "source": source or None,
        "reported": "\n".join(filter(None, [*told[: 1 if brief else 2], *said])) or None,
    }


def _place(quote: Quote) -> str:
    return f"{file_name(quote.path)}:{quote.line}"
