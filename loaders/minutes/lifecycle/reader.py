"""Agenda items → what each says of its cases: events and steps of lineage.

Always true: nothing is stated of a case that the item does not name or stand for; names enter the case book in reading
order, listed ones before all others.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from graph.vocabulary import EdgeType
from loaders.identity.normal import normal_form
from loaders.lexicon.agenda import agenda_words, asked_outcome_of
from loaders.lexicon.decisions import DecisionWords
from loaders.lexicon.lifecycle import lifecycle_words
from loaders.minutes.agenda import AgendaItem, Kind, NamedCase, Speech
from loaders.minutes.lifecycle.binding import bound, ends_of, spoken
from loaders.minutes.lifecycle.events import event, from_headings
from loaders.minutes.lifecycle.heads import is_merged, merge_head
from loaders.minutes.lifecycle.lists import Lists, decided
from loaders.minutes.lifecycle.outcomes import from_list, go_on
from loaders.minutes.lifecycle.passing import adopt, passes, read_exception, read_passed
from loaders.minutes.lifecycle.pointing import Row, by_number, list_called, list_within
from loaders.minutes.lifecycle.referral import arrive, goes_on_there, refer
from loaders.minutes.lifecycle.retelling import retell, retell_beneath, retell_quoted
from loaders.minutes.lifecycle.rows import rows
from loaders.minutes.lifecycle.statements import Context, Spoken, Statement, Told, passage, sentences
from loaders.minutes.lifecycle.succession import list_of, origins, succeed
from loaders.minutes.lifecycle.wishes import Wishes
from loaders.minutes.lineage import renaming_requested
from loaders.minutes.names import COUNT_BEHIND, groups, quoted
from loaders.minutes.triggers import Trigger, triggers
from loaders.numerals import numeral
from loaders.row_numbers import BEFORE, FIRST, SEVERAL, TABLE, row

_SEVERAL_NAMED = re.compile("[、及與和]")
_CALLED = re.compile("(?:一?案)?（(?:以下|下)?(?:簡|稱)+(?:為)?「?(?P<short>[^（）「」，]{2,10}?案)」?）")
"""The short name that a case is given behind its full one."""
_QUOTES = ("「", "『")
_OPENS_WITH_NAME = re.compile("(?:[\u3400-\u9fff]{2,8}組)?「")
_LONGEST_SORT = 8
_CITY = 3
"""Characters of a city's name."""
_OPENING = 4
"""Characters within which a sentence opens with a case."""


