"""The tracking table: table.

Always true: the table opens the store for reading and changes nothing; a file is written only when the whole table is
there.
"""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from yange.commands.options import as_of_option, calendar_option, json_option, language_option, print_json, store_option

if TYPE_CHECKING:
    from queries.tracking import TrackingRow
    from visualizations.spreadsheet import Sheet
    from visualizations.words import Calendar, Language


@click.command()
@click.option("--platform", metavar="NAME", help="Only the cases of this platform, in any spelling.")
@click.option("--group", metavar="NAME", help="Only the cases of this issue group, in any spelling.")
@as_of_option
@click.option("--closed", is_flag=True, help="Show as well the cases that are no longer on the list.")
@click.option(
    *("-o", "--output"),
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write a file instead: .ods, .xlsx or .csv.",
)
@language_option
@calendar_option
@store_option
@json_option
def table(
    platform: str | None,
    group: str | None,
    as_of: str | None,
    closed: bool,
    output: Path | None,
    lang: str,
    calendar: str,
    store: str,
    as_json: bool,
) -> None:
    """The cases on the list, what was decided last and what comes next 列管表.

    One row a case: who proposed it, who is responsible, where it stands, the last decision in the minutes' words, the
    next step and its day. The terminal shows the most important columns, a file or JSON all of them.

    \b
    Example:
      yange table
      yange table --platform 基北北桃 --group 產業民生 --as-of 113.10.1
      yange table --platform 雙北 -o 列管表.ods
    """
    import yange
    from queries.tracking import tracking
    from visualizations.tracking import tracking_sheet
    from visualizations.words import Calendar, Language

    with yange.open(store) as kg:
        rows = tracking(kg.store, platform=platform, group=group, as_of=as_of, closed=closed)
    if output is not None:
        _write(tracking_sheet(rows, Language(lang), Calendar(calendar), as_of=as_of), output)
    elif as_json:
        print_json(rows)
    else:
        _show(rows, Language(lang), Calendar(calendar))


def _write(sheet: Sheet, file: Path) -> None:
    from graph.errors import InputError
    from visualizations.spreadsheet import spreadsheet

    data = spreadsheet(sheet, file.name)
    try:
        file.write_bytes(data)
    except OSError as error:
        raise InputError(f"{file} cannot be written ({error.strerror}); name another file") from error
    click.echo(f"{len(sheet.rows)} case{'s' if len(sheet.rows) != 1 else ''} written to {file}")


def _show(rows: tuple[TrackingRow, ...], language: Language, calendar: Calendar) -> None:
    """A table for each group, under its name."""
    from visualizations.tracking import tracking_sheet
    from yange.terminal import show_rows

    if not rows:
        click.echo("No case stands on the list. 無列管案件", err=True)
    bodies = groupby(rows, key=lambda row: (row.platform, row.group))
    for number, ((platform, group), same) in enumerate(bodies):
        sheet = tracking_sheet(tuple(same), language, calendar, brief=True)
        click.secho("\n" * (number > 0) + " ".join(filter(None, (platform, group))), bold=True)
        cells = [["" if cell is None else " ".join(str(cell).split("\n")) for cell in row] for row in sheet.rows]
        show_rows([dict(zip(sheet.columns, row, strict=True)) for row in cells])


COMMANDS = (table,)
