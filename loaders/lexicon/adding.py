"""Adding words to a user's lexicon file.

Always true: what stands in the file, comments among it, stays; a word that is there already is not added again; the
text that comes out is right, or the text that went in is not touched.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import tomlkit
from tomlkit.items import AoT, Table

from graph.errors import InputError
from graph.governance import Member, governance
from loaders.lexicon.kinds import FORMS, Kind
from loaders.lexicon.laying import folded
from loaders.lexicon.own import entries

_HEAD = "# Words of our own, laid over the lexicon of Yange (docs/lexicon.md). To check them: yange lexicon check\n\n"


def added(text: str, file: str, kind: Kind, words: Sequence[str], said: Mapping[str, str | Sequence[str]]) -> str:
    """A lexicon file's text with an entry, or with more in an entry that it has.

    In: the text (empty: a new file); the file's name, for errors; the kind; its words, the first of which is the name
    (of a phrase or heading all are words); further fields. Out: the new text; the same text when nothing was new.
    Raises: InputError for a file that is wrong or an entry that would be.
    """
    entries(text, file)
    held = tomlkit.parse(text or _HEAD)
    form = FORMS[kind]
    meant = form.name == "means"
    name = str(said["means"]) if meant else words[0]
    more = {key: value for key, value in said.items() if key != form.name and value}
    spellings = list(words) if meant else list(words[1:])
    rows = held.setdefault(kind.value, tomlkit.aot())
    if not isinstance(rows, AoT):
        raise InputError(f"{file}: “{kind}” is a table of its own for each entry: [[{kind}]]")
    row = next((one for one in rows if folded(str(one[form.name])) == folded(name)), None)
    if row is None:
        row = tomlkit.table()
        row.add(form.name, name)
        rows.append(row)
    for fields in (_as_shipped(kind, name, more, spellings), more, {form.words: spellings} if spellings else {}):
        for field, value in fields.items():
            _put(row, field, value)
    changed = re.sub(r"^([^#\n].*)\n(?=\[\[)", r"\1\n\n", tomlkit.dumps(held), flags=re.MULTILINE)
    return changed if entries(changed, file) != entries(text, file) else text


def _as_shipped(kind: Kind, name: str, more: Mapping[str, Any], spellings: list[str]) -> dict[str, list[Any]]:
    """What is said of a platform already in the lists that grow: the user's lists stand for all of them."""
    known = governance().get(folded(name)) if kind is Kind.PLATFORM else None
    if known is None:
        return {} if kind is not Kind.PLATFORM or "members" in more else {"members": []}
    lists: dict[str, list[Any]] = {"aliases": [*known.aliases], "groups": [*known.groups]}
    lists["members"] = [_member(one) for one in known.members]
    return {field: held for field, held in lists.items() if field in more or (field == "aliases" and spellings)}


def _member(one: Member) -> str | dict[str, str]:
    days = {"since": one.since, "until": one.until}
    told = {key: day for key, day in days.items() if day}
    return {"city": one.city, **told} if told else one.city


def _put(row: Table, field: str, value: Any) -> None:
    """Set a text; make a list longer by what it lacks."""
    if isinstance(value, str):
        row[field] = value
        return
    if field not in row:
        row.add(field, tomlkit.array())
    there = {_called(one) for one in row[field]}
    for one in value:
        if _called(one) not in there:
            row[field].append(one)
            there.add(_called(one))


def _called(one: Any) -> str:
    """A text of a list, or the city of a member of which more is said."""
    return folded(one if isinstance(one, str) else str(one.get("city", "")))
