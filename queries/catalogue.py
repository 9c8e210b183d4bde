"""The catalogue: one ``.cypher`` file a query, the same text on every store.

Always true: a file opens with comment lines that say what it means, its parameters, its columns and an example of its
parameters; ``ask`` refuses a call whose parameters are not those, so the header cannot drift from the text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from graph.errors import QueryError
from graph.store import GraphStore
from queries.memory import remembered

Row = dict[str, Any]

MAX_ROWS = 1_000_000
"""How many rows a catalogue query may give: it is known, and its answer is used whole."""

_ENTRY = re.compile(r"^  (\w+): (.+)$")
_PARAMETER = re.compile(r"\$(\w+)")


@dataclass(frozen=True, slots=True)
class Query:
    """One query of the catalogue."""

    name: str
    meaning: str
    parameters: Mapping[str, str]
    columns: Mapping[str, str]
    example: Mapping[str, Any]
    text: str
    """The Cypher, without the header."""


@cache
def catalogue() -> dict[str, Query]:
    """All queries by name, in alphabetical order.

    >>> catalogue()["case_events"].parameters
    {'cases': 'ids of the cases'}
    """
    found = sorted((f for f in files("queries").iterdir() if f.name.endswith(".cypher")), key=lambda f: f.name)
    return {f.name.removesuffix(".cypher"): read(f.name.removesuffix(".cypher"), f.read_text("utf-8")) for f in found}


def read(name: str, source: str) -> Query:
    """Split a catalogue file into its header and its Cypher; QueryError where the header says too little."""
    lines = source.splitlines()
    head = [line.removeprefix("//")[1:] for line in lines if line.startswith("//")]
    text = "\n".join(line for line in lines if not line.startswith("//")).strip()
    parameters, columns = _section(head, "parameters:"), _section(head, "columns:")
    example = next((line.removeprefix("example:") for line in head if line.startswith("example:")), None)
    if not head or not columns or example is None or set(parameters) != set(_PARAMETER.findall(text)):
        raise QueryError(f"{name}.cypher: the header must give meaning, parameters, columns and an example")
    return Query(name, head[0], parameters, columns, json.loads(example), text)


def _section(head: list[str], title: str) -> dict[str, str]:
    entries: dict[str, str] = {}
    start = next((i for i, line in enumerate(head) if line.startswith(title)), len(head))
    for line in head[start + 1 :]:
        match = _ENTRY.match(line)
        if match is None:
            break
        entries[match[1]] = match[2]
    return entries


def ask(store: GraphStore, name: str, **parameters: Any) -> list[Row]:
    """Rows of a catalogue query.

    In: a store, the query's name, its parameters. Out: rows keyed by column; those of a query without parameters are
    remembered, so they are read and never changed. Raises QueryError on an unknown name or on other parameters than
    the header names.
    """
    query = catalogue().get(name)
    if query is None:
        raise QueryError(f"no query is called {name}; there are {', '.join(catalogue())}")
    if set(parameters) != set(query.parameters):
        raise QueryError(f"{name} takes {', '.join(query.parameters) or 'no parameters'}")
    if not parameters:
        return list(remembered(store, _whole(name)))
    return store.query(query.text, parameters, max_rows=MAX_ROWS).records()


@cache
def _whole(name: str) -> Callable[[GraphStore], list[Row]]:
    """What asks a query without parameters; one function a query, so that its answer is remembered under it."""
    text = catalogue()[name].text
    return lambda store: store.query(text, max_rows=MAX_ROWS).records()
