"""Terse lists of results: a heading that is nothing but what became of its cases (■ 解管（4案）), and bare members.

Always true: a heading is read so only beside headings of other results, or where its count is that of its members; a
member that the list's closing sentence takes out (惟第3案…，不在此列) has no result from the heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from graph.vocabulary import EdgeType
from loaders.lexicon.agenda import agenda_words, outcome_of
from loaders.lexicon.decisions import decides, decision_words
from loaders.lexicon.headings import Heading
from loaders.minutes.agenda.case_lines import with_texts
from loaders.minutes.agenda.case_names import TOLD_BEHIND, is_no_case
from loaders.minutes.agenda.items import AgendaItem, Kind, NamedCase, Place, Speech, Walk
from loaders.minutes.agenda.lists import member
from loaders.minutes.names import Name, head, listed, quoted, stated_count
from loaders.numerals import numeral
from loaders.outline.marks import Style
from loaders.outline.tree import Section
from loaders.row_numbers import SEVERAL

_LINEAGE = frozenset({EdgeType.RENAMED_TO, EdgeType.MERGES_INTO})
_NEW = frozenset({EdgeType.ESTABLISHED_AT, EdgeType.REJECTED_AT, EdgeType.DEFERRED_AT, EdgeType.WITHDRAWN_AT})
_LONGEST_HEADING, _LONGEST_TOLD = 40, 14
_COUNT = re.compile("(?:（[^（）]*）)?：$")
_SHORTEST, _LONGEST_NAME = 4, 40
_TAG = re.compile(r"[\[（【]([\u3400-\u9fff]{2,10})[\]）】](?=[\u3400-\u9fffA-Za-z0-9「])")
_TAG_BEHIND = re.compile(r"[^，。；：]{4,60}?[\[（【]([\u3400-\u9fff]{2,10})[\]）】](?:（[^（）]*）)?(?=：|$)")
_LONGEST_LEAD = 8
_BETWEEN = re.compile(r"(?:（[^（）]*）)?(?:、|及|與|和|以及|，)?(?:[\u3400-\u9fff]{2,6}組)?")
"""What may stand between two members of a list on one line."""
_REMARK = re.compile("案?（[^（）]*）。?")
_BRACKETS = re.compile("（[^（）]*）")
_TAIL = re.compile(r"(?:案)?(?:（[^（）]*）)?(?:。|--|$)")
"""What may stand behind the last: nothing that decides of them all."""


def outcome(section: Section) -> EdgeType | None:
    """The result that a section's heading names, when the heading is nothing else and cases may stand beneath it."""
    text = section.body.text
    lead = text if section.children else _lead(text)
    if not lead or len(lead) > _LONGEST_HEADING or section.cells:
        return None
    kind = outcome_of(lead) or (_told(lead) if lead is not text else None)
    return None if kind in _LINEAGE and not section.children else kind


def _told(lead: str) -> EdgeType | None:
    """What a short heading before a mere list of names decides in words of its own (賡續辦理並列管（2案）：)."""
    words = _COUNT.sub("", lead)
    kinds = {kind for kind, form in decision_words().events if form.search(words)}
    return kinds.pop() if len(kinds) == 1 and len(words) <= _LONGEST_TOLD else None


def _lead(text: str) -> str:
    """The heading of a list on its own line (核列：交通組「A」、環境組「B」。), "" where no names make one."""
    at = text.find("：") + 1
    marks = quoted(text[at:]) if at else []
    if at and not marks:
        return text[:at] if _bare_names(text, at) else ""
    if not marks or marks[0].outer_start > _LONGEST_LEAD or not _TAIL.match(text, at + marks[-1].outer_end):
        return ""
    gaps = ((one.outer_end, other.outer_start) for one, other in pairwise(marks))
    return text[:at] if all(_BETWEEN.fullmatch(text[at:], *gap) for gap in gaps) else ""


def _bare_names(text: str, at: int) -> list[Name]:
    """The names without quotes of which the sentence behind a heading is a mere list (A、B及C。)."""
    words, rest = agenda_words().names, text[at:].partition("。")[0]
    if not rest or re.search("[，；：？]", rest) or words.pointing.search(rest) or SEVERAL.match(rest):
        return []
    if agenda_words().lists.empty.search(text):
        return []
    names = listed(text, at, at + len(rest), stated_count(text[:at]))
    fit = all(_SHORTEST <= len(name.text) <= _LONGEST_NAME and not words.never.search(name.text) for name in names)
    return names if fit else []


