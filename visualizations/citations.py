"""The numbered sources of a picture.

Always true: sources that a reader can tell apart have numbers of their own, beginning with 1 and without a gap; what no
passage states has none.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from queries.evidence import Quote, one_line
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
        if language is Language.EN:
            place = f", p. {self.quote.page}" * (self.quote.page is not None) + f", line {self.quote.line}"
        else:
            place = f" 第 {self.quote.page} 頁" * (self.quote.page is not None) + f" 第 {self.quote.line} 行"
        return f"{one_line(self.sitting)}{when}：「{one_line(self.quote.text)}」{self.quote.file}{place}"


class Citations:
    """Gives numbers to sources, in the order in which they are added."""

    def __init__(self, sources: Iterable[Source] = ()) -> None:
        self._numbers: dict[_Mark, int] = {}
        self._sources: list[Source] = []
        self.add(sources)

    def add(self, sources: Iterable[Source]) -> None:
        """Number those that have none yet."""
        for source in sources:
            if _mark(source) not in self._numbers:
                self._sources.append(source)
                self._numbers[_mark(source)] = len(self._sources)

    def of(self, sources: Iterable[Source]) -> tuple[int, ...]:
        """The numbers of sources that were added, ascending."""
        return tuple(sorted({self._numbers[_mark(source)] for source in sources}))

    def all(self) -> tuple[Source, ...]:
        """All sources; the first one has number 1."""
        return tuple(self._sources)


_Mark = tuple[str, str | None, str, int, str]


def _mark(source: Source) -> _Mark:
    """What a reader can tell sources apart by."""
    return (source.sitting, source.day, source.quote.path, source.quote.line, source.quote.text)


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
