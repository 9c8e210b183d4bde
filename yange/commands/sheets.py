"""What commands share that answer with a table: a file of it, or CSV on standard output.

Always true: a file is written only when the whole table is there; CSV on standard output has no byte order mark, so
that other programs read it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from visualizations.spreadsheet import Sheet

_F = TypeVar("_F", bound=Callable[..., Any])


def csv_option(command: _F) -> _F:
    """``--csv``: all columns as CSV on standard output."""
    return click.option("--csv", "as_csv", is_flag=True, help="Answer with CSV, all columns.")(command)


def output_option(command: _F) -> _F:
    """``-o FILE``: a spreadsheet."""
    return click.option(
        *("-o", "--output"),
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="FILE",
        help="Write a file instead: .ods, .xlsx or .csv.",
    )(command)


def print_csv(sheet: Sheet) -> None:
    """The table as CSV on standard output."""
    from visualizations.spreadsheet import spreadsheet

    click.echo(spreadsheet(sheet, "table.csv").decode("utf-8-sig").replace("\r\n", "\n"), nl=False)


def write_sheet(sheet: Sheet, file: Path) -> None:
    """The table as a file; InputError where it cannot be written."""
    from graph.errors import InputError
    from visualizations.spreadsheet import spreadsheet

    data = spreadsheet(sheet, file.name)
    try:
        file.write_bytes(data)
    except OSError as error:
        raise InputError(f"{file} cannot be written ({error.strerror}); name another file") from error
