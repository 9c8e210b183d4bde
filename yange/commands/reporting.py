"""Whole reports, and whether this machine has what they need: report, doctor.

Always true: both open the store for reading; a report is written only when all of it is made.
"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from yange.commands.options import Day, calendar_option, json_option, language_option, print_json, store_option

MISSING = 9


@click.command()
@click.option("--platform", metavar="NAME", required=True, help="The platform, in any spelling.")
@click.option("--from", "since", type=Day(first=True), metavar="DATE", help="First day.  [default: the first known]")
@click.option("--to", "until", type=Day(), metavar="DATE", help="Last day.  [default: the last known]")
@click.option(*("-o", "--output"), type=click.Path(path_type=Path), required=True, help=".docx, .odt, .pdf or .html")
@click.option(
    "--profile",
    type=click.Choice(["a4-portrait", "a4-landscape"]),
    default="a4-portrait",
    show_default=True,
    help="The page that it is laid out for.",
)
@language_option
@calendar_option
@click.option("--title", metavar="TEXT", help="The report's title.")
@store_option
def report(
    platform: str,
    since: str | None,
    until: str | None,
    output: Path,
    profile: str,
    lang: str,
    calendar: str,
    title: str | None,
    store: str,
) -> None:
    """A report on a platform and a period 報告.

    Figures, new, renamed, merged, split and delisted cases with pictures of their lineage, open cases, who works
    together, overdue tasks; every statement has a footnote with the words of the minutes.

    \b
    Example:
      yange report --platform 基北北桃 --from 112 --to 113 -o report.docx
      yange report --platform 雙北 -o report.pdf
    """
    import yange
    from visualizations.drawing.profile import PROFILES, ProfileName
    from visualizations.files.saving import REPORTS, format_of, save_report
    from visualizations.report.platform import platform_report
    from visualizations.words import Calendar, Language
    from yange.selection import scope

    format_of(output, *REPORTS)
    with yange.open(store) as kg:
        told = scope(kg, platform, since, until, Language(lang), Calendar(calendar), PROFILES[ProfileName(profile)])
        made = platform_report(kg.store, told, title)
    for path in save_report(made, output):
        click.echo(str(path))


@click.command()
@store_option
@json_option
def doctor(store: str, as_json: bool) -> None:
    """Check what Yange needs on this machine 檢查.

    Looks for a font with Chinese characters, the packages that write files, the store or server, and a browser. The
    exit code is 9 when something is missing that is needed.

    \b
    Example:
      yange doctor
      yange doctor --store bolt://localhost:7687 --json
    """
    from yange.doctor import Health, examine

    findings = examine(store)
    if as_json:
        print_json(findings)
    else:
        signs = {Health.GOOD: "✓", Health.ABSENT: "–", Health.BAD: "✗"}
        for finding in findings:
            click.echo(f"{signs[finding.health]} {finding.what}: {finding.says}")
    if any(finding.health is Health.BAD for finding in findings):
        sys.exit(MISSING)


COMMANDS: tuple[click.Command, ...] = (report, doctor)
