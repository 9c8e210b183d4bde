"""Who works with whom: network and collaborators.

Always true: both open the store for reading and change nothing; a file is written only when the whole answer is there.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from yange.commands.options import Day, calendar_option, json_option, language_option, print_json, store_option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.store import GraphStore
    from queries.network import Change, Network
    from visualizations.spreadsheet import Sheet
    from visualizations.words import Calendar, Language


class Period(click.ParamType[tuple[str, str]]):
    """Two days with two dots between them (2023..2024, 112.1.1..113.6.30); gives the first and the last ISO day."""

    name = "period"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:
        """The two days, or a usage error that shows how to write them."""
        if isinstance(value, tuple):
            return value
        first, dots, last = str(value).partition("..")
        if not dots:
            self.fail(f"{value!r} is no period; write FROM..TO, as in 2023..2024", param, ctx)
        return Day(first=True).convert(first, param, ctx), Day().convert(last, param, ctx)


_FROM = click.option("--from", "since", type=Day(first=True), metavar="DATE", help="First day that counts.")
_TO = click.option("--to", "until", type=Day(), metavar="DATE", help="Last day that counts.")
_PLATFORM = click.option("--platform", metavar="NAME", help="Only what sittings of this platform spoke of.")


@click.command()
@click.option(
    "--of",
    type=click.Choice(["agencies", "cities", "groups"]),
    default="agencies",
    show_default=True,
    help="Whose network.",
)
@_FROM
@_TO
@_PLATFORM
@click.option(
    "--weight",
    type=click.Choice(["cases", "tasks", "hosting", "all"]),
    default="all",
    show_default=True,
    help="What counts as a tie: shared cases, shared action items, host and guest, or all three.",
)
@click.option(
    "--compare", nargs=2, type=Period(), metavar="FROM..TO FROM..TO", help="What changed between two periods."
)
@click.option("--nodes", is_flag=True, help="With --csv or a table: the nodes, and not the edges.")
@click.option("--csv", "as_csv", is_flag=True, help="Answer with CSV, one edge a row.")
@click.option(
    *("-o", "--output"),
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write a file instead: .graphml, .json, .csv, .ods or .xlsx.",
)
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="Rows shown on the terminal.")
@language_option
@calendar_option
@store_option
@json_option
def network(
    of: str,
    since: str | None,
    until: str | None,
    platform: str | None,
    weight: str,
    compare: tuple[tuple[str, str], tuple[str, str]] | None,
    nodes: bool,
    as_csv: bool,
    output: Path | None,
    limit: int,
    lang: str,
    calendar: str,
    store: str,
    as_json: bool,
) -> None:
    """Who works with whom, and how the network hangs together 合作網絡.

    Nodes with degree, weighted degree, betweenness, community and core; edges with their ties and bridges. JSON names
    the cases behind every figure and quotes them. docs/networks.md says how each is computed.

    \b
    Example:
      yange network --platform 基北北桃 --from 113
      yange network --of cities --weight tasks --json
      yange network --compare 2023..2023 2024..2024
      yange network -o agencies.graphml
    """
    import yange
    from visualizations.words import Calendar, Language

    asked = {"of": of, "weight": weight, "platform": platform}
    with yange.open(store) as kg:
        if compare:
            answer: Network | Change = _compared(kg.store, compare, **asked)
        else:
            answer = _network(kg.store, since, until, **asked)
    if output is not None:
        _write(answer, output, nodes=nodes)
    elif as_json:
        from queries.network import as_dict

        print_json(as_dict(answer))
    elif as_csv:
        click.echo(_file(answer, "network.csv", nodes=nodes).decode("utf-8-sig"), nl=False)
    else:
        _show(answer, limit, Language(lang), Calendar(calendar))


def _network(store: GraphStore, since: str | None, until: str | None, **asked: Any) -> Network:
    from queries.network import Of, Weight, network

    of, weight = Of(asked["of"]), Weight(asked["weight"])
    return network(store, of=of, weight=weight, platform=asked["platform"], since=since, until=until)


def _compared(store: GraphStore, periods: Sequence[tuple[str, str]], **asked: Any) -> Change:
    from queries.network import change

    before, after = (_network(store, *period, **asked) for period in periods)
    return change(before, after)


def _write(answer: Network | Change, file: Path, *, nodes: bool) -> None:
    from graph.errors import InputError

    data = _file(answer, file.name, nodes=nodes)
    try:
        file.write_bytes(data)
    except OSError as error:
        raise InputError(f"{file} cannot be written ({error.strerror}); name another file") from error
    click.echo(f"network written to {file}")


def _file(answer: Network | Change, name: str, *, nodes: bool) -> bytes:
    from graph.errors import InputError
    from queries.network import Network, as_dict
    from queries.network.graphml import graphml
    from visualizations.spreadsheet import spreadsheet

    suffix = Path(name).suffix.lower()
    if suffix == ".json":
        return (json.dumps(as_dict(answer), ensure_ascii=False, indent=2) + "\n").encode()
    if suffix != ".graphml":
        return spreadsheet(_sheet(answer, nodes=nodes), name)
    if not isinstance(answer, Network):
        raise InputError("GraphML holds one network, not two periods; name a .json, .csv, .ods or .xlsx")
    return graphml(answer)


def _sheet(answer: Network | Change, *, nodes: bool) -> Sheet:
    from queries.network import Network
    from visualizations.network_table import edge_changes_sheet, edges_sheet, node_changes_sheet, nodes_sheet

    if isinstance(answer, Network):
        return nodes_sheet(answer) if nodes else edges_sheet(answer)
    return node_changes_sheet(answer) if nodes else edge_changes_sheet(answer)


def _show(answer: Network | Change, limit: int, language: Language, calendar: Calendar) -> None:
    from queries.network import Network
    from visualizations import network_table as tables

    if isinstance(answer, Network):
        click.secho(_summary(answer), bold=True)
        _table("Nodes 節點", tables.nodes_sheet(answer, language, brief=True), limit)
        _table("Edges 連結", tables.edges_sheet(answer, language, calendar, brief=True), limit)
        for one in answer.communities:
            members = "、".join(actor.label for actor in one.members)
            click.echo(f"community 社群 {one.number}: {members} ({one.ties} ties 連結)")
        return
    click.secho(f"{_summary(answer.before)}\n→ {_summary(answer.after)}", bold=True)
    _table("Edges 連結", tables.edge_changes_sheet(answer, language, brief=True, unchanged=False), limit)
    _table("Nodes 節點", tables.node_changes_sheet(answer, language, brief=True), limit)


def _summary(held: Network) -> str:
    scope = held.scope
    span = f"{scope.since or ''}..{scope.until or ''}".strip(".")
    told = " · ".join(
        filter(
            None,
            (f"{scope.of} by {scope.weight}", scope.platform, span and f"{scope.since or ''}..{scope.until or ''}"),
        )
    )
    figures = f"{len(held.nodes)} nodes 節點, {len(held.edges)} edges 連結, {held.components} parts 部分"
    return f"{told}: {figures}, density 密度 {held.density:.3f}, modularity 模組度 {held.modularity:.3f}"


def _table(title: str, sheet: Sheet, limit: int) -> None:
    from yange.terminal import show_rows

    shown = sheet.rows[:limit]
    more = f" ({limit} of {len(sheet.rows)}; --limit for more)" if len(sheet.rows) > limit else ""
    click.secho(f"\n{title}{more}", fg="cyan", bold=True)
    if shown:
        show_rows([dict(zip(sheet.columns, ("" if c is None else c for c in row), strict=True)) for row in shown])


@click.command()
@click.argument("agency")
@_FROM
@_TO
@_PLATFORM
@click.option("--quotes", default=1, show_default=True, type=click.IntRange(min=0), help="Quotes shown for a case.")
@calendar_option
@store_option
@json_option
def collaborators(
    agency: str,
    since: str | None,
    until: str | None,
    platform: str | None,
    quotes: int,
    calendar: str,
    store: str,
    as_json: bool,
) -> None:
    """With whom an agency works, on what, and who says so 合作對象.

    AGENCY is its name in any spelling. For every partner the cases that both have a part in and the action items asked
    of both, since when and until when, with quotes; JSON has all of them.

    \b
    Example:
      yange collaborators 新北市教育局
      yange collaborators 臺北市政府產業發展局 --platform 基北北桃 --from 113 --json
    """
    import yange
    from graph.vocabulary import Label
    from queries.partners import partners
    from queries.search import find
    from visualizations.words import Calendar
    from yange.collaborators import show_partners

    with yange.open(store) as kg:
        meant = find(kg.store, agency, Label.AGENCY).thing
        answer = partners(kg.store, meant.id, platform=platform, since=since, until=until)
    if as_json:
        print_json(
            {
                "agency": {"id": meant.id, "name": meant.name},
                "platform": platform,
                "since": since,
                "until": until,
                "partners": answer,
            }
        )
    else:
        show_partners(meant.name, answer, quotes, Calendar(calendar))


COMMANDS = (network, collaborators)
