"""Which cases stand to be delisted or established at a sitting to come, and on whose recommendation.

Always true: a case stands there because words say so, which are quoted; a recommendation that the case's later standing
has overtaken is none; where sittings of the deciding level have passed since whose minutes are not here, ``passed``
counts them, for they may have decided already.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from graph.store import GraphStore
from graph.vocabulary import EdgeType, Level, Status
from queries.catalogue import Row, ask
from queries.events import Sitting, sittings
from queries.evidence import Quote, Quotes
from queries.sentences import Sentence, sentences
from queries.status import Standing, standings
from queries.steps import CaseName
from queries.tracking import OPEN, delisting_level

_CHECKED = r"(?:解列|解除列管|結案)"
_LATER = re.compile(
    rf"(?:第[1-4一二三四]季|下(?:一)?[次季]|年[底終]|第[\d一二三四]+次)[^，。；]{{0,10}}(?<!首長)(?<!層級)(?:小組|工作|會議)[^。；]{{0,24}}{_CHECKED}"
)
_NOT_LISTED = re.compile(r"暫不|不予|未獲|免予")


class Matter(StrEnum):
    """What a sitting is to do with a case."""

    DELIST = "delist"
    ESTABLISH = "establish"


@dataclass(frozen=True, slots=True)
class Pending:
    """A case that stands to be delisted or established."""

    matter: Matter
    case: CaseName
    group: str | None
    """The group that recommends it."""
    by: Sitting
    """The sitting that recommends, puts forward or plans it."""
    quotes: tuple[Quote, ...]
    passed: int
    """How many sittings that could have decided lie between, none of whose minutes are here."""


Passed = Callable[[str, Level, str], int]
"""Platform, level and day → how many sittings of that level have passed since, whose minutes are not here."""


class Waiting:
    """Everything that waits for a sitting, as of a day."""

    def __init__(self, store: GraphStore, as_of: str) -> None:
        self._store, self._day = store, as_of
        self._stood = standings(store, as_of=as_of)
        self._sittings = {one.id: one for one in sittings(store)}
        self._asked = ask(store, "recommendations", day=as_of)
        self._forward = ask(store, "put_forward", day=as_of)
        self._sent = ask(store, "referrals", day=as_of)
        rows = (*self._asked, *self._forward, *self._sent)
        self._quotes = Quotes(store, (id for row in rows for id in row["passages"] or ()))

    def above(self, platform: str, level: Level, nearest: Level, passed: Passed) -> Iterator[Pending]:
        """What waits for a deciding level; ``nearest`` is the lowest of its platform, for what names none."""
        for row in self._asked:
            stands = self._stood.get(row["case"])
            if (
                self._sittings[row["meeting"]].platform == platform
                and stands
                and stands.last is Status.DELISTING_RECOMMENDED
            ):
                quotes = self._quotes.of(row["passages"])
                asked = delisting_level("".join(quote.text for quote in quotes)) or nearest
                if asked is level:
                    yield self._pending(Matter.DELIST, row, quotes, passed(platform, level, row["date"]))
        if level is nearest:
            yield from self._established(platform, level, passed)

    def _established(self, platform: str, level: Level, passed: Passed) -> Iterator[Pending]:
        """Cases that groups put forward since the level last sat or should have."""
        by_case: dict[str, list[Row]] = {}
        for row in self._forward:
            if self._sittings[row["meeting"]].platform == platform:
                by_case.setdefault(row["case"], []).append(row)
        for case, rows in by_case.items():
            last, stands = rows[-1], self._stood.get(case)
            put_off = any(row["type"] == EdgeType.DEFERRED_AT and row["date"] == last["date"] for row in rows)
            if put_off or stands is None or stands.last not in OPEN - {Status.DELISTING_RECOMMENDED, Status.DEFERRED}:
                continue
            sent = any(row["case"] == case and row["date"] >= last["date"] for row in self._sent)
            if not sent and not passed(platform, level, last["date"]):
                yield self._pending(Matter.ESTABLISH, last, self._quotes.of(last["passages"]), 0)

    def within(self, platform: str, group: str) -> Iterator[Pending]:
        """What waits for a group itself: cases sent to it, and delistings that it planned for a later sitting."""
        for row in self._sent:
            stands = self._stood.get(row["case"])
            if (row["to_platform"], row["group"]) == (platform, group) and stands and stands.last in OPEN:
                yield self._pending(Matter.ESTABLISH, row, self._quotes.of(row["passages"]), 0)
        held = [one for one in self._sittings.values() if (one.platform, one.group) == (platform, group)]
        held = [one for one in held if one.date and one.date <= self._day and not one.stub]
        if held:
            yield from self._planned(max(held, key=lambda one: one.date or ""))

    def _planned(self, last: Sitting) -> Iterator[Pending]:
        names = {row["id"]: row for row in ask(self._store, "names")}
        planned: dict[str, list[Sentence]] = {}
        for sentence in sentences(self._store).get(last.id, ()):
            if len(sentence.cases) == 1 and _LATER.search(re.sub(r"\s", "", sentence.text)):
                planned.setdefault(next(iter(sentence.cases)), []).append(sentence)
        for case, said in planned.items():
            stands: Standing | None = self._stood.get(case)
            if stands and stands.last in OPEN - {Status.DELISTING_RECOMMENDED}:
                name = CaseName(case, names[case]["name"], names[case]["platform"])
                quotes = tuple(one.quote(self._store) for one in said)
                yield Pending(Matter.DELIST, name, last.group, last, quotes, 0)

    def _pending(self, matter: Matter, row: Row, quotes: tuple[Quote, ...], passed: int) -> Pending:
        by, case = self._sittings[row["meeting"]], CaseName(row["case"], row["name"], row["platform"])
        return Pending(matter, case, by.group, by, quotes, passed)
