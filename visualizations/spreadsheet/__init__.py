"""Tables as files: ODS, XLSX and CSV, one module a format.

Always true: one sheet gives the same bytes at any hour; no text becomes a formula; a day is a real date (text in CSV);
the header row is bold, stays in view, is repeated on every printed page and filters; A4 landscape, as wide as the page.
"""

from __future__ import annotations

from pathlib import PurePath

from graph.errors import InputError
from visualizations.spreadsheet.csv_file import csv_file
from visualizations.spreadsheet.ods_file import ods_file
from visualizations.spreadsheet.sheet import Cell, Sheet, cleaned
from visualizations.spreadsheet.xlsx_file import xlsx_file

__all__ = ["Cell", "Sheet", "spreadsheet"]

_WRITERS = {".ods": ods_file, ".xlsx": xlsx_file, ".csv": csv_file}


def spreadsheet(sheet: Sheet, name: str) -> bytes:
    """The table as a file.

    In: a table; the file's name, whose ending says what it is. Out: its bytes. Raises InputError for an ending other
    than .ods, .xlsx and .csv.

    >>> spreadsheet(Sheet("案", ("案名", "件數"), (("=1+1", 2),)), "案.csv").decode("utf-8-sig")
    "案名,件數\\r\\n'=1+1,2\\r\\n"
    """
    writer = _WRITERS.get(PurePath(name).suffix.lower())
    if writer is None:
        raise InputError(f"a table cannot be written as {name}; let the name end in {', '.join(_WRITERS)}")
    return writer(cleaned(sheet))
