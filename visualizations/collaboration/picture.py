"""What all pictures of collaboration have around them: title, legend, source note, quotes.

Always true: the legend explains every sign that occurs and no other; a picture without anything in it says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from queries.participation import Part, Scope
from visualizations.citations import Citations, Source
from visualizations.collaboration.evidence import Remark
from visualizations.collaboration.telling import Options, source_note, subtitle
from visualizations.drawing.legend import Sign, legend
from visualizations.drawing.pages import Sheet, counted, drawn, numbered, with_notes
from visualizations.drawing.pieces import Piece, column_width, flowing, heading, paragraph, stack
from visualizations.drawing.profile import Profile
from visualizations.drawing.shapes import Drawing
from visualizations.drawing.style import INK
from visualizations.report.blocks import Block, Note, Paragraph, Span, with_sources


@dataclass(frozen=True, slots=True)
class Frame:
    """Title above and legend below, the same on every page of a picture."""

    title: str
    subtitle: str
    below: Piece
    profile: Profile
    options: Options

    @property
    def room(self) -> float | None:
        """What height the picture itself may have on a page; None: as much as it needs."""
        if self.profile.inner_height is None:
            return None
        head = self._head(99, 99, self.profile.inner_width)
        return self.profile.inner_height - head.height - self.below.height

    def sheet(self, inner: Sheet, number: int, count: int) -> Sheet:
        """A page of the picture in its frame."""
        piece = stack(self._head(number, count, self.profile.inner_width), inner.piece, self.below)
        return Sheet(piece, inner.width, inner.description)

    def _head(self, number: int, count: int, width: float) -> Piece:
        return heading(counted(self.title, number, count, self.options.language), self.subtitle, self.profile, width)


def framed(
    scope: Scope,
    parts: Iterable[Part],
    title: str,
    profile: Profile,
    options: Options,
    signs: Sequence[Sign],
    more: str = "",
    note: str = "",
) -> Frame:
    """The frame of a picture of these parts; ``more`` is said beside what they are, ``note`` behind the sources."""
    held = list(parts)
    files = {quote.file for part in held for mention in part.mentions for quote in mention.quotes}
    told = paragraph(source_note(files, options) + note, profile.small, profile.inner_width)
    below = stack(legend(signs, profile, profile.inner_width), told) if signs else told
    line = " ・ ".join(filter(None, (subtitle(scope, held, options), more)))
    return Frame(title, line, below, profile, options)


@dataclass(frozen=True, slots=True)
class Laid:
    """A picture laid out: its pages with what each rests on, its frame, and what is told behind it."""

    frame: Frame
    pages: tuple[tuple[Sheet, tuple[Source, ...]], ...]
    remarks: tuple[Remark, ...]
    cited: Citations
    before: int
    """How many sources had numbers before this picture."""

    def drawings(self) -> tuple[Drawing, ...]:
        """The pages as drawings, with remarks and numbered quotes behind them."""
        options, profile = self.frame.options, self.frame.profile
        width = column_width(profile.inner_width)
        told = [piece for remark in self.remarks for piece in _remark(remark, self.cited, profile, width)]
        quotes = [
            numbered(number, source.words(options.language, options.calendar), profile, width)
            for number, source in enumerate(self.cited.all(), 1)
        ]
        sheets = with_notes(self._sheets(), [*told, *quotes], self.frame.title, profile, options.language)
        return tuple(drawn(sheet, self.frame.title) for sheet in sheets)

    def figures(self) -> tuple[Block, ...]:
        """The pages as figures of a report, their quotes as notes of the captions; then a paragraph a remark."""
        mentioned, blocks = self.before, list[Block]()
        for sheet, (_, sources) in zip(self._sheets(), self.pages, strict=False):
            last = max((mentioned, *self.cited.of(sources)))
            notes = tuple(map(self._note, self.cited.all()[mentioned:last]))
            mentioned = last
            picture, title = drawn(sheet, self.frame.title), self.frame.title
            blocks += with_sources(picture, title, notes, self.frame.options.language)
        for remark in self.remarks:
            head = (Span(f"{remark.head}　", bold=True),) if remark.head else ()
            spans = (Span(text, tuple(map(self._note, sources))) for text, sources in remark.parts)
            blocks.append(Paragraph((*head, *spans), small=True))
        return tuple(blocks)

    def _sheets(self) -> list[Sheet]:
        """The pages in their frame; where there are none, one that says so."""
        inner = [sheet for sheet, _ in self.pages] or [_nothing(self.frame)]
        return [self.frame.sheet(one, number, len(inner)) for number, one in enumerate(inner, 1)]

    def _note(self, source: Source) -> Note:
        return Note(source.words(self.frame.options.language, self.frame.options.calendar))


def _remark(remark: Remark, cited: Citations, profile: Profile, width: float) -> list[Piece]:
    first, *others = flowing(remark.words(cited), profile.small, width)
    head = [paragraph(remark.head, profile.small, width, INK, bold=True)] if remark.head else []
    return [stack(*head, first), *others]


def _nothing(frame: Frame) -> Sheet:
    words = frame.options.say("此範圍內沒有具名參與案件之機關。", "No agency is named with a case here.")
    return Sheet(paragraph(words, frame.profile.text, frame.profile.inner_width), frame.profile.inner_width, words)
