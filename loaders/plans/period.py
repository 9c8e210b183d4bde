"""From when to when: 103-104年, 自113年1月1日起至12月31日止, 114年度, 113學年度第1學期.

Always true: what a text does not say is None; a year, school year, term or month counts from its first to its last day.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from loaders.minutes.dates import year
from loaders.numerals import NUMERAL, numeral

_N = f"[{NUMERAL}]"
_POINT = (
    rf"(?:(?:中華民國|民國|西元)?(?P<y{{0}}>(?:19|20)\d\d|1[01]\d|[89]\d|{_N}{{{{3,6}}}})(?P<school{{0}}>學)?年度?(?:第?(?P<term{{0}}>[12一二上下])學期)?)?"
    rf"(?:(?P<m{{0}}>{_N}{{{{1,3}}}})月份?)?(?:(?P<d{{0}}>{_N}{{{{1,3}}}})日|底|初)?"
)
_DOTTED = (
    r"(?P<y{0}>\d{{2,4}})[./](?P<m{0}>\d{{1,2}})(?:[./](?P<d{0}>\d{{1,2}}))?(?![\d年月])"
    r"(?P<school{0}>)?(?P<term{0}>)?"
)
_TO = r"(?:（[^（）]{1,8}）)?(?:起|開始)?(?:，)?(?:-|～|至|到|迄)(?:民國|同年)?"
_YEAR = r"(?:19|20)\d\d|1[01]\d|[89]\d"
_BARE = (
    rf"(?P<ya>{_YEAR}|{_N}{{3,6}})(?P<school>學)?(?:年度?)?(?:-|～|至|到|、|及)"
    rf"(?P<yb>{_YEAR}|{_N}{{3,6}})(?P<schoolb>學)?年"
)
_MONTHS = (
    rf"(?:(?P<y>{_YEAR})年度?)?(?P<ma>{_N}{{1,3}})月?(?:-|～|至|到|、)"
    rf"(?P<mb>{_N}{{1,3}})月(?!\d|{_N}+日)"
)
_FORMS = tuple(
    re.compile(form)
    for form in (
        _DOTTED.format("a") + _TO + _DOTTED.format("b"),
        _POINT.format("a") + _TO + _POINT.format("b"),
        r"(?P<open>即日起|自核[定准可]之?日起|奉核[後日]起?)" + r"(?:至|到|迄)" + _POINT.format("b"),
        _POINT.format("a"),
        _DOTTED.format("a"),
    )
)
_YEARS, _MONTH_RANGE = re.compile(_BARE), re.compile(_MONTHS)


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day, ISO 8601; None where the text leaves it open."""

    start: str | None
    end: str | None


def period(words: str, given_year: int | None = None) -> Period | None:
    """The first period that folded, squeezed words name; ``given_year`` is the year of months that have none.

    >>> period("實施總計畫（103-104年）"), period("自113年1月1日起至12月31日止").end
    (Period(start='2014-01-01', end='2015-12-31'), '2024-12-31')
    """
    years = _YEARS.search(words)
    if years and (first := _year(years["ya"])) and (last := _year(years["yb"])) and first <= last:
        school = years["school"] or years["schoolb"]
        return Period(f"{first}-08-01", f"{last + 1}-07-31") if school else Period(f"{first}-01-01", f"{last}-12-31")
    return next(_periods(words, given_year), None)


def whole(pieces: list[Period]) -> Period | None:
    """The period from the first start to the last end of several."""
    starts, ends = [p.start for p in pieces if p.start], [p.end for p in pieces if p.end]
    return Period(min(starts, default=None), max(ends, default=None)) if starts or ends else None


def _periods(words: str, given_year: int | None) -> Iterator[Period]:
    months = _MONTH_RANGE.search(words)
    if months and (y := _year(months["y"]) or given_year):
        yield from _valid(_edge(y, numeral(months["ma"]), None, False), _edge(y, numeral(months["mb"]), None, True))
    for form in _FORMS:
        for found in form.finditer(words):
            got = found.groupdict()
            read = list(_read(got, given_year))
            yield from read
            if not read and _year(got.get("ya")) and "yb" in got:
                return  # a range that ends before it begins says nothing


def _read(got: dict[str, str | None], given_year: int | None) -> Iterator[Period]:
    """The period of one match; a last day without a year has the first one's."""
    y = _year(got.get("ya")) or (given_year if got.get("ma") else None)
    if "open" in got:
        end = _side(got, "b", None, True)
        if end:
            yield Period(None, end.isoformat())
    elif y:
        last = "b" if got.get("yb") or got.get("mb") or got.get("db") else "a"
        month = None if got.get("mb") else got.get("ma")
        end = _side({**got, "mb": got.get("mb") or month} if last == "b" and got.get("db") else got, last, y, True)
        yield from _valid(_side(got, "a", y, False), end)


def _side(got: dict[str, str | None], side: str, carried: int | None, last: bool) -> date | None:
    y = _year(got.get("y" + side)) or carried
    if y is None:
        return None
    if got.get("school" + side):
        return _school_year(y, got.get("term" + side), last)
    month, day = got.get("m" + side), got.get("d" + side)
    return _edge(y, numeral(month) if month else None, numeral(day) if day else None, last)


def _school_year(y: int, term: str | None, last: bool) -> date:
    second = term in ("2", "二", "下")
    if last:
        return date(y + 1, 1, 31) if term and not second else date(y + 1, 7, 31)
    return date(y + 1, 2, 1) if second else date(y, 8, 1)


def _edge(y: int, month: int | None, day: int | None, last: bool) -> date | None:
    """The first or last day of what is left open."""
    month = month if month is not None else 12 if last else 1
    if not 1 <= month <= 12:
        return None
    ends = calendar.monthrange(y, month)[1]
    day = day if day is not None else ends if last else 1
    return date(y, month, day) if 1 <= day <= ends else None


def _valid(start: date | None, end: date | None) -> Iterator[Period]:
    if start and end and start <= end:
        yield Period(start.isoformat(), end.isoformat())


def _year(words: str | None) -> int | None:
    value = year(words) if words else None
    return value if value and 1985 <= value <= 2150 else None
