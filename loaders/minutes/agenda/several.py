"""A matter that puts several cases before the sitting: the ways in which minutes list and decide them.

Always true: the first way that fits reads the whole matter; it yields the matter itself and whatever is listed beneath.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from loaders.identity.normal import normal_form
from loaders.lexicon.agenda import agenda_words, outcome_of
from loaders.lexicon.decisions import decides, decision_words
from loaders.lexicon.headings import Heading
from loaders.lexicon.lifecycle import lifecycle_words
from loaders.minutes.agenda.adoption import adopted, put_lists
from loaders.minutes.agenda.announced import (
    announced,
    counted_in,
    listed_names,
    named_in,
    opens_with_quote,
    reported_by_group,
)
from loaders.minutes.agenda.case_names import is_generic, signed
from loaders.minutes.agenda.changes import lines_of_change, only_wished, wished_changes
from loaders.minutes.agenda.items import AgendaItem, Kind, NamedCase, Place, Speech, Walk
from loaders.minutes.agenda.lists import is_bulk, is_topic, kind_of_list, kind_said
from loaders.minutes.agenda.matter import BACKGROUND, Matter, decides_quoted, lines_of
from loaders.minutes.agenda.outcomes import lists_results
from loaders.minutes.names import head
from loaders.outline.marks import Style
from loaders.outline.tree import Section
from loaders.row_numbers import SEVERAL, TABLE, code

_BARE_NAME = re.compile("[^，。；：、「」（）]{4,30}(?<!案)。?")


def puts_several(item: Matter) -> bool:
    """Whether a matter is about several cases that its 案由 does not name."""
    return bool(
        is_generic(item.line.text)
        or (agenda_words().headings.group.match(item.line.text) and not of_group(item.line))
        or _decides_several(item)
        or reviews(item)
        or _asks_of_list(item)
    )


def of_group(line: Speech) -> Speech | None:
    """The bare name that a line gives behind the group that puts it (農業組：A)."""
    group = agenda_words().headings.group.match(line.text)
    rest = line.cut(group.end()) if group else None
    return rest if rest and _BARE_NAME.fullmatch(rest.text) else None


def several(item: Matter, place: Place, walk: Walk) -> list[AgendaItem]:
    """The items of a matter about several cases; ``walk`` reads the lists beneath it."""
    put = _Several(item, place, walk)
    ways = (_by_group, _sorted, _ruled_in_lines, _rearranged, _named, _adopted, _together, _one_by_one)
    return next(items for way in ways if (items := way(put)))


@dataclass(frozen=True)
class _Several:
    """A matter about several cases, as the ways of reading it see it."""

    item: Matter
    place: Place
    walk: Walk

    @cached_property
    def line(self) -> Speech:
        """The line that puts the matter, be it only its heading (提請新增合作案2案)."""
        section = self.item.section
        return self.item.line if self.item.line.text else Speech(section.body, section.path)

    @cached_property
    def whole(self) -> AgendaItem:
        """The matter itself, with what the line of its 決議 says."""
        item = self.item
        return AgendaItem(
            kind=Kind.TRACKED if reviews(item) else _kind_of(item, self.place.kind),
            path=item.section.path,
            subject=self.line,
            decision=tuple(Speech(r.rest, r.path) for r in item.resolutions if r.rest.text),
            measures=item.measures,
            background=(*item.background, *item.plain),
            proposers=item.proposers,
            headings=self.place.headings,
            group=_group_of(self.line) or self.place.group,
        )

    @cached_property
    def below(self) -> Place:
        """The place of what is listed beneath."""
        whole = self.whole
        headings = (*self.place.headings, self.line)
        return replace(self.place, kind=whole.kind, expects=True, headings=headings, group=whole.group)

    @cached_property
    def resolution(self) -> tuple[Speech, ...]:
        """All lines that decide."""
        return lines_of(self.item.resolutions)

    @cached_property
    def explained(self) -> tuple[Section, ...]:
        """The parts that explain the matter or ask for something."""
        return self.item.parts(*BACKGROUND, Heading.MEASURES)

    @cached_property
    def agreed(self) -> bool:
        """Whether the 決議 opens with a passing (照案通過)."""
        return any(decision_words().passing.match(speech.text) for speech in self.whole.decision[:1])

    @cached_property
    def announced(self) -> tuple[NamedCase, ...]:
        """The cases that the matter itself writes out."""
        return announced(self.item)

    @cached_property
    def tables(self) -> tuple[tuple[Section | None, list[Section]], ...]:
        """The rows of each table, with the line above that numbers it (表1　提請解列案件一覽表)."""
        tables: list[tuple[Section | None, list[Section]]] = [(None, [])]
        for line in (child for part in self.explained for child in part.walk() if child is not part):
            if line.cells:
                tables[-1][1].append(line)
            elif TABLE.match(line.body.text):
                tables.append((line, []))
        return tuple(tables)

    @cached_property
    def tabled(self) -> list[AgendaItem]:
        """The rows of the tables as items."""
        return [row for caption, rows in self.tables for row in self.walk(rows, _captioned(self.below, caption))]

    @cached_property
    def pointed(self) -> bool:
        """Whether the resolution or what is asked speaks of members by their numbers."""
        return any(_points(said.text) for said in (*self.resolution, *self.item.measures))


# -- the ways ----------------------------------------------------------------------------------------------------------


def _by_group(put: _Several) -> list[AgendaItem]:
    """What a group reports, and what the sitting decides of it."""
    listed = any(resolution.children for resolution in put.item.resolutions)
    names = () if listed else reported_by_group(put.item)
    asked = (put.item.line, *put.item.measures, *put.item.said(Heading.EXPLANATION))
    return [replace(put.whole, names=names, measures=asked, decision=put.resolution)] if names else []


def _sorted(put: _Several) -> list[AgendaItem]:
    """Unnumbered lines that are lists by what is asked, where all are (解列：「A」、「B」。)."""
    lines = [child for child in put.item.section.children if child.heading is None]
    unnumbered = bool(put.item.resolutions) and all(line.style is Style.PLAIN and not line.children for line in lines)
    lists = all(is_bulk(line) or lists_results(line, put.below) for line in lines)
    if not (unnumbered and lines and lists):
        return []
    return [*put.walk(lines, put.below), replace(put.whole, background=put.item.background)]


def _ruled_in_lines(put: _Several) -> list[AgendaItem]:
    """Numbered lines each of which says of quoted cases what becomes of them, for a resolution to pass (照辦)."""
    lines = lines_of(put.item.points) if put.agreed else ()
    ruled = len(lines) > 1 and all(line.text.startswith("「") and line.text.endswith("。") for line in lines)
    ruled = ruled and not any(_only_asks(line) for line in lines)
    ruled = ruled and all(agenda_words().subjects.rearranged.search(line.text) for line in lines)
    return [put.below.prose(line) for line in (*lines, *put.resolution)] if ruled else []


def _named(put: _Several) -> list[AgendaItem]:
    """Cases that the 決議 names, or that the 說明 names and somebody counts."""
    item, decision = put.item, put.whole.decision
    excepts = any(map(_decides_of_rest, decision))
    all_agreed = any(agenda_words().headings.all_agreed.match(said.text) for said in decision[:1])
    counted = counted_in(item, put.agreed or excepts or all_agreed)
    names = (counted if excepts else ()) or named_in(decision) or counted
    called = {normal_form(case.name.text) for case in names}
    opened = {normal_form(case.name.text) for point in item.points if point.ordinal for case in listed_names(point)}
    listed = {normal_form(case.name.text) for case in put.announced}
    if not names or called < opened or called < listed:
        return []  # 除「A」外，其餘照案通過
    tabled = any(point.cells for point in item.points) or any(row.names for row in put.tabled)
    if tabled or any(opens_with_quote(point) for resolution in item.resolutions for point in resolution.children):
        return []
    return [replace(put.whole, names=names, decision=put.resolution, headings=put.below.headings)]


def _rearranged(put: _Several) -> list[AgendaItem]:
    """Lines each of which says what becomes of a case (整併結果如下： 1. C：由「A」及「B」合併), agreed to."""
    if put.agreed and (wished := wished_changes(put.explained)):
        whole = replace(put.whole, subject=None, proposers=(), background=(), decision=put.resolution)
        speeches = ((line, Speech(line.body, line.path)) for line in wished)
        return [replace(whole, names=_own(line), measures=(said,), path=said.path) for line, said in speeches]
    changed = lines_of_change(put.explained) if put.agreed else []
    if not changed:
        return []
    heads = ((head(line.body), Speech(line.body, line.path)) for line in changed)
    names = tuple(NamedCase(opening.name, said) for opening, said in heads if opening)
    whole = replace(put.whole, subject=None, proposers=())  # who moves it proposes none of the cases
    if all(map(only_wished, names)):
        ruled = replace(whole, background=(), decision=put.resolution)
        return [replace(ruled, names=(case,), measures=(case.speech,), path=case.speech.path) for case in names]
    return [replace(whole, names=names), *put.walk(changed, put.below)]


def _adopted(put: _Several) -> list[AgendaItem]:
    """Lists whose headings say what is asked of their members, and the 決議 that adopts them."""
    lists = put_lists(put.explained)
    if not lists:
        return []
    items, left = adopted(lists, put.resolution, put.below, put.walk)
    around = replace(put.place, kind=put.whole.kind)
    beside = (s for part in put.explained for s in part.walk() if not any(s.path.startswith(at.path) for at in lists))
    told = (said for s in beside if decides_quoted(said := Speech(s.body, s.path)))  # 「C」經該組撤案
    return [*items, replace(put.whole, decision=()), *map(around.prose, told), *map(around.prose, left)]


def _together(put: _Several) -> list[AgendaItem]:
    """Cases that the matter writes out, and one 決議 that decides of them all."""
    parts = put.item.parts(Heading.MEASURES, Heading.EXPLANATION)
    annexed = any(agenda_words().headings.appendix.search(part.body.text) for part in parts)
    alone = agenda_words().headings.group.match(put.line.text)  # 觀光組 A 決定：解除列管
    together = len(put.announced) > 1 or (put.announced and (annexed or alone))
    if not together or put.pointed or any(resolution.children for resolution in put.item.resolutions):
        return []
    return [replace(put.whole, names=signed(put.announced, put.below)[0], decision=put.resolution)]


def _one_by_one(put: _Several) -> list[AgendaItem]:
    """Rows, points and lines, each an item, beside the matter itself."""
    item, whole, below = put.item, put.whole, put.below
    reports: list[AgendaItem] = []
    if is_generic(put.line.text):
        reports += reported([child for part in put.explained for child in part.children], below, put.pointed)
    elsewhere = {cell for _, rows in put.tables for row in rows for cell in row.cells} if put.tabled else set()
    elsewhere |= {name.speech.flow for name in put.announced}
    told = () if reports else tuple(said for said in whole.background if said.flow not in elsewhere)
    counted = agenda_words().headings.counted.search(put.line.text) is not None or _asks_of_list(item)
    all_ruled = any(map(_is_of_all, put.resolution)) or any(map(is_topic, item.points))
    points = list(put.walk(item.points, replace(below, bulk=counted or put.pointed or all_ruled)))
    asks = _group_of(put.line) is not None or (put.agreed and not item.line.text)
    listed_above = (
        (put.pointed and sum(bool(point.names) for point in points) > 1)  # 決議：除第二項…外，其餘解列
        or any(row.becomes for row in put.tabled)  # 調整後計3案，均續管
        or (asks and any(point.names for point in points))
    )
    rows = replace(below, headings=put.place.headings)  # the matter asks, and decides nothing of a row
    asked = (put.line, *item.measures)
    of_all, for_all = (tuple(filter(_is_of_all, told)) for told in (item.background, item.measures))
    decided = [point for resolution in item.resolutions for point in put.walk(resolution.children, below)]
    points = [_with_all(point, of_all, for_all) for point in points]
    listed = [
        *(_list_row(name, rows, asked) for name in (() if reports else put.announced)),
        *(_reported_row(name, rows) for name in (() if reports or put.announced else reported_by_group(item))),
        *reports,
        *(_with_all(row, of_all, for_all) for row in put.tabled),
    ]
    matter = replace(whole, background=told)  # each of them tells its own
    return [*listed, *points, *decided, matter] if listed_above else [matter, *listed, *decided, *points]


# -- what they look at -------------------------------------------------------------------------------------------------


def reviews(item: Matter) -> bool:
    """Whether a matter lists cases with what was done and decides of them by number (上次會議案件處理情形)."""
    heads = [head(point.body) for point in item.points if point.ordinal]
    told = sum(opening is not None and opening.colon for opening in heads)
    return told > 1 and any(SEVERAL.search(said.text) and decides(said.text) for said in lines_of(item.resolutions))


def _asks_of_list(item: Matter) -> bool:
    """Whether a matter is nothing but what is asked of the cases numbered beneath it (建議解除列管：)."""
    return outcome_of(item.line.text) is not None and any(point.ordinal for point in item.points)


def _decides_several(item: Matter) -> bool:
    """Whether a matter that quotes nothing is decided line by line, each about a case in quotes."""
    points = [point for resolution in item.resolutions or (item.section,) for point in resolution.children]
    return "「" not in item.line.text and sum(opens_with_quote(point) for point in points) > 1


def _captioned(place: Place, caption: Section | None) -> Place:
    """The place of a table's rows: its caption stands above them and says what list it is."""
    if caption is None:
        return place
    heading = Speech(caption.body, caption.path)
    return replace(place, headings=(*place.headings, heading), kind=kind_of_list(heading.text, place.kind))