def tagged(section: Section, place: Place) -> tuple[Section, Place] | None:
    """A member with its result in brackets ([解列] A, 1. A（解列）), as a member of a list of that result."""
    text = section.body.text
    before = _TAG.match(text) if place.expects else None
    behind = _TAG_BEHIND.match(text) if section.ordinal else None
    tag = before or behind
    kind = outcome_of(tag[1]) if tag else None
    if tag is None or kind is None:
        return None
    kind = None if kind in _LINEAGE else kind  # the words beneath tell what it goes on as
    line = Speech(section.body, section.path)
    below = replace(place, headings=(*place.headings, line.cut(*tag.span(1))), bulk=True, expects=True, outcome=kind)
    name = section.body.cut(tag.end()) if tag is before else section.body.without(tag.start(1) - 1, tag.end(1) + 1)
    return replace(section, body=name), below


def are_results(sections: Sequence[Section]) -> bool:
    """Whether neighbouring headings sort cases by what became of them, some this way and some that.

    Lists that have a 決議 each only say what is asked for.
    """
    ruled = sum(any(child.heading is Heading.RESOLUTION for child in section.children) for section in sections)
    return ruled < 2 and len({kind for section in sections if (kind := outcome(section))}) > 1


def heads_results(section: Section, place: Place) -> bool:
    """Whether a heading sorts cases by what became of them; names without quotes in a report are only asked for."""
    asked = place.kind is Kind.REPORT and not section.children and "「" not in section.body.text
    return outcome(section) is not None and not asked


def lists_results(section: Section, place: Place) -> bool:
    """Whether a line where cases are expected is a word of result with names behind it (續管：A、B。)."""
    lead = "" if section.children or not place.expects else _lead(section.body.text)
    names = _bare_names(section.body.text, len(lead)) if lead and outcome_of(lead) else []
    told = agenda_words().names.asked, agenda_words().names.done
    return bool(names) and not any(decides(n.text) or any(form.search(n.text) for form in told) for n in names)


def is_counted(section: Section) -> bool:
    """Whether a heading of a result states as many cases as are numbered beneath it; of new ones it says too little."""
    members, _ = _members(section)
    kind = None if any(child.heading is Heading.RESOLUTION for child in section.children) else outcome(section)
    return kind not in (None, EdgeType.ESTABLISHED_AT) and stated_count(section.body.text) == len(members)


def results(section: Section, place: Place, walk: Walk) -> Iterator[AgendaItem]:
    """The items of one such list."""
    kind = outcome(section)
    members, closing = _members(section)
    changes = kind in _LINEAGE
    below = replace(
        place,
        kind=Kind.OPEN if changes else Kind.NEW if kind in _NEW else Kind.TRACKED,
        expects=True,
        headings=(*place.headings, Speech(section.body, section.path)),
        bulk=not changes,
        outcome=kind,
    )
    if not section.children:
        yield from _on_line(Speech(section.body, section.path), below)
        return
    excepted = {exception.number: exception for line in closing for exception in _exceptions(line)}
    for at, one in enumerate(members, start=1):
        exception = excepted.get(one.ordinal or at)
        if exception:
            out = replace(below, outcome=None, headings=place.headings, kind=Kind.TRACKED)
            yield from (replace(item, decision=exception.said) for item in member(one, out, walk) if item.names)
        else:
            yield from _member(one, below, walk)
    for line in closing:
        first = min((e.start for e in _exceptions(line)), default=len(line.text))
        if first:
            yield place.prose(line.cut(0, first))


def _on_line(line: Speech, place: Place) -> Iterator[AgendaItem]:
    """The members of a list that stands on the line of its heading, each with the agency in brackets behind it."""
    lead = _lead(line.text)
    below = replace(place, headings=(*place.headings[:-1], line.cut(0, len(lead))))
    marks = [mark for mark in quoted(line.text) if mark.outer_start >= len(lead) and not is_no_case(mark, line.text)]
    if not marks or "、" in line.text[len(lead) : marks[0].outer_start]:
        marks = _bare_names(line.text, len(lead)) or marks
    for mark, end in zip(marks, [*(mark.outer_start for mark in marks[1:]), len(line.text)], strict=True):
        said = line.cut(mark.outer_end, end)
        decided = {kind for kind, form in decision_words().events if form.search(said.text)}
        remark = _REMARK.fullmatch(said.text) and decided <= {EdgeType.CONTINUED_AT}  # （請某局持續追蹤進度）
        by = agenda_words().names.agency_remark.match(said.text[: said.text.find("）") + 1])
        yield AgendaItem(
            place.kind,
            line.path,
            (NamedCase(mark, line),),
            decision=(said,) if mark is marks[-1] and said.says and not remark else (),
            background=(said,) if remark and mark is marks[-1] else (),
            proposers=(said.cut(*by.span("agency")),) if by and by["agency"] else (),
            headings=below.headings,
            group=place.group,
            listed=True,
            outcome=place.outcome,
        )


