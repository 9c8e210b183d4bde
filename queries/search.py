"""Finding what a reader means by a name, in whatever spelling.

Always true: a name that answers exactly goes before one that only contains the words; nothing is ever chosen by
likeness alone: names that merely come close are offered, in NotFoundError.nearest.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from graph.errors import NotFoundError
from graph.store import GraphStore
from graph.vocabulary import Label
from queries.catalogue import ask
from queries.spelling import bare, key

_ORDER = [Label.CASE, Label.MEETING, Label.PROGRAM, Label.AGENCY, Label.ORGANIZATION, Label.CITY, Label.PLATFORM,
          Label.GROUP, Label.PLAN, Label.PERSON]  # fmt: skip


SCATTERED = 6
"""The rank of a name that has the text's characters in their order, but not together."""


@dataclass(frozen=True, slots=True)
class Named:
    """Something in the graph that has a name."""

    label: Label
    id: str
    name: str
    aliases: tuple[str, ...] = ()
    platform: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """An answer to a search; ``matched`` is the spelling that answered, rank 0 the closest way of answering."""

    thing: Named
    matched: str
    rank: int


@dataclass(frozen=True, slots=True)
class Found:
    """The thing that a name means, and what else the name could mean."""

    thing: Named
    others: tuple[Named, ...]


def names(store: GraphStore, labels: Iterable[Label] = ()) -> list[Named]:
    """Everything in the store that has a name; only of the given labels, where some are given."""
    wanted = set(labels) or set(_ORDER)
    return [
        Named(Label(r["label"]), r["id"], r["name"], tuple(r["aliases"] or ()), r["platform"], r["date"])
        for r in ask(store, "names")
        if r["label"] in wanted
    ]


def search(store: GraphStore, text: str, labels: Iterable[Label] = ()) -> list[Hit]:
    """What the text may mean, the closest first.

    In: a store; a name in any spelling, a part of one, or words of it and of its platform; labels to keep to.
    Out: hits; never empty. Raises NotFoundError with the nearest names when nothing answers.
    """
    known = names(store, labels)
    hits = [hit for thing in known if (hit := _match(text, thing))]
    if not hits:
        raise NotFoundError(*_nothing(text, known))
    hits.sort(key=lambda hit: hit.thing.date or "", reverse=True)
    return sorted(hits, key=lambda hit: (hit.rank, _ORDER.index(hit.thing.label), len(hit.matched), hit.thing.name))


def find(store: GraphStore, text: str, label: Label) -> Found:
    """The one thing of this label that the text means best, and the others it could mean.

    Raises NotFoundError with the nearest names when no name has the text, or all its words, in it.
    """
    hits = [hit for hit in search(store, text, [label]) if hit.rank < SCATTERED]
    if not hits:
        raise NotFoundError(*_nothing(text, names(store, [label])))
    return Found(hits[0].thing, tuple(hit.thing for hit in hits[1:] if hit.rank == hits[0].rank or hits[0].rank > 2))


def meant(store: GraphStore, text: str | None, label: Label, platform: str | None = None) -> Named | None:
    """What a reader means by a name, on this platform before elsewhere; None for None.

    Raises NotFoundError with the nearest names.
    """
    if text is None:
        return None
    found = find(store, text, label)
    here = (one for one in (found.thing, *found.others) if one.platform == platform)
    return next(here, found.thing)


def on_day(store: GraphStore, day: str) -> Found:
    """The sitting of an ISO day, the one with minutes of its own before one only spoken of; NotFoundError when none."""
    held = [row for row in ask(store, "sittings") if row["date"] == day]
    if not held:
        raise NotFoundError(f"no sitting was held on {day}")
    held.sort(key=lambda row: (bool(row["stub"]), row["name"], row["id"]))
    things = [Named(Label.MEETING, r["id"], r["name"], (), r["platform"], r["date"]) for r in held]
    return Found(things[0], tuple(things[1:]))


def _match(text: str, thing: Named) -> Hit | None:
    """The best spelling of the thing that answers to the text: whole name, beginning, part, or all words in it."""
    part, words = _loose(text), [_loose(word) for word in text.split()]
    ranked = []
    for name in (thing.name, *thing.aliases):
        whole = _loose(name)
        if text == thing.id:
            ranked.append((0, name))
        elif key(_plan(text)) == key(_plan(name)) != "":
            ranked.append((1 + (name != thing.name), name))
        elif part and part in whole:
            ranked.append((3 + (not whole.startswith(part)), name))
        elif len(words) > 1 and _worded(words, whole, _loose(thing.platform or "")):
            ranked.append((5, name))
        elif len(part) > 2 and _scattered(part, whole):
            ranked.append((SCATTERED, name))
    if not ranked:
        return None
    rank, name = min(ranked, key=lambda pair: pair[0])
    return Hit(thing, name, rank)


def _worded(words: list[str], name: str, platform: str) -> bool:
    """Whether every word stands in the name or in the platform's, and one in the name."""
    here = [word in name for word in words if word]
    return any(here) and all(word in name or word in platform for word in words)


def _scattered(part: str, whole: str) -> bool:
    """Whether the characters stand in the name in their order, with others between: 臺北圖書館 in 臺北與桃園圖書館."""
    rest = iter(whole)
    return all(char in rest for char in part)


def _plan(text: str) -> str:
    return text.replace("計劃", "計畫")


def _loose(text: str) -> str:
    return bare(_plan(text))


def _nothing(text: str, known: list[Named]) -> tuple[str, tuple[str, ...]]:
    """The sentence for a name that nothing answers to, and up to three names that come close."""
    if not known:
        return f"nothing answers to 「{text}」: the store is empty; load some minutes first (yange load PATH)", ()
    choices = {name: _loose(name) for thing in known for name in (thing.name, *thing.aliases)}
    close = process.extract(_loose(text), choices, scorer=fuzz.WRatio, limit=12)
    owner = {name: thing.name for thing in known for name in (thing.name, *thing.aliases)}
    nearest = tuple(dict.fromkeys(owner[name] for _, _, name in close))[:3]
    return f"nothing answers to 「{text}」; the nearest names are {'、'.join(f'「{n}」' for n in nearest)}", nearest
