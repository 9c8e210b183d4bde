"""Reports as one HTML file that stands alone.

Always true: nothing is loaded and nothing is run (the policy in its head allows only its own style sheet); whatever a
report holds, it stays text; pictures are SVG in the page, in their size; every footnote links to its mentions and back.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import asdict
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from visualizations.drawing import style
from visualizations.drawing.shapes import number
from visualizations.drawing.svg import svg
from visualizations.drawing.typography import FAMILIES
from visualizations.files.footnotes import Footnotes
from visualizations.files.plain import plain
from visualizations.files.setting import AFTER_LABEL, BETWEEN_MARKS, FIGURE, NOTES, PAGE, TABLE, setting
from visualizations.report.blocks import Figure, Heading, Paragraph, Report, Table
from visualizations.words import Language, Words

_BACK = Words("回到本文", "Back to the text")
_COLOURS = ("ink", "muted", "grid", "band", "lane", "paper")
_FAMILIES = Markup(", ".join(name if name == "sans-serif" else f'"{name}"' for name in FAMILIES))
_JINJA = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined)


def report(content: Report) -> bytes:
    """A whole report.

    In: a report. Out: the bytes of an HTML file in UTF-8.
    """
    content = plain(content)
    language = content.language
    sheet = _style(content)
    page = _rendered(
        "report.html.jinja",
        {
            "report": content,
            "language": {Language.ZH: "zh-Hant-TW", Language.EN: "en"}[language],
            "style": Markup(sheet),
            "style_hash": f"sha256-{b64encode(sha256(sheet.encode()).digest()).decode()}",
            "blocks": list(_blocks(content)),
            "notes": Footnotes(),
            "figure": FIGURE.of(language),
            "table": TABLE.of(language),
            "after": AFTER_LABEL.of(language),
            "between": BETWEEN_MARKS,
            "heading": NOTES.of(language),
            "back": _BACK.of(language),
        },
    )
    return page.encode()


def _rendered(template: str, values: dict[str, Any]) -> str:
    source = files("visualizations.files").joinpath(template).read_text(encoding="utf-8")
    return _JINJA.from_string(source).render(values)


def _blocks(content: Report) -> Iterator[dict[str, Any]]:
    """Each block with its kind, and its number among those of the kind."""
    numbers = {Figure: 0, Table: 0}
    for block in content.blocks:
        if isinstance(block, Heading):
            yield {"kind": "heading", "of": block, "level": min(block.level + 1, 4)}
        elif isinstance(block, Paragraph):
            yield {"kind": "paragraph", "of": block}
        elif isinstance(block, Figure):
            numbers[Figure] += 1
            yield {"kind": "figure", "of": block, "number": numbers[Figure], "svg": Markup(svg(block.drawing))}
        else:
            numbers[Table] += 1
            yield {"kind": "table", "of": block, "number": numbers[Table]}


def _style(content: Report) -> str:
    """The style sheet: lengths and colours only, no words of the report."""
    sizes = setting(content)
    values = {
        **{name: number(value) for name, value in asdict(sizes).items() if not isinstance(value, tuple)},
        **{name: getattr(style, name.upper()) for name in _COLOURS},
        "width": number(sizes.width),
        "families": _FAMILIES,
        "page": re.split(r"\{\w+\}", PAGE.of(content.language)),
        "columns": list(_columns(content)),
    }
    return _rendered("report.css.jinja", values)


def _columns(content: Report) -> Iterator[dict[str, str]]:
    """The width of every column of every table, by the name of its class."""
    tables = [block for block in content.blocks if isinstance(block, Table)]
    for place, table in enumerate(tables, 1):
        whole = sum(column.share for column in table.columns)
        for index, column in enumerate(table.columns, 1):
            yield {"name": f"table-{place}-{index}", "share": number(100 * column.share / whole)}