def _group_of(line: Speech) -> str | None:
    """The group whose report a line opens (交通組：)."""
    group = agenda_words().headings.group.match(line.text)
    return group[1] if group else None


def _kind_of(item: Matter, above: Kind) -> Kind:
    text = item.line.text or item.section.body.text
    if "；" in text and _group_of(item.line):
        return above  # 交通組報告：「A」建議續辦；「B」建議新增
    return kind_said(text, Kind.TRACKED if is_generic(text) else above)


def _decides_of_rest(said: Speech) -> bool:
    """Whether a resolution takes some out and says itself what becomes of the others (除「A」外，其餘5案解除列管)."""
    found = decision_words().except_.search(said.text)
    return found is not None and not decision_words().passing.search(found["rest"])


def _points(text: str) -> bool:
    """Whether some words speak of the members of a list by their numbers or places (第2案, 前三案, 其餘2案)."""
    some = lifecycle_words().binding.some.search(text)
    of_rest = some is not None and some["which"] not in ("前", "後", None)
    return SEVERAL.search(text) is not None or (some is not None and not (of_rest and "除" in text))


def _is_of_all(said: Speech) -> bool:
    """Whether somebody speaks of all the cases of a list (以上5件均已屆期)."""
    return agenda_words().headings.of_all.search(said.text) is not None


