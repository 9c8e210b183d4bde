"""The numbered sources of a picture.

Always true: one quote of one sitting has one number, given in the order of first mention, beginning with 1; a number is
never given without words: what no passage states has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from queries.evidence import Quote
from visualizations.words import Calendar, Language, day


@dataclass(frozen=True, slots=True)
class Source:
    """Who states something: a sitting by its title, its ISO day, and one quote."""

    sitting: str
    day: str | None
    quote: Quote

    def words(self, language: Language, calendar: Calendar) -> str:
        """Sitting, day, quote and place, as a reader finds them under a picture."""
        when = f"（{day(self.day, calendar)}）" if self.day else ""
        name = self.quote.path.replace("\\", "/").rsplit("/", 1)[-1]
        if language is Language.EN:
            place = f", p. {self.quote.page}" * (self.quote.page is not None) + f", line {self.quote.line}"
        else:
            place = f"第 {self.quote.page} 頁" * (self.quote.page is not None) + f"第 {self.quote.line} 行"
        return f"{one_line(self.sitting)}{when}：「{one_line(self.quote.text)}」{name} {place}"


class Citations:
    """Numbers for sources."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self._sources: dict[tuple[str, str], Source] = {}
        for source in sources:
            self._sources.setdefault(_mark(source), source)
        self._numbers = {mark: number for number, mark in enumerate(self._sources, 1)}

    def of(self, sources: Iterable[Source]) -> tuple[int, ...]:
        """The numbers of these sources, ascending."""
        return tuple(sorted({self._numbers[_mark(source)] for source in sources}))

    def all(self) -> list[tuple[int, Source]]:
        """All sources by number."""
        return [(self._numbers[mark], source) for mark, source in self._sources.items()]


def _mark(source: Source) -> tuple[str, str]:
    return (source.sitting, source.quote.passage)


def one_line(text: str) -> str:
    """The text with its line breaks closed, as Chinese is read."""
    return re.sub(r"\s*\n\s*", "", text).strip()


def numbers(cited: Iterable[int]) -> str:
    """Numbers as a picture shows them.

    >>> numbers([3, 1, 2, 7])
    '1–3,7'
    """
    runs: list[list[int]] = []
    for one in sorted(set(cited)):
        if runs and one == runs[-1][-1] + 1:
            runs[-1].append(one)
        else:
            runs.append([one])
    return ",".join("–".join(map(str, sorted({run[0], run[-1]}))) for run in runs)
