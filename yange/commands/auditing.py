"""The audit: audit.

Always true: the audit opens the store for reading and changes nothing; the exit code says whether findings remain, with
those that a person put aside left out.
"""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from yange.commands.options import as_of_option, json_option, print_json, store_option

if TYPE_CHECKING:
    from queries.audit import Finding
    from queries.audit.suppression import Reviewed

FINDINGS = 3
_KINDS = (
    "count_mismatch", "weekday_mismatch", "ordinal_gap", "vanished_case", "recommended_not_delisted", "relisted",
    "unresolved_agency", "date_backwards", "overdue_action", "duplicate_decision",
)  # fmt: skip
_SEVERITIES = ("high", "medium", "low")
_COLUMNS = (
    "id", "kind", "severity", "subject", "subject_name", "document", "path", "line", "start", "end", "quote",
    "meeting", "date", "message_zh", "message_en", "evidence",
)  # fmt: skip


@click.command()
@as_of_option
@click.option(
    "--kind", "kinds", multiple=True, type=click.Choice(_KINDS), help="Only findings of this kind; repeatable."
)
@click.option(
    *("--severity", "severities"),
    multiple=True,
    type=click.Choice(_SEVERITIES),
    help="Only of this weight; repeatable.",
)
@click.option(
    "--suppressions",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Findings put aside, with reasons.  [default: beside the store, yange.audit.toml]",
)
@click.option("--csv", "as_csv", is_flag=True, help="Answer with CSV, one finding a row.")
@store_option
@json_option
def audit(
    as_of: str | None,
    kinds: tuple[str, ...],
    severities: tuple[str, ...],
    suppressions: Path | None,
    as_csv: bool,
    store: str,
    as_json: bool,
) -> None:
    """What the minutes do not say aloud: cases lost, numbers that do not agree, tasks past their day 稽核.

    Every finding quotes the words that show it. Findings that a person looked at are put aside, each with a reason, in
    a file beside the store (docs/audit.md). The exit code is 3 when findings remain. Without --as-of the minutes are
    read as of their own last sittings.

    \b
    Example:
      yange audit
      yange audit --as-of 113.12.31 --severity high
      yange audit --kind overdue_action --csv > overdue.csv
    """
    import yange

    if as_csv and as_json:
        raise click.UsageError("take --json or --csv, not both")
    with yange.open(store) as kg:
        reviewed = kg.audit(as_of, suppressions)
    remaining = tuple(
        one
        for one in reviewed.remaining
        if (not kinds or one.kind in kinds) and (not severities or one.severity in severities)
    )
    for problem in reviewed.problems:
        click.echo(f"yange: {problem}", err=True)
    if as_json:
        print_json(remaining)
    elif as_csv:
        click.echo(_csv(remaining), nl=False)
    else:
        _show(remaining, reviewed)
    if remaining:
        sys.exit(FINDINGS)


def _csv(findings: tuple[Finding, ...]) -> str:
    """One row a finding; a cell that a spreadsheet would take for a formula is put in quotes."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for one in findings:
        evidence = "\n".join(f"{e.path}:{e.line} {e.quote}" for e in one.evidence)
        row = (
            one.id, one.kind, one.severity, one.subject.id, one.subject.name, one.document, one.path, one.line,
            one.start, one.end, one.quote, one.meeting, one.date or "", one.message.zh, one.message.en, evidence,
        )  # fmt: skip
        writer.writerow([_harmless(cell) for cell in row])
    return out.getvalue()


def _harmless(cell: object) -> object:
    text = str(cell)
    return f"'{text}" if isinstance(cell, str) and text[:1] in tuple("=+-@\t\r") else cell


def _show(findings: tuple[Finding, ...], reviewed: Reviewed) -> None:
    from yange.terminal import show_findings

    show_findings(findings)
    aside = f", {len(reviewed.aside)} put aside" if reviewed.aside else ""
    click.echo(f"{len(findings)} finding{'s' if len(findings) != 1 else ''}{aside}", err=True)


COMMANDS = (audit,)