def _with_all(row: AgendaItem, told: tuple[Speech, ...], put: tuple[Speech, ...]) -> AgendaItem:
    """A row of a list with what is told of all its rows, and what is put of them all where the row asks for nothing."""
    measures = row.measures or (put if row.names else ())
    return replace(row, background=(*row.background, *told), measures=measures)


def reported(lines: Sequence[Section], place: Place, pointed: bool) -> Iterator[AgendaItem]:
    """Cases that a report lists by number; what is decided of them stands in the 決議 (第一案洽悉).

    ``pointed``: it speaks of them by number, so that names need no quotes.
    """
    heads = [(line, opening) for line in lines if line.ordinal and (opening := head(line.body))]
    group = agenda_words().headings.group
    heads = [(line, opening) for line, opening in heads if not group.match(line.body.text)]
    named = [(line, opening) for line, opening in heads if opening.name.quoted or (pointed and opening.colon)]
    for line, opening in named if len(named) > 1 else ():
        said = Speech(line.body, line.path)
        names, signs = signed((NamedCase(opening.name, said, opening.remark),), place)
        yield AgendaItem(
            place.kind,
            line.path,
            names,
            subject=said.cut(0, opening.rest),
            background=(said, *lines_of(line.children)),
            proposers=signs if place.kind is Kind.NEW else (),
            headings=place.headings,
            listed=True,
            number=line.ordinal,
            code=code(line.number),
        )


