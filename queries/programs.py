"""Programs: the list of them, and the cases and plans about one.

Always true: lists stand by name, cases by the day on which minutes first connect them with the program.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.errors import NotFoundError
from graph.store import GraphStore
from graph.vocabulary import Label, Status
from queries.catalogue import ask
from queries.evidence import Quote, Quotes
from queries.links import NodeName
from queries.steps import CaseName


@dataclass(frozen=True, slots=True)
class ProgramEntry:
    """A program in a list."""

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: str | None
    cases: int
    first: str | None
    """First day on which minutes name it with a case."""
    last: str | None


@dataclass(frozen=True, slots=True)
class ProgramCase:
    """A case about a program."""

    case: CaseName
    status: Status | None
    date: str | None
    """First day on which minutes connect the two."""
    agencies: tuple[str, ...]
    """Names of the agencies that have to do with the case."""
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class ProgramPlan:
    """A plan that makes use of a program."""

    plan: NodeName
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class ProgramDossier:
    """A program with its cases and plans."""

    program: ProgramEntry
    cases: tuple[ProgramCase, ...]
    plans: tuple[ProgramPlan, ...]


def program_list(store: GraphStore) -> tuple[ProgramEntry, ...]:
    """The programs by name."""
    return tuple(ProgramEntry(**row | {"aliases": tuple(row["aliases"] or ())}) for row in ask(store, "programs"))


def program_dossier(store: GraphStore, program: str) -> ProgramDossier:
    """A program by its id; NotFoundError when there is none."""
    found = next((one for one in program_list(store) if one.id == program), None)
    if found is None:
        raise NotFoundError(f"no Program has the id {program}")
    said: dict[str, list[str]] = {}
    for row in ask(store, "program_mentions", program=program):
        said.setdefault(row["case"], []).extend(row["passages"] or ())
    plans = ask(store, "program_plans", program=program)
    quotes = Quotes(store, [*(i for ids in said.values() for i in ids), *(i for p in plans for i in p["passages"])])
    cases = [
        ProgramCase(
            case=CaseName(row["id"], row["name"], row["platform"]),
            status=Status(row["status"]) if row["status"] else None,
            date=row["date"],
            agencies=tuple(row["agencies"]),
            quotes=quotes.of(dict.fromkeys(said.get(row["id"], ()))),
        )
        for row in ask(store, "program_cases", program=program)
    ]
    named = [ProgramPlan(NodeName(p["id"], p["name"], Label.PLAN), quotes.of(p["passages"])) for p in plans]
    return ProgramDossier(found, tuple(cases), tuple(named))
