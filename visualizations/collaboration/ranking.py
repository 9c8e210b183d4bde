"""Bars in order: which agencies work together most, or take part most, and in what.

Always true: a bar is as long as its count beside the greatest one; every row names all its cases, each with the numbers
of its sources; a row too long for a page goes on on the next one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from queries.participation import Participation
from visualizations.citations import Citations, Source, numbers
from visualizations.collaboration.entries import Entry, Ranked, entries
from visualizations.collaboration.order import shares
from visualizations.collaboration.picture import Laid, framed
from visualizations.collaboration.signs import Signs
from visualizations.collaboration.telling import Options, city_signs
from visualizations.drawing.legend import Sign
from visualizations.drawing.pages import Sheet
from visualizations.drawing.pieces import Piece, stack
from visualizations.drawing.profile import Profile
from visualizations.drawing.shapes import Anchor, Box, Drawing, Group, Path, Rect, Shape, Text, polyline
from visualizations.drawing.style import BAND, GRID, INK, LANE, MUTED, PAPER
from visualizations.drawing.typography import width_of, wrap
from visualizations.report.blocks import Block

__all__ = ["Ranked", "ranking", "ranking_figures"]

_LABEL = 13.0
"""How many characters a line of an agency's label has at most."""
_BAR = 0.16
"""What part of the width bars may take."""


def ranking(
    held: Participation,
    title: str,
    profile: Profile,
    options: Options,
    *,
    of: Ranked = Ranked.PAIRS,
    most: int | None = None,
) -> tuple[Drawing, ...]:
    """The pages of a ranking, with the quotes behind it.

    In: who takes part in what; a title; for what it is laid out; how it speaks; pairs or agencies; how many (None:
    all). Out: one drawing a page, one alone on a screen.
    """
    return _laid(held, title, profile, options, Citations(), of, most).drawings()


def ranking_figures(
    held: Participation,
    title: str,
    profile: Profile,
    options: Options,
    cited: Citations,
    *,
    of: Ranked = Ranked.PAIRS,
    most: int | None = None,
) -> tuple[Block, ...]:
    """The same as figures of a report; ``cited`` are the numbers that the report has given so far, which it adds to."""
    return _laid(held, title, profile, options, cited, of, most).figures()


def _laid(
    held: Participation, title: str, profile: Profile, options: Options, cited: Citations, of: Ranked, most: int | None
) -> Laid:
    before = len(cited.all())
    every = entries(held, of, options)
    shown = every[:most]
    for one in shown:
        cited.add(one.sources)
    parts = {part.id: part for one in shown for part in one.parts}.values()
    signs = Signs(held.cities)
    agencies = {agency for one in shown for agency in one.who}
    legend = [*city_signs(signs, agencies, profile.text, options), *_legend(shown, of, options)]
    frame = framed(held.scope, parts, title, profile, options, legend, _count(len(shown), len(every), of, options))
    pages = _Table(shown, cited, signs, profile, options, of).pages(frame.room) if shown else []
    return Laid(frame, tuple(pages), (), cited, before)


