"""Which sittings of a series the store lacks.

Always true: a sitting is missing because its number is passed over, because minutes only speak of it, or because the
rules have one in a period before the last that is here; each is told once, the surest reason first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from graph.store import GraphStore
from graph.vocabulary import Level
from queries.catalogue import Row, ask
from queries.events import Sitting
from queries.evidence import Quote, Quotes
from queries.schedule.slots import Place, Slots, Window
from queries.sentences import sentences

_SPOKEN = re.compile(
    r"(?P<year>\d{2,4})年度?[^，。；、\d]{0,16}?第(?P<number>\d{1,2}|[一二三四五六七八九十]{1,3})次(?:工作)?(?:小組|工作|會議)"
)
_DIGITS = {word: number for number, word in enumerate("一二三四五六七八九十", 1)}


class Why(StrEnum):
    """How one knows that a sitting is missing."""

    SPOKEN_OF = "spoken_of"
    NUMBER = "number"
    PERIOD = "period"


@dataclass(frozen=True, slots=True)
class Missing:
    """A sitting that the store has no minutes of."""

    roc_year: int | None
    ordinal: int | None
    window: Window | None
    why: Why
    quotes: tuple[Quote, ...]
    """The words that speak of it, where some do."""


def missing(
    store: GraphStore,
    held: Sequence[Sitting],
    stubs: Sequence[Sitting],
    slots: Slots | None,
    until: Place | None,
    day: str,
) -> tuple[Missing, ...]:
    """The sittings of a series that are not here.

    In: a store; the sittings of the series that have minutes, and those only spoken of; its places and the first place
    that is still to come, where its rules are known; the day as of which to ask. Out: by year and number.
    """
    found: dict[Place, Missing] = {}
    for one in (*_spoken(store, held, stubs), *_numbers(store, held, slots, day), *_periods(held, slots, until)):
        told = _placed(one, slots)
        found.setdefault(_place(told, slots) or ((told.roc_year or 0) + 1911, told.ordinal or 0), told)
    here = {_at(one, slots) for one in held}
    return tuple(one for at, one in sorted(found.items(), key=lambda pair: pair[0]) if at not in here)


def _placed(one: Missing, slots: Slots | None) -> Missing:
    """With the year and the days that its number tells."""
    place = _place(one, slots)
    return replace(one, roc_year=place[0] - 1911, window=slots.window(place)) if slots and place else one


def _place(one: Missing, slots: Slots | None) -> Place | None:
    if slots is None or one.window:
        return slots.on(one.window.since) if slots and one.window else None
    year = one.roc_year + 1911 if one.roc_year is not None else None
    return slots.platform.place_of(slots.level, year, one.ordinal) if one.ordinal is not None else None


def _at(sitting: Sitting, slots: Slots | None) -> Place:
    """Where a sitting that is here belongs."""
    place = slots.of(sitting) if slots else None
    return place or ((sitting.roc_year or 0) + 1911, sitting.ordinal or 0)


def _spoken(store: GraphStore, held: Sequence[Sitting], stubs: Sequence[Sitting]) -> Iterator[Missing]:
    told = {row["meeting"]: row["passages"] or () for row in ask(store, "spoken_of")}
    quotes = Quotes(store, (id for passages in told.values() for id in passages))
    for one in stubs:
        yield Missing(one.roc_year, one.ordinal, None, Why.SPOKEN_OF, quotes.of(told.get(one.id)))
    for one in held:
        if one.level is not Level.WORKING_GROUP:
            continue
        for sentence in sentences(store).get(one.id, ())[1:]:
            for said in _SPOKEN.finditer(re.sub(r"\s", "", sentence.text)):
                year = int(said["year"]) - (1911 if int(said["year"]) > 1000 else 0)
                number = _number(said["number"])
                earlier = one.roc_year is None or one.ordinal is None or (year, number) < (one.roc_year, one.ordinal)
                if earlier and _own(said[0], one) and not any((h.roc_year, h.ordinal) == (year, number) for h in held):
                    yield Missing(year, number, None, Why.SPOKEN_OF, (sentence.quote(store),))


def _own(words: str, sitting: Sitting) -> bool:
    """Whether the sitting spoken of is one of the same group, as far as a group is named."""
    named = re.search(r"「?([\u3400-\u9fff]{2,6}組)」?(?=第)", words)
    return "層級" not in words and (named is None or (sitting.group or "") in words or named[1] in ("議題小組", "小組"))


def _numbers(store: GraphStore, held: Sequence[Sitting], slots: Slots | None, day: str) -> Iterator[Missing]:
    """Numbers that are passed over within a year, or through the years where the series counts on."""
    if not held:
        return
    if slots and slots.rules.numbered == "through":
        numbers = {one.ordinal for one in held if one.ordinal is not None}
        gaps = range(min(numbers, default=0), max(numbers, default=0))
        yield from (Missing(None, number, None, Why.NUMBER, ()) for number in gaps if number not in numbers)
        return
    series = (held[0].platform, held[0].level, held[0].group)
    for row in ask(store, "missing_numbers", day=day):
        if _series(row) == series:
            yield Missing(row["roc_year"], row["ordinal"], None, Why.NUMBER, ())


def _periods(held: Sequence[Sitting], slots: Slots | None, until: Place | None) -> Iterator[Missing]:
    """Periods in which the rules have a sitting and the store has none."""
    if slots is None or until is None:
        return
    places = {place for one in held if (place := slots.of(one))}
    first = min(filter(None, (slots.first(), min(places, default=None))), default=None)
    if first is None:
        return
    known = min(((slots.of(one) or until, one.ordinal) for one in held if one.ordinal), default=None)
    counted = (known[0], known[1]) if known and known[1] else None
    for place in slots.between(first, until):
        if place not in places:
            number = slots.number(place, counted)
            yield Missing(place[0] - 1911, number, slots.window(place), Why.PERIOD, ())


def _series(row: Row) -> tuple[str, str, str | None]:
    return (row["platform"], row["level"], row["group"])


def _number(words: str) -> int:
    return int(words) if words.isdigit() else _DIGITS.get(words, 0)
