"""What stands in a file, by readers that did not write it; and what should stand there."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from pypdfium2 import PdfDocument

from visualizations.drawing.shapes import Drawing, Text
from visualizations.report.blocks import Figure, Heading, Paragraph, Report, Span, Table

_NS = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
}


def spans(report: Report) -> Iterator[Span]:
    """Everything said with notes, in order."""
    for block in report.blocks:
        if isinstance(block, Paragraph):
            yield from block.spans
        elif isinstance(block, Figure):
            yield from block.caption
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    yield from cell


def notes(report: Report) -> list[str]:
    """Every footnote once, in order of first mention."""
    return list(dict.fromkeys(note.text for span in spans(report) for note in span.notes))


def texts(report: Report) -> list[str]:
    """Every string of a report as often as it must be seen, but for those drawn in pictures."""
    told = [report.title, report.subtitle, *(span.text for span in spans(report)), *notes(report)]
    for block in report.blocks:
        if isinstance(block, Heading):
            told.append(block.text)
        elif isinstance(block, Table):
            told += [block.caption, *(column.title for column in block.columns)]
    return told


def drawings(report: Report) -> list[Drawing]:
    """Its pictures."""
    return [block.drawing for block in report.blocks if isinstance(block, Figure)]


def drawn(report: Report) -> list[str]:
    """Every string in its pictures."""
    return [shape.text for drawing in drawings(report) for shape in drawing.walk() if isinstance(shape, Text)]


def bare(text: str) -> str:
    """The text without any space, as lines break where they must."""
    return re.sub(r"[\s\u200b]", "", text)


def lost(wanted: list[str], found: str) -> dict[str, tuple[int, int]]:
    """Characters that are found less often than wanted: how often each."""
    have = Counter(found)
    return {char: (n, have[char]) for char, n in Counter(bare("".join(wanted))).items() if have[char] < n}


def pdf_text(path: Path) -> str:
    """The words of a PDF in the order of its content, by poppler."""
    done = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True)
    return done.stdout.decode()


def pages(path: Path) -> list[str]:
    """The words of each page, by pdfium."""
    document = PdfDocument(path)
    return [page.get_textpage().get_text_bounded() for page in document]


def left_of(path: Path, words: str) -> tuple[int, float]:
    """On which page words stand first, and where they begin."""
    document = PdfDocument(path)
    for number, page in enumerate(document):
        read = page.get_textpage()
        place = read.search(words).get_next()
        if place is not None:
            return number, read.get_charbox(place[0])[0]
    raise AssertionError(f"{words} is on no page")
