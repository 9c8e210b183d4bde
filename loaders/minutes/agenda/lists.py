"""Lists of cases: their headings, the reports of issue groups, and the prose between them.

Always true: a line becomes a case's item only where cases are expected and nothing in it forbids that it is a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from loaders.lexicon.agenda import agenda_words
from loaders.lexicon.decisions import decides
from loaders.minutes.agenda.case_lines import (
    case_item,
    may_be_title,
    named_until,
    names_in,
    opens_with_name,
    with_texts,
)
from loaders.minutes.agenda.enumeration import enumeration
from loaders.minutes.agenda.items import AgendaItem, Kind, Place, Speech, Walk
from loaders.minutes.agenda.recurring import recurring
from loaders.minutes.lineage import renamings
from loaders.minutes.names import (
    COUNT,
    head,
    listed,
    quoted,
    stated_count,
)
from loaders.numerals import numeral
from loaders.outline.marks import Style
from loaders.outline.tree import Section
from loaders.row_numbers import SEVERAL

_ONLY_NAMES = re.compile("(?:「[^「」]+」案?[、及與和]?)+(?:等?[0-9一二三四五六七八九十]+案)?。?")
_NEW_AND_SIGNED = re.compile(
    "新(?:增|提案?)：(?P<name>[^，。；：「」（）]{4,40})(?P<sign>（[^（）]*提(?:案|出|報)?）)(?=[，：])"
)
"""A new case and who proposes it, before a comma (新增：A（甲局提案），同意成案)."""
_TAKEN_OUT = re.compile("(?<=案)，(?:惟|但)「[^「」]*」[^「」]*：$")
_CALLED = re.compile("[^「」，。；：]{2,16}案，(?:分別)?(?:為|係|即)(?=「)")
"""How a heading goes on with the names that it counts (新增提案2案，為「A」及「B」)."""
_NO_LEAD = re.compile("「(?![^「」]{2,8}組」)|[→⇒➔➜⟶|]|。.")
"""What the heading of a list does not hold: names other than a group's, arrows, a second sentence."""
_NEXT_NAME = re.compile("(?<=[；。])(?=「[^「」]{4,40}」[^，。；、及與和]|(?:以上|上開|上述|前述)[^，。；]{0,4}案)")
"""Where a line about one case goes on with another, or with all of them."""
_TOPIC = re.compile("[\u3400-\u9fff、及與]{2,12}：?")
_TOPIC_LINE = re.compile("(?P<topic>[\u3400-\u9fff]{2,8}?)(?:計|共)?(?P<count>[0-9一二三四五六七八九十]{1,2})案：")
_COUNTED = re.compile("（[共計]*[0-9一二三四五六七八九十]+[案項件]）：?$")
_LONGEST_LEAD, _LONGEST_SORT = 60, 12
_LONGEST_KIND, _KIND_WITHIN = 60, 40
"""Characters of the longest heading that says what kind of list it opens, and within which it does."""


def prose(section: Section, place: Place) -> Iterator[AgendaItem]:
    """Every line of a section as words that name their cases themselves."""
    for part in section.walk():
        flow = part.rest if part.heading else part.body
        if flow.text:
            yield place.prose(Speech(flow, part.path))


def member(section: Section, place: Place, walk: Walk) -> Iterator[AgendaItem]:
    """A line in a place where cases are expected: a case, a heading of a list, a group's report, or prose."""
    group = agenda_words().headings.group.match(section.body.text)
    if group:
        yield from _report(section, replace(place, group=group[1], expects=True), group.end(), walk)
    elif agenda_words().lists.empty.search(section.body.text):
        return
    elif is_bulk(section):
        yield from bulk(section, place, walk)
    elif section.children and agenda_words().headings.proposer.match(section.body.text):
        by = Speech(section.body, section.path)
        bare = all(map(may_be_title, section.children))
        yield from walk(section.children, replace(place, headings=(*place.headings, by), bulk=place.bulk or bare))
    elif place.bulk and is_topic(section):
        topic = Speech(section.body, section.path)
        yield from walk(section.children, replace(place, headings=(*place.headings, topic)))
    elif counted := _counted_topic(section):
        line = Speech(section.body, section.path)
        topic = line.cut(0, counted.end("topic"))
        yield from enumeration(line.cut(counted.end()), replace(place, headings=(*place.headings, topic)))
    elif agenda_words().headings.speaker.match(section.body.text):
        yield from prose(section, replace(place, kind=Kind.OPEN, expects=False))
    else:
        yield from _case_or_prose(section, place, walk)


