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
from queries.labels import labels
from queries.memory import remembered
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
class _Spelling:
    """A way of writing a name, as texts are compared with it."""

    name: str
    loose: str
    key: str


@dataclass(frozen=True, slots=True)
class _Known:
    """Something with a name, and all its spellings, the name itself first."""

    thing: Named
    spellings: tuple[_Spelling, ...]
    platform: str
    ids: frozenset[str]
    """Its id, and those it had before."""


@dataclass(frozen=True, slots=True)
class Found:
    """The thing that a name means, and what else the name could mean."""

    thing: Named
    others: tuple[Named, ...]


def names(store: GraphStore, kinds: Iterable[Label] = ()) -> list[Named]:
    """Everything in the store that has a name; only of the given labels, where some are given."""
    return [known.thing for known in _known(store, kinds)]


def search(store: GraphStore, text: str, kinds: Iterable[Label] = ()) -> list[Hit]:
    """What the text may mean, the closest first.

    In: a store; a name in any spelling, a part of one, or words of it and of its platform; labels to keep to.
    Out: hits; never empty. Raises NotFoundError with the nearest names when nothing answers.
    """
    known, match = _known(store, kinds), _Matcher(text)
    hits = [hit for one in known if (hit := match(one))]
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
        raise NotFoundError(*_nothing(text, _known(store, [label])))
    return Found(hits[0].thing, tuple(hit.thing for hit in hits[1:] if hit.rank == hits[0].rank or hits[0].rank > 2))


def meant(store: GraphStore, text: str, label: Label, platform: str | None = None) -> Named:
    """The one thing of this label that the text means best, on this platform before elsewhere.

    Raises NotFoundError with the nearest names.
    """
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


class _Matcher:
    """What answers to a text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.part, self.key = _loose(text), key(_plan(text))
        self.words = [_loose(word) for word in text.split()]

    def __call__(self, known: _Known) -> Hit | None:
        """The best spelling of a thing that answers: whole name, beginning, part, or all words in it."""
        thing = known.thing
        if self.text in known.ids:
            return Hit(thing, thing.name, 0)
        ranked = [(rank, one.name) for one in known.spellings if (rank := self._rank(one, known)) is not None]
        if not ranked:
            return None
        rank, name = min(ranked, key=lambda pair: pair[0])
        return Hit(thing, name, rank)

    def _rank(self, one: _Spelling, known: _Known) -> int | None:
        part, whole = self.part, one.loose
        if self.key == one.key != "":
            return 1 + (one.name != known.thing.name)
        if part and part in whole:
            return 3 + (not whole.startswith(part))
        if len(self.words) > 1 and _worded(self.words, whole, known.platform):
            return 5
        if len(part) > 2 and part[0] in whole and part[-1] in whole and _scattered(part, whole):
            return SCATTERED
        return None


def _known(store: GraphStore, kinds: Iterable[Label]) -> list[_Known]:
    """Everything with a name of these labels; of all, where none is given."""
    every, wanted = remembered(store, _spelt), frozenset(kinds)
    return [one for one in every if one.thing.label in wanted] if wanted else every


def _spelt(store: GraphStore) -> list[_Known]:
    shortened, found = _shortened(store), []
    for row in ask(store, "names"):
        aliases = tuple(row["aliases"] or ())
        thing = Named(Label(row["label"]), row["id"], row["name"], aliases, row["platform"], row["date"])
        every = (thing.name, *aliases, *shortened.get(thing.id, ()))
        spellings = tuple(_Spelling(name, _loose(name), key(_plan(name))) for name in dict.fromkeys(every))
        ids = frozenset((thing.id, *(row["former"] or ())))
        found.append(_Known(thing, spellings, _loose(thing.platform or ""), ids))
    return found


def _shortened(store: GraphStore) -> dict[str, tuple[str, str]]:
    """What agencies are called for short, by their ids: 新北教育局, 新北市教育局."""
    rows = ask(store, "agencies")
    short = labels((row["id"], row["name"], row["aliases"] or (), row["city"]) for row in rows)
    return {row["id"]: (short[row["id"]], row["name"].replace("政府", "", 1)) for row in rows}


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


def _nothing(text: str, known: list[_Known]) -> tuple[str, tuple[str, ...]]:
    """The sentence for a name that nothing answers to, and up to three names that come close."""
    if not known:
        return f"nothing answers to 「{text}」: the store is empty; load some minutes first (yange load PATH)", ()
    choices = {one.name: one.loose for thing in known for one in thing.spellings}
    close = process.extract(_loose(text), choices, scorer=fuzz.WRatio, limit=12)
    owner = {one.name: thing.thing.name for thing in known for one in thing.spellings}
    nearest = tuple(dict.fromkeys(owner[name] for _, _, name in close))[:3]
    return f"nothing answers to 「{text}」; the nearest names are {'、'.join(f'「{n}」' for n in nearest)}", nearest