def _members(section: Section) -> tuple[list[Section], list[Speech]]:
    """A list's members, and the sentences that close it; those hang beneath the last member."""
    members: list[Section] = []
    closing: list[Speech] = []
    numbered = any(child.style is not Style.PLAIN for child in section.children)
    for child in with_texts(section.children):
        ends = [c for c in child.children if _closes(c)]
        closing += [Speech(c.body, c.path) for c in ends]
        if _closes(child) or (numbered and child.style is Style.PLAIN):
            closing.append(Speech(child.body, child.path))
        else:
            members.append(replace(child, children=tuple(c for c in child.children if c not in ends)))
    return members, closing


def _closes(section: Section) -> bool:
    return section.style is Style.PLAIN and agenda_words().results.closing.match(section.body.text) is not None


# -- members -----------------------------------------------------------------------------------------------------------


def _member(section: Section, place: Place, walk: Walk) -> Iterator[AgendaItem]:
    line = Speech(section.body, section.path)
    if agenda_words().results.arrow.search(line.text):
        yield _changed(line, place) or replace(place, headings=place.headings[:-1]).prose(line)
    elif place.outcome in _LINEAGE and len(quoted(line.text)) > 1:  # 「A」調整為「B」: the words tell
        yield replace(place, headings=place.headings[:-1]).prose(line)
    elif head(section.body) or not re.search(r"[，；]|。.", _BRACKETS.sub("", line.text)):
        yield from member(section, place, walk)
    elif named := _named_first(section, line, place):
        yield named
    else:
        yield replace(place, headings=place.headings[:-1]).prose(line)


def _named_first(section: Section, line: Speech, place: Place) -> AgendaItem | None:
    """A，請甲局…。: a member that opens with its name, parted by a comma from what is said of it."""
    found = TOLD_BEHIND.match(line.text)
    if found is None or place.outcome is None or agenda_words().names.never.search(found["name"]):
        return None
    name = Name(0, found.end("name"), found["name"], 0, found.end("name"), quoted=False)
    return AgendaItem(
        place.kind,
        line.path,
        (NamedCase(name, line),),
        decision=(line.cut(found.end("name")),),
        headings=place.headings,
        group=place.group,
        listed=True,
        number=section.ordinal,
        outcome=place.outcome,
    )


def _changed(line: Speech, place: Place) -> AgendaItem | None:
    """「A」→「B」, 「A」、「B」→「C」: which cases go on as which."""
    text, words = line.text, agenda_words().results
    arrow = words.arrow.search(text)
    if not arrow or place.outcome not in _LINEAGE:
        return None
    marks = [mark for mark in quoted(text) if not is_no_case(mark, text)]
    old = [mark for mark in marks if mark.outer_end <= arrow.start()] or listed(text, 0, arrow.start())
    new = next((mark for mark in marks if mark.outer_start == arrow.end()), None)
    new = new or (None if old and old[0].quoted else _bare(text, arrow.end()))
    old = [name for name in old if len(name.text) >= _SHORTEST]
    if new is None or not old or (place.outcome is EdgeType.RENAMED_TO and len(old) > 1):
        return None
    rest = line.cut(new.outer_end)
    return AgendaItem(
        kind=Kind.TRACKED,
        path=line.path,
        names=tuple(NamedCase(name, line) for name in old),
        subject=line.cut(0, new.outer_end),
        decision=(rest,) if rest.text else (),
        headings=place.headings,
        group=place.group,
        listed=True,
        outcome=place.outcome,
        becomes=NamedCase(new, line),
    )


def _bare(text: str, at: int) -> Name | None:
    """The name without quotes behind an arrow; 暫不調整 is none."""
    found = re.compile(r"[^，。；：（「」]+").match(text, at)
    if not found or len(found[0]) < _SHORTEST or agenda_words().results.unchanged.match(found[0]):
        return None
    return Name(at, found.end(), found[0], at, found.end(), quoted=False)


# -- exceptions --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Exception:
    """A member that a closing sentence takes out of its list; ``said`` is what becomes of it instead."""

    number: int
    start: int
    said: tuple[Speech, ...]


def _exceptions(line: Speech) -> Iterator[_Exception]:
    """惟第3案保留至年底，不在此列 / 除第2、4案外: every number, with the clauses that tell of it."""
    text, words = line.text, agenda_words().results
    for found in words.excepted.finditer(text):
        end = text.find("。", found.end())
        end = len(text) if end < 0 else end
        after = text[found.end() : end]
        out = words.taken_out.search(after)
        if not out and not words.outside.match(after):
            continue
        said = line.cut(found.end("numbers"), found.end() + out.start()) if out else None
        spoken = (said,) if said and len(said.text) > 1 else ()
        for number in re.findall(r"[0-9]+|[一二三四五六七八九十]+", found["numbers"]):
            value = numeral(number)
            if value:
                yield _Exception(value, found.start(), spoken)
