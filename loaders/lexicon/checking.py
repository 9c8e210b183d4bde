"""What is wrong or doubtful with the lexicon: the files that ship, and a user's own.

Always true: an error keeps minutes from being read and stops at the first one; a warning tells of words that do nothing
or could mean two things; remarks come in the order of the user's file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from graph.errors import InputError
from loaders.folding import fold
from loaders.lexicon import (
    agenda,
    coverage,
    decisions,
    discriminators,
    headings,
    lifecycle,
    lineage,
    plans,
    platform_mergers,
    programs,
    requests,
    roles,
    tables,
)
from loaders.lexicon.bodies import agencies, cities, functions, organizations
from loaders.lexicon.data import any_of, shipped
from loaders.lexicon.kinds import FORMS, Kind, Problem, line_of
from loaders.lexicon.laying import folded, pattern
from loaders.lexicon.meanings import EVENTS, LISTS
from loaders.lexicon.own import checked, text_of
from loaders.lexicon.platforms import issue_groups, platforms, regions


class Severity(StrEnum):
    """How much a remark matters."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about a lexicon file."""

    severity: Severity
    file: str
    line: int
    word: str
    reason: str


_READERS: tuple[Callable[[], object], ...] = (
    agenda.agenda_words,
    agenda.outcomes,
    coverage.coverage_words,
    decisions.decision_words,
    discriminators.discriminators,
    lifecycle.lifecycle_words,
    lineage.lineage_words,
    plans.plan_words,
    platform_mergers.platform_merger_words,
    programs.program_words,
    requests.request_words,
    roles.role_words,
    agencies,
    cities,
    functions,
    organizations,
    platforms,
    regions,
    issue_groups,
    lambda: tables.column("案名"),
    lambda: headings.heading("決議"),
)
"""Everything that is made of the lexicon's files."""


def check(file: Path | None, texts: Iterable[str] = ()) -> tuple[Remark, ...]:
    """What is wrong or doubtful with the lexicon as it is in use.

    In: the user's file (None: none is in use); texts of minutes, to tell which of its words none of them has. Out: the
    remarks, errors first.
    """
    found = list(_own(file, list(texts))) if file else []
    if not any(remark.severity is Severity.ERROR for remark in found):
        found += _made(str(file or "the shipped lexicon"))
    return tuple(sorted(found, key=lambda one: (one.severity is not Severity.ERROR, one.line)))


def _made(file: str) -> Iterator[Remark]:
    """Errors that come up where the files are made into what reads minutes."""
    for make in _READERS:
        try:
            make()
        except (InputError, re.error, TypeError, KeyError, ValueError) as error:
            yield Remark(Severity.ERROR, file, 1, "", str(error))
            return


def _own(file: Path, texts: list[str]) -> Iterator[Remark]:
    try:
        text = text_of(file)
    except InputError as error:
        yield Remark(Severity.ERROR, str(file), 1, "", str(error))
        return
    entries = checked(text)
    if isinstance(entries, Problem):
        yield Remark(Severity.ERROR, str(file), entries.line, "", entries.reason)
        return
    views = [re.sub(r"[\s「」『』]", "", fold(one)) for one in texts]
    seen: dict[tuple[Kind, str], str] = {}
    for kind, at, row in _rows(entries):
        line = line_of(text, kind, at)
        for word, field in _words(kind, row):
            here = line_of(text, kind, at, field)
            for reason in _doubts(kind, row, word, field, seen):
                yield Remark(Severity.WARNING, str(file), here, word, reason)
            if views and not any(re.search(_sought(kind, word), view, re.IGNORECASE) for view in views):
                yield Remark(Severity.WARNING, str(file), here, word, "none of the files has it")
        for member in _members(kind, row):
            if member not in cities() and member not in _named(entries, Kind.CITY):
                reason = f"no city is known by this name: yange lexicon add city {member}"
                yield Remark(Severity.WARNING, str(file), line, member, reason)


def _rows(entries: Mapping[str, list[dict[str, Any]]]) -> Iterator[tuple[Kind, int, dict[str, Any]]]:
    return ((Kind(kind), at, row) for kind, rows in entries.items() for at, row in enumerate(rows))


