"""What fills, writes out and checks a store: load, parse, export, copy, verify, evaluate.

Always true: only ``load`` and ``copy`` change a store.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from yange.commands.options import json_option, print_json, store_option

if TYPE_CHECKING:
    from graph.errors import InputError
    from graph.interchange import ParsedDocument
    from yange.loading import Report

BAD_FILE = 2
MISMATCH = 7


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--discard-edits", is_flag=True, help="Let the parser overrule documents that a person edited.")
@store_option
def load(paths: tuple[Path, ...], discard_edits: bool, store: str) -> None:
    """Load minutes into the store 匯入.

    PATHS are files (.txt .md .html .pdf .docx .odt), folders, zips, or JSON that "yange parse" printed and you edited.
    Documents loaded before stay; one with the same path or the same text is replaced. A file that cannot be read is
    told in one sentence, the others are loaded, and the exit code is 2.

    \b
    Example:
      yange load samples
      yange load minutes/*.pdf edited.json --store taipei.kgl
    """
    import yange

    with _progress(paths) as report, yange.open(store) as kg:
        loaded = kg.load(paths, report, discard_edits=discard_edits)
    for path in loaded.kept:
        click.echo(f"{path} was edited by hand and stays so (--discard-edits to undo)", err=True)
    if loaded.documents:
        sittings = sum(len(document.minutes) for document in loaded.documents)
        news = "" if loaded.changed else "; the store already said all of it"
        held = f"{_count(len(loaded.documents), 'document')} with {_count(sittings, 'sitting')}"
        click.echo(f"{held} loaded into {store}{news}")
    if loaded.problems:
        click.echo(f"{_count(len(loaded.problems), 'file')} could not be read", err=True)
        sys.exit(BAD_FILE)


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
def parse(file: Path) -> None:
    """Print what a file says, as JSON to edit 解析.

    The form is described in docs/interchange.md. A folder or zip of several documents gives a JSON array.

    \b
    Example:
      yange parse minutes.txt > minutes.json
      yange load minutes.json
    """
    from graph.interchange_json import dumps
    from yange.loading import parsed

    problems: list[InputError] = []
    texts = [dumps(document) for document in parsed([file], problems.append)]
    if texts:
        click.echo(texts[0] if len(texts) == 1 else "[" + ",\n".join(texts) + "]")
    for problem in problems:
        click.echo(f"yange: {problem}", err=True)
    if problems:
        sys.exit(BAD_FILE)


@click.command()
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "--format",
    "name",
    type=click.Choice(["json", "graphml", "gexf", "csv", "ttl", "jsonld"]),
    help="The format, where the name of FILE does not say it.",
)
@store_option
def export(file: Path, name: str | None, store: str) -> None:
    """Write the graph for other programs 匯出.

    The ending of FILE says the format: .json is node-link JSON, which networkx reads with edges="edges"; .graphml is
    for yEd, Cytoscape and R; .gexf for Gephi, with days; .ttl and .jsonld are linked data in the words of W3C ORG and
    PROV-O; .zip is CSV for neo4j-admin database import, of which --format csv makes a folder. FILE - is standard
    output, as JSON unless --format says otherwise.

    \b
    Example:
      yange export graph.json
      yange export - | jq '.edges | length'
      yange export cases.gexf
      yange export neo4j --format csv
    """
    import yange
    from graph.errors import InputError
    from graph.export import Format, dump, format_of, write

    output = str(file) == "-"
    chosen = Format(name) if name else Format.JSON if output else format_of(file)
    if output and chosen is Format.CSV:
        raise InputError("CSV is several files, which standard output cannot hold; name a folder or a .zip")
    with yange.open(store) as kg:
        graph = kg.graph()
    if output:
        dump(graph, sys.stdout.buffer, chosen)
        return
    write(graph, file, chosen)
    click.echo(f"graph of {len(graph.nodes)} nodes and {len(graph.edges)} edges written to {file}")


@click.command()
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
@click.option("--overwrite", is_flag=True, help="Let TO lose what it holds and FROM does not.")
def copy(source: str, target: str, overwrite: bool) -> None:
    """Copy a store to another one 複製.

    FROM and TO are files or servers (bolt://host:7687, neo4j+s://…). A server's user and password are read from
    NEO4J_USERNAME and NEO4J_PASSWORD, its database from NEO4J_DATABASE; a missing password is asked for.

    \b
    Example:
      yange copy yange.kgl bolt://localhost:7687
      yange copy neo4j+s://graphs.example.org backup.kgl
    """
    from graph.errors import StoreError
    from graph.model import content_hash
    from graph.store import open_store

    with open_store(source) as store:
        graph = store.graph()
    with open_store(target, write=True) as store:
        there = store.graph()
        if there.nodes and not overwrite and content_hash(there) != content_hash(graph):
            raise StoreError(f"{target} holds something else; --overwrite replaces it")
        store.replace(graph)
        same = store.content_hash()
    held = f"{_count(len(graph.nodes), 'node')} and {_count(len(graph.edges), 'edge')}"
    click.echo(f"{held} copied from {source} to {target} (content {same[:12]})")


@click.command()
@store_option
@json_option
def verify(store: str, as_json: bool) -> None:
    """Read every passage again in its source 查證.

    The graph is checked against its schema, too. The exit code is 7 when one thing is not as it has to be.

    \b
    Example:
      yange verify
      yange verify --json
    """
    import yange
    from graph.vocabulary import Label

    with yange.open(store) as kg:
        mismatches = kg.verify()
        passages = sum(node.label is Label.PASSAGE for node in kg.graph().nodes.values())
    if as_json:
        print_json({"passages": passages, "mismatches": [str(mismatch) for mismatch in mismatches]})
    else:
        for mismatch in mismatches:
            click.echo(str(mismatch))
        click.echo(f"{_count(passages, 'passage')} read again, {_count(len(mismatches), 'mismatch', 'mismatches')}")
    if mismatches:
        sys.exit(MISMATCH)


@click.command()
@click.argument("gold", type=click.Path(path_type=Path))
@click.argument("graph", type=click.Path(path_type=Path), required=False)
@store_option
@json_option
def evaluate(gold: Path, graph: Path | None, store: str, as_json: bool) -> None:
    """Score a graph against a gold annotation 評量.

    Precision, recall and F1 by edge type, of an exported GRAPH, or else of what the store holds of the document that
    GOLD annotates.

    \b
    Example:
      yange evaluate tests/gold/samples/雙北-教育文化組-2019.json
      yange evaluate gold.json graph.json --json
    """
    import yange
    from yange.scores import show_evaluation

    wanted, exported = _read_json(gold), _read_json(graph) if graph else None
    with yange.open(store) as kg:
        result = kg.evaluate(wanted, exported)
    print_json(result.as_dict()) if as_json else show_evaluation(result)


def _read_json(path: Path) -> Any:
    import json

    from graph.errors import InputError

    try:
        return json.loads(path.read_bytes())
    except OSError as error:
        raise InputError(f"{path} cannot be read ({error.strerror}); name another file") from error
    except ValueError as error:
        raise InputError(f"{path} is no JSON ({error}); name another file") from error


@contextmanager
def _progress(paths: tuple[Path, ...]) -> Iterator[Report]:
    """A bar on standard error while documents are read; what cannot be read is told above it at once."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    console = Console(stderr=True, highlight=False, markup=False)
    total = sum(sum(one.is_file() for one in path.rglob("*")) if path.is_dir() else 1 for path in paths)
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task("Loading 匯入", total=total)

        def report(outcome: ParsedDocument | InputError) -> None:
            if isinstance(outcome, Exception):
                click.echo(f"yange: {outcome}", err=True) if bar.disable else console.print(f"yange: {outcome}")
            bar.update(task, advance=1, total=max(total, int(bar.tasks[task].completed) + 1))

        yield report


def _count(number: int, noun: str, plural: str | None = None) -> str:
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


COMMANDS: tuple[click.Command, ...] = (load, parse, export, copy, verify, evaluate)
