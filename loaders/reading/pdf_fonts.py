"""A stand-in for fonts that neither a PDF nor this machine holds.

Always true: it is used only for Chinese, Japanese and Korean fonts that the system does not find; it draws every
character as a square. Without it the PDF library measures such text as having no width, and silently drops each piece
of one character.
"""

from __future__ import annotations

import contextlib
import ctypes
import struct
from typing import Any

import pypdfium2 as pdfium

_EM = 1000
_DESCENT = -120
_EAST_ASIAN = frozenset({128, 129, 134, 136})
"""The charsets of Japanese, Korean, simplified and traditional Chinese; Latin fonts have good substitutes inside."""


def install() -> None:
    """Give the PDF library the stand-in, once in a process, unless the program has given it fonts of its own."""
    if pdfium.PdfSysfontBase.SINGLETON is None:
        with contextlib.suppress(pdfium.PdfiumError):  # a platform whose fonts cannot be wrapped
            StandInFonts().setup()


class StandInFonts(pdfium.PdfSysfontBase):  # type: ignore[misc]
    """The system's fonts, and the stand-in where they fail."""

    def __init__(self) -> None:
        super().__init__()
        self._font = ctypes.create_string_buffer(square_font())
        self._handle = ctypes.addressof(self._font)

    def MapFont(self, _: Any, weight: int, italic: int, charset: int, pitch: int, face: Any, exact: Any) -> Any:
        """The system's font for a face, else the stand-in if the face is East Asian."""
        found = self.default.MapFont(self.default, weight, italic, charset, pitch, face, exact)
        return found or (self._handle if charset in _EAST_ASIAN else None)

    def GetFont(self, _: Any, face: Any) -> Any:
        """The system's font of a name."""
        return self.default.GetFont(self.default, face)

    def GetFontData(self, _: Any, font: Any, table: int, buffer: Any, size: int) -> int:
        """The bytes of a font, whole (table 0) or by table; of the stand-in only the whole."""
        if font != self._handle:
            return int(self.default.GetFontData(self.default, font, table, buffer, size))
        length = len(self._font) - 1
        if table == 0 and buffer and size >= length:
            ctypes.memmove(buffer, self._font, length)
        return length if table == 0 else 0

    def GetFaceName(self, _: Any, font: Any, buffer: Any, size: int) -> int:
        """The name of a font; the stand-in has none."""
        return 0 if font == self._handle else int(self.default.GetFaceName(self.default, font, buffer, size))

    def GetFontCharset(self, _: Any, font: Any) -> int:
        """The charset of a font; the stand-in has none of its own."""
        return 0 if font == self._handle else int(self.default.GetFontCharset(self.default, font))

    def DeleteFont(self, _: Any, font: Any) -> None:
        """Let go of a font; the stand-in stays."""
        if font != self._handle:
            self.default.DeleteFont(self.default, font)


def square_font() -> bytes:
    """A TrueType font of one glyph, a square, that stands for every character there is."""
    top = _EM + _DESCENT
    square = struct.pack(">hhhhhHH4B8h", 1, 0, _DESCENT, _EM, top, 3, 0, 1, 1, 1, 1,
                         0, _EM, 0, -_EM, _DESCENT, 0, _EM, 0)  # fmt: skip
    tables = {
        b"cmap": struct.pack(">HHHHIHHIIIIII", 0, 1, 3, 10, 12, 13, 0, 28, 0, 1, 0x20, 0x10FFFF, 1),
        b"glyf": square,
        b"head": struct.pack(">IIIIHHQQhhhhHHhhh", 0x10000, 0x10000, 0, 0x5F0F3CF5, 0, _EM, 0, 0,
                             0, _DESCENT, _EM, top, 0, 8, 2, 0, 0),
        b"hhea": struct.pack(">IhhhHhhhhhh4hhH", 0x10000, top, _DESCENT, 0, _EM, 0, 0, _EM, 1, 0, 0, 0, 0, 0, 0, 0, 1),
        b"hmtx": struct.pack(">Hhh", _EM, 0, 0),
        b"loca": struct.pack(">HHH", 0, 0, len(square) // 2),
        b"maxp": struct.pack(">IH13H", 0x10000, 2, 4, 1, *[0] * 11),
    }  # fmt: skip
    offset = 12 + 16 * len(tables)
    directory, body = struct.pack(">IHHHH", 0x10000, len(tables), 64, 2, 16 * len(tables) - 64), b""
    for tag, table in tables.items():
        directory += struct.pack(">4sIII", tag, 0, offset + len(body), len(table))
        body += table + b"\0" * (-len(table) % 4)
    return directory + body