@dataclass(slots=True)
class _Announced:
    """A line that counts the cases beneath it and decides of them all: where they stand, and what it says."""

    place: str
    count: int
    speech: Speech
    said: tuple[Trigger, ...]
    keys: dict[str, None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Pointed:
    """The cases that a sentence points to without naming them.

    ``rearranged``: those that there are after a change. ``reported``: those of a group's report, with ``of_all`` where
    the sentence grants whatever is asked for them.
    """

    rearranged: tuple[str, ...]
    reported: tuple[str, ...]
    of_all: bool


class LifecycleReader:
    """Reads the items of one sitting into its case book and into statements."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.lists = Lists(context)
        self.wishes = Wishes(context)
        self.latest: list[tuple[str, ...]] = []
        """The cases that each item decided about, in reading order, for 除前二款外."""
        self.before: tuple[str, ...] = ()
        """The cases that the item before was about."""
        self.announced: _Announced | None = None
        """What a line says of all the cases beneath it."""
        self.resolved: dict[tuple[str, int | None], Speech] = {}
        """List and number → the sentence that decided that item; without a number the latest, for 同前案."""

    def register(self, items: Iterable[AgendaItem]) -> None:
        """Enter every listed name before anything is read, so that a row may point to a later one."""
        items = tuple(items)
        places = Counter(item.path for item in items if item.names)
        self.lists.tables = frozenset(place for place, count in places.items() if count > 1)
        for _, members in groupby(items, key=lambda item: item.path.rpartition("/")[0]):
            rows = [(item, case) for item in members for case in item.names if _is_listed(item, case)]
            again = all(item.kind is not Kind.NEW for item, _ in rows)  # a 決議 that shortens the names of its list
            known = self.context.book.counterparts([case.name.text for _, case in rows]) if again else []
            for at, (item, case) in enumerate(rows):
                self._enter(item, case, known[at] if known else None)

    def read(self, item: AgendaItem) -> Told:
        """Everything one item says."""
        item = self._as_before(item)
        told = Told(item, waiting=self.lists.waiting)
        self.context.book.numbers.update(self.lists.numbers_at(item))
        self._subjects(told)
        pointed = self.context.book.numbers.get(item.about)
        told.subjects += [pointed] if pointed else []
        told.own, told.enumerated = tuple(told.subjects), _together(told)
        go_on(self.context, told)
        if passes(item, self.context.words):
            told.passed = True
            read_passed(self.context, told, self._proposed)
        retell(self.context, told)
        for asked in item.measures:
            self.wishes.keep(item, asked)
        for speech in item.decision:
            for sentence in sentences(speech):
                self._decided(told, sentence)
        if not from_list(self.context, told):
            from_headings(self.context, told)
        if item.listed and item.headings:
            refer(self.context, told, item.headings[-1], self.context.words, told.subjects)  # 下列2案改由交通組列管：
        self._as_announced(told)
        self.before = tuple(told.subjects) or self.before
        self.lists.deal(told)
        self.latest += [ruled] if (ruled := decided(told)) else []
        return told

    def _as_before(self, item: AgendaItem) -> AgendaItem:
        """同案三: an item that is decided as another of its list, with the words that decided that one."""
        if not item.decision:
            return item
        above, opening = item.path.rpartition("/")[0], item.decision[0]
        same = lifecycle_words().passing.same.match(opening.text)
        earlier = self.resolved.get((above, numeral(same["number"]) if same["number"] else None)) if same else None
        if same and earlier:
            rest = (opening.cut(same.end()), *item.decision[1:])
            item = replace(item, decision=(earlier, *(said for said in rest if said.says)))
        for number in {None, item.number}:
            self.resolved[above, number] = next(sentences(item.decision[0]), opening)
        return item

    def _as_announced(self, told: Told) -> None:
        """整併為3案如下，均持續列管：: state of as many cases as stand beneath what the line above says of all."""
        announced = self.announced
        if announced is None or not told.item.path.startswith(announced.place):
            return
        line = told.item.decision[0] if told.item.decision else None
        if line and not told.subjects and line.text.startswith("「"):  # 「A」維持原案
            told.subjects = [self.context.book.add(quoted(line.text)[0], line.flow, line.path)]
        announced.keys.update(dict.fromkeys(told.subjects))
        if len(announced.keys) == announced.count:
            for key in announced.keys:
                for trigger in announced.said:
                    event(self.context, told, key, announced.speech, trigger)
            self.announced = None

    def _enter(self, item: AgendaItem, case: NamedCase, known: str | None = None) -> str:
        """The key of a case that an item names, ``known`` or not; its number in the list points to it."""
        book = self.context.book
        told = (case.remark, *(s.text for s in item.proposers), *(s.text for s in reversed(item.headings)))
        home = next((found for words in told if (found := origins(words, book.text))), ())
        elsewhere = next((platform for heading in reversed(item.headings) if (platform := list_of(heading.text))), "")
        twin = home and sum(normal_form(other.name.text) == normal_form(case.name.text) for other in item.names) > 1
        key = book.add(
            case.name,
            case.speech.flow,
            item.path,
            platform=elsewhere or (home[0] if twin else ""),
            listed=item.is_row,
            origins=home,
            number=item.number,
            known=known,
        )
        book.entries[key].tracked |= item.kind is Kind.TRACKED
        short = _CALLED.match(case.speech.text, case.name.outer_end)
        book.shorts |= {short["short"]: key} if short else {}
        advice = item.decision if item.is_row and item.row and not case.number else ()
        above = tuple(h for h in item.headings[-1:] if agenda_words().headings.asks.match(h.text))
        self.context.asked.setdefault(key, (*(s for s in (item.subject,) if s), *item.measures, *advice, *above))
        for number in filter(None, (str(case.number or ""), _row_of(item, case))):
            book.numbers[number] = key
            book.numbers[list_called(item.kind) + number] = key
            self.lists.number(item, number, key)
            book.numbers |= {owner + number: key} if (owner := _owner_of(item)) else {}
        topic = item.headings[-1].text.rstrip("：") if item.headings else ""
        asked = (said.text.rstrip("：") for said in item.measures if len(said.text) <= _LONGEST_SORT)
        counted = COUNT_BEHIND.sub("", topic)
        for sort in filter(
            None, (topic, topic.partition("：")[0], counted, item.group, _owner_of(item)[:_CITY], *asked)
        ):
            book.topics.setdefault(sort, []).append(key)
        if table := TABLE.match(topic):
            book.tables.setdefault(numeral(table["table"]) or 0, {})[key] = None
        return key

    def _turn(self, told: Told, speech: Speech, found: Sequence[Row], words: DecisionWords) -> _Pointed:
        """Turn to the cases that a sentence opens with or points to, before anything is stated of them.

        In: ``found``, the names it enumerates. An item that names its own cases stays with them.
        """
        book, binding, text = self.context.book, lifecycle_words().binding, speech.text
        free = not told.item.names
        said = binding.of_list.match(text) if free and not found else None
        of_list = said[0] if said else ""
        if free:
            self.lists.look_up(told, speech, of_list, tuple(key for row in found for key in row.keys))
            if ends := _ends(told, speech):
                told.subjects = list(ends)  # 前三案整併為「C」
        elif len(told.item.names) == 1:
            self.lists.look_up_mates(told, speech)
        if table := TABLE.match(text):
            told.whole = tuple(book.tables.get(numeral(table["table"]) or 0, ()))
            book.numbers |= {str(book.entries[key].number): key for key in told.whole}  # 表2所列各案，除編號2…外
        told.enumerated = list_within(self.context, speech, self.before) or told.enumerated
        if not found and binding.merged_case.match(text):
            told.subjects = list(dict.fromkeys(book.became.get(key, key) for key in told.subjects))
        rearranged = self.lists.after_change(speech) if free and not found else ()
        if rearranged:
            told.subjects = list(rearranged)  # 均同意，調整後3案續予列管
        if free and len(found) == 1:
            numbered = found[0].start == 0 and not text.startswith(_QUOTES)
            if numbered or binding.topic.fullmatch(text[: found[0].start]):
                told.subjects, told.olds = list(found[0].keys), []  # it opens with cases: 丁案名稱修正為「B」
        if free and (of_group := self.lists.of_named_group(told, speech)):
            told.subjects, told.olds = list(of_group), []
        told.subjects = told.subjects or self._numbered(told, speech)
        if "本案" in text and not (found or told.subjects) and len(alone := self.lists.of_group(told.item)) == 1:
            told.subjects = list(alone)  # 水域安全組：…，本案暫緩列管
        reported: tuple[str, ...] = ()
        of_all = False
        if free and not (found or told.subjects):
            of_all = binding.all_of_report.match(text) is not None
            reported = self.lists.of_group(told.item) if of_all else self.lists.of_report(told.item, speech)
        if reported and not of_all and triggers(text, words):
            told.subjects = list(reported)
        if of_list and not told.subjects:
            told.subjects = list(dict.fromkeys(book.became.get(key, key) for key in told.enumerated))
        if told.olds and free and _OPENS_WITH_NAME.match(text):
            told.subjects, told.olds = [], []  # a line of its own: 「A」併入「B」。 「C」併入「D」。
        return _Pointed(rearranged, reported, bool(reported) and of_all)

    def _subjects(self, told: Told) -> None:
        """Who the item is about: the cases it names, or what a merger or a former name in its head makes of them."""
        book, item = self.context.book, told.item
        for case in item.names:
            if len(item.names) == 1 and is_merged(case) and merge_head(book, told, case):
                continue
            told.subjects.append(self._enter(item, case))
            if item.subject and lifecycle_words().succession.bracketed.search(item.subject.text):
                changed = succeed(book, told, item.subject, self.context.words)
                told.subjects = told.subjects if changed is None else changed

    def _decided(self, told: Told, speech: Speech) -> None:
        """Read a sentence of the decision; it is kept with the cases it speaks of."""
        if retell_beneath(self.context, told, speech) or retell_quoted(self.context, told, speech):
            return
        passed = self.context.words.passing.match(speech.text)
        behind = speech.text[passed.end() + 1 :] if passed else ""
        binding = lifecycle_words().binding
        if passed and (binding.rest.match(behind) or binding.of_list.match(behind)):
            self._decided(told, speech.cut(0, passed.end()))  # 照案通過，其餘2案持續列管; 照案通過，4案均持續列管
            speech = speech.cut(passed.end() + 1)
        self.wishes.grant(told, speech)
        told.spoken += self._sentence(told, speech, self.context.words)
        self._of_sort(told, speech)
        self.wishes.keep(told.item, speech)

    def _of_sort(self, told: Told, speech: Speech) -> None:
        """新增案同意: of the several cases that an item names, those that its 案由 asks to add."""
        said = lifecycle_words().binding.of_report.match(speech.text) if len(told.item.names) > 1 else None
        kind = asked_outcome_of(said["sort"]) if said and said["sort"] else None
        if kind is not EdgeType.ESTABLISHED_AT:
            return
        whole = passage(self.context.book, speech)
        for case, key in zip(told.item.names, told.subjects, strict=False):
            ahead = re.split("[，。；」]", case.speech.text[: case.name.outer_start])[-1]
            if agenda_words().lists.new.search(ahead):
                told.statements.append(Statement(kind, key, whole))

    def _numbered(self, told: Told, speech: Speech) -> list[str]:
        """The cases that a sentence opens with by their numbers (議題四、議題五：合併為「C」)."""
        lead = lifecycle_words().binding.lead.match(speech.text)
        opening = None if told.item.names else SEVERAL.match(speech.text, lead.end() if lead else 0)
        keys = by_number(self.context, opening[0]) if opening else []
        return [key for key in keys if key] if all(keys) else []

    def _proposed(self, told: Told, speech: Speech) -> None:
        """Read a sentence of what was put before the sitting and passed: what it wishes is decided."""
        self._sentence(told, speech, self.context.words.proposed())

    def _sentence(self, told: Told, speech: Speech, words: DecisionWords) -> list[Spoken]:
        """Lineage first, then events bound to the names beside them or to the item's cases.

        Out: the sentence with the cases it speaks of, cut where it speaks of others.
        """
        book = self.context.book
        found = rows(self.context, told, speech)
        named = tuple(key for row in found for key in row.keys)
        told.enumerated = max((told.enumerated, *(row.keys for row in found)), key=len)
        told.beside = told.beside or (named if len(named) == 1 and told.item.names else ())
        pair = tuple(dict.fromkeys(named))
        told.pair = pair if len(pair) == 2 else told.pair
        pointed = self._turn(told, speech, found, words)
        changed = succeed(book, told, speech, words)
        if changed is not None:
            told.subjects = changed
            found = found or rows(self.context, told, speech)  # parts are known now that the split is
        elif len(found) == 1 and not told.item.names and not (told.subjects and found[0].start):
            told.subjects = list(found[0].keys) if len(found[0].keys) == 1 else told.subjects
        if changed is None and told.subjects and renaming_requested(speech.text):
            book.entries[told.subjects[0]].renaming_requested = passage(book, speech)
        exception = read_exception(self.context, told, speech, words, self.latest)
        if exception:
            return exception
        decisions = [
            trigger
            for trigger in (() if pointed.of_all else triggers(speech.text, words))
            if trigger.kind is not EdgeType.CONTINUED_AT or not goes_on_there(speech.text, trigger.start)
        ]
        if pointed.rearranged:  # 整併後計3案，均列入列管: they were on the list before
            decisions = [
                replace(t, kind=EdgeType.CONTINUED_AT) if t.kind is EdgeType.ESTABLISHED_AT else t for t in decisions
            ]
        for at, trigger in enumerate(decisions):
            for key in bound(told, speech.text, decisions, at, rows=found, changed=changed, numbers=book.numbers):
                event(self.context, told, key, speech, trigger)
        if not found and (count := lifecycle_words().binding.as_follows.search(speech.text)):
            self.announced = _Announced(f"{told.item.path}/", numeral(count["count"]) or 0, speech, tuple(decisions))
        dealt = {statement.case for statement in told.statements}
        rest = told.listed if lifecycle_words().binding.rest.match(speech.text) else ()
        left_over = [key for key in rest if key not in dealt]
        beneath = self.lists.beneath(told) if not found and words.passing.match(speech.text) else []
        passed = len(found) == 1 and words.passing.match(speech.text, found[0].end)  # 「A」照案通過；「B」…
        adopt(
            self.context,
            told,
            speech,
            self._numbered(told, speech) or left_over or beneath or list(pointed.reported or (named if passed else ())),
            firm=pointed.of_all,
        )
        opening = found[0].keys if len(found) == 1 and found[0].start < _OPENING and not told.item.names else ()
        refer(self.context, told, speech, words, self._numbered(told, speech) or opening or told.subjects)
        arrive(self.context, told, speech, opening or told.subjects)
        return spoken(told, speech, found, changed)


def _is_listed(item: AgendaItem, case: NamedCase) -> bool:
    """Whether a name stands in a list, and is none that other cases are put together under there."""
    name, text = case.name, case.speech.text
    alone = not _SEVERAL_NAMED.search(name.text)  # 公車路線整併 is a name, A及B整併 is none
    lead = text[name.end if alone else name.outer_start : name.outer_end + 14]
    return bool(item.is_row or item.row) and not lifecycle_words().succession.merged.search(lead)


def _ends(told: Told, speech: Speech) -> tuple[str, ...]:
    """The first or last cases of the list above, with which a sentence opens (前三案, 後二案)."""
    said = lifecycle_words().binding.some.match(speech.text)
    return (ends_of(said, told.whole) or ()) if said and said["which"] in ("前", "後") else ()


def _together(told: Told) -> tuple[str, ...]:
    """The longest enumeration among the names of an item that has several (報告內容：新增「A」、「B」及「C」3案)."""
    names = [case.name for case in told.item.names]
    if len(names) != len(told.subjects) or len({case.speech for case in told.item.names}) != 1:
        return ()
    rows = groups(told.item.names[0].speech.text, names)
    return tuple(told.subjects[names.index(name)] for name in max(rows, key=len))


def _owner_of(item: AgendaItem) -> str:
    """Whose proposals the heading above an item gathers, or ""."""
    owner = agenda_words().headings.proposer.match(item.headings[-1].text) if item.headings else None
    return owner["agency"] if owner else ""


def _row_of(item: AgendaItem, case: NamedCase) -> str:
    """The number of an item's row, or of the one that a resolution's line points to (（四）「A」（第6案）：…)."""
    text, name = case.speech.text, case.name
    ahead, behind = text[: name.start].rstrip("「『"), text[name.end :].lstrip("」』（")
    said = BEFORE.search(ahead) or FIRST.match(behind)
    return row(said[1]) if said and item.row and item.kind is Kind.OPEN else item.row
