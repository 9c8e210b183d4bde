"""The order of sittings: numbers that are missing in a series, and days that run against the numbers.

Always true: sittings outside the numbered series (臨時會) count for nothing; the first sitting that the corpus holds of
a series misses none before it; a year begins again at one unless the series counts on through the years.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median

from graph.vocabulary import Label
from queries.audit.corpus import Corpus, Sitting
from queries.audit.findings import Cited, Finding, Kind, Message, Subject, finding
from queries.audit.messages import message
from queries.audit.reading import NUMERAL, Line, fold, numeral

Number = tuple[int, int]
"""ROC year and number; the year is 0 in a series that counts on through the years."""

_TOGETHER = re.compile(rf"第([{NUMERAL}]+)次?(?:、|及|暨|與|和|至|-|～)第?([{NUMERAL}]+)次")
_NOT_HELD = (
    r"[^。；\n]{0,40}(?:取消|停開|停止召開|不召開|免召開|未召開|免開|不另召開|停辦|合併(?:召開|舉行|辦理|為)"
    r"|併(?:同|入|至|於))"
)
_PUT_OFF = re.compile(r"延期|順延|改期|補開|補行|延後|延至|原訂|原定|改訂|改於")
_HALF_YEAR = 200
"""Days between two sittings that no number tells apart, within which none need have sat."""
_SITS = (
    r"(?:「?(?P<group>[\u3400-\u9fff]{2,6}(?<!議題小)(?<!工作小)組)」?)??"
    r"(?:之)?(?:議題|工作|專案)?(?:小組)?(?:工作)?(?:會議|小組)"
)
_TOLD = re.compile(
    rf"(?P<year>\d{{2,4}}|[{NUMERAL}]{{3}})年度?(?:「?(?P<body>[^「」，。；\d]{{2,12}})」?)?第(?P<n>[{NUMERAL}]{{1,3}})次{_SITS}"
)
_OTHER_LEVEL = re.compile(r"市長|首長|縣長|籌備|臨時|協調|說明會|幕僚|專案會議")


@dataclass(frozen=True, slots=True)
class Series:
    """A numbered series: its sittings by number, and whether it counts on through the years."""

    name: str
    sittings: dict[Number, Sitting]
    counts_on: bool

    def between(self, one: Sitting, other: Sitting) -> list[Number]:
        """The numbers that lie between two of its sittings, whether held here or not; none that nobody can know."""
        here, there = _number(one, self.counts_on), _number(other, self.counts_on)
        if here is None or there is None or here >= there:
            return []
        if here[0] == there[0]:
            return [(here[0], n) for n in range(here[1] + 1, there[1])]
        return [(there[0], n) for n in range(1, there[1])]


def numbered(corpus: Corpus) -> list[Series]:
    """Every numbered series of the corpus."""
    found = []
    for key, sittings in sorted(corpus.series.items()):
        counts_on = _counts_on(sittings)
        own = {number: s for s in reversed(sittings) if (number := _number(s, counts_on))}
        if own:
            found.append(Series(" ".join(filter(None, (key[0], key[2]))) or key[1], own, counts_on))
    return found


@dataclass(frozen=True, slots=True)
class Gap:
    """Sittings that the corpus lacks: those around them, and the words that show it."""

    series: Series
    missing: list[Number]
    before: Sitting
    after: Sitting
    cited: Cited
    evidence: list[Cited]


def ordinal_gaps(corpus: Corpus) -> Iterator[Finding]:
    """Sittings of a series that the corpus lacks: between two numbers, or spoken of between two that it holds."""
    for gap in gaps(corpus):
        years = "、".join(f"{f'{year}年' if year else ''}第{n}次" for year, n in gap.missing)
        numbers = ", ".join(f"{f'{year} ' if year else ''}no. {n}" for year, n in gap.missing)
        zh = message("ordinal_gap", series=gap.series.name, missing=years).zh
        en = message("ordinal_gap", series=gap.series.name, missing=numbers).en
        subject, sitting = _missing(corpus, gap), corpus.sitting_of(gap.cited) or gap.after
        yield finding(Kind.ORDINAL_GAP, subject, gap.cited, sitting.at, Message(zh, en), gap.evidence)


def gaps(corpus: Corpus) -> Iterator[Gap]:
    """Every gap in every numbered series."""
    for series in numbered(corpus):
        together = {n for s in series.sittings.values() for n in _held_together(s, series.counts_on)}
        text = "\n".join(s.text for s in series.sittings.values())
        spoken = {number: cited for number, cited in _spoken_of(series) if number not in together}
        for before, after in pairwise(sorted(series.sittings)):
            one, other = series.sittings[before], series.sittings[after]
            lacking = [n for n in series.between(one, other) if n not in together]
            lacking = [n for n in lacking if not _was_not_held(n, text, series.counts_on)]
            if lacking:
                yield Gap(series, lacking, one, other, other.title, [one.title])
            for number in sorted(n for n in spoken if before < n < after and n not in lacking):
                if not _was_not_held(number, text, series.counts_on):
                    yield Gap(series, [number], one, other, spoken[number], [other.title, one.title])


def broken(corpus: Corpus) -> frozenset[tuple[str, str]]:
    """Ids of sittings next to one another in the corpus between which others are missing."""
    return frozenset((gap.before.id, gap.after.id) for gap in gaps(corpus))


def backward_sittings(corpus: Corpus) -> Iterator[Finding]:
    """Sittings that are dated before one with an earlier number."""
    for series in numbered(corpus):
        held = [series.sittings[number] for number in sorted(series.sittings) if series.sittings[number].date]
        for one, other in pairwise(held):
            if (other.date or "") < (one.date or "") and not any(_PUT_OFF.search(_head(s)) for s in (one, other)):
                told = message(
                    "date_backwards", ordinal=other.ordinal, date=other.date, earlier=one.ordinal, earlier_date=one.date
                )
                cited, evidence = _day_of(other), [other.title, _day_of(one), one.title]
                yield finding(Kind.DATE_BACKWARDS, other.subject, cited, other.at, told, evidence)


def follows(one: Sitting, other: Sitting, most_days: int) -> bool:
    """Whether nothing of their series can have sat between two sittings, as far as their numbers and days tell."""
    if one.ordinal is not None and other.ordinal is not None:
        if other.ordinal == one.ordinal + 1:
            return True
        if other.ordinal > one.ordinal or other.roc_year == one.roc_year or other.ordinal != 1:
            return False
    return days_between(one, other) <= most_days


def usual_gap(sittings: list[Sitting]) -> int:
    """The most days between two sittings of a series with none between them, by how far apart those of a year are."""
    pairs = pairwise(sittings)
    gaps = [days_between(a, b) for a, b in pairs if a.roc_year == b.roc_year and b.ordinal == (a.ordinal or -1) + 1]
    return max(_HALF_YEAR, int(1.3 * median(gaps))) if gaps else _HALF_YEAR


def days_between(one: Sitting, other: Sitting) -> int:
    """Days from the one sitting to the other; very many where a day is not known."""
    if not one.date or not other.date:
        return 10_000
    return (date.fromisoformat(other.date) - date.fromisoformat(one.date)).days


def _number(sitting: Sitting, counts_on: bool) -> Number | None:
    if sitting.ordinal is None or (sitting.roc_year is None and not counts_on):
        return None
    return (0 if counts_on else sitting.roc_year or 0, sitting.ordinal)


def _counts_on(sittings: list[Sitting]) -> bool:
    """Whether numbers go on where a new year begins, in every such place."""
    years: dict[int, list[int]] = {}
    for sitting in sittings:
        if sitting.ordinal is not None and sitting.roc_year is not None:
            years.setdefault(sitting.roc_year, []).append(sitting.ordinal)
    turns = list(pairwise(sorted(years)))
    return bool(turns) and all(min(years[later]) > max(years[earlier]) for earlier, later in turns)


def _held_together(sitting: Sitting, counts_on: bool) -> list[Number]:
    """Numbers that a title joins (第2次及第3次)."""
    found = _TOGETHER.search(fold(sitting.name).replace(" ", ""))
    ends = (numeral(found[1]), numeral(found[2])) if found else (None, None)
    if ends[0] is None or ends[1] is None:
        return []
    return [(0 if counts_on else sitting.roc_year or 0, n) for n in range(ends[0], ends[1] + 1)]


def _was_not_held(number: Number, text: str, counts_on: bool) -> bool:
    """Whether the minutes say that a sitting was cancelled or joined with another one."""
    for said in re.finditer(
        rf"(?:(\d{{2,4}})年度?[^，。；\n]{{0,12}})?第([{NUMERAL}]{{1,3}})次[^，。；\n]{{0,10}}會議{_NOT_HELD}", text
    ):
        year = _roc(said[1]) if said[1] else None
        if numeral(said[2]) == number[1] and (counts_on or year in (None, number[0])):
            return True
    return False


def _spoken_of(series: Series) -> Iterator[tuple[Number, Cited]]:
    """Sittings that a later one of the series tells of by year and number, and that the corpus lacks."""
    if series.counts_on:
        return
    for here, sitting in sorted(series.sittings.items(), reverse=True):
        for line in sitting.lines:
            for said in _TOLD.finditer(line.text):
                number = (_roc(said["year"]) or 0, numeral(said["n"]) or 0)
                if number < here and number not in series.sittings and not _elsewhere(said, line, sitting):
                    yield number, sitting.cite_line(line, said.start(), said.end())


def _elsewhere(said: re.Match[str], line: Line, sitting: Sitting) -> bool:
    """Whether the sitting told of is one of another series."""
    named = [words for words in (said["body"], said["group"]) if words and "組" in words]
    other = any((sitting.group or "") not in words and words not in (sitting.group or "") for words in named)
    around = line.text[max(0, said.start() - 12) : said.end()]
    return other or _OTHER_LEVEL.search(around) is not None or not sitting.group


def _missing(corpus: Corpus, gap: Gap) -> Subject:
    """The sitting that is missing, where the graph knows of it; else the one after it."""
    for row in corpus.stubs:
        same = (row["platform"], row["level"], row["group"] or "") == gap.after.series
        if same and any(row["ordinal"] == n and year in (0, row["roc_year"]) for year, n in gap.missing):
            return Subject(row["id"], Label.MEETING, row["name"] or "")
    return gap.after.subject


def _roc(year: str) -> int | None:
    value = numeral(year)
    return value - 1911 if value and value > 1000 else value


def _head(sitting: Sitting) -> str:
    """The first lines of a sitting, where it says that it was put off."""
    return "\n".join(line.text for line in sitting.lines[:8])


def _day_of(sitting: Sitting) -> Cited:
    """The line that dates a sitting, else its title."""
    quote = sitting.minutes.header_quotes.get("date")
    return sitting.cite(quote.start, quote.end) if quote else sitting.title
