"""PDF. Always true: lines and rows of ruled tables come from top to bottom, each character once; page headers
and footers stay; ``pages`` tells where each page with text begins. The library knows no threads: one reading at a time.
"""

from __future__ import annotations

import time

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from loaders.reading.limits import LIMITS, Limits
from loaders.reading.lines import row_line
from loaders.reading.pdf_fonts import install
from loaders.reading.pdf_lines import UNREADABLE, Glyph, Line, glyphs, lines_of
from loaders.reading.pdf_tables import Grid, grids
from loaders.reading.refusal import refusal

_TAIL = 4096
_UNREADABLE_SHARE = 0.3


def text_of(data: bytes, name: str, limits: Limits = LIMITS) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text of a PDF and where its pages begin.

    Raises InputError when it is encrypted, damaged, too long, scanned, or its fonts do not say what they show.
    """
    if b"%%EOF" not in data[-_TAIL:]:
        raise refusal(name, "is a damaged PDF (its end is missing)", "export or download it again")
    document = _opened(data, name)
    try:
        return _text_of(document, name, limits)
    finally:
        document.close()


def _opened(data: bytes, name: str) -> pdfium.PdfDocument:
    install()
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code in (pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY):
            raise refusal(name, "is encrypted with a password", "save it without a password") from error
        raise refusal(name, "is a damaged PDF", "export or download it again") from error


def _text_of(document: pdfium.PdfDocument, name: str, limits: Limits) -> tuple[str, tuple[tuple[int, int], ...]]:
    if len(document) > limits.pdf_pages:
        raise refusal(name, f"has {len(document):,} pages, more than {limits.pdf_pages:,}", "split it")
    deadline = time.monotonic() + limits.pdf_seconds
    texts: list[str] = []
    pages: list[tuple[int, int]] = []
    offset = 0
    has_picture = False
    for number in range(1, len(document) + 1):
        if time.monotonic() > deadline:
            raise refusal(name, f"takes longer than {limits.pdf_seconds:g} seconds to read", "split it")
        try:
            page = document[number - 1]
        except pdfium.PdfiumError as error:
            raise refusal(name, f"is a damaged PDF (page {number})", "export or download it again") from error
        text = "\n".join(_page_lines(page))
        if text:
            pages.append((offset, number))
            texts.append(text)
            offset += len(text) + 1
        elif not has_picture:
            has_picture = next(page.get_objects([pdfium_c.FPDF_PAGEOBJ_IMAGE]), None) is not None
        page.close()
    _check("".join(texts), has_picture, name)
    return "\n".join(texts), tuple(pages)


def _check(text: str, has_picture: bool, name: str) -> None:
    if not text:
        what = "is a scanned PDF without a text layer" if has_picture else "is a PDF without any text"
        raise refusal(name, what, "run text recognition (OCR) on it first")
    unreadable = sum(char == UNREADABLE or "\ue000" <= char <= "\uf8ff" for char in text)
    if unreadable > _UNREADABLE_SHARE * len(text):
        raise refusal(name, "has fonts that do not say which characters they show",
                      "export it again with embedded fonts, or run text recognition (OCR) on it")  # fmt: skip


def _page_lines(page: pdfium.PdfPage) -> list[str]:
    chars = glyphs(page)
    tables = grids(page) if chars else []
    outside: list[Glyph] = []
    inside: dict[int, dict[tuple[int, int], list[Glyph]]] = {}
    for glyph in chars:
        x, y = (glyph.box.left + glyph.box.right) / 2, (glyph.box.top + glyph.box.bottom) / 2
        for index, table in enumerate(tables):
            place = table.place(x, y) if glyph.upright else None
            if place is not None:
                inside.setdefault(index, {}).setdefault(place, []).append(glyph)
                break
        else:
            outside.append(glyph)
    lines = lines_of(outside)
    for index, cells in inside.items():
        lines += _rows(tables[index], cells)
    return [line.text for line in sorted(lines, key=lambda line: line.top)]


def _rows(table: Grid, cells: dict[tuple[int, int], list[Glyph]]) -> list[Line]:
    texts = {place: "\n".join(line.text for line in lines_of(chars)) for place, chars in cells.items()}
    out: list[Line] = []
    for row, firsts in enumerate(table.first):
        if any(first[0] == row for first in firsts) and any(texts.values()):
            own = [texts.get(first, "") if first == (row, column) else "" for column, first in enumerate(firsts)]
            out.append(Line(table.ys[row], row_line(own)))
    return out
