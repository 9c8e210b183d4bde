"""Lists of cases: their headings, their members, the reports of issue groups, and the prose between them.

Always true: a line becomes a case's item only where cases are expected and nothing in it forbids that it is a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from loaders.lexicon.agenda import agenda_words, outcome_of
from loaders.lexicon.decisions import decides
from loaders.lexicon.headings import Heading
from loaders.lexicon.lineage import lineage_words
from loaders.minutes.agenda.case_names import CLAUSED, is_no_case, signed, whole_line
from loaders.minutes.agenda.enumeration import enumeration
from loaders.minutes.agenda.items import AgendaItem, Kind, NamedCase, Place, Speech, Walk, speeches
from loaders.minutes.agenda.matter import BACKGROUND
from loaders.minutes.agenda.recurring import recurring
from loaders.minutes.lineage import renamings
from loaders.minutes.names import (
    COUNT,
    Head,
    Name,
    called_cases,
    comes_to_result,
    groups,
    head,
    home,
    listed,
    quoted,
    stated_count,
)
from loaders.numerals import numeral
from loaders.outline.marks import Style
from loaders.outline.tree import Section
from loaders.row_numbers import SEVERAL, code, opening_row

_NEXT_NUMBER = re.compile(
    r"(?:、|以及|[及與和暨])\s*(?:（([一二三四五六七八九十]{1,3}|\d{1,2})）|(?=\d{1,2}\.)(\d{1,2})\.\s*)"
)
_ARROW = re.compile("[→⇒➔➜⟶|]")
"""What parts a name from its result."""
_BODY = re.compile(r"[\u3400-\u9fff]{2,3}[市縣](?:政府)?[\u3400-\u9fff]{0,14}(?:局|處|會|府|中心|所)")
"""An agency, which a colon makes no case."""
_TAKEN_OUT = re.compile("(?<=案)，(?:惟|但)「[^「」]*」[^「」]*：$")
_CALLED = re.compile("[^「」，。；：]{2,16}案，(?:分別)?(?:為|係|即)(?=「)")
"""How a heading goes on with the names that it counts (新增提案2案，為「A」及「B」)."""
_NO_LEAD = re.compile("「(?![^「」]{2,8}組」)|[→⇒➔➜⟶|]|。.")
"""What the heading of a list does not hold: names other than a group's, arrows, a second sentence."""
_CLAUSE = re.compile("[：|]?([^，。；：]{2,24})(?=[，。；]|$)")
_NEXT_NAME = re.compile("(?<=[；。])(?=「[^「」]{4,40}」[^，。；、及與和]|(?:以上|上開|上述|前述)[^，。；]{0,4}案)")
"""Where a line about one case goes on with another, or with all of them."""
_REMARKS = re.compile("(?:等?[0-9一二三四五六七八九十兩]*案)?(?:（[^（）]*）)*。?")
_TOPIC = re.compile("[\u3400-\u9fff、及與]{2,12}：?")
_TOPIC_LINE = re.compile("(?P<topic>[\u3400-\u9fff]{2,8}?)(?:計|共)?(?P<count>[0-9一二三四五六七八九十]{1,2})案：")
_COUNTED = re.compile("（[共計]*[0-9一二三四五六七八九十]+[案項件]）：?$")
_OLD_NAME = re.compile(
    r"(?P<name>(?![本該原此])(?:(?!案.)[^，。；：「」均皆原]){4,40}?)(?:一?案)?(?:自[^，。；：「」]{2,8}起)?(?:同意|准予|爰|即)?"
)
"""What stands before a verb that gives a case a new name."""
_LONGEST_LEAD, _LONGEST_SORT = 60, 12
_LONGEST_KIND, _KIND_WITHIN = 60, 40
"""Characters of the longest heading that says what kind of list it opens, and within which it does."""
_NO_DECISION = frozenset({*BACKGROUND, Heading.PROPOSER, Heading.MEASURES})


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
    if rest.text and place.kind in (Kind.NEW, Kind.TRACKED) and "「" not in rest.text and not decides(rest.text):
        yield from enumeration(rest, place)  # 交通組：A、B。
    elif rest.text:
        yield place.prose(rest)
    elif not section.children:
        return
    yield from walk(section.children, replace(place, headings=(*place.headings, line.cut(0, at))))


# -- headings of lists -------------------------------------------------------------------------------------------------


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


# -- members -----------------------------------------------------------------------------------------------------------


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
    found = _named(bare, place) if moved else None
    if found:
        item = _case(bare, place, *found)
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
    return tuple(replace(section, body=words.cut(start, end)) for start, end in pairwise(cuts)) if len(cuts) > 3 else ()


