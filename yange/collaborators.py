"""The partners of an agency as a terminal shows them.

Always true: everything goes to standard output; a quote is followed by the file and line where it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import click

from queries.evidence import Quote, one_line
from queries.partners import Partner, Why
from visualizations.network_table import WHY
from visualizations.words import DOES, Calendar, day


def show_partners(name: str, partners: Sequence[Partner], quotes: int, calendar: Calendar) -> None:
    """Every partner, the closest first, with the cases and action items that make it one."""
    click.secho(name, bold=True, underline=True)
    if not partners:
        click.echo("works with nobody in what is loaded 無合作紀錄")
    for partner in partners:
        counts = dict.fromkeys(Why, 0)
        counts |= {Why.SAME_CASE: len(partner.cases), Why.SAME_ACTION_ITEM: len(partner.actions)}
        counts[Why.HOST_AND_GUEST] = sum(Why.HOST_AND_GUEST in one.why for one in partner.cases)
        told = ", ".join(f"{WHY[why].both} {count}" for why, count in counts.items() if count)
        click.echo()
        click.secho(partner.agency.name, bold=True, nl=False)
        click.echo(f"  {told}  {_span(partner.since, partner.until, calendar)}")
        for case in partner.cases:
            roles = f"{'、'.join(DOES[r].zh for r in case.roles)} · {'、'.join(DOES[r].zh for r in case.partner_roles)}"
            why = f"  {WHY[Why.HOST_AND_GUEST].zh}" if Why.HOST_AND_GUEST in case.why else ""
            click.echo(f"  {case.case.name}  {_span(case.since, case.until, calendar)}  ({roles}){why}")
            _quotes(case.quotes, quotes)
        for action in partner.actions:
            click.echo(
                f"  {WHY[Why.SAME_ACTION_ITEM].zh}: {one_line(action.text)}  {_span(action.date, None, calendar)}"
            )
            _quotes(action.quotes, quotes)


def _quotes(quotes: Iterable[Quote], most: int) -> None:
    for quote in list(quotes)[:most]:
        click.secho(f"    “{one_line(quote.text)}”", italic=True, nl=False)
        click.secho(f" {quote.path}:{quote.line}", dim=True)


def _span(since: str | None, until: str | None, calendar: Calendar) -> str:
    days = [day(one, calendar) for one in dict.fromkeys((since, until)) if one]
    return "–".join(days)
