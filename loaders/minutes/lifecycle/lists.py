"""The lists of a sitting, and which of their cases a sentence without names speaks of (其餘5案, 前三案, 以上2案).

Always true: a list is looked for upwards from the line that speaks of it; where the number does not fit, none is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile

from graph.vocabulary import EdgeType
from loaders.lexicon.agenda import asked_outcome_of
from loaders.lexicon.lifecycle import lifecycle_words
from loaders.minutes.agenda import AgendaItem, Kind, Speech
from loaders.minutes.casebook import Entry
from loaders.minutes.lifecycle.binding import how_many
from loaders.minutes.lifecycle.statements import Context, Told
from loaders.minutes.names import stated_count
from loaders.minutes.triggers import Mood
from loaders.numerals import numeral
from loaders.row_numbers import row

_TAKEN_UP = frozenset({EdgeType.ESTABLISHED_AT, EdgeType.REJECTED_AT, EdgeType.DEFERRED_AT, EdgeType.WITHDRAWN_AT})
_OPEN = frozenset({Mood.UNDECIDED, Mood.PAST})


class Lists:
    """What stands in the lists of one sitting, and what the items read so far dealt with."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._numbers: dict[str, dict[str, str]] = {}
        """Number → key, list by list: every list counts from one."""
        self._dealt: dict[str, set[str]] = {}
        """Cases of which earlier lines of a 決議 spoke; those that are listed, by the place of their list."""
        self._taken_up: set[str] = set()
        """Cases that an item of their own accepted, refused or put off."""
        self._about: list[tuple[str, ...]] = []
        """The cases that each item was about at its end, in reading order."""
        self.tables: frozenset[str] = frozenset()
        """The places at which several items stand, as the rows of a table do."""
        self.waiting: tuple[str, ...] = ()
        """The cases of the items right before of which nothing was said."""

    def number(self, item: AgendaItem, number: str, key: str) -> None:
        """Enter the number of a case in the list of its item."""
        self._numbers.setdefault(self._list_of(item), {})[number] = key

    def _list_of(self, item: AgendaItem) -> str:
        """The list that an item stands in: what is above its own number; rows of a table have no step of their own."""
        above, _, step = item.path.rpartition("/")
        return above if row(step) == item.row and item.path not in self.tables else item.path

    def deal(self, told: Told) -> None:
        """Take note of what an item, read to its end, spoke of and decided."""
        item = told.item
        ruled = [s for s in told.statements if not s.from_heading]
        bare = item.names and not (item.decision or item.background or ruled)
        self.waiting = (*self.waiting, *told.subjects) if bare else ()
        self._about += [tuple(told.subjects)] if told.subjects else []
        place = item.path.rpartition("/")[0] if item.listed else ""
        targets = {s.target for s in told.statements} if not item.names else set()  # 第四案併入第一案；其餘各案續管
        spoken_of = [key for key in told.subjects if key not in targets] if item.decision and not item.listed else ()
        self._taken_up |= {
            s.case for s in told.statements if item.names and s.kind in _TAKEN_UP and s.mood is Mood.DECIDED
        }
        self._dealt.setdefault(place, set()).update(spoken_of, decided(told))

    def numbers_at(self, item: AgendaItem) -> dict[str, str]:
        """The numbers of the list nearest to an item; of tracked cases, where it speaks of those and has none."""
        entries = self._context.book.entries
        tracked = [place for place, held in self._numbers.items() if all(entries[key].tracked for key in held.values())]
        of_tracked = item.kind is Kind.TRACKED and not item.names and bool(tracked)
        places = tracked or list(self._numbers) if of_tracked else list(self._numbers)
        beside = item.path.rpartition("/")[0]  # 1. 項次3…。 3. 「A」…: a line points to another list than its own
        places = [at for at in places if at != beside or item.names] or places
        nearest = max(places, key=lambda at: _shared(at, item.path), default="")
        alone = of_tracked and len(tracked) == 1
        return self._numbers[nearest] if nearest and (alone or _shared(nearest, item.path)) else {}

    def look_up(self, told: Told, speech: Speech, of_list: str, named: tuple[str, ...] = ()) -> None:
        """Enter the list that a sentence speaks of: all of it, the first or last of it, or what is left of it.

        ``named``: the cases that it names itself.
        """
        words = lifecycle_words().binding
        place = told.item.path + "/"
        rest, some = words.rest.search(speech.text), words.some.match(speech.text)
        some = some or next((s for s in words.some.finditer(speech.text) if s["which"] not in ("前", "後", None)), None)
        ends = some is not None and (some["which"] or "前") in "前後"
        if ends:
            told.whole = next(self._above(place), ())  # 前二案 of the list that a 裁示 closes
        left = rest is not None or (some is not None and not ends)
        if of_list or left:
            stated = how_many(rest, speech.text) if rest else None
            told.listed = self._left_over(place, stated, anywhere=left or "案" in of_list, further=left)
            self._of_one_line(told, named, stated)
            if rest and (by_group := self.of_group(told.item)):
                told.listed = by_group  # 交通組：「A」同意解列，其餘2案續管
            count = stated_count(of_list) or 0
            if count and not rest:  # 一、A 二、B 以上2案…。 三、C
                whole = next((keys for keys in self._above(place) if len(keys) == count), ())
                told.listed = self._counted_above(speech, told.listed, count) or whole
            told.enumerated = told.enumerated or told.listed

    def look_up_mates(self, told: Told, speech: Speech) -> None:
        """Enter the other cases of the line that put an item's only case, where a sentence speaks of as many."""
        rest = lifecycle_words().binding.rest.search(speech.text)
        self._of_one_line(told, tuple(told.subjects), how_many(rest, speech.text) if rest else None)

    def _of_one_line(self, told: Told, named: tuple[str, ...], stated: int | None) -> None:
        """「A」續管，其餘2案解列, where one line put the three."""
        if stated and len(mates := self._mates(named)) == stated:
            told.listed = mates

    def _mates(self, named: tuple[str, ...]) -> tuple[str, ...]:
        """The other cases of the line that put the one which a sentence names."""
        entries = self._context.book.entries
        lines = {entries[key].item for key in named if entries[key].listed}
        return tuple(e.key for e in self._listed() if e.item in lines and e.key not in named) if len(lines) == 1 else ()

    def beneath(self, told: Told) -> list[str]:
        """The cases of the lists beneath an item that names none itself (觀光組：…決議：照案通過)."""
        place = f"{told.item.path}/"
        if told.item.names or told.subjects or place == "/":
            return []
        by_group = list(self.of_group(told.item))  # 觀光組：照小組建議
        return by_group or [entry.key for entry in self._listed() if entry.item.startswith(place)]

    def of_group(self, item: AgendaItem) -> tuple[str, ...]:
        """The cases of the group that a line without names is about."""
        return tuple(dict.fromkeys(self._context.book.topics.get(item.group or "", ()))) if not item.names else ()

    def of_named_group(self, told: Told, speech: Speech) -> tuple[str, ...]:
        """The cases of a group with which a sentence opens, where they are as many as it says (災防組2案)."""
        said = lifecycle_words().binding.of_group.match(speech.text)
        keys = self._context.book.topics.get(said["group"], ()) if said else ()
        dealt = {statement.case for statement in told.statements}.union(*self._dealt.values())
        left = dict.fromkeys(key for key in keys if not (said and said["rest"] and key in dealt))
        return tuple(left) if said and len(left) == numeral(said["count"]) else ()

    def of_report(self, item: AgendaItem, speech: Speech) -> tuple[str, ...]:
        """The cases of a group's report that a ruling without names is about: its only one, as many as it counts, or
        those of which was asked what it opens with (新增案同意列管)."""
        keys, said = self.of_group(item), lifecycle_words().binding.of_report.match(speech.text)
        if not keys:
            return ()
        if said is None:
            subject = item.subject.text if item.subject and item.group else ""
            return keys if len(keys) == 1 and (item.group or " ") in subject else ()
        if said["count"]:
            return keys if len(keys) == numeral(said["count"]) else ()
        kind = asked_outcome_of(said["sort"])
        new = kind is EdgeType.ESTABLISHED_AT
        asked = {key: self._context.asked.get(key, ()) for key in keys}
        entries = self._context.book.entries
        return tuple(
            key
            for key, put in asked.items()
            if any(asked_outcome_of(line.text) is kind for line in put) or (new and not entries[key].tracked)
        )

    def after_change(self, speech: Speech) -> tuple[str, ...]:
        """As many cases as a sentence says there are after a change, of those that the items before were about."""
        said = lifecycle_words().binding.after_change.search(speech.text)
        count = (numeral(said["count"] or said["renamed"]) or 0) if said else 0
        keys: list[str] = []
        for subjects in reversed(self._about):
            keys = [*dict.fromkeys((*subjects, *keys))]
            if len(keys) >= count:
                break
        return tuple(keys) if count and len(keys) == count else ()

    def _listed(self) -> list[Entry]:
        return [entry for entry in self._context.book.entries.values() if entry.listed]

    def _above(self, path: str) -> Iterator[tuple[str, ...]]:
        """The listed cases around a line, section by section, the nearest first."""
        listed = self._listed()
        while path:
            path = path.rpartition("/")[0]
            if here := tuple(entry.key for entry in listed if entry.item.startswith(path + "/")):
                yield here

    def _left_over(self, path: str, stated: int | None, *, anywhere: bool, further: bool) -> tuple[str, ...]:
        """The cases of the nearest list above a line, of which no 決議 spoke yet (其餘5案, 裁示：同意新增).

        ``stated``: how many they are; the nearest list that leaves as many then, in another section if need be.
        ``anywhere``: or else the only list there is, of which the line itself may speak. ``further``: or the list
        beyond the nearest, where nothing is left of that.
        """
        own = path.rstrip("/")
        dealt = set().union(*(self._dealt.get(place, set()) for place in ("", own, own.rpartition("/")[0])))
        dealt |= self._taken_up if anywhere else set()
        nearest: tuple[str, ...] | None = None
        for here in self._above(path):
            left = tuple(key for key in here if key not in dealt)
            nearest = left if nearest is None else nearest
            if (left or not further) and stated in (None, len(left)):
                return left
        if nearest is not None:
            return nearest
        listed = self._listed()
        places = reversed(dict.fromkeys(entry.item.rpartition("/")[0] for entry in listed))
        lists = ([e.key for e in listed if e.item.rpartition("/")[0] == place] for place in places)
        left_of = [tuple(key for key in keys if key not in dealt) for keys in lists]
        if anywhere and len(left_of) == 1:
            return left_of[0]
        return next((left for left in left_of if len(left) == stated), ())

    def _counted_above(self, speech: Speech, listed: Iterable[str], count: int) -> tuple[str, ...]:
        """As many of the listed cases as stand above a sentence, or as wait there for what is said of them."""
        here = speech.flow.offsets[0]
        above = tuple(key for key in listed if self._context.book.entries[key].quote.start < here)
        if len(above) == count:
            return above
        return self.waiting[-count:] if count <= len(self.waiting) else ()


def decided(told: Told) -> tuple[str, ...]:
    """The cases of which an item decides, in order."""
    asked = [s for s in told.statements if s.from_heading and s.mood is Mood.RECOMMENDED]
    return tuple(dict.fromkeys(s.case for s in told.statements if s.mood not in _OPEN and s not in asked))


def _shared(one: str, other: str) -> int:
    """How many steps two places have in common from the top."""
    steps = takewhile(lambda pair: pair[0] == pair[1], zip(one.split("/"), other.split("/"), strict=False))
    return sum(1 for _ in steps)
