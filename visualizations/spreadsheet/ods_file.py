"""A table as ODS.

Always true: every text is a typed string, line by line, with all its blanks; of the library's template nothing is in
the file but its frame: how the table looks stands in ``ods_styles.xml``, what stays in view in ``ods_settings.xml``.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from importlib.resources import files
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr

from odfdo import Cell as OdsCell
from odfdo import Document, Element, Paragraph
from odfdo.utils import digit_to_alpha

from visualizations.files.package import undated
from visualizations.spreadsheet.layout import PADDING, heights, widths
from visualizations.spreadsheet.sheet import (
    DATED,
    FONT,
    HEAD_COLOUR,
    LINE_COLOUR,
    POINTS,
    TITLE_POINTS,
    Cell,
    Sheet,
    centred,
)

_CHARACTER = 0.21
"""Centimetres that one takes."""
_NAMELESS = "__Anonymous_Sheet_DB__0"
"""The name by which LibreOffice knows the filter of a sheet."""
_UNWANTED = ("Configurations2", "Thumbnails")
"""Parts of the library's template that say nothing."""


def ods_file(sheet: Sheet) -> bytes:
    """A cleaned table as ODS."""
    document = Document("spreadsheet")
    for part in document.parts:
        if part.startswith(_UNWANTED):
            document.del_part(part)
    for path in document.manifest.get_paths():
        if path.startswith(_UNWANTED):
            document.manifest.del_full_path(path)
    look = {"font": FONT, "points": POINTS, "large": TITLE_POINTS, "line": LINE_COLOUR, "head": HEAD_COLOUR}
    document.set_part("styles.xml", _part("styles", title=escape(sheet.heading), **look))
    document.set_part("settings.xml", _part("settings", named=quoteattr(sheet.tab), tab=escape(sheet.tab)))
    document.meta.title, document.meta.creation_date, document.meta.language = sheet.heading, DATED, "zh-TW"
    (automatic,) = document.content.get_elements("//office:automatic-styles")
    automatic.clear()
    for style in _styles(sheet):
        automatic.append(style)
    document.body.clear()
    document.body.append(_table(sheet))
    document.body.append(_filter(sheet))
    file = BytesIO()
    document.save(file)
    return undated(file.getvalue())


def _part(name: str, **words: object) -> bytes:
    return files("visualizations.spreadsheet").joinpath(f"ods_{name}.xml").read_text("utf-8").format(**words).encode()


def _styles(sheet: Sheet) -> Iterable[Element]:
    """Styles of the table, its rows and its columns."""
    yield Element.from_tag('<style:style style:name="table" style:family="table" style:master-page-name="printed"/>')
    for height in sorted(set(heights(sheet))):
        yield Element.from_tag(
            f'<style:style style:name="row{height:g}" style:family="table-row"><style:table-row-properties '
            f'style:row-height="{height:g}pt" style:use-optimal-row-height="false"/></style:style>'
        )
    for at, width in enumerate(widths(sheet), 1):
        across = (width + PADDING) * _CHARACTER
        yield Element.from_tag(
            f'<style:style style:name="column{at}" style:family="table-column">'
            f'<style:table-column-properties style:column-width="{across:.2f}cm"/></style:style>'
        )


def _table(sheet: Sheet) -> Element:
    table = Element.from_tag(f'<table:table table:name={quoteattr(sheet.tab)} table:style-name="table"/>')
    for at in range(1, len(sheet.columns) + 1):
        table.append(Element.from_tag(f'<table:table-column table:style-name="column{at}"/>'))
    head = Element.from_tag("<table:table-header-rows/>")
    first, *others = heights(sheet)
    head.append(_row((_cell(heading, "head") for heading in sheet.columns), first))
    table.append(head)
    for row, height in zip(sheet.rows, others, strict=True):
        table.append(_row((_cell(value, _style(value)) for value in row), height))
    return table


def _row(cells: Iterable[Element], height: float) -> Element:
    row = Element.from_tag(f'<table:table-row table:style-name="row{height:g}"/>')
    for cell in cells:
        row.append(cell)
    return row


def _cell(value: Cell, style: str) -> Element:
    if not isinstance(value, str):
        return OdsCell(value, style=style)
    cell = OdsCell(style=style)
    cell.type = "string"
    for line in value.split("\n"):
        cell.append(Paragraph(line))
    return cell


def _style(value: Cell) -> str:
    return "day" if isinstance(value, date) else "center" if centred(value) else "left"


def _filter(sheet: Sheet) -> Element:
    name = "'" + sheet.tab.replace("'", "''") + "'"
    reach = f"{name}.A1:{name}.{digit_to_alpha(len(sheet.columns) - 1)}{len(sheet.rows) + 1}"
    return Element.from_tag(
        f'<table:database-ranges><table:database-range table:name="{_NAMELESS}" table:display-filter-buttons="true" '
        f"table:target-range-address={quoteattr(reach)}/></table:database-ranges>"
    )