def _list_row(named: NamedCase, place: Place, asked: tuple[Speech, ...]) -> AgendaItem:
    """A row of a list of which the 決議 speaks line by line; ``asked``: what is put of all of them."""
    names, _ = signed((named,), place)
    return AgendaItem(
        kind=Kind.NEW if agenda_words().names.new_remark.search(named.speech.text) else place.kind,
        path=named.speech.path,
        names=names,
        subject=named.speech if names != (named,) else None,
        measures=asked,
        headings=place.headings,
        group=place.group,
        listed=True,
        number=named.number,
        code=code(named.speech.path.rpartition("/")[2]),
    )


def _reported_row(named: NamedCase, place: Place) -> AgendaItem:
    """A case of which a group reports, with the clause that says what it asks (另擬新增「C」1案)."""
    words, name = named.speech.text, named.name
    start = max(words.rfind(stop, 0, name.outer_start) for stop in "，；。：") + 1
    end = min((at for stop in "，；。" if (at := words.find(stop, name.outer_end)) >= 0), default=len(words))
    around = words[start : name.outer_start] + "〇" + words[name.outer_end : end]
    on_list = lifecycle_words().settlement.about_list.search(around)  # 目前列管「A」、「B」2案
    kind = kind_said(around, Kind.TRACKED if on_list else place.kind)
    return _list_row(named, replace(place, kind=kind), (named.speech.cut(start, end),))


def _own(line: Section) -> tuple[NamedCase, ...]:
    """The one case with which a line opens."""
    opening = head(line.body)
    return (NamedCase(opening.name, Speech(line.body, line.path)),) if opening and opening.name.quoted else ()


def _only_asks(line: Speech) -> bool:
    """Whether a line says what a group asks for its case (「A」：建議解除列管。)."""
    opening = head(line.flow)
    said = line.text[opening.rest :].removeprefix("：") if opening and opening.colon else ""
    return agenda_words().headings.asked_before.match(said) is not None
