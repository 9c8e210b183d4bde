"""Days and times of day as minutes write them.

Always true: input is folded and squeezed; years below 1000 are ROC years (+1911); a day that does not exist is no day.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from loaders.numerals import NUMERAL, numeral

_N = f"[{NUMERAL}]"
_FULL = re.compile(
    rf"(?:中華民國|民國)?(?:西元)?(?:[本今]（(?={_N}{{2,4}}）年))?({_N}{{2,7}})）?年({_N}{{1,3}})月({_N}{{1,3}})日"
)
_POINTED = re.compile(r"(?<![\d.])(\d{2,4})[./-](\d{1,2})[./-](\d{1,2})(?![\d.])")
_COMPACT = re.compile(r"(?<!\d)(1[01]\d|20\d\d)(0[1-9]|1[0-2])([0-3]\d)(?!\d)")
_SHORT = re.compile(rf"(?<![{NUMERAL}年])({_N}{{1,3}})月({_N}{{1,3}})日")
_WEEKDAY = re.compile(r"(?:星期|禮拜|[週周])[一二三四五六日天]")
_TIME = re.compile(
    rf"(上午|下午|中午|晚上|晚間|早上|凌晨|夜間|[AaPp]\.?[Mm]\.?\s*)?({_N}{{1,3}})(?:時|點|[：:])(半|整|{_N}{{1,3}}分?)?(?:\s*([AaPp])\.?[Mm])?"
)
_CLOCK = re.compile(r"(?<![\d./])([01]\d|2[0-3])([0-5]\d)(?=[～~至-]|$)")
"""Hours and minutes with nothing between them (1430～1515)."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day and the characters that name it."""

    start: int
    end: int
    date: date


def year(text: str) -> int | None:
    """The year of our calendar that a written year means: 113 → 2024, 一百一十三 → 2024, 2024 → 2024."""
    value = numeral(text)
    if value is None or not 1 <= value <= 2200:
        return None
    return value + 1911 if value < 1000 else value


def roc(text: str) -> int | None:
    """The ROC year that a written year means (2019 → 108)."""
    common = year(text)
    return common - 1911 if common else None


def _day(y: int | None, m: int | None, d: int | None) -> date | None:
    try:
        return date(y or 0, m or 0, d or 0)
    except ValueError:
        return None


def days(text: str) -> Iterator[Day]:
    """Every day with a year that a text names, in order of form: 年月日, dotted or slashed, seven or eight digits."""
    for form in (_FULL, _POINTED, _COMPACT):
        for found in form.finditer(text):
            day = _day(year(found[1]), numeral(found[2]), numeral(found[3]))
            if day:
                yield Day(found.start(), found.end(), day)


def first_day(text: str, default_year: int | None = None) -> Day | None:
    """The first day a text names; with ``default_year`` a day without a year counts too.

    >>> first_day("一百一十三年五月六日（星期一）").date.isoformat()
    '2024-05-06'
    """
    found = min(days(text), key=lambda day: day.start, default=None)
    if found or default_year is None:
        return found
    for short in _SHORT.finditer(text):
        day = _day(default_year, numeral(short[1]), numeral(short[2]))
        if day:
            return Day(short.start(), short.end(), day)
    return None


def times(text: str) -> list[str]:
    """Times of day in order, as HH:MM. 下午 adds twelve to hours below twelve; an hour above is believed as it is.

    >>> times("下午2時至15:30"), times("上午14時30分"), times("下午二時三十分")
    (['14:00', '15:30'], ['14:30'], ['14:30'])
    """
    found, half = [], ""
    for match in _TIME.finditer(_WEEKDAY.sub("，", text)):
        hour = numeral(match[2])
        minute = 30 if match[3] == "半" else 0 if match[3] in (None, "整") else numeral(match[3].rstrip("分"))
        if hour is None or minute is None or hour > 24 or minute > 59:
            continue
        half = match[1] or match[4] or (half if hour < 12 else "")
        late = half in ("下午", "晚上", "晚間", "夜間") or half[:1] in ("p", "P") or (half == "中午" and hour < 3)
        found.append(f"{hour + 12 if late and hour < 12 else hour % 24:02d}:{minute:02d}")
    return found or [f"{clock[1]}:{clock[2]}" for clock in _CLOCK.finditer(text)]


