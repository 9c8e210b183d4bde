"""The graph as CSV for ``neo4j-admin database import``: the fast way to put a large graph on a server.

Always true: what is imported is what the store on a server would have written, under the keys of a store; every text
stands in quotes, so that a separator, a line break or a quotation mark in it parts nothing; an unknown property is an
empty field without quotes. The importer wants every text as it is, so open none of it in a spreadsheet, which would
take a text that begins with ``=`` for a formula.

The folder holds ``nodes.csv``, ``relationships.csv``, ``import.args`` (the importer's options) and ``finish.cypher``
(what the importer cannot make: empty lists, constraints, the index over names). In that folder, with the server
stopped::

    neo4j-admin database import full neo4j @import.args --overwrite-destination=true

then, with the server started::

    cypher-shell -d neo4j -f finish.cypher

One thing the importer cannot be told: a list of one empty text is imported as an empty list.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from graph.export.escaping import unicode_text
from graph.model import Graph, Properties
from graph.rules import Kind, Property
from graph.schema import COMMON, EDGE_PROPERTIES, NODE_PROPERTIES
from graph.store.mapping import CONSTRAINTS, FULLTEXT, stored_edge, stored_node

_TYPES = {
    Kind.STRING: "string",
    Kind.DAY: "string",
    Kind.TIME: "string",
    Kind.INTEGER: "long",
    Kind.FLOAT: "double",
    Kind.BOOLEAN: "boolean",
    Kind.STRINGS: "string[]",
    Kind.INTEGERS: "long[]",
}
_SEPARATORS = ("\x1f", *map(chr, range(0xE000, 0xF900)))
"""What may part the items of a list: the unit separator, or a private character where a text holds that one."""
_BUFFER = 4 * 1024 * 1024
"""Characters that the importer takes for the largest value when it is not told otherwise."""

_LISTS = (Kind.STRINGS, Kind.INTEGERS)
_EMPTY_LISTS = (
    *(
        f"MATCH (n:`{label}`) WHERE n.{rule.key} IS NULL SET n.{rule.key} = []"
        for label, rules in NODE_PROPERTIES.items()
        for rule in rules.values()
        if rule.required and rule.kind in _LISTS
    ),
    *(
        f"MATCH ()-[r]->() WHERE r.{rule.key} IS NULL SET r.{rule.key} = []"
        for rule in COMMON
        if rule.required and rule.kind in _LISTS
    ),
)
"""The importer takes an empty list for nothing; every list that has to be there is made empty where it is missing."""


def write_folder(graph: Graph, folder: Path) -> None:
    """Write the files into a folder, which is made when it is not there. In: a graph, a folder. Raises: OSError."""
    folder.mkdir(exist_ok=True)
    for name, lines in files(graph).items():
        with (folder / name).open("wb") as file:
            file.writelines(line.encode() for line in lines)


def dump(graph: Graph, file: BinaryIO) -> None:
    """Write the files as a zip. In: a graph; a file open for bytes."""
    with zipfile.ZipFile(file, "w") as archive:
        for name, lines in files(graph).items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(entry, "w", force_zip64=True) as part:
                part.writelines(line.encode() for line in lines)


def files(graph: Graph) -> dict[str, Iterable[str]]:
    """The files by name, each as its lines. In: a graph. Out: what the module's own text describes."""
    properties = [*(one.properties for one in graph.nodes.values()), *(one.properties for one in graph.edges.values())]
    separator = _separator(properties)
    nodes = ((node.id, node.label.value, stored_node(node)) for node in graph.nodes.values())
    edges = ((edge.source, edge.target, edge.type.value, stored_edge(edge)) for edge in graph.edges.values())
    return {
        "nodes.csv": _table(("id:ID", ":LABEL"), _columns(NODE_PROPERTIES), nodes, separator),
        "relationships.csv": _table(
            (":START_ID", ":END_ID", ":TYPE"), {"meeting": "string", **_columns(EDGE_PROPERTIES)}, edges, separator
        ),
        "finish.cypher": (f"{statement};\n" for statement in (*_EMPTY_LISTS, *CONSTRAINTS, FULLTEXT)),
        "import.args": _options(separator, properties),
    }


def _separator(properties: Iterable[Properties]) -> str:
    """A character that no item of a list holds."""
    used: set[str] = set()
    for held in properties:
        for value in held.values():
            if isinstance(value, tuple):
                used.update(*map(str, value))
    return next(one for one in _SEPARATORS if one not in used)


def _options(separator: str, properties: Iterable[Properties]) -> Iterator[str]:
    """What the importer has to be told, an option a line."""
    largest = max((len(str(value)) for held in properties for value in held.values()), default=0)
    yield "--nodes=./nodes.csv\n--relationships=./relationships.csv\n--multiline-fields=true\n"
    yield f"--array-delimiter=U+{ord(separator):04X}\n--read-buffer-size={max(_BUFFER, 2 * largest)}\n"


def _columns(rules: Mapping[Any, Mapping[str, Property]]) -> dict[str, str]:
    """Every key that a store has, with its type for the importer."""
    return {rule.key: _TYPES[rule.kind] for of_one in rules.values() for rule in of_one.values()}


def _table(
    own: tuple[str, ...], columns: Mapping[str, str], rows: Iterable[tuple[Any, ...]], separator: str
) -> Iterator[str]:
    """A header, and a line for each row: its own cells, and its properties in the order of the columns."""
    yield ",".join((*own, *(f"{key}:{kind}" for key, kind in columns.items()))) + "\n"
    for *cells, held in rows:
        cells += [held.get(key) for key in columns]
        yield ",".join(_cell(value, separator) for value in cells) + "\n"


def _cell(value: Any, separator: str) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case int() | float():
            return repr(value)
        case list():
            value = separator.join(map(str, value))
    return '"' + unicode_text(value).replace('"', '""') + '"'
