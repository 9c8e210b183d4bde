"""Drawings as PNG.

Always true: the picture says how many dots make an inch, so that a word processor shows it in the drawing's size; its
text is drawn with the font that was found, never with none.
"""

from __future__ import annotations

import struct
import zlib

from resvg_py import svg_to_bytes

from graph.errors import YangeError
from visualizations.drawing.shapes import Drawing
from visualizations.drawing.svg import svg
from visualizations.files.fonts import find_fonts

_INCH = 0.0254
_MOST = 120_000_000
"""Dots that a picture may have: about a gigabyte of memory while it is drawn."""
_HEAD = 33
"""Bytes of the signature and of the first chunk, after which the density may stand."""


def png(drawing: Drawing, dpi: int = 200) -> bytes:
    """A drawing as dots.

    In: a drawing; dots an inch. Out: the bytes of a PNG. Raises: FontError; YangeError when there would be too many
    dots for the memory of a common machine.
    """
    dots = drawing.width * drawing.height * (dpi / 72) ** 2
    if dots > _MOST:
        raise YangeError(
            f"The picture would have {dots / 1e6:.0f} million dots at {dpi} dots an inch: write it as SVG or PDF, or "
            "ask for fewer dots or fewer cases."
        )
    fonts = find_fonts()
    data = svg_to_bytes(
        svg_string=svg(drawing),
        dpi=dpi,
        skip_system_fonts=True,
        font_files=[str(file) for file in fonts.files],
        sans_serif_family=fonts.family,
    )
    return data[:_HEAD] + _density(dpi) + data[_HEAD:]


def _density(dpi: int) -> bytes:
    """The chunk pHYs: dots a metre."""
    dots = round(dpi / _INCH)
    chunk = b"pHYs" + struct.pack(">IIB", dots, dots, 1)
    return struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk))
