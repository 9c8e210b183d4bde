"""The form of a rule of the schema: a property, a label, an edge type.

Always true: a rule names everything as the ontology does; ``Property.key`` alone knows that a store may need another
word.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from graph.vocabulary import EdgeType, Label


class Kind(StrEnum):
    """What a property's value may be."""

    STRING = "string"
    DAY = "day"
    TIME = "time"
    INTEGER = "integer"
    FLOAT = "float"
    BOOLEAN = "boolean"
    STRINGS = "strings"
    INTEGERS = "integers"


@dataclass(frozen=True, slots=True)
class Property:
    """One property: its name, what its value may be, and its key in a store where that differs."""

    name: str
    says: str
    kind: Kind = Kind.STRING
    required: bool = False
    values: type[StrEnum] | None = None
    stored: str = ""
    exported: bool = True

    @property
    def key(self) -> str:
        """The property's key in a store."""
        return self.stored or self.name


@dataclass(frozen=True, slots=True)
class NodeRule:
    """One label. ``caption`` is the property that a store also keeps as ``name``, for labels that have no name."""

    label: Label
    says: str
    properties: tuple[Property, ...]
    caption: str = "name"


@dataclass(frozen=True, slots=True)
class EdgeRule:
    """One edge type: the labels it may join, its own properties, and how many may leave or reach one node."""

    type: EdgeType
    says: str
    ends: tuple[tuple[Label, Label], ...]
    properties: tuple[Property, ...] = ()
    least_out: int = 0
    most_out: int | None = None
    most_in: int | None = None