def _report(section: Section, place: Place, at: int, walk: Walk) -> Iterator[AgendaItem]:
    """An issue group's report: 「交通組」：…"""
    line = Speech(section.body, section.path)
    rest = line.cut(at)
    names_only = "「" not in rest.text or _ONLY_NAMES.fullmatch(rest.text)
    if rest.text and place.kind in (Kind.NEW, Kind.TRACKED) and names_only and not decides(rest.text):
        yield from enumeration(rest, place)  # 交通組：A、B。
    elif rest.text:
        yield place.prose(rest)
    elif not section.children:
        return
    yield from walk(section.children, replace(place, headings=(*place.headings, line.cut(0, at))))


def _lead(text: str) -> str:
    """A heading up to its colon, or up to the one that it takes out (同意解列下列3案，惟「A」…：)."""
    taken_out, called = _TAKEN_OUT.search(text), _CALLED.match(text)
    if taken_out or called:
        return text[: taken_out.start()] if taken_out else called[0] if called else text
    return text[: text.find("：") + 1] or text


def is_bulk(section: Section) -> bool:
    """同意新增下列4案： / 提至副首長會議解列（8案）：A、B… / 列管合作案（計7案）."""
    text, words = section.body.text, agenda_words()
    lead = _lead(text)
    if not 0 < len(lead) <= _LONGEST_LEAD or _NO_LEAD.search(lead) or not words.headings.lists.search(lead):
        return False
    count = stated_count(lead)
    if not words.headings.ending.search(lead) and not count:
        return False
    listing = (words.lists.tracked, words.lists.new, words.headings.below)
    if not count and not any(form.search(lead) for form in listing):
        return False
    below = any(c.style is not Style.PLAIN or c.cells or head(c.body) for c in section.children)
    below = below or count == sum(may_be_title(c) for c in section.children)
    below = below or any(c.children for c in with_texts(section.children))
    rest = text[len(lead) :]
    return below or bool(rest and (count is not None or (words.headings.below.search(lead) and quoted(rest))))


def _counted_topic(section: Section) -> re.Match[str] | None:
    """招商類2案：A、B。: a topic with as many names on its line as it counts."""
    said = _TOPIC_LINE.match(section.body.text) if not section.children else None
    words = agenda_words()
    changes = said and (words.headings.lists.search(said["topic"]) or words.subjects.lifecycle.search(said["topic"]))
    said = None if changes or (said and renamings(section.body.text[said.end() :], lambda *_: True)) else said
    names = listed(section.body.text, said.end(), len(section.body.text), numeral(said["count"])) if said else []
    return said if said and len(names) == numeral(said["count"]) else None


def is_topic(section: Section) -> bool:
    """Whether a few words in a list only sort the bare names beneath them (交通運輸, 濕地類（1案）)."""
    text = _COUNTED.sub("", section.body.text)
    names = [child for child in section.children if child.heading is None and not child.body.text.endswith("。")]
    names = names or [child for child in section.children if child.heading is None and opens_with_name(child)]
    bare = [child for child in names if (may_be_title(child) or opens_with_name(child)) and not child.children]
    return (
        bool(names)
        and names[0] is section.children[0]
        and len(bare) == len(names)
        and _TOPIC.fullmatch(text) is not None
    )


