"""Sections → agenda items: what each section is by its heading and its place.

Always true: every section is read once, by whoever knows its kind; what stands under a heading inherits its place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from loaders.lexicon.agenda import agenda_words, outcome_of
from loaders.lexicon.decisions import decides
from loaders.lexicon.headings import HEADER, Heading
from loaders.lexicon.lifecycle import lifecycle_words
from loaders.minutes.agenda.annexes import attached
from loaders.minutes.agenda.case_lines import is_title_line, may_be_title, opens_with_case, sorted_line, with_texts
from loaders.minutes.agenda.case_names import CLAUSED, TOLD_BEHIND
from loaders.minutes.agenda.discussion import discussed, is_discussion
from loaders.minutes.agenda.enumeration import apart
from loaders.minutes.agenda.footnotes import with_footnotes
from loaders.minutes.agenda.group_tables import rows_of_groups
from loaders.minutes.agenda.items import AgendaItem, Kind, Place, Speech
from loaders.minutes.agenda.joint import discussed_together
from loaders.minutes.agenda.lists import bulk, is_bulk, is_topic, kind_of_list, member, prose
from loaders.minutes.agenda.matter import decides_quoted
from loaders.minutes.agenda.outcomes import are_results, heads_results, is_counted, lists_results, results, tagged
from loaders.minutes.agenda.recurring import names_of, recurring
from loaders.minutes.agenda.several import reported
from loaders.minutes.agenda.tables import rows_as_items
from loaders.minutes.names import comes_to_result, head, stated_count
from loaders.outline.marks import Style
from loaders.outline.tree import Section
from loaders.row_numbers import JOINT_RULING, SEVERAL, code

_SKIPPED = frozenset({Heading.OPENING, Heading.PREVIOUS, Heading.END}) | HEADER
_BODY = re.compile("(?:局|處|會|府|市|縣|中心|公司|大學|學校|組|單位|主席|長)$|[決裁結]")
_AGREES = re.compile("(?<!不)(?:同意|予以)(?!後)")
_CLAUSE = re.compile("[：|]?([^，。；：]{2,24})(?=[，。；]|$)")
_DIRECTIVE = re.compile("會議|(?:裁|指)示")
_LONGEST_HEADING = 24
_LISTS = frozenset({Kind.NEW, Kind.TRACKED, Kind.PROPOSAL})


def agenda(sections: Iterable[Section]) -> list[AgendaItem]:
    """All items of a sitting, in reading order."""
    top = attached(tuple(sections))
    start = Place(Kind.OPEN)
    items = list(walk(top, start))
    if not any(item.names for item in items):
        start = replace(start, expects=True)  # no heading says where the cases stand
        items = list(walk(top, start))
    known = names_of(items)
    items = list(walk(top, replace(start, known=known))) if known else items
    return with_footnotes(discussed_together(apart(item) for item in items))


def walk(sections: Iterable[Section], place: Place) -> Iterator[AgendaItem]:
    """The items of sections that stand in one place; neighbouring rows are read as one table."""
    rows: list[Section] = []
    sections = _with_topics(tuple(sections))
    listed = place.bulk or (place.expects and any(tagged(section, place) for section in sections))
    sections = with_texts(sections) if listed else sections
    sorted_by_result = are_results(sections)
    if any(_closes_names(*pair) for pair in pairwise(sections)):
        place = replace(place, expects=True, bulk=True)
    of_lists = sum(_are_decided(section.children) for section in sections) > 1
    place = replace(place, expects=place.expects or of_lists or _are_decided(sections))
    place = replace(place, titles=_titles(sections), heads=_heads(sections, place), told=_told(sections, place))
    for section in sections:
        if section.cells:
            rows.append(section)
            continue
        yield from _tabled(rows, place)
        rows = []
        marked = tagged(section, place)
        if marked:
            yield from member(*marked, walk)
        elif is_counted(section) or (
            (sorted_by_result or lists_results(section, place)) and heads_results(section, place)
        ):
            yield from results(section, place, walk)
        else:
            yield from _visit(section, place)
    yield from _tabled(rows, place)


def _tabled(rows: list[Section], place: Place) -> Iterator[AgendaItem]:
    """The items of neighbouring rows."""
    yield from rows_of_groups(rows, place) or rows_as_items(rows, place)


def _closes_names(above: Section, line: Section) -> bool:
    """Whether a line rules of the bare names above it (以上3案，同意新增)."""
    of_all = agenda_words().headings.of_all
    closes = line.style is Style.PLAIN and of_all.match(line.body.text.lstrip("（")) is not None
    return closes and bool(above.ordinal) and not above.children and may_be_title(above)


def _with_topics(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """列管案件： 【醫療】 A、B 【物資】 C: topics beneath the heading of a list that has nothing else beneath it."""
    found: list[Section] = []
    for section in sections:
        above = found[-1] if found else None
        if above and _heads_topics(above) and is_topic(section):
            found[-1] = replace(above, children=(*above.children, section))
        else:
            found.append(section)
    return tuple(found)


def _heads_topics(section: Section) -> bool:
    """Whether an unnumbered line only says what list follows, and topics are all that stands beneath it yet."""
    empty = section.style is Style.PLAIN and section.body.text.endswith("：") and all(map(is_topic, section.children))
    return empty and kind_of_list(section.body.text, Kind.OPEN) is not Kind.OPEN


def _titles(sections: tuple[Section, ...]) -> frozenset[Style]:
    """The numbering of lines that are nothing but a name with its text beneath."""
    return frozenset(s.style for s in sections if s.ordinal and s.heading is None and is_title_line(s)) - {Style.FORMAL}


def _told(sections: tuple[Section, ...], place: Place) -> frozenset[Style]:
    """The numbering of lines of a list that all open with a name and a comma (A，某局已完成…。)."""
    numbered = [section for section in sections if section.ordinal and not section.cells]
    ruled = all(CLAUSED.match(s.body.text) and comes_to_result(s.body.text) for s in numbered)
    if not ruled and (place.resolved or place.kind not in (Kind.TRACKED, Kind.NEW)):
        return frozenset()
    form = CLAUSED if ruled else TOLD_BEHIND
    opening = {section: form.match(section.body.text) for section in numbered}
    names = [said["name"] for said in opening.values() if said]
    none = (agenda_words().names.never, agenda_words().names.pointing, SEVERAL, _DIRECTIVE)
    fit = len(names) == len(numbered) > 1 and not any(form.search(name) for form in none for name in names)
    return frozenset(section.style for section in numbered if fit and not any(map(decides, names)))


def _are_decided(sections: tuple[Section, ...]) -> bool:
    """Whether most numbered lines are names with words beside or beneath that speak of the list, whatever is above."""
    headed = (s for s in sections if s.style is Style.PLAIN and s.children and s.body.text.endswith("："))
    ruled = [s for s in sections if s.style is Style.BULLET or (s.ordinal and s.style is not Style.FORMAL)]
    ruled += headed
    if sum(_is_ruled(s) for s in ruled) > max(1, len(ruled) // 2):
        return True
    numbered = [s for s in sections if s.ordinal and s.style is not Style.FORMAL]
    tracked = lifecycle_words().rows.tracked
    decided = [
        s
        for s in numbered
        if s.heading is None and is_title_line(s) and any(tracked.search(c.body.text) for c in s.children)
    ]
    return len(decided) > 1 and 2 * len(decided) >= len(numbered)


def _is_ruled(section: Section) -> bool:
    """A：續管: whether a line opens with a name and a colon, and what follows there or beneath comes to a result."""
    opening, tracked = head(section.body), lifecycle_words().rows.tracked
    if opening is None or not opening.colon or _BODY.search(opening.name.text):
        return False
    text = section.body.text
    results = comes_to_result(text[opening.rest :])
    beneath = (child.body.text for child in section.children if child.heading is None)
    ruled = results or tracked.search(text, opening.rest)
    return bool(ruled) or any(tracked.search(said) for said in beneath)


def _heads(sections: tuple[Section, ...], place: Place) -> frozenset[Style]:
    """The numbering of which most lines open with a case's name and a colon."""
    if not place.expects:
        return frozenset()
    lines = [s for s in sections if (s.ordinal or (s.style is Style.PLAIN and s.children)) and s.heading is None]
    opening = Counter(s.style for s in lines if _is_ruled(s) or opens_with_case(s, place))
    if opening[Style.PLAIN] < 2:
        del opening[Style.PLAIN]  # one line with others beneath may be a remark (備註：)
    return frozenset(style for style, count in opening.items() if 2 * count > sum(s.style is style for s in lines))


