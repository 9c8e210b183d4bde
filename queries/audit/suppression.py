"""Findings that a person looked at and put aside, each with the reason why.

Always true: every entry names a finding by its id and says why; an entry without a reason, an id that stands twice and
an id that the audit does not find are told with the file and the line, and hide nothing.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from graph.errors import InputError
from queries.audit.findings import Finding

SUPPRESSIONS = ".audit.toml"
"""How the file beside a store ends."""
_HEAD = re.compile(r"^\s*\[\[\s*suppress\s*\]\]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Suppression:
    """One finding put aside."""

    id: str
    reason: str
    line: int
    """Line of the file on which the entry begins."""


@dataclass(frozen=True, slots=True)
class Problem:
    """An entry that hides nothing, and why."""

    path: str
    line: int
    says: str

    def __str__(self) -> str:
        return f"{self.path}, line {self.line}: {self.says}"


def read(path: Path) -> tuple[tuple[Suppression, ...], tuple[Problem, ...]]:
    """The entries of a file, and what is wrong with others. Raises InputError when it is no TOML of this form."""
    try:
        text = path.read_text("utf-8")
        entries = tomllib.loads(text).get("suppress", [])
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(f"{path} cannot be read as a list of suppressions ({error}); see docs/audit.md") from error
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise InputError(
            f"{path} holds no list of suppressions; each entry begins with [[suppress]], see docs/audit.md"
        )
    places = [
        text.count("\n", 0, head.start(0) + len(head[0]) - len(head[0].lstrip())) + 1 for head in _HEAD.finditer(text)
    ]
    good: dict[str, Suppression] = {}
    bad: list[Problem] = []
    for at, entry in enumerate(entries):
        line = places[at] if at < len(places) else 1
        id, reason = str(entry.get("id", "")).strip(), str(entry.get("reason", "")).strip()
        if not id:
            bad.append(Problem(str(path), line, "the entry names no id"))
        elif not reason:
            bad.append(Problem(str(path), line, f"{id} is put aside without a reason"))
        elif id in good:
            bad.append(Problem(str(path), line, f"{id} stands twice, first on line {good[id].line}"))
        else:
            good[id] = Suppression(id, reason, line)
    return tuple(good.values()), tuple(bad)


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The findings of an audit, those put aside apart."""

    remaining: tuple[Finding, ...]
    aside: tuple[tuple[Finding, Suppression], ...] = ()
    problems: tuple[Problem, ...] = ()
    """Entries that hide nothing, by their lines."""


def review(findings: Iterable[Finding], path: Path | None) -> Reviewed:
    """Put findings aside.

    In: all findings; a file of suppressions, or None. Out: what remains, what is put aside with its entry, and entries
    that hide nothing. Raises InputError when the file is no list of suppressions.
    """
    found = tuple(findings)
    if path is None:
        return Reviewed(found)
    entries, problems = read(path)
    by_id, ids = {entry.id: entry for entry in entries}, {one.id for one in found}
    unknown = [Problem(str(path), e.line, f"no finding has the id {e.id}") for e in entries if e.id not in ids]
    return Reviewed(
        tuple(one for one in found if one.id not in by_id),
        tuple((one, by_id[one.id]) for one in found if one.id in by_id),
        tuple(sorted((*problems, *unknown), key=lambda problem: problem.line)),
    )