class _Table:
    """The rows of a ranking laid out."""

    def __init__(
        self, shown: Sequence[Entry], cited: Citations, signs: Signs, profile: Profile, options: Options, of: Ranked
    ) -> None:
        self.shown, self.cited, self.signs, self.profile, self.options, self.of = (
            shown,
            cited,
            signs,
            profile,
            options,
            of,
        )
        text, small, width = profile.text, profile.small, profile.inner_width
        self.labels = {agency: wrap(agency.label, text, _LABEL * text, 3) for one in shown for agency in one.who}
        labels = max(width_of(line, text) for lines in self.labels.values() for line in lines)
        count = options.say("共同案件數", "shared cases") if of is Ranked.PAIRS else options.say("案件數", "cases")
        cases = options.say("案件〔出處〕", "cases [sources]")
        self.heads = (options.say("機關", "agencies"), count, options.say("期間", "period"), cases)
        words = [width_of(head, small) for head in self.heads]
        self.names = width_of("0000", small) + 6
        self.bars = self.names + max(1.3 * text + labels, words[0]) + 12
        self.most = max(one.count for one in shown)
        self.bar = _BAR * width
        self.days = self.bars + max(self.bar + width_of("0000", small), words[1]) + 10
        days = max(width_of(line, small) for one in shown for line in self._span(one))
        self.cases = self.days + max(days, words[2]) + 12
        self.told = {one.id: wrap(self._told(one), small, width - self.cases) for one in shown}

    def pages(self, room: float | None) -> list[tuple[Sheet, tuple[Source, ...]]]:
        """The table on pages, under its heads on each."""
        head = self._head()
        left = (room or 1e9) - head.height - 4
        rows = [(one, row) for one in self.shown for row in self._rows(one, left)]
        sheets = []
        for run in shares([row.height for _, row in rows], left):
            piece = stack(head, *(row for _, row in rows[run]))
            here = dict.fromkeys(one for one, _ in rows[run])
            words = "\n".join(one.words for one in here)
            sources = tuple(source for one in here for source in one.sources)
            sheets.append((Sheet(piece, self.profile.inner_width, words), sources))
        return sheets

    def _span(self, one: Entry) -> tuple[str, ...]:
        days = self.options.span(one.since, one.until).split("–")
        return (days[0], f"–{days[1]}") if len(days) > 1 else (days[0],)

    def _place(self, one: Entry) -> int:
        """Its rank; equal counts share one."""
        return 1 + sum(other.count > one.count for other in self.shown)

    def _told(self, one: Entry) -> str:
        told = ((case.name, numbers(self.cited.of(sources))) for case, sources in one.cases)
        return self.options.listed(f"{name}[{cited}]" if cited else name for name, cited in told)

    def _head(self) -> Piece:
        small = self.profile.small
        words = list(zip((self.names, self.bars, self.days, self.cases), self.heads, strict=True))

        def paint(x: float, y: float) -> list[Shape]:
            told = [Text(x + at, y + 1.1 * small, word, small, MUTED, bold=True) for at, word in words]
            return [*told, _level(x, x + self.profile.inner_width, y + 1.7 * small)]

        return Piece(1.7 * small + 2, paint)

    def _rows(self, one: Entry, room: float) -> list[Piece]:
        """A row; in several parts where its cases do not fit a page."""
        step = 1.35 * self.profile.small
        most = max(1, int((room - 8) / step))
        lines = self.told[one.id]
        cuts = range(0, len(lines), most)
        return [self._row(one, lines[cut : cut + most], first=cut == 0) for cut in cuts]

    def _row(self, one: Entry, lines: Sequence[str], *, first: bool) -> Piece:
        text, small = self.profile.text, self.profile.small
        labels = [(agency, line) for agency in one.who for line in self.labels[agency]]
        height = max(1.35 * small * len(lines), 1.35 * text * len(labels) if first else 0.0, 2.7 * small) + 6

        def paint(x: float, y: float) -> list[Shape]:
            band = Rect(Box(x, y, self.profile.inner_width, height), BAND if self.shown.index(one) % 2 == 0 else PAPER)
            held: list[Shape] = self._who(one, x, y) if first else []
            held += [
                Text(x + self.cases, y + 3 + (at + 0.95) * 1.35 * small, line, small, INK)
                for at, line in enumerate(lines)
            ]
            return [band, Group(tuple(held), one.id, one.kind, one.words)]

        return Piece(height, paint)

    def _who(self, one: Entry, x: float, y: float) -> list[Shape]:
        text, small = self.profile.text, self.profile.small
        base = y + 3 + 1.2 * small
        shapes: list[Shape] = [Text(x + self.names - 6, base, str(self._place(one)), small, MUTED, Anchor.END)]
        line_at = 0
        for agency in one.who:
            middle = y + 3 + (line_at + 0.5) * 1.35 * text
            shapes += self.signs.sign(agency.city, x + self.names + 0.5 * text, middle, 0.4 * text)
            for line in self.labels[agency]:
                at = y + 3 + (line_at + 0.5) * 1.35 * text + 0.36 * text
                shapes.append(Text(x + self.names + 1.3 * text, at, line, text, self.signs.colour(agency.city)))
                line_at += 1
        long = self.bar * one.count / self.most
        dark = self.bar * one.leading / self.most
        left, top = x + self.bars, base - 0.36 * small - 5
        shapes.append(Rect(Box(left, top, long, 10), PAPER, LANE, 0.9))
        shapes += [Rect(Box(left, top, dark, 10), LANE)] if dark else []
        shapes.append(Text(left + long + 4, base, str(one.count), small, INK, bold=True))
        days = [
            Text(x + self.days, base + at * 1.3 * small, day, small, MUTED) for at, day in enumerate(self._span(one))
        ]
        return [*shapes, *days]


def _legend(shown: Iterable[Entry], of: Ranked, options: Options) -> list[Sign]:
    """What the two parts of a bar are, where bars have two."""
    if of is Ranked.PAIRS:
        return []
    words = (
        (True, options.say("提案、主責或主辦之案", "cases it proposes, answers for or hosts")),
        (False, options.say("其餘參與之案", "other cases")),
    )
    held = list(shown)
    occurs = {True: any(one.leading for one in held), False: any(one.leading < one.count for one in held)}
    return [Sign(20, word, partial(_sample, solid)) for solid, word in words if occurs[solid]]


def _sample(solid: bool, x: float, y: float) -> tuple[Shape, ...]:
    return (Rect(Box(x, y - 4, 15, 8), LANE if solid else PAPER, LANE, 0.9),)


def _count(shown: int, every: int, of: Ranked, options: Options) -> str:
    """How much of all is shown, where that is not all."""
    if shown == every:
        return ""
    told = f"{shown} / {every}"
    if of is Ranked.PAIRS:
        return options.say(f"顯示共同案件最多之 {told} 組", f"the closest {told} pairs")
    return options.say(f"顯示案件最多之 {told} 機關", f"the {told} agencies with most cases")


def _level(left: float, right: float, y: float) -> Path:
    return Path(polyline([(left, y), (right, y)]), None, GRID, 0.8)