def _visit(section: Section, place: Place) -> Iterator[AgendaItem]:
    """The items of one section and all beneath it."""
    kind = section.heading
    if kind is Heading.PREVIOUS and _tells_of_cases(section):
        yield from walk(section.children, replace(place, kind=Kind.TRACKED, expects=True))
        return
    if kind is Heading.PREVIOUS:
        lines = (Speech(child.body, child.path) for child in section.children)
        below = replace(place, headings=(*place.headings, Speech(section.body, section.path)))
        yield from (below.prose(line) for line in lines if decides_quoted(line))
    if kind in _SKIPPED:
        return
    if _is_retold(place) and not place.resolved:
        yield from prose(section, place)
    elif section.style is Style.PLAIN and JOINT_RULING.match(section.body.text):
        yield place.prose(Speech(section.body, section.path))
    elif not place.resolved and (asked := sorted_line(section, place)):
        yield asked
    elif kind is Heading.CONCLUSION and section.style is not Style.LABEL:
        yield from prose(section, replace(place, kind=Kind.OPEN, expects=False))
    elif not place.resolved and _tells_of_row(section):
        item = place.prose(Speech(section.body, section.path))
        yield replace(item, about=code(section.number) or str(section.ordinal), decision=(), background=item.decision)
    elif place.resolved and _points(section):
        item = place.prose(Speech(section.body, section.path))
        yield replace(item, about=code(section.number) or str(section.ordinal))
    elif kind is Heading.EXPLANATION and place.kind is Kind.OPEN and not _rules_in_lines(section):
        if section.rest.text:
            yield _as_told(place.prose(Speech(section.rest, section.path)))
        yield from reported(section.children, place, pointed=False)  # 發言摘要, before the 結論 speaks of 第一案
        yield from (_as_told(item) for item in walk(section.children, place) if not item.names)
    elif place.kind is not Kind.REPORT and _is_told(section):
        yield from member(section, place, walk)
    elif is_discussion(section):
        yield from discussed(section, replace(place, kind=Kind.MOTION if kind is Heading.MOTION else place.kind), walk)
    elif kind is Heading.PROPOSALS and (_only_names(section) or _with_texts(section)):
        here = Kind.NEW if _only_names(section) else _kind_under(section, place.kind)
        yield from walk(section.children, replace(place, kind=here, expects=True, bulk=True))
    elif kind in (None, Heading.PROPOSALS) and _may_list(section, place.kind) and is_bulk(section):
        yield from bulk(section, place, walk)
    elif kind is Heading.REPORT and section.rest and is_bulk(said := replace(section, body=section.rest)):
        yield from bulk(said, place, walk)  # 報告事項：本組列管案件如下：
    elif place.kind in (Kind.OPEN, Kind.REPORT) and _lists_bare_names(section):
        here = kind_of_list(section.body.text, Kind.NEW if "提案" in section.body.text else Kind.TRACKED)
        heading = Speech(section.body, section.path)
        below = replace(place, kind=here, expects=True, bulk=True, headings=(*place.headings, heading))
        yield from walk(section.children, below)
    elif place.expects and (kind is None or (kind is Heading.PROPOSALS and is_bulk(section))):
        yield from member(section, place, walk)
    elif told := recurring(section, place):
        yield told
    else:
        yield from _part(section, _place_under(section, place))


