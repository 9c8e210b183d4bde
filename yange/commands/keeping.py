"""What fills a store and writes it out: load, remove, parse, export, copy.

Always true: only ``load``, ``remove`` and ``copy`` change a store.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from yange.commands.options import counted, ledger_option, lexicon_option, store_option

if TYPE_CHECKING:
    from graph.errors import InputError
    from graph.interchange import ParsedDocument
    from yange.loading import Report

BAD_FILE = 2


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--discard-edits", is_flag=True, help="Let the parser overrule documents that a person edited.")
@ledger_option
@store_option
@lexicon_option
def load(paths: tuple[Path, ...], discard_edits: bool, ledger: str | None, store: str) -> None:
    """Load minutes into the store 匯入.

    PATHS are files (.txt .md .html .pdf .docx .odt), folders, zips, or JSON that "yange parse" printed and you edited.
    Documents loaded before stay; one with the same path or the same text is replaced. A file that cannot be read is
    told in one sentence, the others are loaded, and the exit code is 2. What people judged of names (yange ledger) is
    looked up each time.

    \b
    Example:
      yange load samples
      yange load minutes/*.pdf edited.json --store taipei.kgl
    """
    import yange

    with _progress(paths) as report, yange.open(store, ledger) as kg:
        loaded = kg.load(paths, report, discard_edits=discard_edits)
    for path in loaded.kept:
        click.echo(f"{path} was edited by hand and stays so (--discard-edits to undo)", err=True)
    for path in loaded.outdated:
        click.echo(
            f"{path} has another text than when it was edited by hand; the text counts, the edits are gone", err=True
        )
    if loaded.documents:
        sittings = sum(len(document.minutes) for document in loaded.documents)
        news = "" if loaded.changed else "; the store already said all of it"
        held = f"{counted(len(loaded.documents), 'document')} with {counted(sittings, 'sitting')}"
        click.echo(f"{held} loaded into {store}{news}")
    if loaded.problems:
        click.echo(f"{counted(len(loaded.problems), 'file')} could not be read", err=True)
        sys.exit(BAD_FILE)


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@ledger_option
@store_option
def remove(files: tuple[str, ...], ledger: str | None, store: str) -> None:
    """Take documents out of the store 移除.

    The store becomes what it would be if it had never seen them; the files themselves stay. FILE is the path that was
    loaded, its name where no other document has it, or the document's id.

    \b
    Example:
      yange remove minutes/113-2.txt
      yange remove 113-2.txt --store taipei.kgl
    """
    import yange

    with yange.open(store, ledger) as kg:
        for document in kg.remove(files):
            click.echo(f"{document.source.path} removed from {store}")


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@lexicon_option
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

    FROM and TO are files or servers (bolt://host:7687, neo4j+s://…); the judgements beside FROM are copied, too. A
    server's user and password are read from NEO4J_USERNAME and NEO4J_PASSWORD, its database from NEO4J_DATABASE; a
    missing password is asked for.

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
    _copy_ledger(source, target, overwrite)
    with open_store(target, write=True) as store:
        there = store.graph()
        if there.nodes and not overwrite and content_hash(there) != content_hash(graph):
            raise StoreError(f"{target} holds something else; --overwrite replaces it")
        store.replace(graph)
        same = store.content_hash()
    held = f"{counted(len(graph.nodes), 'node')} and {counted(len(graph.edges), 'edge')}"
    click.echo(f"{held} copied from {source} to {target} (content {same[:12]})")


def _copy_ledger(source: str, target: str, overwrite: bool) -> None:
    """Copy the judgements beside one store to beside another; StoreError where that would lose others."""
    from graph.errors import StoreError
    from graph.store import beside
    from yange.review import LEDGER

    here, there = beside(source, LEDGER), beside(target, LEDGER)
    if not here.exists() or here.resolve() == there.resolve():
        return
    told = here.read_bytes()
    if there.exists() and not overwrite and there.read_bytes() != told:
        raise StoreError(f"{there} holds other judgements; --overwrite replaces them")
    there.write_bytes(told)


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


COMMANDS: tuple[click.Command, ...] = (load, remove, parse, export, copy)
