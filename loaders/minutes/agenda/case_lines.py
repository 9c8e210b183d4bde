"""Lines that name a case: whether a line may, which cases it names, and the item that it makes.

Always true: what a line names is looked for where it opens; nothing behind a stop is a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from loaders.lexicon.agenda import agenda_words, outcome_of
from loaders.lexicon.decisions import decides
from loaders.lexicon.headings import Heading
from loaders.lexicon.lineage import lineage_words
from loaders.minutes.agenda.case_names import CLAUSED, is_no_case, signed, whole_line
from loaders.minutes.agenda.items import AgendaItem, Kind, NamedCase, Place, Speech, speeches
from loaders.minutes.agenda.matter import BACKGROUND
from loaders.minutes.names import (
    Head,
    Name,
    called_cases,
    comes_to_result,
    groups,
    head,
    home,
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
_CARRIED_OVER = re.compile("(?P<name>[^，。；：「」（）、]{4,40})（(?P<remark>原[^（）]{2,16})）[、及與和]?")
"""A name without quotes and the platform that it was carried over from."""
_ARROW = re.compile("[→⇒➔➜⟶|]")
"""What parts a name from its result."""
_BODY = re.compile(r"[\u3400-\u9fff]{2,3}[市縣](?:政府)?[\u3400-\u9fff]{0,14}(?:局|處|會|府|中心|所)")
"""An agency, which a colon makes no case."""
_CLAUSE = re.compile("[：|]?([^，。；：]{2,24})(?=[，。；]|$)")
_REMARKS = re.compile("(?:等?[0-9一二三四五六七八九十兩]*案)?(?:（[^（）]*）)*。?")
_OLD_NAME = re.compile(
    r"(?P<name>(?![本該原此])(?:(?!案.)[^，。；：「」均皆原]){4,40}?)(?:一?案)?(?:自[^，。；：「」]{2,8}起)?(?:同意|准予|爰|即)?"
)
"""What stands before a verb that gives a case a new name."""
_LONGEST_SORT = 12
_NO_DECISION = frozenset({*BACKGROUND, Heading.PROPOSER, Heading.MEASURES})


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
    item = case_item(section, replace(place, kind=kind), named, len(line.text))
    return replace(item, subject=line, measures=(asked,))


def case_item(section: Section, place: Place, names: tuple[NamedCase, ...], rest: int) -> AgendaItem:
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


def names_in(section: Section, place: Place) -> tuple[tuple[NamedCase, ...], int] | None:
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
    noted, before = agenda_words().names.note.search(line.text), agenda_words().names.history_remark.search(line.text)
    if noted and before:
        return (found,), len(line.text)  # A（第1次會議再議案）
    return (found,), noted.start() if noted else len(line.text) if found.sure else found.name.outer_end


def named_until(section: Section, end: int) -> tuple[tuple[NamedCase, ...], int]:
    """The name with which a line opens, with whoever signs for it, up to a place."""
    line = Speech(section.body, section.path)
    return (NamedCase(Name(0, end, line.text[:end], 0, end, quoted=False), line),), end


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
    carried = [*_CARRIED_OVER.finditer(line.text, 0, opening.rest)]
    if len(carried) > 1 and carried[0].start() == opening.name.start and carried[-1].end() >= opening.rest - 1:
        return tuple(
            NamedCase(_part_of_head(line, *said.span("name")), line, said["remark"]) for said in carried
        )  # A（原甲平臺列管）、A（原乙平臺列管）：
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
        return not (is_no_case(opening.name) or words.names.denied.search(section.body.text, opening.rest))
    if len(text) < 4 or words.names.never.search(text) or re.search(r"[。；？！]", text) or _BODY.fullmatch(text):
        return False
    if words.names.asked.search(text):
        return False
    if section.children and not section.body.text[opening.rest :].strip("：") and _heads_list(section.body.text):
        return False  # 續辦合作案（3案）：
    several = ("「" in text and "，" in text) or text.count("「") > 1
    if several or outcome_of(text) or _sorts(text, section.body.text[opening.rest :]):
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
    lists, line = agenda_words().lists, agenda_words().names.proposer_remark.sub("", line)
    return bool(stated_count(line) or lists.tracked.search(line) or lists.new.search(line))


def _sorts(lead: str, rest: str) -> bool:
    """Whether a few words before a colon only say what becomes of the cases quoted behind it (移請他組處理：「A」…)."""
    counted = lead.endswith("案") and "者" in lead and stated_count(lead) is not None  # 移轉主政小組者1案：
    sorts = counted or agenda_words().headings.decides.search(lead) is not None
    return len(lead) <= _LONGEST_SORT and "「" in rest and sorts


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
    remark, note = agenda_words().names.origin_remark.search(text), agenda_words().names.note.search(text)
    stop = remark.start() if remark else note.start() if note else len(text)
    return NamedCase(Name(0, stop, text[:stop], 0, len(text), quoted=False), line, remark[1] if remark else "")