def _is_retold(place: Place) -> bool:
    """Whether the heading above says that another sitting's decisions stand beneath it."""
    return bool(place.headings) and agenda_words().headings.retold.search(place.headings[-1].text) is not None


def _rules_in_lines(section: Section) -> bool:
    """Whether the lines beneath a heading have rulings of their own, or are rulings (「A」：…，本案持續列管。)."""
    labelled = any(part.heading is Heading.RESOLUTION for child in section.children for part in child.children)
    return labelled or _are_decided(section.children)


def _as_told(item: AgendaItem) -> AgendaItem:
    """What is said before the ruling: it decides nothing but where somebody agrees there."""
    rules = agenda_words().headings.rules
    ruled = tuple(said for said in item.decision if rules.search(said.text))
    told = tuple(said for said in item.decision if said not in ruled)
    return replace(item, decision=ruled, background=(*item.background, *told))


def _with_texts(section: Section) -> tuple[Section, ...]:
    """The bare names beneath a heading that have sentences beneath them, where nothing else stands there."""
    found = with_texts(section.children)
    told = all(child.children and all(c.style is Style.PLAIN for c in child.children) for child in found)
    return found if told and all(map(may_be_title, found)) else ()


def _only_names(section: Section) -> bool:
    """Whether a part of the agenda lists nothing but names with who proposes them (A（提案：甲局）, （甲局）：A)."""
    behind, before = agenda_words().names.proposer_remark, agenda_words().subjects.put_by
    texts = [line.body.text for line in section.children]
    bare = all(line.ordinal and not line.children and "，" not in line.body.text for line in section.children)
    return len(texts) > 1 and bare and all(behind.search(text) or before.match(text) for text in texts)


def _may_list(section: Section, kind: Kind) -> bool:
    """Whether a heading in a report opens a list; where nothing is above it, one of new cases or one that counts it."""
    if kind is not Kind.OPEN:
        return kind is Kind.REPORT
    here = _kind_under(section, kind)
    counted = stated_count(section.body.text.partition("：")[0]) if here is Kind.OPEN else None
    bare = here is Kind.TRACKED and (
        all(child.ordinal and may_be_title(child) for child in section.children) or bool(_with_texts(section))
    )
    return here is Kind.NEW or bare or counted == sum(bool(child.ordinal) for child in section.children)


