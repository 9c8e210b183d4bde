"""What comes next 會期, in words and as a sheet.

Always true: a host that neither minutes nor a rota name is marked inferred; a sitting without days says so; names of
cases and sittings stand as minutes have them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from queries.schedule import Basis, Expected, Matter, Missing, Pending, Series, Why
from visualizations.spreadsheet import Sheet
from visualizations.words import SITS, Calendar, Language, Words, day

_TITLE = Words("會期", "Calendar")
_AS_OF = Words("（截至 {day}）", " (as of {day})")
_HEADINGS = (
    Words("平臺", "Platform"), Words("層級", "Level"), Words("小組", "Group"), Words("上次會議", "Last sitting"),
    Words("下次會議", "Next sitting"), Words("預定期間", "Expected"), Words("主辦", "Host"),
    Words("主辦依據", "Known from"), Words("逾期未見", "Overdue"), Words("待解列", "To be delisted"),
    Words("待成案", "To be established"),
    Words("缺少紀錄", "Missing"),
)  # fmt: skip
BASES = {
    Basis.MINUTES: Words("會議紀錄載明", "as minutes say"),
    Basis.ROTA: Words("依輪序", "by the rota"),
    Basis.TURNS: Words("依歷次輪替", "as cities took turns"),
}
MATTERS = {Matter.DELIST: Words("待解列", "to be delisted"), Matter.ESTABLISH: Words("待成案", "to be established")}
WHY = {
    Why.SPOKEN_OF: Words("他次紀錄提及", "spoken of"),
    Why.NUMBER: Words("次序缺號", "number passed over"),
    Why.PERIOD: Words("依會期應有", "due by the rules"),
}
OFTEN = Words("每年 {n} 次", "{n} a year")
INFERRED = Words("（推定）", " (inferred)")
PASSED = Words("其間應有 {n} 次會議，紀錄未見", "{n} since, not here")
UNKNOWN = Words("期間不詳", "days not known")
_YEAR = Words("{year}年", "{year}")
_NUMBER = Words("第{n}次", "no. {n}")


def numbered(one: Expected | Missing, language: Language) -> str:
    """A sitting by its year and number: 113年第4次.

    >>> numbered(Expected(113, 4, None, False, None), Language.ZH)
    '113年第4次'
    """
    year = one.roc_year if language is Language.ZH or one.roc_year is None else one.roc_year + 1911
    parts = [_YEAR.of(language).format(year=year) if year is not None else ""]
    parts += [_NUMBER.of(language).format(n=one.ordinal) if one.ordinal is not None else ""]
    return ("" if language is Language.ZH else " ").join(filter(None, parts))


def between(one: Expected | Missing, language: Language, calendar: Calendar) -> str:
    """The days between which it is expected."""
    if one.window is None:
        return UNKNOWN.of(language)
    return f"{day(one.window.since, calendar)}–{day(one.window.until, calendar)}"


def hosted(one: Expected, language: Language) -> tuple[str, str]:
    """The host, and whence one knows."""
    if one.host is None:
        return "", ""
    return one.host.city, BASES[one.host.basis].of(language) + (INFERRED.of(language) if one.host.inferred else "")


def schedule_sheet(
    series: Sequence[Series],
    language: Language = Language.ZH,
    calendar: Calendar = Calendar.ISO,
    *,
    as_of: str | None = None,
) -> Sheet:
    """The calendar to hand out, one row a series. In: series of ``queries.schedule``. Out: the sheet."""
    title = _TITLE.of(language) + (_AS_OF.of(language).format(day=day(as_of, calendar)) if as_of else "")
    rows = tuple(_row(one, language, calendar) for one in series)
    return Sheet(title, tuple(heading.of(language) for heading in _HEADINGS), rows)


def _row(one: Series, language: Language, calendar: Calendar) -> tuple[str | None, ...]:
    to_come = one.next
    city, basis = hosted(to_come, language) if to_come else ("", "")
    last = [one.last.name, day(one.last.date, calendar) if one.last.date else ""] if one.last else []
    cells = (
        one.platform,
        SITS[one.level].of(language),
        one.group,
        _lines(last),
        numbered(to_come, language) if to_come else "",
        between(to_come, language, calendar) if to_come else "",
        city,
        basis,
        _lines(numbered(late, language) for late in one.overdue),
        _lines(_case(case, calendar) for case in one.pending if case.matter is Matter.DELIST),
        _lines(_case(case, calendar) for case in one.pending if case.matter is Matter.ESTABLISH),
        _lines(f"{numbered(gap, language)} {WHY[gap.why].of(language)}" for gap in one.missing),
    )
    return tuple(cell or None for cell in cells)


def _case(one: Pending, calendar: Calendar) -> str:
    when = day(one.by.date, calendar) if one.by.date else ""
    return f"{one.case.name} ← {' '.join(filter(None, (one.group, when)))}"


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(text for text in texts if text)