@dataclass(frozen=True, slots=True)
class Due:
    """A due day and the words that give it; ``day`` is None when the words name no day (下次會議)."""

    start: int
    end: int
    day: date | None


_QUARTER = {"1": 3, "一": 3, "2": 6, "二": 6, "3": 9, "三": 9, "4": 12, "四": 12}
_YEAR_MONTH_DAY = rf"({_N}{{2,7}})年度?({_N}{{1,3}})月({_N}{{1,3}})日"
_THIS_YEAR = rf"(?:今（{_N}{{2,4}}）?年|本年|今年|本（{_N}{{2,4}}）年)?度?"
_THIS_MONTH = "(?:[本下次]（)?"
"""本（1）月24日."""
_DUE_FORMS = (
    ("full", re.compile(r"(?:於|在|至|以?前)?(?<![\d./])(\d{2,4})[./](\d{1,2})[./](\d{1,2})(?![\d./])(?:以?前|止)?")),
    ("after", re.compile(rf"(?:於|在)?(?:會後|(?<!後))({_N}{{1,3}}|兩)(?:個)?(日|天|工作天|週|周|星期)(?:之?內|以內)")),
    ("after", re.compile(rf"(?:於|在)?(?:會後|(?<!後))({_N}{{1,2}}|兩)個(月)(?:之?內|以內)")),
    ("next_month", re.compile(rf"(?:次|下)個?月(?:({_N}{{1,3}})日|底|初|中旬|上旬|下旬)(?:以?前|止)?")),
    ("next_quarter", re.compile(r"(?:次|下)一?季(?!度?(?:會|小組|工作|召|再|次))(?:底|結束)?(?:以?前)?")),
    ("full", re.compile(rf"(?:於|在|至|以?前)?(?:中華民國|民國)?{_YEAR_MONTH_DAY}(?:以?前|止|底前)?")),
    ("year_month", re.compile(rf"({_N}{{2,7}})年度?({_N}{{1,3}})月(?:份)?(?:中旬|下旬|上旬|底|初)?(?:以?前)?")),
    ("year_month", re.compile(r"(?<![\d./])(\d{3}|20\d\d)[./](\d{1,2})月?(?:底|中旬|下旬|上旬|初)?(?:以?前)")),
    ("end_of_year", re.compile(rf"({_N}{{3}}|20\d\d)年度?年?底(?:以?前)?")),
    ("day", re.compile(rf"{_THIS_YEAR}{_THIS_MONTH}({_N}{{1,3}})）?月({_N}{{1,3}})日(?:以?前|止)?")),
    ("slash", re.compile(r"(?<![\d/.])(\d{1,2})/(\d{1,2})(?![\d/.])(?:以?前)?")),
    ("next_year_end", re.compile(rf"(?:明|次)（?{_N}{{0,4}}）?年(?:度)?年?底(?:以?前)?")),
    ("months", re.compile(rf"({_N}{{1,2}})月(?:份)?(?:或|至|到|、|及)({_N}{{1,2}})月(?:份|間|底)?(?:以?前)?")),
    (
        "month",
        re.compile(
            rf"{_THIS_MONTH}({_N}{{1,2}})）?月(?:份)?(中下旬|中旬|下旬|上旬|底|初|中|間)?(?:以?前|之前)?(?!工作表|報表|統計|資料|營收)"
        ),
    ),
    ("year_end", re.compile(rf"(?:今|本)?（?{_N}{{0,4}}）?年?(?:度)?(?:年?底)(?:以?前)?")),
    ("half", re.compile(rf"(?:({_N}{{2,4}})年度?)?(上|下)半年度?(?:以?前)?")),
    ("quarter", re.compile(rf"(?:({_N}{{2,4}})年度?)?第([1-4一二三四])季(?:度|前|底前|結束前)?")),
    (
        "this_year",
        re.compile(
            rf"(?:今|本)（?{_N}{{0,4}}）?年(?:度內|度|內)?(?!度|各|銷售|統計|執行|預算|成果)|({_N}{{3}})年度?內"
        ),
    ),
    ("end_of_year", re.compile(rf"(?:達成|完成)({_N}{{3}})年度(?=[^，。；]{{0,6}}目標)")),
)

_RANK = {"full": 0, "day": 0, "this_year": 2}
"""How exactly a form gives a day; the most exact of a clause is the one that binds, the first of two alike."""


_OF_ANY_DAY = frozenset({"full", "year_month"})
"""Forms with a year of their own."""


