"""The tracking table and the tasks: table, actions.

Always true: both open the store for reading and change nothing; a file is written only when the whole table is there.
"""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from yange.commands.options import (
    Day,
    as_of_option,
    calendar_option,
    json_option,
    language_option,
    print_json,
    store_option,
)
from yange.commands.sheets import csv_option, output_option, print_csv, write_sheet

if TYPE_CHECKING:
    from queries.tracking import TrackingRow
    from visualizations.words import Calendar, Language


@click.command()
@click.option("--platform", metavar="NAME", help="Only the cases of this platform, in any spelling.")
@click.option("--group", metavar="NAME", help="Only the cases of this issue group, in any spelling.")
@as_of_option
@click.option("--closed", is_flag=True, help="Show as well the cases that are no longer on the list.")
@output_option
@language_option
@calendar_option
@store_option
@csv_option
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
    as_csv: bool,
    as_json: bool,
) -> None:
    """The cases on the list, what was decided last and what comes next 列管表.

    One row a case: who proposed it, who is responsible, where it stands, the last decision in the minutes' words, the
    next step and its day. The terminal shortens long decisions; a file, CSV or JSON has everything in full.

    \b
    Example:
      yange table
      yange table --platform 基北北桃 --group 產業民生 --as-of 113.10.1
      yange table --platform 雙北 -o 列管表.ods
      yange table --csv > 列管表.csv
    """
    import yange
    from queries.tracking import tracking
    from visualizations.tracking import tracking_sheet
    from visualizations.words import Calendar, Language

    with yange.open(store) as kg:
        rows = tracking(kg.store, platform=platform, group=group, as_of=as_of, closed=closed)
    sheet = tracking_sheet(rows, Language(lang), Calendar(calendar), as_of=as_of)
    if output is not None:
        write_sheet(sheet, output)
        click.echo(f"{len(rows)} case{'s' if len(rows) != 1 else ''} written to {output}")
    elif as_json:
        print_json(rows)
    elif as_csv:
        print_csv(sheet)
    else:
        _show(rows, Language(lang), Calendar(calendar))


def _show(rows: tuple[TrackingRow, ...], language: Language, calendar: Calendar) -> None:
    """A table for each group, under its name."""
    from visualizations.tracking import tracking_sheet
    from yange.terminal import show_sheet

    if not rows:
        click.echo("No case stands on the list. 無列管案件", err=True)
    bodies = groupby(rows, key=lambda row: (row.platform, row.group))
    for number, ((platform, group), same) in enumerate(bodies):
        click.secho("\n" * (number > 0) + " ".join(filter(None, (platform, group))), bold=True)
        show_sheet(tracking_sheet(tuple(same), language, calendar, brief=True))


@click.command()
@click.option("--agency", metavar="NAME", help="Only what this agency, city or school and its offices owe.")
@click.option("--due-before", type=Day(first=True), metavar="DATE", help="Only what is due before this day.")
@click.option("--overdue", is_flag=True, help="Only what was due before the day of --as-of and is not reported.")
@as_of_option
@output_option
@language_option
@calendar_option
@store_option
@csv_option
@json_option
def actions(
    agency: str | None,
    due_before: str | None,
    overdue: bool,
    as_of: str | None,
    output: Path | None,
    lang: str,
    calendar: str,
    store: str,
    as_csv: bool,
    as_json: bool,
) -> None:
    """Who owes what by when, for which case, and what later minutes report 待辦事項.

    A task counts as reported only with the words of a later sitting that report it, which are shown. Without --as-of
    the day of the last sitting counts.

    \b
    Example:
      yange actions
      yange actions --agency 新北教育局
      yange actions --overdue --as-of 113.12.31
      yange actions --due-before 2024-10 --csv
    """
    import yange
    from queries.actions import debtor, owed
    from visualizations.owed import actions_sheet
    from visualizations.words import Calendar, Language
    from yange.terminal import show_sheet

    with yange.open(store) as kg:
        body = debtor(kg.store, agency).id if agency else None
        items = owed(kg.store, body=body, due_before=due_before, as_of=as_of, overdue=overdue)
    speech = (Language(lang), Calendar(calendar))
    sheet = actions_sheet(items, *speech, as_of=as_of)
    if output is not None:
        write_sheet(sheet, output)
        click.echo(f"{len(items)} task{'s' if len(items) != 1 else ''} written to {output}")
    elif as_json:
        print_json(items)
    elif as_csv:
        print_csv(sheet)
    elif items:
        show_sheet(actions_sheet(items, *speech, brief=True))
    else:
        click.echo("Nothing is owed. 無待辦事項", err=True)


COMMANDS = (table, actions)
