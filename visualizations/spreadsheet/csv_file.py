"""A table as CSV.

Always true: UTF-8 behind a byte order mark, by which Excel knows it; lines end in CRLF; days are ISO 8601; a text that
a program would calculate stands behind an apostrophe.
"""

from __future__ import annotations

import csv
from io import StringIO

from visualizations.spreadsheet.sheet import FORMULA, Cell, Sheet


def csv_file(sheet: Sheet) -> bytes:
    """A cleaned table as CSV."""
    text = StringIO()
    lines = csv.writer(text, lineterminator="\r\n")
    lines.writerows([_harmless(cell) for cell in row] for row in (sheet.columns, *sheet.rows))
    return text.getvalue().encode("utf-8-sig")


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and FORMULA.match(cell) else cell