def sorted_line(section: Section, place: Place) -> AgendaItem | None:
    """A line that is a name and what is asked: 新增合作案「A」（甲局提）, A（小組擬提：新增）; None for any other."""
    line, words = Speech(section.body, section.path), agenda_words().names
    if not section.ordinal or section.children or section.cells:
        return None
    lead, behind = words.sort_before.match(line.text), words.sort_behind.search(line.text)
    rows = groups(line.text, quoted(line.text)) if lead else []
    row = rows[0] if len(rows) == 1 and lead and rows[0][0].outer_start == lead.end() else []
    stated = len(row) if len(row) > 1 else None
    behind_row = _REMARKS.fullmatch(line.text, row[-1].outer_end) if row else None
    if lead and behind_row and stated in (None, stated_count(line.text)) and not any(map(is_no_case, row)):
        names, asked = row, line.cut(0, lead.end())
    elif (
        behind and decides(behind["asked"]) and may_be_title(replace(section, body=section.body.cut(0, behind.start())))
    ):
        names = [Name(0, behind.start(), line.text[: behind.start()], 0, behind.start(), quoted=False)]
        asked = line.cut(*behind.span("asked"))
    else:
        return None
    kind = Kind.NEW if agenda_words().lists.new.search(asked.text) else Kind.TRACKED
    named = tuple(NamedCase(name, line) for name in names)
    item = _case(section, replace(place, kind=kind), named, len(line.text))
    return replace(item, subject=line, measures=(asked,))


def _case(section: Section, place: Place, names: tuple[NamedCase, ...], rest: int) -> AgendaItem:
    """A line about a case, or about some together: the names, then what is said of them, there and beneath."""
    labels = {child.heading: child for child in section.children}
    line = names[0].speech
    new = agenda_words().names
    kind = Kind.NEW if new.new_remark.search(line.text) or new.new_before.match(line.text) else place.kind
    named, signs = signed(names, place)
    by_sign = signs if kind is Kind.NEW else ()
    ruled = _ARROW.match(line.text, rest - 1) is not None or outcome_of(line.text[rest:].strip("：。")) is not None
    told = [c for c in section.children if ruled and c.style is Style.BULLET]
    beneath = [c for c in section.children if c.heading not in _NO_DECISION and c not in told]
    spoken = (line.cut(rest), *(said for c in beneath for said in speeches(c)))
    return AgendaItem(
        kind=kind,
        path=section.path,
        names=named,
        subject=line.cut(0, rest),
        decision=tuple(speech for speech in spoken if speech.text),
        measures=speeches(labels.get(Heading.MEASURES)),
        background=tuple(said for c in (*(labels.get(kind) for kind in BACKGROUND), *told) for said in speeches(c)),
        proposers=(*speeches(labels.get(Heading.PROPOSER)), *by_sign),
        headings=place.headings,
        group=place.group,
        listed=True,
        number=opening_row(line.text) or section.ordinal,
        code=code(section.number),
        outcome=place.outcome,
    )


def _named(section: Section, place: Place) -> tuple[tuple[NamedCase, ...], int] | None:
    """The cases that a line names, and where the line's own words begin."""
    opening, line = head(section.body), Speech(section.body, section.path)
    if opening and not SEVERAL.fullmatch(opening.name.text):
        together = _together(line, opening)
        if together:
            return together, opening.rest
        if not _may_be_case(opening, section, place):
            return None
        return (NamedCase(opening.name, line, opening.remark, opening.name.quoted),), opening.rest
    listing = place.kind in (Kind.TRACKED, Kind.NEW) or section.style in place.told
    renamed = _renamed(line) if opening is None and listing else None
    if renamed:
        return (renamed,), renamed.name.end
    told = CLAUSED.match(line.text) if section.style in place.told and opening is None else None
    if told:
        name = Name(0, told.end("name"), told["name"], 0, told.end("name"), quoted=False)
        return (NamedCase(name, line, sure=False),), told.end("name")
    found = whole_line(line) if place.bulk and section.style is not Style.LABEL else None
    alike = section.style in place.titles and may_be_title(section) and not _heads_list(line.text)
    if found is None and (alike or is_title_line(section)):
        found = _title_line(line)
    if found is None:
        return None
    noted = agenda_words().names.note.search(line.text)
    return (found,), noted.start() if noted else len(line.text) if found.sure else found.name.outer_end


def _renamed(line: Speech) -> NamedCase | None:
    """A自本年度起改稱B，…。: the old name with which a line opens that gives the case a new one."""
    verb = lineage_words().rename.search(line.text)
    old = _OLD_NAME.fullmatch(line.text, 0, verb.start()) if verb else None
    if old is None or "「" in line.text:
        return None
    return NamedCase(Name(0, old.end("name"), old["name"], 0, old.end("name"), quoted=False), line, sure=False)


