"""When a plan does what: the rows, bullets or sentences under 實施期程.

Always true: an entry begins with the words that say when, or with a number, and runs to the next one; its quote is that
whole stretch of the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.interchange import Quote
from loaders.folding import flow, fold
from loaders.lexicon.plans import Part, plan_words
from loaders.numerals import NUMERAL
from loaders.outline.marks import Style, mark
from loaders.plans.parts import PlanPart, physical_lines
from loaders.plans.period import Period, period

_N = f"[{NUMERAL}]"
_WHEN = re.compile(
    rf"(?:自|於|至)?(?:中華民國|民國|西元)?(?:(?:{_N}{{2,4}}(?:學?年度?))(?:{_N}{{1,3}}(?:[-～至、]{_N}{{1,3}})?月)?|"
    rf"{_N}{{1,3}}(?:[-～至、]{_N}{{1,3}})?月|\d{{2,4}}[./]\d{{1,2}}|第?[一二三四1-4上下][季階學期半]|即日起|[上下]半年|[寒暑]假|每[年月季週])"
)
_WHEN_ONLY = re.compile(rf"(?:{_WHEN.pattern}|[\d年度月日至底起止初中下上旬\-～、（）週星期一二三四五六日]){{1,6}}")
_YEAR = re.compile(r"((?:19|20)\d\d|1[01]\d|[89]\d)學?年")


def schedule(view: str, text: str, parts: tuple[PlanPart, ...]) -> tuple[tuple[str, Quote], ...]:
    """The entries of every part about time, as (words on one line, quote)."""
    return tuple(entry for part in parts if part.kind is Part.PERIOD for entry in _entries(view, text, part))


def scheduled(entries: tuple[tuple[str, Quote], ...]) -> list[Period]:
    """The periods that the entries name; a month without a year is in the year named last."""
    found, year = [], None
    for words, _ in entries:
        line = fold(words)
        when = line.split("：")[0] if _WHEN.match(line) else line
        named = _YEAR.search(when)
        year = int(named[1]) + (1911 if len(named[1]) < 4 else 0) if named else year
        piece = period(when, year)
        found += [piece] if piece else []
    return found


def _entries(view: str, text: str, part: PlanPart) -> Iterator[tuple[str, Quote]]:
    """An entry is a run of lines; the first says when."""
    first = part.named.offsets[-1] + 1
    first += len(view[first : part.end]) - len(view[first : part.end].lstrip(" ：】〉"))
    runs: list[list[tuple[int, int]]] = []
    for start, end in physical_lines(view, first, part.end):
        cells = [flow(view, [span]).text for span in _cells(view, start, end)]
        filled = [cell for cell in cells if cell]
        if filled and all(plan_words().columns.fullmatch(cell) for cell in filled):
            continue
        number = mark(view[start:end])
        numbered = number is not None and number.style is not Style.BULLET
        when = bool(filled and _WHEN.match(filled[0]))
        pending = bool(runs) and _WHEN_ONLY.fullmatch(flow(view, runs[-1]).text)
        if not runs or ((when or numbered) and not (pending and when)):
            runs.append([])
        runs[-1].append((start, end))
    for run in runs:
        start, end = run[0][0], run[-1][1]
        yield _words(view, text, run), Quote(start, end, text[start:end], part.number)


def _words(view: str, text: str, run: list[tuple[int, int]]) -> str:
    """An entry on one line: 103年3-4月：前置作業；說明會."""
    pieces = [piece for span in run for cell in _cells(view, *span) if (piece := _bare(view, text, cell))]
    when = 0
    while when < len(pieces) and _WHEN_ONLY.fullmatch(re.sub(r"\s", "", fold("".join(pieces[: when + 1])))):
        when += 1
    head, rest = re.sub(r"\s", "", "".join(pieces[:when])), "；".join(pieces[when:])
    return f"{head}：{rest}" if head and rest else head + rest


def _cells(view: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for cell in view[start:end].split("\t"):
        yield at, at + len(cell)
        at += len(cell) + 1


def _bare(view: str, text: str, span: tuple[int, int]) -> str:
    """A cell's words without bullet and fill."""
    number = mark(view[slice(*span)])
    start = span[0] + (number.length if number and number.style is Style.BULLET else 0)
    return re.sub(r"\s+", " ", text[start : span[1]]).strip()
