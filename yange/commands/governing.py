"""What sits next: calendar.

Always true: the store is opened for reading and nothing is changed; what is inferred says so.
"""

from __future__ import annotations

import click

from yange.commands.options import as_of_option, json_option, print_json, store_option
from yange.commands.sheets import csv_option, print_csv


@click.command()
@click.option("--platform", metavar="NAME", help="Only the sittings of this platform, in any spelling.")
@click.option("--group", metavar="NAME", help="Only the sittings of this issue group, in any spelling.")
@as_of_option
@click.option(
    "--governance",
    type=click.Path(dir_okay=False),
    metavar="FILE",
    envvar="YANGE_GOVERNANCE",
    show_envvar=True,
    help="Rules of platforms of your own, beside those that are known.",
)
@store_option
@csv_option
@json_option
def calendar(
    platform: str | None,
    group: str | None,
    as_of: str | None,
    governance: str | None,
    store: str,
    as_csv: bool,
    as_json: bool,
) -> None:
    """Which sitting comes next, who hosts it, which cases wait for it, and which are not here 會期.

    One entry a series: when its next sitting is due by the platform's rules, or as sittings came so far; the host as
    minutes say, by the rota or inferred; the cases that stand to be delisted or established there, with the words that
    recommend it; the sittings whose minutes are missing. Without --as-of the day of the last sitting counts.

    \b
    Example:
      yange calendar
      yange calendar --platform 基北北桃 --as-of 113.10.1
      yange calendar --governance platforms.toml --json
    """
    import yange
    from graph.governance import governance as rules
    from queries.actions import last_day
    from queries.schedule import schedule
    from visualizations.schedule import schedule_sheet
    from yange.terminal_schedule import show_schedule

    known = rules(governance)
    with yange.open(store) as kg:
        day = as_of or last_day(kg.store)
        series = schedule(kg.store, platform=platform, group=group, as_of=day, rules=known)
    if as_json:
        print_json(series)
    elif as_csv:
        print_csv(schedule_sheet(series))
    elif series:
        show_schedule(series, known, day)
    else:
        click.echo("No series of sittings is known, or the platform sits no more. 無會期", err=True)


COMMANDS = (calendar,)
