"""The cases that a matter names in its 案由, 說明 or 擬辦 without an item of their own: listed, quoted, counted off.

Always true: the names come in reading order, each with the line it stands in; none is told where the matter counts
more or fewer cases than it names.
"""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.lexicon.agenda import agenda_words
from loaders.lexicon.decisions import decides
from loaders.lexicon.headings import Heading
from loaders.lexicon.lifecycle import lifecycle_words
from loaders.minutes.agenda.case_names import comes_out, is_no_case, whole_line
from loaders.minutes.agenda.enumeration import members
from loaders.minutes.agenda.items import NamedCase, Speech
from loaders.minutes.agenda.matter import Matter, lines_of
from loaders.minutes.names import head, listed, quoted, stated_count
from loaders.numerals import numeral
from loaders.outline.tree import Section

_ENUMERATED = re.compile("（(?:「[^「」]+」[、及與和]?)+(?:等?[0-9一二三四五六七八九十]+案)?）")
_BRACKETED = re.compile("案（(?P<names>[^（）]*、[^（）]*)）")
_SHORTEST = 4


def announced(item: Matter) -> tuple[NamedCase, ...]:
    """The cases that a matter puts before the sitting, by the first of the ways in which minutes write them out."""
    return (
        _in_brackets(item)
        or _put_by_groups(item)
        or listed_in(item.parts(Heading.MEASURES, Heading.EXPLANATION))
        or _listed_by_group(item)
        or _bracketed_line(item)
        or _listed_beneath(item)
        or _told_line_by_line(item)
        or (told_in_full(item) if item.resolutions else ())
        or _counted_off(item)
    )


def _put_by_groups(item: Matter) -> tuple[NamedCase, ...]:
    """Cases that the lines of a 說明 put group by group, on the line or beneath it (農漁組提報2案：（一）A （二）B)."""
    lines = [line for part in item.parts(Heading.EXPLANATION) for line in part.children]
    found: list[tuple[NamedCase, ...]] = []
    for line in lines:
        said, words = agenda_words().headings.group_puts.match(line.body.text), Speech(line.body, line.path)
        group = agenda_words().headings.group.match(line.body.text)
        rest = words.cut(said.end() if said else group.end() if group else len(words.text))
        names = members(rest) if rest.text else tuple(case for child in line.children for case in listed_names(child))
        if rest.text and said and numeral(said["count"]) == 1 and not names:
            names = tuple(case for case in (whole_line(rest),) if case)
        if not names or (said and len(names) != numeral(said["count"])):
            return ()
        found.append(tuple(replace(case, number=line.ordinal) for case in names) if len(names) == 1 else names)
    return tuple(case for names in found for case in names)


def told_in_full(item: Matter) -> tuple[NamedCase, ...]:
    """The cases that the 說明 quotes, where they are as many as the 案由 counts."""
    quotes = (NamedCase(mark, said) for said in item.said(Heading.EXPLANATION) for mark in quoted(said.text))
    told = {case.name.text: case for case in quotes if not is_no_case(case.name)}
    return tuple(told.values()) if len(told) == stated_count(item.line.text) else ()


def listed_in(parts: tuple[Section, ...]) -> tuple[NamedCase, ...]:
    """Cases listed beneath a line of the 擬辦 or 說明 that announces them (下列 4 案擬同意解列：), one a line.

    Where the line is a group (交通小組2案), those beneath every such line.
    """
    below, group = agenda_words().headings.below, agenda_words().headings.group
    by_group: list[NamedCase] = []
    for part in (section for top in parts for section in top.walk()):
        words = part.body.text
        lines = [child for child in part.children if child.ordinal]
        lines = [] if any(line.children for line in lines) else lines
        named = [listed_names(c) for c in lines]
        counted = len(lines) > 1 and stated_count(words) == len(lines)
        told = part.heading is not None and all(line.body.text.endswith("。") and not head(line.body) for line in lines)
        heads = words.endswith("：") and not told  # 說明： and sentences beneath
        if lines and all(named) and (heads or below.search(words) or counted):
            by_group += (name for names in named for name in names)
            if not (part.ordinal and group.match(words)):
                break
    return tuple(by_group)


def _listed_beneath(item: Matter) -> tuple[NamedCase, ...]:
    """Cases listed right beneath a 案由 that counts or announces them (下列三案工作相近：), which one 決議 decides."""
    points = [point for point in item.points if point.ordinal or not point.body.text.endswith("。")]
    listed = [listed_names(point) for point in points if not point.children] if item.resolutions else []
    names = tuple(name for named in listed for name in named) if listed and all(listed) else ()
    bare = len(listed) == len(points) and all(
        case.name.outer_end >= len(case.speech.text.rstrip("。")) for case in names
    )
    if not (bare and names):
        return ()
    said = agenda_words().lists.counts_them.match(lines_of(item.resolutions)[0].text)
    counts = (stated_count(item.line.text), numeral(said["count"]) if said else None)
    announced = len(names) > 1 and counts == (None, None) and agenda_words().headings.below.search(item.line.text)
    return names if announced or len(names) in counts else ()


def _in_brackets(item: Matter) -> tuple[NamedCase, ...]:
    """Cases that brackets behind their number enumerate (列管案件計3案（A、B、C）)."""
    said = _BRACKETED.search(item.line.text)
    count = stated_count(item.line.text[: said.start() + 1]) if said else None
    names = listed(item.line.text, *said.span("names"), count) if said and count else []
    return tuple(NamedCase(name, item.line) for name in names) if len(names) == count else ()


