"""A table as XLSX.

Always true: every text is a typed string, marked as text where it looks like a formula, so that it stays one when
somebody edits it; the file does not tell when it was written.
"""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.cell import Cell as XlsxCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from visualizations.files.package import undated
from visualizations.spreadsheet.layout import PADDING, heights, widths
from visualizations.spreadsheet.sheet import (
    DATED,
    FONT,
    FORMULA,
    HEAD_COLOUR,
    LINE_COLOUR,
    POINTS,
    TITLE_POINTS,
    Cell,
    Sheet,
    centred,
)

_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""An underscore that Excel would take for the beginning of an escaped character."""
_HEADER_LENGTH = 200
"""The most of a title that a page header of 255 characters holds beside its codes."""


def xlsx_file(sheet: Sheet) -> bytes:
    """A cleaned table as XLSX."""
    book = Workbook()
    book.properties.title, book.properties.creator = sheet.heading, "Yange"
    book.properties.created = book.properties.modified = DATED
    page = book.active
    assert isinstance(page, Worksheet), "a new book has one sheet"
    page.title = sheet.tab
    for across, width in enumerate(widths(sheet), 1):
        page.column_dimensions[get_column_letter(across)].width = width + PADDING
    for down, height in enumerate(heights(sheet), 1):
        page.row_dimensions[down].height = height
    page.append([_cell(page, heading, head=True) for heading in sheet.columns])
    for row in sheet.rows:
        page.append([_cell(page, value) for value in row])
    _lay_out(page, sheet.heading)
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        ExcelWriter(book, package).write_data()  # ``book.save`` would write the hour into the file
    return undated(file.getvalue())


def _cell(page: Worksheet, value: Cell, *, head: bool = False) -> XlsxCell:
    cell = XlsxCell(page, row=1, column=1)  # where it belongs it is put by ``append``
    side = Side("thin", LINE_COLOUR)
    cell.font = Font(FONT, POINTS, bold=head)
    cell.border = Border(side, side, side, side)
    middle = "center" if head or centred(value) else "left"
    cell.alignment = Alignment(middle, "center" if head else "top", wrap_text=True)
    if head:
        cell.fill = PatternFill("solid", HEAD_COLOUR)
    cell.value = _ESCAPED.sub("_x005F_", value) if isinstance(value, str) else value
    if isinstance(value, str):
        cell.data_type = "s"
        cell.quotePrefix = bool(FORMULA.match(value))
    elif isinstance(value, date):
        cell.number_format = "yyyy-mm-dd"
    return cell


def _lay_out(page: Worksheet, title: str) -> None:
    """What stays in view, what filters, and how it is printed."""
    page.freeze_panes, page.print_title_rows = "A2", "1:1"
    page.auto_filter.ref = page.dimensions
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", page.PAPERSIZE_A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = page.page_margins
    margins.left = margins.right = 0.4
    margins.top, margins.bottom, margins.header, margins.footer = 0.75, 0.6, 0.35, 0.3
    head, foot = page.oddHeader, page.oddFooter
    assert head is not None and foot is not None, "a sheet has both"
    head.center.text = title[:_HEADER_LENGTH].replace("&", "&&")
    head.center.size, head.center.font = TITLE_POINTS, f"{FONT},Bold"
    foot.center.text = "&P / &N"