def _month_end(y: int, m: int) -> date:
    return date(y, m, calendar.monthrange(y, m)[1])


def _next(base: date, month: int, day: int | None) -> date | None:
    """The first such day on or after the meeting (ontology section 6)."""
    for y in (base.year, base.year + 1):
        found = _day(y, month, day) if day else (_month_end(y, month) if 1 <= month <= 12 else None)
        if found and found >= base:
            return found
    return None


def due(text: str, base: date | None) -> Due | None:
    """The due day that a clause names, read from the meeting's day ``base``; the most exact form in the clause wins.

    Where the meeting's day is not known, only a day that is written with its year.

    >>> due("請於7月10日前函復", date(2023, 6, 26)).day.isoformat(), due("於年底前", date(2024, 9, 27)).day.isoformat()
    ('2023-07-10', '2024-12-31')
    >>> due("本年度成果請於113年3月13日前函送", date(2024, 2, 1)).day.isoformat()
    '2024-03-13'
    """
    found = [
        (_RANK.get(kind, 1), day.start, day)
        for kind, form in _DUE_FORMS
        for said in (form.finditer(text) if base or kind in _OF_ANY_DAY else ())
        if (when := _due_day(kind, said, base or date.min)) and (day := Due(said.start(), said.end(), when))
    ]
    return min(found, key=lambda one: one[:2])[2] if found else None


def due_before(text: str, base: date) -> Due | None:
    """The due day with which the last clause of a text ends (113.11.15前, before 請), or None."""
    start = max(text.rfind(sign) for sign in "，；。：") + 1
    found = due(text[start:], base)
    if found is None or found.end < len(text) - start or not text.endswith(("前", "底", "內", "止")):
        return None
    return Due(found.start + start, found.end + start, found.day)


def _due_day(kind: str, found: re.Match[str], base: date) -> date | None:
    number = [numeral(group) if group else None for group in found.groups()]
    tail = found[0]
    match kind:
        case "full":
            return _day(year(found[1]), number[1], number[2])
        case "year_month":
            y, m = year(found[1]), number[1]
            return _in_month(y, m, tail) if y and m and 1 <= m <= 12 else None
        case "after":
            return _after(base, numeral(found[1]) or 0, found[2])
        case "next_month":
            y, m = base.year + base.month // 12, base.month % 12 + 1
            return _day(y, m, number[0]) if number[0] else _in_month(y, m, tail)
        case "next_quarter":
            quarter = (base.month + 2) // 3 + 1
            return _month_end(base.year + quarter // 5, quarter % 5 * 3 if quarter < 5 else 3)
        case "day" | "slash":
            return _next(base, number[0] or 0, number[1] or 0) if number[0] and number[1] else None
        case "next_year_end":
            return date(base.year + 1, 12, 31)
        case "months":
            return _next(base, number[1] or 0, None) if number[1] and number[1] <= 12 else None
        case "month":
            m = number[0] or 0
            if not 1 <= m <= 12:
                return None
            end = _next(base, m, None)
            return _in_month(end.year, m, tail) if end else None
        case "year_end":
            return date(base.year, 12, 31) if tail.startswith(("今", "本", "年", "底")) and "底" in tail else None
        case "half":
            y = year(found[1]) if found[1] else base.year
            return _month_end(y or base.year, 6 if found[2] == "上" else 12)
        case "quarter":
            y = year(found[1]) if found[1] else base.year
            end = _month_end(y or base.year, _QUARTER[found[2]])
            return end if found[1] or end >= base else _month_end(base.year + 1, _QUARTER[found[2]])
        case "end_of_year":
            return date(year(found[1]) or base.year, 12, 31)
        case _:
            return date(year(found[1]) or base.year, 12, 31) if found[1] else date(base.year, 12, 31)


def _after(base: date, count: int, unit: str) -> date:
    """So many days, weeks or months after a day."""
    if unit != "月":
        return base + timedelta(days=count * (7 if unit in ("週", "周", "星期") else 1))
    y, m = base.year + (base.month + count - 1) // 12, (base.month + count - 1) % 12 + 1
    return date(y, m, min(base.day, calendar.monthrange(y, m)[1]))


def _in_month(y: int, m: int, words: str) -> date:
    if "上旬" in words or "初" in words:
        return date(y, m, 10)
    if "中旬" in words:
        return date(y, m, 20)
    return _month_end(y, m)