def _bracketed_line(item: Matter) -> tuple[NamedCase, ...]:
    """Cases that an unnumbered line in brackets enumerates, and nothing else (（「A」、「B」）)."""
    said = item.plain[0] if len(item.plain) == 1 else None
    marks = quoted(said.text) if said and _ENUMERATED.fullmatch(said.text) else []
    return tuple(NamedCase(mark, said) for mark in marks) if said else ()


def _listed_by_group(item: Matter) -> tuple[NamedCase, ...]:
    """Cases that unnumbered lines enumerate group by group (交通組：「A」、「B」。), or that stand beneath a group."""
    group = agenda_words().headings.group
    if group.match(item.line.text) and item.resolutions:
        names = [whole_line(said) if not said.text.endswith("。") else None for said in item.plain]
        return tuple(name for name in names if name) if all(names) else ()
    found = [(said, group.match(said.text)) for said in item.plain]
    named = [members(said.cut(by.end())) if by else () for said, by in found]
    return tuple(name for names in named for name in names) if named and all(named) else ()


def _counted_off(item: Matter) -> tuple[NamedCase, ...]:
    """Cases without quotes that the 說明 counts and enumerates (原5案為A、B、C、D、E。)."""
    for said in item.said(Heading.EXPLANATION):
        lead = agenda_words().enumerations.counts_off.search(said.text)
        count = numeral(lead["count"]) if lead else None
        names = listed(said.text, *lead.span("list"), count) if lead and count else []
        if len(names) == count and all(len(name.text) >= _SHORTEST for name in names):
            return tuple(NamedCase(name, said) for name in names)
    return ()


def _told_line_by_line(item: Matter) -> tuple[NamedCase, ...]:
    """Cases of which unnumbered lines tell, one each, that open with the names and are as many as the matter counts."""
    marks = [(next(iter(quoted(said.text)), None), said) for said in item.plain]
    names = tuple(NamedCase(mark, said) for mark, said in marks if mark and mark.outer_start == 0)
    return names if len(names) == len(marks) == stated_count(item.line.text) else ()


def listed_names(section: Section) -> tuple[NamedCase, ...]:
    """The name that a line is, or that it opens with before a colon; those that it enumerates behind a group."""
    line = Speech(section.body, section.path)
    group = agenda_words().headings.group.match(line.text)
    if group and line.text[group.end() :]:
        listed = members(line.cut(group.end()))  # 交通組：A、B。
        return tuple(replace(name, number=section.ordinal) for name in listed) if len(listed) == 1 else listed
    opening = head(line.flow)
    if opening and opening.colon and agenda_words().names.never.search(opening.name.text):
        return ()  # 方案1：…
    told = opening and opening.name.quoted and not decides(line.text[opening.rest :])
    name = NamedCase(opening.name, line, opening.remark) if opening and (opening.colon or told) else whole_line(line)
    return (replace(name, number=section.ordinal),) if name else ()


def named_in(said: tuple[Speech, ...]) -> tuple[NamedCase, ...]:
    """Cases that the first lines of the 決議 name in quotes."""
    return tuple(NamedCase(mark, s) for s in said for mark in quoted(s.text) if mark.as_case and not is_no_case(mark))


def counted_in(item: Matter, agreed: bool) -> tuple[NamedCase, ...]:
    """Cases that only the 說明 names, as many as 案由 or 擬辦 count (上開2案), where what is asked is agreed to.

    Or as many as the 決議 opens with (兩案尚不宜併案，均續列管).
    """
    told = [said for said in item.said(Heading.EXPLANATION) if not ((rest := head(said.flow)) and rest.colon)]
    stated: set[int | None] = {stated_count(said.text) for said in (item.line, *item.measures, *told)}
    ruling = next(iter(lines_of(item.resolutions)), None)
    opening = lifecycle_words().succession.together.match(ruling.text) if ruling else None
    stated, agreed = ({numeral(opening["count"])}, True) if opening else (stated, agreed)
    ruled = {mark.text for said in lines_of(item.resolutions) for mark in quoted(said.text)}
    named = named_in(item.said(Heading.EXPLANATION))
    names = tuple(NamedCase(mark, s) for s in item.said(Heading.EXPLANATION) for mark in quoted(s.text))
    found = names if len(names) in stated else named or names
    agreed = agreed or (len(ruled) > 1 and ruled <= {case.name.text for case in found})  # 「A」照案通過；「B」再議
    return found if agreed and len(found) in stated and not any(is_no_case(case.name) for case in found) else ()


def reported_by_group(item: Matter) -> tuple[NamedCase, ...]:
    """The cases that a group reports, before the sitting decides of them (報告內容：提請解除列管「A」、「B」2案)."""
    if not (item.resolutions and agenda_words().headings.group.match(item.line.text)):
        return ()
    told = [(mark, said) for said in (item.line, *item.said(Heading.EXPLANATION)) for mark in quoted(said.text)]
    asked = [(mark, said) for said in item.measures for mark in quoted(said.text)]
    told = told or (asked if len(asked) == 1 else [])
    cases = ((mark, said) for mark, said in told if not is_no_case(mark, said.text))
    return tuple(NamedCase(mark, said) for mark, said in cases if not comes_out(said.text, mark))


def opens_with_quote(section: Section) -> bool:
    opening = head(section.body)
    return opening is not None and opening.name.quoted
