"""The graph as files that other programs read: one format a module, one function that writes them all.

Always true: the same graph gives the same bytes; whatever a text holds, the file stays well formed and no text becomes
markup; a library is imported when its format is asked for, not before.
"""

from __future__ import annotations

from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

from graph.errors import InputError
from graph.export.node_link import from_json, to_json
from graph.model import Graph

__all__ = ["Format", "dump", "format_of", "from_json", "to_json", "write"]


class Format(StrEnum):
    """The formats that a graph is exported in."""

    JSON = "json"
    GRAPHML = "graphml"
    GEXF = "gexf"
    CSV = "csv"
    TURTLE = "ttl"
    JSON_LD = "jsonld"


_MODULES = {
    Format.JSON: "node_link",
    Format.GRAPHML: "graphml",
    Format.GEXF: "gexf",
    Format.CSV: "neo4j_csv",
    Format.TURTLE: "turtle",
    Format.JSON_LD: "json_ld",
}
_SUFFIXES = {f".{one}": one for one in Format if one is not Format.CSV} | {".zip": Format.CSV}


def format_of(path: Path) -> Format:
    """The format that a path's name stands for. Raises: InputError naming the known endings.

    >>> format_of(Path("graph.gexf")).name
    'GEXF'
    """
    try:
        return _SUFFIXES[path.suffix.lower()]
    except KeyError:
        known = ", ".join(_SUFFIXES)
        raise InputError(f"{path} does not say its format; end it in {known} (CSV), or name the format") from None


def write(graph: Graph, path: str | Path, format: Format | None = None) -> None:
    """Write a graph to a file; as CSV, which is several files, to a zip where the path ends so, else to a folder.

    In: the graph; the path; the format (None: what the path's name stands for). Raises: InputError when the name says
    no format or the path cannot be written.
    """
    path = Path(path)
    chosen = format or format_of(path)
    try:
        if chosen is Format.CSV and path.suffix.lower() != ".zip":
            from graph.export.neo4j_csv import write_folder

            write_folder(graph, path)
        else:
            with path.open("wb") as file:
                dump(graph, file, chosen)
    except OSError as error:
        raise InputError(f"{path} cannot be written ({error.strerror}); name another file") from error


def dump(graph: Graph, file: BinaryIO, format: Format) -> None:
    """Write a graph to a file that is open for bytes; CSV as a zip. In: the graph, the file, the format."""
    import_module(f"graph.export.{_MODULES[format]}").dump(graph, file)