def _lists_bare_names(section: Section) -> bool:
    """Whether beneath a heading that speaks of cases nothing stands but several names with numbers."""
    report = section.heading is Heading.REPORT  # 報告事項：合作案執行情形
    lead = section.rest.text if report else section.body.text.partition("：")[0]
    heads = report or section.heading in (None, Heading.PROPOSALS)
    heads = heads and len(lead) <= _LONGEST_HEADING and "案" in lead
    bare = all(child.ordinal and may_be_title(child) and not child.children for child in section.children)
    return heads and len(section.children) > 1 and bare


def _points(section: Section) -> bool:
    """Whether a line of a resolution only points to an item by its number, and is no item itself."""
    has_parts = any(child.heading for child in section.children)
    return section.style is Style.CASE and bool(section.ordinal) and not has_parts and not head(section.body)


def _tells_of_row(section: Section) -> bool:
    """項次1：…。: a sentence about a row of a list by its number, with nothing beneath it and no result at once."""
    if (
        section.style is not Style.CASE
        or not section.ordinal
        or section.children
        or not agenda_words().headings.row.match(section.number)
    ):
        return False
    text = section.body.text
    first = _CLAUSE.match(text)
    return text.endswith("。") and head(section.body) is None and not (first and outcome_of(first[1]))


def _is_told(section: Section) -> bool:
    """第一案「A」，由…提出，…。: a paragraph about a case that its opening names."""
    opening = head(section.body) if section.style is Style.CASE and section.ordinal else None
    return opening is not None and opening.name.quoted and section.body.text.endswith("。") and not section.children


def _tells_of_cases(section: Section) -> bool:
    """前次會議決議執行情形 with cases beneath; 前次會議紀錄確認 has none."""
    numbered = [child for child in section.children if child.style is not Style.PLAIN and not child.cells]
    decided = any(child.heading is Heading.RESOLUTION for child in section.children)
    ruled = [child for child in section.children if any(c.heading is Heading.RESOLUTION for c in child.children)]
    named = sum("「" in child.body.text or (decided and head(child.body) is not None) for child in numbered)
    return max(named, len(ruled)) >= 2


def _part(section: Section, place: Place) -> Iterator[AgendaItem]:
    """A heading with things beneath it."""
    own = Speech(section.rest if section.heading else section.body, section.path)
    leaf = section.style in (Style.PLAIN, Style.LABEL) or (
        not section.children and ("「" in own.text or SEVERAL.search(own.text))
    )
    says = (own.text and leaf) or len(own.text) > 40 or own.text.endswith("。")
    if says:
        heads = bool(place.headings) and place.headings[-1].path == section.path
        yield replace(place, headings=place.headings[:-1] if heads else place.headings).prose(own)
    yield from walk(section.children, place)


def _place_under(section: Section, place: Place) -> Place:
    """The place that a section's heading makes for what stands beneath it."""
    kind, here = section.heading, _kind_under(section, place.kind)
    lists = here in _LISTS or kind is Heading.RESOLUTION or _groups_below(section) or _are_decided(section.children)
    retold = agenda_words().headings.retold.search(section.body.text)  # 前次會議（…）決議事項確認：
    speech = Speech(section.rest if kind is Heading.RESOLUTION else section.body, section.path)
    headings = (*place.headings, speech) if (lists or retold) and speech.text else place.headings
    resolved = kind is Heading.RESOLUTION
    return replace(place, kind=here, expects=lists or here is Kind.MOTION, headings=headings, resolved=resolved)


def _kind_under(section: Section, above: Kind) -> Kind:
    """The kind of list or discussion that a heading opens."""
    words, kind = agenda_words().lists, section.heading
    text = section.body.text if kind in (None, Heading.PROPOSALS) else section.rest.text or section.body.text
    if kind is Heading.REPORT:
        return Kind.OPEN if _rules(section) else Kind.REPORT
    if kind is Heading.MOTION:
        return Kind.MOTION
    if kind is Heading.PROPOSALS:
        return Kind.NEW if words.new.search(text) else Kind.PROPOSAL
    return kind_of_list(text, above)


def _rules(section: Section) -> bool:
    """Whether a part of the agenda that groups report in holds the decisions, too (交通組：同意「A」解除列管)."""
    beneath = [part for child in section.children for part in child.walk()]
    agreed = [
        part for part in beneath if decides_quoted(Speech(part.body, part.path)) and _AGREES.search(part.body.text)
    ]
    return len(agreed) > 1 and not any(part.heading is Heading.RESOLUTION for part in beneath)


def _groups_below(section: Section) -> bool:
    """Whether issue groups report beneath a heading, one after the other."""
    group = agenda_words().headings.group
    return sum(bool(group.match(child.body.text)) for child in section.children) >= 2
