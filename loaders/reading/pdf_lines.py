"""Characters of a PDF page to lines. Always true: a line holds what stands side by side on the page, from left to
right; lines go from top to bottom; text that does not stand upright (a watermark, a stamp) follows as it is drawn.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

UNREADABLE = "\ufffd"
_TILT = 0.1
_LATIN_GAP = 0.15
_WIDE_GAP = 0.6
_OVERPRINT = 0.1
_HYPHEN_SIGN = 2


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the page as seen: x to the right, y downwards; only differences count, the origin is anywhere."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def seen(cls, turn: int, x0: float, y0: float, x1: float, y1: float) -> Box:
        """The box between two points of the page's own plane (y upwards), seen after turning it by ``turn`` degrees."""
        (ax, ay), (bx, by) = (
            {0: (x, -y), 90: (y, x), 180: (-x, y), 270: (-y, -x)}[turn] for x, y in ((x0, y0), (x1, y1))
        )
        return cls(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))

    def shares_line(self, other: Box) -> bool:
        """Whether the two stand at one height."""
        overlap = min(self.bottom, other.bottom) - max(self.top, other.top)
        return overlap >= 0.5 * min(self.bottom - self.top, other.bottom - other.top)


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character and its place on the page; ``upright`` unless it is turned against the page."""

    char: str
    box: Box
    upright: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text and the height it stands at."""

    top: float
    text: str


def glyphs(page: pdfium.PdfPage) -> list[Glyph]:
    """The characters of a page as it draws them, without those the library only infers."""
    turn = page.get_rotation()
    textpage = page.get_textpage()
    found: list[Glyph] = []
    rect = pdfium_c.FS_RECTF()
    high = 0
    for index in range(textpage.count_chars()):
        code = pdfium_c.FPDFText_GetUnicode(textpage, index)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        char = _char(code, high)
        high = 0
        if not char or pdfium_c.FPDFText_IsGenerated(textpage, index) == 1:
            continue
        if pdfium_c.FPDFText_GetLooseCharBox(textpage, index, rect):
            angle = pdfium_c.FPDFText_GetCharAngle(textpage, index) + math.radians(turn)
            upright = abs(math.remainder(angle, 2 * math.pi)) < _TILT
            found.append(Glyph(char, Box.seen(turn, rect.left, rect.bottom, rect.right, rect.top), upright))
    textpage.close()
    return found


def _char(code: int, high: int) -> str:
    if 0xDC00 <= code < 0xE000:
        return chr(0x10000 + ((high - 0xD800) << 10) + code - 0xDC00) if high else UNREADABLE
    if code == _HYPHEN_SIGN:
        return "-"
    if code in (0xFFFE, 0xFFFF, 0):
        return UNREADABLE
    return chr(code) if code >= 0x20 and not 0x7F <= code < 0xA0 else ""


def lines_of(chars: Iterable[Glyph]) -> list[Line]:
    """The lines that some characters of a page form, top to bottom."""
    upright: list[Glyph] = []
    turned: list[Glyph] = []
    for glyph in chars:
        (upright if glyph.upright else turned).append(glyph)
    rows: list[tuple[Box, list[list[Glyph]]]] = []
    for run in sorted(_runs(upright), key=lambda run: sum(_band(run))):
        band = _tallest(run)
        if rows and rows[-1][0].shares_line(band):
            rows[-1][1].append(run)
            continue
        rows.append((band, [run]))
    lines = [Line(band.top, _joined(runs)) for band, runs in rows]
    lines += [Line(math.inf, "".join(glyph.char for glyph in turned).strip())] if turned else []
    return [line for line in lines if line.text.strip()]


def _runs(chars: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Stretches of characters drawn one after the other on one line."""
    run: list[Glyph] = []
    for glyph in chars:
        if run:
            last = run[-1].box
            back = last.left - glyph.box.left > 0.5 * (last.bottom - last.top)
            if back or not last.shares_line(glyph.box):
                yield run
                run = []
        run.append(glyph)
    if run:
        yield run


def _tallest(run: Sequence[Glyph]) -> Box:
    return max((glyph.box for glyph in run), key=lambda box: box.bottom - box.top)


def _band(run: Sequence[Glyph]) -> tuple[float, float]:
    box = _tallest(run)
    return box.top, box.bottom


def _joined(runs: list[list[Glyph]]) -> str:
    """One line's text: a blank where the page leaves a gap that a reader sees, an overprinted character once."""
    out: list[str] = []
    last: Glyph | None = None
    for run in sorted(runs, key=lambda run: run[0].box.left):
        for glyph in run:
            if last is not None:
                height = glyph.box.bottom - glyph.box.top
                if glyph.char == last.char and abs(glyph.box.left - last.box.left) < _OVERPRINT * height:
                    continue
                narrow = last.char.isascii() and glyph.char.isascii()
                gap = glyph.box.left - last.box.right
                if gap > (_LATIN_GAP if narrow else _WIDE_GAP) * height and not (last.char + glyph.char).isspace():
                    out.append("" if last.char.isspace() or glyph.char.isspace() else " ")
            out.append(glyph.char)
            last = glyph
    return "".join(out).rstrip()
