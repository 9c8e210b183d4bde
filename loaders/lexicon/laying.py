"""The user's own entries laid over the shipped files, which every reader of the lexicon then reads as one.

Always true: the shipped data is not changed but copied; an entry of a known name adds to that entry, its single values
win; words are folded as the texts are that they are looked for in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from loaders.folding import fold
from loaders.lexicon.kinds import FORMS, Kind
from loaders.lexicon.meanings import EVENTS, LISTS, PASSED, STEPS

Data = dict[str, Any]
Own = Mapping[str, list[dict[str, Any]]]

_GAP = "[^，。；]{0,12}?"
"""What a * stands for."""


def laid_over(name: str, shipped: Data, own: Own) -> Data:
    """A file of the lexicon with the user's entries. In: its name, its data, the user's entries. Out: new data."""
    lay = _LAYERS.get(name)
    return lay(shipped, own) if lay and own else shipped


def pattern(word: str) -> str:
    """A user's word as a regular expression over folded, squeezed text.

    >>> pattern("准予*下架")
    '准予[^，。；]{0,12}?下架'
    """
    return _GAP.join(re.escape(folded(part)) for part in word.split("*"))


def folded(word: str) -> str:
    """A user's word as texts are read: folded, without blanks."""
    return re.sub(r"\s", "", fold(word))


def _named(kind: Kind, defaults: Data | None = None) -> Callable[[Data, Own], Data]:
    """Entries of one kind beside those of a file; ``defaults``: what a new one has that says nothing of it."""

    def lay(shipped: Data, own: Own) -> Data:
        key = FORMS[kind].name
        known = {entry[key]: entry for entry in shipped[kind]}
        for entry in own.get(kind, ()):
            mine = {**entry, key: _spelt(entry[key], kind)}
            known[mine[key]] = _united(known.get(mine[key], defaults or {}), mine)
        return {**shipped, kind.value: [_whole(kind, entry) for entry in known.values()]}

    return lay


def _spelt(name: str, kind: Kind) -> str:
    """A name as its kind is compared: programs keep the blanks between Latin words."""
    return fold(name).strip() if kind in (Kind.PROGRAM, Kind.ORGANIZATION) else folded(name)


def _united(one: Data, other: Data) -> Data:
    """An entry with what another says of the same thing."""
    lists = {
        key: list(dict.fromkeys([*one.get(key, ()), *map(fold, value)]))
        for key, value in other.items()
        if isinstance(value, list)
    }
    return {**one, **other, **lists}


def _whole(kind: Kind, entry: Data) -> Data:
    """An entry with what is made of others: a city is short of 市 where it says nothing else."""
    if kind is not Kind.CITY:
        return entry
    return {"short": entry["name"][:-1], **entry}


def _agencies(shipped: Data, own: Own) -> Data:
    listed = {entry["name"]: entry for register in shipped["register"] for entry in register.get("agency", ())}
    listed |= {entry["name"]: entry for entry in shipped["national"]}
    registers, national = list(shipped["register"]), list(shipped["national"])
    for entry in own.get(Kind.AGENCY, ()):
        name = folded(entry["name"])
        mine = _united(listed.get(name, {}), {**entry, "name": name, "source": "own"})
        if city := mine.pop("city", None):
            registers.append({"city": folded(city), "source": "own", "offices": [], "agency": [mine]})
        else:
            national.append(mine)
    sources = {**shipped["sources"], "own": "the user's own lexicon"}
    return {**shipped, "sources": sources, "register": registers, "national": national}


def _decisions(shipped: Data, own: Own) -> Data:
    events = {kind: [*_phrases(own, means), *shipped["events"][kind]] for means, kind in EVENTS.items()}
    passed = "|".join([*_phrases(own, PASSED), shipped["passing"]["plain"]])
    return {**shipped, "events": {**shipped["events"], **events}, "passing": {**shipped["passing"], "plain": passed}}


def _lineage(shipped: Data, own: Own) -> Data:
    return shipped | {key: "|".join([*_phrases(own, means), shipped[key]]) for means, key in STEPS.items()}


def _agenda(shipped: Data, own: Own) -> Data:
    """Phrases are what headings and labels decide; lists are announced by headings."""
    every = [word for means in EVENTS for word in _phrases(own, means)]
    decides = "|".join([shipped["headings"]["decides"], *every])
    outcomes = {
        kind: "|".join([shipped["outcomes"][kind], *_phrases(own, means)])
        for means, kind in EVENTS.items()
        if kind in shipped["outcomes"]
    }
    lists = {
        key: [*(f"^{word}" for word in _words(own, Kind.HEADING, means)), *shipped["lists"][key]]
        for means, key in LISTS.items()
    }
    names = {**shipped["names"], "decided": "|".join([shipped["names"]["decided"], *every])}
    return {
        **shipped,
        "names": names,
        "headings": {**shipped["headings"], "decides": decides},
        "outcomes": {**shipped["outcomes"], **outcomes},
        "lists": {**shipped["lists"], **lists},
    }


def _lifecycle(shipped: Data, own: Own) -> Data:
    """Phrases speak of cases, and those of keeping a case on the list say that it is there."""
    every = [word for means in EVENTS for word in _phrases(own, means)]
    kept = _phrases(own, "continued")
    rows = {**shipped["rows"], "tracked": "|".join([shipped["rows"]["tracked"], *every])}
    settlement = {key: "|".join([shipped["settlement"][key], *kept]) for key in ("about_list", "on_list")}
    return {**shipped, "rows": rows, "settlement": {**shipped["settlement"], **settlement}}


def _headings(shipped: Data, own: Own) -> Data:
    parts = {
        part: {
            means: [
                *shipped[part][means],
                *(folded(w) for e in own.get(Kind.HEADING, ()) if e["means"] == means for w in e["words"]),
            ]
            for means in shipped[part]
        }
        for part in ("header", "body")
    }
    return {**shipped, **parts}


def _phrases(own: Own, means: str) -> list[str]:
    return _words(own, Kind.PHRASE, means)


def _words(own: Own, kind: Kind, means: str) -> list[str]:
    """The words of a meaning as regular expressions, the longest first."""
    words = [word for entry in own.get(kind, ()) if entry["means"] == means for word in entry["words"]]
    return [pattern(word) for word in sorted(dict.fromkeys(words), key=lambda word: (-len(word), word))]


_LAYERS: Mapping[str, Callable[[Data, Own], Data]] = {
    "regions.toml": _named(Kind.REGION),
    "groups.toml": _named(Kind.GROUP),
    "cities.toml": _named(Kind.CITY, {"letter": "", "code": "", "districts": []}),
    "organizations.toml": _named(Kind.ORGANIZATION),
    "programs.toml": _named(Kind.PROGRAM, {"aliases": [], "kind": "program"}),
    "agencies.toml": _agencies,
    "decisions.toml": _decisions,
    "lineage.toml": _lineage,
    "agenda.toml": _agenda,
    "lifecycle.toml": _lifecycle,
    "headings.toml": _headings,
}
