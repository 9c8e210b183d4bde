"""Pictures and reports as PDF, set by Typst.

Always true: text is text (it can be searched and copied), fonts are embedded, pictures are vectors in their size, and
the file is tagged for those who hear it; what a report says goes in as data and is never read as markup; there is no
clock in it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from importlib.resources import files
from typing import Any

import typst

from visualizations.drawing import style
from visualizations.drawing.profile import Profile
from visualizations.drawing.shapes import Drawing
from visualizations.drawing.svg import svg
from visualizations.drawing.typography import wrap
from visualizations.files.fonts import find_fonts
from visualizations.files.footnotes import Footnotes
from visualizations.files.plain import plain, plain_text
from visualizations.files.setting import AFTER_LABEL, BETWEEN_MARKS, FIGURE, LINE, PAGE, TABLE, TIGHT, Setting, setting
from visualizations.report.blocks import Block, Column, Figure, Heading, Paragraph, Report, Span
from visualizations.words import Language

_REGION = {Language.ZH: "TW", Language.EN: "US"}
_COLOURS = ("ink", "muted", "grid", "band", "lane")
_WHOLE = 0.4
"""What takes more of a page than this may be broken."""


def pictures(drawings: Iterable[Drawing], profile: Profile) -> bytes:
    """Drawings as pages, one each.

    In: at least one drawing; the profile whose page and margins they have (a page grows for a picture that needs it; in
    a profile without a page height it is as large as its drawing). Out: the bytes of a PDF. Raises: FontError.
    """
    pages = [_page(drawing, profile) for drawing in drawings]
    return _compiled("pictures.typ", {"title": pages[0]["title"], "pages": pages})


def report(content: Report) -> bytes:
    """A whole report.

    In: a report. Out: the bytes of a PDF. Raises: FontError.
    """
    content = plain(content)
    sizes = setting(content)
    notes = Footnotes()
    language = content.language
    value = {
        "title": content.title,
        "subtitle": content.subtitle,
        "language": language.value,
        "region": _REGION[language],
        "sizes": {**asdict(sizes), "foot": sizes.foot},
        "lines": {"body": LINE, "tight": TIGHT},
        "colours": {name: getattr(style, name.upper()) for name in _COLOURS},
        "words": {
            "figure": FIGURE.of(language),
            "table": TABLE.of(language),
            "page": PAGE.of(language),
            "after": AFTER_LABEL.of(language),
            "between": BETWEEN_MARKS,
        },
        "blocks": [[_block(block, notes, sizes) for block in kept] for kept in _kept(content.blocks, sizes)],
    }
    return _compiled("report.typ", value)


def _compiled(template: str, value: dict[str, Any]) -> bytes:
    fonts = find_fonts()
    return typst.compile(
        files("visualizations.files").joinpath(template).read_bytes(),
        font_paths=typst.Fonts(include_system_fonts=False, font_paths=list(fonts.folders)),
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"data": json.dumps({**value, "family": fonts.family, "bold": fonts.bold}, ensure_ascii=False)},
    )


def _page(drawing: Drawing, profile: Profile) -> dict[str, Any]:
    whole = profile.page_height is None
    margin = 0.0 if whole else profile.margin
    return {
        **_picture(drawing),
        "title": plain_text(drawing.title),
        "page_width": drawing.width if whole else max(profile.page_width, drawing.width + 2 * margin),
        "page_height": max(profile.page_height or 0.0, drawing.height + 2 * margin),
        "margin": margin,
    }


def _picture(drawing: Drawing) -> dict[str, Any]:
    alt = plain_text(drawing.description or drawing.title)
    return {"svg": svg(drawing), "width": drawing.width, "height": drawing.height, "alt": alt}


def _kept(blocks: Iterable[Block], sizes: Setting) -> Iterator[list[Block]]:
    """The blocks, each alone but for a paragraph and the headings over it, where that is not much of a page."""
    headings: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading):
            headings.append(block)
            continue
        if isinstance(block, Paragraph) and _height(block, sizes) < _WHOLE * sizes.page_height:
            yield [*headings, block]
        else:
            yield from ([heading] for heading in headings)
            yield [block]
        headings = []
    yield from ([heading] for heading in headings)


def _height(block: Paragraph, sizes: Setting) -> float:
    """What a paragraph and its notes may take."""
    notes = [note.text for span in block.spans for note in span.notes]
    return LINE * _lines([_text(block.spans)], sizes.body, sizes.width) + TIGHT * _lines(notes, sizes.note, sizes.width)


def _lines(texts: Iterable[str], size: float, width: float) -> float:
    """How high the texts stand, set one below the other without space between the lines."""
    return sum(len(wrap(text, size, width)) for text in texts) * size


def _text(spans: Iterable[Span]) -> str:
    return "".join(span.text for span in spans)


def _block(block: Block, notes: Footnotes, sizes: Setting) -> dict[str, Any]:
    if isinstance(block, Heading):
        return {"kind": "heading", "text": block.text, "level": block.level}
    if isinstance(block, Paragraph):
        return {"kind": "paragraph", "small": block.small, "spans": _spans(block.spans, notes)}
    if isinstance(block, Figure):
        return {"kind": "figure", **_picture(block.drawing), "caption": _spans(block.caption, notes)}
    rows = [
        {"breakable": _tall(row, block.columns, sizes), "cells": [_spans(cell, notes) for cell in row]}
        for row in block.rows
    ]
    return {
        "kind": "table",
        "caption": block.caption,
        "columns": [asdict(column) for column in block.columns],
        "rows": rows,
    }


def _spans(spans: Iterable[Span], notes: Footnotes) -> list[dict[str, Any]]:
    return [{"text": span.text, "bold": span.bold, "notes": _mentions(span, notes)} for span in spans]


def _mentions(span: Span, notes: Footnotes) -> list[dict[str, Any]]:
    return [{"number": note.number, "text": note.text, "first": note.first} for note in notes.mentions(span.notes)]


def _tall(row: tuple[tuple[Span, ...], ...], columns: tuple[Column, ...], sizes: Setting) -> bool:
    """Whether a row takes so much of a page that it had better be broken."""
    shares = sum(column.share for column in columns)
    heights = [
        TIGHT * _lines([_text(cell)], sizes.cell, sizes.width * column.share / shares)
        for cell, column in zip(row, columns, strict=True)
    ]
    return max(heights, default=0.0) > _WHOLE * sizes.page_height