def _together(line: Speech, opening: Head) -> tuple[NamedCase, ...]:
    """「A」案與「B」案：… and （四）A、（五）B：… name two cases at once."""
    numbered = _NEXT_NUMBER.search(opening.name.text)
    if numbered and opening.colon:
        name, number = opening.name, numeral(numbered[1] or numbered[2])
        first = _part_of_head(line, name.start, name.start + numbered.start())
        second = _part_of_head(line, name.start + numbered.end(), name.end)
        return (NamedCase(first, line), NamedCase(second, line, number=number))
    if opening.name.quoted or "併" in line.text[: opening.rest]:
        return ()
    rows = groups(line.text, [mark for mark in quoted(line.text) if mark.outer_end <= opening.rest])
    if len(rows) != 1 or len(rows[0]) < 2 or any(is_no_case(mark) for mark in rows[0]):
        return ()
    alone = (rows[0][0].outer_start, rows[0][-1].outer_end) == (opening.name.start, opening.name.end)
    if not alone and not called_cases(line.text, rows[0]):
        return ()
    return tuple(NamedCase(mark, line, home(line.text, mark)) for mark in rows[0])


def _part_of_head(line: Speech, start: int, end: int) -> Name:
    """One of the names that a head holds, in quotes or without."""
    mark = next((mark for mark in quoted(line.text) if start <= mark.outer_start and mark.outer_end <= end), None)
    return mark or Name(start, end, line.text[start:end], start, end, quoted=False)


def _may_be_case(opening: Head, section: Section, place: Place) -> bool:
    """Whether a line's head may be a case name in this place."""
    text, words = opening.name.text, agenda_words()
    if opening.name.quoted:
        return not is_no_case(opening.name)
    if len(text) < 4 or words.names.never.search(text) or re.search(r"[。；？！]", text) or _BODY.fullmatch(text):
        return False
    if words.names.asked.search(text):
        return False
    if section.children and not section.body.text[opening.rest :].strip("：") and _heads_list(section.body.text):
        return False  # 續辦合作案（3案）：
    if ("「" in text and "，" in text) or outcome_of(text) or _sorts(text, section.body.text[opening.rest :]):
        return False
    alike = section.style in place.heads and opening.colon
    if alike or place.kind in (Kind.TRACKED, Kind.NEW) or place.bulk or words.names.ending.search(text):
        return True
    line = section.body.text
    first = _CLAUSE.match(line, opening.rest)
    if opening.colon and first and outcome_of(first[1]):
        return True
    return bool(
        words.subjects.lifecycle.search(line) or (decides(line) if opening.colon else words.names.decided.search(line))
    )


def _heads_list(line: str) -> bool:
    """Whether a line with nothing behind its colon says how many cases follow, or that they are tracked or new."""
    lists = agenda_words().lists
    return bool(stated_count(line) or lists.tracked.search(line) or lists.new.search(line))


def _sorts(lead: str, rest: str) -> bool:
    """Whether a few words before a colon only say what becomes of the cases quoted behind it (移請他組處理：「A」…)."""
    return len(lead) <= _LONGEST_SORT and "「" in rest and agenda_words().headings.decides.search(lead) is not None


def opens_with_case(section: Section, place: Place) -> bool:
    """Whether a line opens with a case's name and a colon."""
    opening = head(section.body)
    return opening is not None and opening.colon and _may_be_case(opening, section, place)


def is_title_line(section: Section) -> bool:
    """A name on a line of its own with its text beneath it."""
    plain = (c for c in section.children if c.style is Style.PLAIN and not c.body.text.endswith("："))
    points = (c for c in section.children if c.style is Style.BULLET and c.body.text.endswith("。"))
    told = any(plain) or any(c.heading for c in section.children)
    told = told or (any(points) and not _ARROW.search(section.body.text))
    told = told or any(outcome_of(c.body.text.rstrip("。")) for c in section.children)
    told = told or any(c.ordinal and c.body.text.startswith("本案") for c in section.children[:1])
    return told and may_be_title(section) and not _heads_list(section.body.text)


def opens_with_name(section: Section) -> bool:
    """Whether a line opens with a name, parted by a sign from what is said of it (A：…, A-持續列管)."""
    opening = head(section.body)
    return opening is not None and opening.colon and comes_to_result(section.body.text[opening.rest :])


def may_be_title(section: Section) -> bool:
    """A line that holds nothing but a few words, none of which forbids that it is a name."""
    text = agenda_words().names.proposer_remark.sub("", section.body.text)
    free = not re.search(r"[。；，：]", text) and not agenda_words().names.never.search(text)
    return 4 <= len(text) <= 50 and free


def with_texts(sections: Iterable[Section]) -> tuple[Section, ...]:
    """Unnumbered lines of a list, sentences and bullets beneath the bare name that they follow."""
    found: list[Section] = []
    for section in sections:
        text, closing = section.body.text, agenda_words().results.closing
        plain = section.style is Style.PLAIN and not section.cells and text.endswith("。") and not closing.match(text)
        above = found[-1] if found and (plain or section.style is Style.BULLET) else None
        if above and above.style is Style.PLAIN and may_be_title(above):
            found[-1] = replace(above, children=(*above.children, section))
        else:
            found.append(section)
    return tuple(found)


def _title_line(line: Speech) -> NamedCase:
    text = line.text
    remark = agenda_words().names.origin_remark.search(text)
    stop = remark.start() if remark else len(text)
    return NamedCase(Name(0, stop, text[:stop], 0, len(text), quoted=False), line, remark[1] if remark else "")
