"""The questions: lineage, case, meeting, search, cypher.

Always true: a question opens the store for reading and changes nothing.
"""

from __future__ import annotations

import sys

import click

from yange.commands.options import as_of_option, json_option, print_json, store_option


@click.command()
@click.argument("name")
@as_of_option
@store_option
@json_option
def lineage(name: str, as_of: str | None, store: str, as_json: bool) -> None:
    """What became of a case and what it came out of 沿革.

    NAME is the case's name in any spelling, a part of it, or its id. Prints the steps (renamed, merged, split) and the
    events of every case of the lineage, each with its day, sitting and quote.

    \b
    Example:
      yange lineage 環教小尖兵
      yange lineage 環教小尖兵 --as-of 113.1.31 --json
    """
    import yange
    from yange.terminal import show_lineage

    with yange.open(store) as kg:
        found = kg.find_case(name)
        answer = kg.lineage(found.thing.id, as_of=as_of)
    if as_json:
        print_json(answer)
    else:
        show_lineage(answer)
        _also(found.others)


@click.command()
@click.argument("name")
@as_of_option
@store_option
@json_option
def case(name: str, as_of: str | None, store: str, as_json: bool) -> None:
    """Everything about one case 合作案.

    Its names, lineage, events, bodies, programs and tasks. NAME is the case's name in any spelling, a part of it, or
    its id.

    \b
    Example:
      yange case 青創交流
      yange case 一證通用 --json
    """
    import yange
    from yange.terminal import show_case

    with yange.open(store) as kg:
        found = kg.find_case(name)
        answer = kg.case(found.thing.id, as_of=as_of)
    if as_json:
        print_json(answer)
    else:
        show_case(answer)
        _also(found.others)


@click.command()
@click.argument("name", required=False)
@store_option
@json_option
def meeting(name: str | None, store: str, as_json: bool) -> None:
    """One sitting, or all of them 會議.

    Prints header, decisions and tasks; without NAME the list of all sittings. NAME is its title in any spelling, a part
    of it, its day (2019-01-25 or 108.1.25), or its id.

    \b
    Example:
      yange meeting
      yange meeting 2019-01-25
      yange meeting 第3次小組會議 --json
    """
    import yange
    from yange.terminal import show_meeting, show_sittings

    with yange.open(store) as kg:
        if name is None:
            sittings = kg.meetings()
            print_json(sittings) if as_json else show_sittings(sittings)
            return
        found = kg.find_meeting(name)
        answer = kg.meeting(found.thing.id)
    if as_json:
        print_json(answer)
    else:
        show_meeting(answer)
        _also(found.others)


@click.command()
@click.argument("text")
@store_option
@json_option
def search(text: str, store: str, as_json: bool) -> None:
    """Find anything by its name, in any spelling 搜尋.

    Looks through cases, sittings, bodies, programs, plans and people.

    \b
    Example:
      yange search 台北市圖書館
      yange search "青創 交流" --json
    """
    import yange
    from yange.terminal import show_hits

    with yange.open(store) as kg:
        hits = kg.search(text)
    print_json(hits) if as_json else show_hits(hits)


@click.command()
@click.argument("query")
@click.option(
    *("-p", "--parameter", "parameters"),
    multiple=True,
    metavar="NAME=VALUE",
    help="A parameter ($NAME); VALUE is JSON, else text.",
)
@store_option
@json_option
def cypher(query: str, parameters: tuple[str, ...], store: str, as_json: bool) -> None:
    """Ask the graph in Cypher, reading only 查詢.

    Write the label Case between backticks: CASE is a word of Cypher. Piped or with --json the answer is JSON.

    \b
    Example:
      yange cypher 'MATCH (c:`Case`)-[e:DELISTED_AT]->(m:Meeting) RETURN c.name AS name, e.date AS day ORDER BY day'
      yange cypher 'MATCH (c:`Case`) WHERE c.name CONTAINS $word RETURN c.name AS name' -p word=圖書館
    """
    import yange
    from yange.terminal import show_rows

    with yange.open(store) as kg:
        rows = kg.cypher(query, dict(_parameter(text) for text in parameters))
    if as_json or not sys.stdout.isatty():
        print_json(rows)
    else:
        show_rows(rows)


def _parameter(text: str) -> tuple[str, object]:
    """NAME=VALUE as a pair; the value is JSON where it is valid JSON, else the text itself."""
    import json

    name, sign, value = text.partition("=")
    if not sign or not name:
        raise click.BadParameter(f"{text!r} is not NAME=VALUE", param_hint="--parameter")
    try:
        return name, json.loads(value)
    except json.JSONDecodeError:
        return name, value


def _also(others: tuple[object, ...]) -> None:
    """Tell on standard error what else the name could have meant."""
    from queries.search import Named

    also = [thing for thing in others if isinstance(thing, Named)]
    if also:
        count = f"{len(also)} other{'s' if len(also) > 1 else ''}"
        click.echo(f"The name also fits {count}; ask with more of the name, or put its platform before it:", err=True)
        for thing in also[:8]:
            click.echo(f"  {thing.name}  ({' '.join(filter(None, (thing.platform, thing.date)))})", err=True)


COMMANDS = (lineage, case, meeting, search, cypher)