def bulk(section: Section, place: Place, walk: Walk) -> Iterator[AgendaItem]:
    """The list that a heading opens, on its line or beneath it."""
    line = Speech(section.body, section.path)
    lead = line.cut(0, len(_lead(line.text)))
    kind = kind_said(lead.text.replace("同意新增", ""), place.kind)  # what is agreed to is no proposal any more
    below = replace(place, kind=kind, expects=True, headings=(*place.headings, lead), bulk=True)
    rest = line.cut(len(lead.text))
    if rest.text and renamings(rest.text, lambda *_: True):
        below = replace(place, expects=False)  # 變更名稱者：「A」改為「B」
        yield place.prose(rest)
    elif SEVERAL.match(rest.text):
        yield place.prose(line)  # 續管（2案）：項次1、3
    elif rest.text and _TAKEN_OUT.match(line.text, len(lead.text)):
        yield place.prose(rest)
    elif rest.text and not COUNT.fullmatch(rest.text.strip("（）：。")):
        yield from enumeration(rest, below)
    yield from walk(section.children, below)


def _case_or_prose(section: Section, place: Place, walk: Walk) -> Iterator[AgendaItem]:
    if parts := _one_by_one(section, place):
        for part in parts:
            yield from _case_or_prose(part, place, walk)
        return
    moved = place.kind is not Kind.MOTION or any(
        agenda_words().names.motion.search(part.body.text) for part in section.walk()
    )
    by = agenda_words().subjects.put_by.match(section.body.text)
    signed_before = by if by and by[0].startswith("（") else None  # （甲局）：A
    bare = replace(section, body=section.body.cut(by.end())) if by and signed_before else section
    found = names_in(bare, place) if moved else None
    if said := _NEW_AND_SIGNED.match(section.body.text):
        place, bare = replace(place, kind=Kind.NEW), replace(section, body=section.body.cut(said.start("name")))
        found = named_until(bare, said.end("sign") - said.start("name"))
    if found:
        item = case_item(bare, place, *found)
        signs = (Speech(section.body, section.path).cut(*by.span("agency")),) if by and signed_before else ()
        yield replace(item, proposers=(*item.proposers, *signs))
        return
    if told := recurring(section, place):
        yield told
        return
    if section.body.text:
        yield place.prose(Speech(section.body, section.path))
    if section.children:
        line = Speech(section.body, section.path)
        headings = place.headings if line.text.endswith("。") or not line.text else (*place.headings, line)
        kind = kind_of_list(line.text, place.kind) if place.kind is Kind.OPEN else place.kind
        yield from walk(section.children, replace(place, bulk=False, headings=headings, kind=kind))


def kind_said(words: str, above: Kind) -> Kind:
    """The kind of list that some words speak of; ``above`` where they speak of both or of none."""
    lists = agenda_words().lists
    new, tracked = lists.new.search(words), lists.tracked.search(words)
    if new and tracked and len(COUNT.findall(words)) > 1:
        return above  # 列管合作案計9案，其中建議解列4案；另提報新增2案
    if new and "及" in words and (tracked or "列管" in words):
        return above  # 就列管之五案及新提之二案進行討論
    return Kind.NEW if new else Kind.TRACKED if tracked else above


def kind_of_list(heading: str, above: Kind) -> Kind:
    """The kind of list that a heading opens in few words; ``above`` where it says of none."""
    opening = heading[:_KIND_WITHIN] if len(heading) < _LONGEST_KIND else ""
    return kind_said(opening, above)


def _one_by_one(section: Section, place: Place) -> tuple[Section, ...]:
    """「A」由甲局主責，…；「B」由乙局主責，…: a line that tells of one case after the other, as one line each."""
    opening, words = head(section.body), section.body
    if section.children or opening is None or not opening.name.quoted or place.kind not in (Kind.TRACKED, Kind.NEW):
        return ()
    cuts = [0, *(found.start() for found in _NEXT_NAME.finditer(words.text, opening.rest)), len(words.text)]
    parts = tuple(replace(section, body=words.cut(start, end)) for start, end in pairwise(cuts))
    two = len(parts) == 2 and all(decides(part.body.text) for part in parts)
    return parts if two or len(parts) > 2 else ()
