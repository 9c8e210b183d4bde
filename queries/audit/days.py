"""Days whose weekday is not the one that the minutes write beside them (weekday_mismatch).

Always true: a day that does not exist is no day; a day without a year is wrong only when it is wrong in the year of the
sitting and in the next one; a weekday counts only right behind its day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from queries.audit.corpus import Corpus, Sitting
from queries.audit.findings import Finding, Kind, finding
from queries.audit.messages import message
from queries.audit.reading import NUMERAL, Line, numeral

_N = f"[{NUMERAL}]"
_WEEK = (
    r"(?:（(?:星期|週|周|禮拜)?(?P<w{n}>[一二三四五六日天])）"
    r"|(?:，|、)?（?(?:星期|週|周|禮拜)(?P<v{n}>[一二三四五六日天])(?!至|到|、[一二三四五六日]))"
)
_FORMS = (
    re.compile(
        rf"(?P<y1>{_N}{{2,7}}|[本今]（?(?P<z1>\d{{2,4}})）?)年度?(?P<m1>{_N}{{1,3}})月(?P<d1>{_N}{{1,3}})日"
        + _WEEK.format(n=1)
    ),
    re.compile(r"(?<![\d./-])(?P<y1>\d{2,4})[./-](?P<m1>\d{1,2})[./-](?P<d1>\d{1,2})(?![\d./-])" + _WEEK.format(n=1)),
    re.compile(r"(?<!\d)(?P<y1>1[01]\d|20\d\d)(?P<m1>0[1-9]|1[0-2])(?P<d1>[0-3]\d)" + _WEEK.format(n=1)),
    re.compile(rf"(?<![{NUMERAL}年])(?P<m1>{_N}{{1,3}})月(?P<d1>{_N}{{1,3}})日" + _WEEK.format(n=1)),
)
_NEXT_YEAR = re.compile(r"(?:明|次|隔|翌)（?\d*）?年[^，。；]{0,8}$")
_LAST_YEAR = re.compile(r"(?:去|前|上)（?\d*）?年[^，。；]{0,8}$")
_ZH = "一二三四五六日"
_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def weekday_mismatches(corpus: Corpus) -> Iterator[Finding]:
    """Every day with a weekday that it did not have."""
    for sitting in corpus.sittings:
        for line in sitting.lines:
            yield from _in_line(sitting, line)


def _in_line(sitting: Sitting, line: Line) -> Iterator[Finding]:
    seen: set[int] = set()
    for form in _FORMS:
        for said in form.finditer(line.text):
            if said.start("m1") in seen:
                continue
            seen.add(said.start("m1"))
            days = _meant(said, sitting, line.text[: said.start()])
            written = "一二三四五六日".index((said["w1"] or said["v1"]).replace("天", "日"))
            if days and all(day.weekday() != written for day in days):
                cited = sitting.cite_line(line, said.start(), said.end())
                told = message(
                    "weekday_mismatch",
                    day=days[0].isoformat(),
                    right_zh=_ZH[days[0].weekday()],
                    right_en=_EN[days[0].weekday()],
                    wrong_zh=_ZH[written],
                    wrong_en=_EN[written],
                )
                head = [sitting.title] if cited.start != sitting.title.start else []
                yield finding(Kind.WEEKDAY_MISMATCH, sitting.subject, cited, sitting.at, told, head)


def _meant(said: re.Match[str], sitting: Sitting, before: str) -> list[date]:
    """The days that words can mean, the likeliest first."""
    groups = said.groupdict()
    month, day = numeral(said["m1"]), numeral(said["d1"])
    written = groups.get("z1") or groups.get("y1")
    year = numeral(written) if written else None
    years = [year] if year is not None else _years(sitting, month, day, before)
    return [found for year in years if (found := _day(year, month, day))]


def _years(sitting: Sitting, month: int | None, day: int | None, before: str) -> list[int | None]:
    """The years that a day without one can be in: the sitting's, or the next one's when it was over by then."""
    if sitting.date is None:
        return []
    base = int(sitting.date[:4])
    if _LAST_YEAR.search(before):
        return [base - 1, base]
    here = _day(base, month, day)
    if _NEXT_YEAR.search(before) or here is None:
        return [base + 1, base]
    return [base] if here.isoformat() >= sitting.date else [base, base + 1]


def _day(year: int | None, month: int | None, day: int | None) -> date | None:
    try:
        return date((year or 0) + (1911 if year and year < 1000 else 0), month or 0, day or 0)
    except ValueError:
        return None