def _words(kind: Kind, row: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The words of an entry that are looked for in minutes, each with its field."""
    form = FORMS[kind]
    own = {} if form.name == "means" else {form.name: [row[form.name]]}
    lists = {
        field: row.get(field, ())
        for field in (form.words, "word", "groups", "short", "bare", "offices")
        if kind is not Kind.REGION
    }
    for field, words in (own | lists).items():
        for word in [words] if isinstance(words, str) else words:
            yield word, field


def _sought(kind: Kind, word: str) -> str:
    return pattern(word) if kind in (Kind.PHRASE, Kind.HEADING) else re.escape(folded(word))


def _members(kind: Kind, row: Mapping[str, Any]) -> list[str]:
    if kind is Kind.PLATFORM:
        return [one if isinstance(one, str) else str(one.get("city", "")) for one in row.get("members", ())]
    return list(row.get("cities", ())) if kind is Kind.REGION else []


def _named(entries: Mapping[str, list[dict[str, Any]]], kind: Kind) -> set[str]:
    return {row[FORMS[kind].name] for row in entries.get(kind, ())}


def _doubts(
    kind: Kind, row: Mapping[str, Any], word: str, field: str, seen: dict[tuple[Kind, str], str]
) -> Iterator[str]:
    """What may be wrong with a word."""
    means = str(row[FORMS[kind].name])
    before = seen.setdefault((kind, folded(word)), means)
    if before != means:
        yield f"it stands for “{before}” as well"
    elif kind is Kind.PHRASE:
        yield from _of_phrase(word, means)
    elif kind is Kind.HEADING and means not in LISTS:
        yield from _of_heading(word, means)
    elif kind in _SHIPPED:
        owner = _SHIPPED[kind]().get(folded(word))
        if owner and owner != folded(means):
            yield f"it is a name of “{owner}”, too"
        elif owner and field != FORMS[kind].name:
            yield "the shipped lexicon already has it"


def _of_phrase(word: str, means: str) -> Iterator[str]:
    """Whether the shipped lexicon reads a phrase already, as the same or as something else."""
    sample = folded(word).replace("*", "")
    events = shipped("decisions.toml")["events"]
    read = [name for name, kind in EVENTS.items() if any_of(_plain(events[kind])).search(sample)]
    if means in read:
        yield f"the shipped lexicon already reads it as {means}"
    elif read:
        yield f"the shipped lexicon reads it as {', '.join(read)}; see with yange parse which of the two it gives"


def _of_heading(word: str, means: str) -> Iterator[str]:
    """Whether a heading is known already, or stays what the shipped lexicon takes it for."""
    before = headings.meant(folded(word), headings.patterns(shipped("headings.toml")))
    if before == means:
        yield f"the shipped lexicon already reads it as {means}"
    elif before is not None:
        yield f"the shipped lexicon reads it as {before}, which is asked first"


def _plain(patterns: Iterable[str]) -> list[str]:
    return [pattern.replace("{MEMBERS}", "(?!)") for pattern in patterns]


def _spelled(file: str, table: str, *fields: str) -> Callable[[], dict[str, str]]:
    """Every spelling of a shipped table with whom it means."""

    def spellings() -> dict[str, str]:
        found: dict[str, str] = {}
        for entry in shipped(file)[table]:
            for field in fields:
                held = entry.get(field, ())
                found |= {folded(word): entry[fields[0]] for word in ([held] if isinstance(held, str) else held)}
        return found

    return spellings


_SHIPPED: Mapping[Kind, Callable[[], dict[str, str]]] = {
    Kind.REGION: _spelled("regions.toml", "region", "word"),
    Kind.GROUP: _spelled("groups.toml", "group", "name", "aliases"),
    Kind.CITY: _spelled("cities.toml", "city", "name", "short", "brief"),
    Kind.ORGANIZATION: _spelled("organizations.toml", "organization", "name", "aliases", "short"),
    Kind.PROGRAM: _spelled("programs.toml", "program", "name", "aliases"),
}
