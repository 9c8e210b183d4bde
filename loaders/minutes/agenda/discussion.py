"""One item put before the sitting: 案由, 提案單位, 說明, 擬辦, 決議 → items of the agenda.

Always true: an item about cases that its 案由 names yields one AgendaItem; one that puts many cases before the sitting
yields itself and whatever is listed beneath it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.identity.normal import normal_form
from loaders.lexicon.agenda import agenda_words, outcome_of
from loaders.lexicon.decisions import decides, decision_words
from loaders.lexicon.headings import Heading
from loaders.lexicon.lifecycle import lifecycle_words
from loaders.minutes.agenda.adoption import adopted, put_lists
from loaders.minutes.agenda.case_names import is_generic, is_no_case, quotes_case, signed, subject_names, whole_line
from loaders.minutes.agenda.enumeration import members
from loaders.minutes.agenda.items import AgendaItem, Kind, NamedCase, Place, Speech, Walk
from loaders.minutes.agenda.lists import is_bulk, is_topic, kind_of_list, kind_said
from loaders.minutes.agenda.matter import BACKGROUND, Matter, lines_of, own_lines
from loaders.minutes.agenda.outcomes import lists_results
from loaders.minutes.agenda.tables import rows_as_items
from loaders.minutes.names import head, listed, quoted, stated_count
from loaders.numerals import numeral
from loaders.outline.marks import Style
from loaders.outline.tree import Section
from loaders.row_numbers import SEVERAL, TABLE, code

_ENUMERATED = re.compile("（(?:「[^「」]+」[、及與和]?)+(?:等?[0-9一二三四五六七八九十]+案)?）")
_ASKS = re.compile("：?(?:小組|本組)?(?:建議|擬|提請)")
_COUNTS_OFF = re.compile(r"(?P<count>[0-9一二三四五六七八九十]{1,2})案(?:分別)?(?:為|是|：)(?P<list>[^。；「」]+)")
_SHORTEST = 4
_BRACKETED = re.compile("案（(?P<names>[^（）]*、[^（）]*)）")


def is_discussion(section: Section) -> bool:
    """An agenda item: it has a resolution of its own, or is numbered 案由一."""
    labels = {child.heading for child in section.children}
    if Heading.SUBJECT in labels and section.heading is Heading.PROPOSER:
        return True  # 一、提案單位：… and the matter beneath
    if Heading.SUBJECT in labels and section.style in (Style.FORMAL, Style.CJK) and section.heading is not None:
        return False
    if any(child.style is Style.CASE and child.ordinal for child in section.children):
        return False
    if section.style is Style.CASE:
        return bool(labels - {None}) or section.heading is not None or not _names_and_decides(section)
    decided = Heading.RESOLUTION in labels and section.heading is not Heading.RESOLUTION
    return section.heading is Heading.SUBJECT or decided


def _names_and_decides(section: Section) -> bool:
    """項次一　A：持續列管: a list's row that is numbered like an agenda item."""
    text, opening = section.body.text, head(section.body)
    return opening is not None and opening.rest < len(text) - 2 and "提請" not in text[:60]


def discussed(section: Section, place: Place, walk: Walk) -> Iterator[AgendaItem]:
    """The items of one discussion; ``walk`` reads the lists beneath it."""
    inner = section.first(Heading.SUBJECT)
    if inner and inner.children and section.heading is not Heading.SUBJECT:
        said = agenda_words().names.agency_remark.search(section.body.text)
        own = (section,) if section.heading is Heading.PROPOSER else ()
        signs = (Speech(section.body, section.path).cut(*said.span("agency")),) if said and said["agency"] else ()
        beside = own_lines((*own, *(c for c in section.children if c.heading is Heading.PROPOSER))) or signs
        sort = agenda_words().lists.sort.fullmatch(section.body.text)  # 【案卡01】（列管）, and the name beneath
        place = replace(place, kind=kind_of_list(sort["sort"] + "案", place.kind)) if sort else place
        for part in discussed(inner, place, walk):
            yield replace(
                part,
                path=section.path if part.path == inner.path else part.path,
                proposers=part.proposers or beside,
                number=part.number or (section.ordinal if len(part.names) == 1 else None),
                code=part.code or code(section.number),
            )
        return
    item = Matter(section)
    line = item.line
    lists = item.opens_with_case or _reviews(item) or _listed_in(item.parts(Heading.MEASURES, Heading.EXPLANATION))
    if not lists and agenda_words().subjects.administrative.search(line.text):
        lines = (*item.background, *item.plain, *lines_of(item.points))
        told = (said for said in lines if quotes_case(said.text) or decides_quoted(said))
        yield from map(place.prose, told)
        return
    many = (
        is_generic(line.text)
        or agenda_words().headings.group.match(line.text)
        or _decides_several(item)
        or _reviews(item)
        or _asks_of_list(item)
    )
    names = () if many else _in_full(item, subject_names(line, item.titled), place)
    if names and place.kind is Kind.MOTION and not (names[0].name.quoted or item.proposers or signed(names, place)[1]):
        names = names if agenda_words().subjects.lifecycle.search(line.text) else ()
    if names:
        yield _about_cases(item, place, names)
    else:
        yield from _about_many(item, place, walk)


def _in_full(item: Matter, names: tuple[NamedCase, ...], place: Place) -> tuple[NamedCase, ...]:
    """The names of a 案由; of one that names fewer than it counts (「A」等2案), those that its 說明 quotes.

    None where they are listed or stand in a table beneath, each on a line of its own.
    """
    count = stated_count(item.line.text) or 0
    if not 0 < len(names) < count:
        return names
    rows = [row for part in item.parts(Heading.EXPLANATION, Heading.PROGRESS) for row in part.children if row.cells]
    tabled = sum(len(row.names) for row in rows_as_items(rows, place))
    if len(_listed_in(item.parts(*BACKGROUND, Heading.MEASURES))) > len(names) or tabled == count:
        return ()
    told = _told_in_full(item)
    complete = "等" in item.line.text and {case.name.text for case in names} < {case.name.text for case in told}
    return told if complete else names


def _told_in_full(item: Matter) -> tuple[NamedCase, ...]:
    """The cases that the 說明 quotes, where they are as many as the 案由 counts."""
    quotes = (NamedCase(mark, said) for said in item.said(Heading.EXPLANATION) for mark in quoted(said.text))
    told = {case.name.text: case for case in quotes if not is_no_case(case.name)}
    return tuple(told.values()) if len(told) == stated_count(item.line.text) else ()


def _decides_several(item: Matter) -> bool:
    """Whether a matter that quotes nothing is decided line by line, each about a case in quotes."""
    points = [point for resolution in item.resolutions or (item.section,) for point in resolution.children]
    return "「" not in item.line.text and sum(_opens_with_quote(point) for point in points) > 1


def _reviews(item: Matter) -> bool:
    """Whether a matter lists cases with what was done and decides of them by number (上次會議案件處理情形)."""
    heads = [head(point.body) for point in item.points if point.ordinal]
    told = sum(opening is not None and opening.colon for opening in heads)
    return told > 1 and any(SEVERAL.search(said.text) and decides(said.text) for said in lines_of(item.resolutions))


def _asks_of_list(item: Matter) -> bool:
    """Whether a matter is nothing but what is asked of the cases numbered beneath it (建議解除列管：)."""
    return outcome_of(item.line.text) is not None and any(point.ordinal for point in item.points)


def decides_quoted(said: Speech) -> bool:
    """Whether words of decision stand in a line beside something in quotes."""
    return "「" in said.text and decides(said.text)


def _about_cases(item: Matter, place: Place, names: tuple[NamedCase, ...]) -> AgendaItem:
    """An item about the cases that its 案由 names; without a 決議 whatever stands beneath it may decide."""
    told = (item.whole,) if item.whole.text.endswith("。") and not any(c.heading for c in item.section.children) else ()
    beneath = (*told, *lines_of(item.points), *item.plain)
    decided = bool(item.resolutions)
    decision = lines_of(item.resolutions) if decided else beneath
    names, signs = signed(names, place)
    kind = place.kind if place.kind in (Kind.NEW, Kind.TRACKED, Kind.MOTION) else Kind.PROPOSAL
    kind = Kind.NEW if agenda_words().names.new_remark.search(item.line.text) else kind
    return AgendaItem(
        kind=kind,
        path=item.section.path,
        names=names,
        subject=item.line,
        decision=decision,
        measures=item.measures or _asked_above(place, decision),
        background=(*item.background, *beneath) if decided else item.background,
        proposers=item.proposers or (() if kind is Kind.TRACKED else signs),
        headings=place.headings,
        group=place.group,
        number=item.section.ordinal,
        code=code(item.section.number),
        listed=item.section.style is Style.CASE and (not item.section.children or (_is_row(item) and not decided)),
    )


def _is_row(item: Matter) -> bool:
    """Whether an item is numbered as a row of a list (項次一)."""
    return agenda_words().headings.row.match(item.section.number) is not None


def _asked_above(place: Place, decision: tuple[Speech, ...]) -> tuple[Speech, ...]:
    """What the heading above asks for its members (請求解除列管案件), where a bare 同意 grants it."""
    bare = any(decision_words().passing.fullmatch(speech.text.rstrip("。")) for speech in decision)
    return tuple(h for h in place.headings[-1:] if bare and agenda_words().headings.asks.match(h.text))


def _about_many(item: Matter, place: Place, walk: Walk) -> Iterator[AgendaItem]:
    """An item that puts many cases before the sitting: what its 決議 says, and the lists beneath it."""
    line = item.line if item.line.text else Speech(item.section.body, item.section.path)  # 提請新增合作案2案
    whole = AgendaItem(
        kind=Kind.TRACKED if _reviews(item) else _kind_of(item, place.kind),
        path=item.section.path,
        subject=line,
        decision=tuple(Speech(r.rest, r.path) for r in item.resolutions if r.rest.text),
        measures=item.measures,
        background=(*item.background, *item.plain),
        proposers=item.proposers,
        headings=place.headings,
        group=_group_of(line) or place.group,
    )
    counted = agenda_words().headings.counted.search(line.text) is not None or _asks_of_list(item)
    below = replace(place, kind=whole.kind, expects=True, headings=(*place.headings, line), group=whole.group)
    agreed = any(decision_words().passing.match(speech.text) for speech in whole.decision[:1])
    by_group = _reported_by_group(item)
    if by_group:
        put = (item.line, *item.measures, *item.said(Heading.EXPLANATION))
        yield replace(whole, names=by_group, measures=put, decision=lines_of(item.resolutions))
        return
    if sorted_lines := _sorted_lines(item, below):
        yield from walk(sorted_lines, below)
        yield replace(whole, background=item.background)
        return
    parts = item.parts(Heading.MEASURES, Heading.EXPLANATION)
    announced = (
        _in_brackets(item)
        or _listed_in(parts)
        or _listed_by_group(item)
        or _bracketed_line(item)
        or _listed_beneath(item)
        or _told_line_by_line(item)
        or (_told_in_full(item) if item.resolutions else ())
        or _counted_off(item)
    )
    if agreed and (lines := _ruled_in_lines(item)):
        yield from (below.prose(line) for line in (*lines, *lines_of(item.resolutions)))
        return
    excepts = any(map(_decides_of_rest, whole.decision))
    all_agreed = any(agenda_words().headings.all_agreed.match(said.text) for said in whole.decision[:1])
    counted_in = _counted_in(item, agreed or excepts or all_agreed)
    named = (counted_in if excepts else ()) or _named_in(whole.decision) or counted_in
    opened = {normal_form(case.name.text) for point in item.points if point.ordinal for case in _listed_names(point)}
    called = {normal_form(case.name.text) for case in named}
    if called < opened or called < {normal_form(case.name.text) for case in announced}:
        named = ()  # 除「A」外，其餘照案通過
    rows_of = [row for part in item.parts(*BACKGROUND, Heading.MEASURES) for row in part.children if row.cells]
    tabled_rows = [row for caption, rows in _tables(item) for row in walk(rows, _captioned(below, caption))]
    tabled = any(point.cells for point in item.points) or any(row.names for row in tabled_rows)
    if named and not tabled and not any(_opens_with_quote(p) for r in item.resolutions for p in r.children):
        yield replace(whole, names=named, decision=lines_of(item.resolutions), headings=below.headings)
        return
    explained = item.parts(*BACKGROUND, Heading.MEASURES)
    changed = _rearranged(explained) if agreed else []
    if changed:
        heads = ((head(line.body), Speech(line.body, line.path)) for line in changed)
        names = tuple(NamedCase(opening.name, said) for opening, said in heads if opening)
        whole = replace(whole, subject=None, proposers=())  # who moves it proposes none of the cases
        if all(map(_only_wished, names)):
            ruled = replace(whole, background=(), decision=lines_of(item.resolutions))
            yield from (replace(ruled, names=(case,), measures=(case.speech,), path=case.speech.path) for case in names)
            return
        yield replace(whole, names=names)
        yield from walk(changed, below)
        return
    lists = put_lists(explained)
    if lists:
        items, left = adopted(lists, lines_of(item.resolutions), below, walk)
        yield from items
        yield replace(whole, decision=())
        yield from (replace(place, kind=whole.kind).prose(line) for line in left)
        return
    pointed = any(_points(said.text) for said in (*lines_of(item.resolutions), *item.measures))
    annexed = any(agenda_words().headings.appendix.search(part.body.text) for part in parts)
    reported_alone = announced and agenda_words().headings.group.match(line.text)  # 觀光組 A 決定：解除列管
    several = len(announced) > 1 or (announced and annexed) or reported_alone
    if several and not pointed and not any(resolution.children for resolution in item.resolutions):
        yield replace(whole, names=signed(announced, below)[0], decision=lines_of(item.resolutions))
        return
    reports: list[AgendaItem] = []
    if is_generic(line.text):
        reports += reported([child for part in explained for child in part.children], below, pointed)
    of_rows = {cell for row in rows_of for cell in row.cells} if tabled_rows else set()
    of_rows |= {name.speech.flow for name in announced}
    told = () if reports else tuple(said for said in whole.background if said.flow not in of_rows)
    all_ruled = any(_is_of_all(said) for said in lines_of(item.resolutions)) or any(map(is_topic, item.points))
    points = list(walk(item.points, replace(below, bulk=counted or pointed or all_ruled)))
    listed_above = pointed and sum(bool(point.names) for point in points) > 1  # 決議：除第二項…外，其餘解列
    listed_above = listed_above or any(row.becomes for row in tabled_rows)  # 調整後計3案，均續管
    asks = _group_of(line) is not None or (agreed and not item.line.text)
    listed_above = listed_above or (asks and any(point.names for point in points))
    if not listed_above:
        yield replace(whole, background=told)  # each of them tells its own
    rows = replace(below, headings=place.headings)  # the matter asks, and decides nothing of a row
    asked = (line, *item.measures)
    yield from (_list_row(name, rows, asked) for name in (() if reports else announced))
    yield from reports
    of_all, put = (tuple(said for said in told if _is_of_all(said)) for told in (item.background, item.measures))
    yield from (_with_all(row, of_all, put) for row in tabled_rows)
    decided = [point for resolution in item.resolutions for point in walk(resolution.children, below)]
    rows_below = [_with_all(point, of_all, put) for point in points]
    yield from (*rows_below, *decided) if listed_above else (*decided, *rows_below)
    if listed_above:
        yield replace(whole, background=told)


def _tables(item: Matter) -> Iterator[tuple[Section | None, list[Section]]]:
    """The rows of each table in the 說明 or 擬辦, with the line above that numbers it (表1　提請解列案件一覽表)."""
    caption: Section | None = None
    rows: list[Section] = []
    for line in (child for part in item.parts(*BACKGROUND, Heading.MEASURES) for child in part.children):
        if line.cells:
            rows.append(line)
        elif TABLE.match(line.body.text):
            yield caption, rows
            caption, rows = line, []
    yield caption, rows


def _captioned(place: Place, caption: Section | None) -> Place:
    """The place of a table's rows: its caption stands above them and says what list it is."""
    if caption is None:
        return place
    heading = Speech(caption.body, caption.path)
    return replace(place, headings=(*place.headings, heading), kind=kind_of_list(heading.text, place.kind))


def _sorted_lines(item: Matter, place: Place) -> tuple[Section, ...]:
    """The unnumbered lines of a matter that are lists by what is asked, where all are (解列：「A」、「B」。)."""
    lines = [child for child in item.section.children if child.heading is None]
    unnumbered = bool(item.resolutions) and all(line.style is Style.PLAIN and not line.children for line in lines)
    lists = all(is_bulk(line) or lists_results(line, place) for line in lines)
    return tuple(lines) if unnumbered and lines and lists else ()


def _group_of(line: Speech) -> str | None:
    """The group whose report a line opens (交通組：)."""
    group = agenda_words().headings.group.match(line.text)
    return group[1] if group else None


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


def _listed_in(parts: tuple[Section, ...]) -> tuple[NamedCase, ...]:
    """Cases listed beneath a line of the 擬辦 or 說明 that announces them (下列 4 案擬同意解列：), one a line.

    Where the line is a group (交通小組2案), those beneath every such line.
    """
    below, group = agenda_words().headings.below, agenda_words().headings.group
    by_group: list[NamedCase] = []
    for part in (section for top in parts for section in top.walk()):
        words = part.body.text
        lines = [child for child in part.children if child.ordinal]
        lines = [] if any(line.children for line in lines) else lines
        named = [_listed_names(c) for c in lines]
        counted = len(lines) > 1 and stated_count(words) == len(lines)
        if lines and all(named) and (words.endswith("：") or below.search(words) or counted):
            by_group += (name for names in named for name in names)
            if not (part.ordinal and group.match(words)):
                break
    return tuple(by_group)


def _listed_beneath(item: Matter) -> tuple[NamedCase, ...]:
    """Cases listed right beneath a 案由 that counts or announces them (下列三案工作相近：), which one 決議 decides."""
    points = [point for point in item.points if point.ordinal or not point.body.text.endswith("。")]
    listed = [_listed_names(point) for point in points if not point.children] if item.resolutions else []
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
        lead = _COUNTS_OFF.search(said.text)
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


def _listed_names(section: Section) -> tuple[NamedCase, ...]:
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


def _list_row(named: NamedCase, place: Place, asked: tuple[Speech, ...]) -> AgendaItem:
    """A row of a list of which the 決議 speaks line by line; ``asked``: what is put of all of them."""
    names, _ = signed((named,), place)
    return AgendaItem(
        kind=place.kind,
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


def _rearranged(parts: tuple[Section, ...]) -> list[Section]:
    """Lines each of which says what becomes of a case (整併結果如下： 1. C：由「A」及「B」合併)."""
    words = agenda_words().subjects.rearranged
    for announcing in (section for part in parts for section in part.walk() if _announces(section)):
        lines = [child for child in announcing.children if not child.cells]
        if len(lines) > 1 and all((opening := head(c.body)) and words.search(c.body.text, opening.rest) for c in lines):
            return lines
    return []


def _only_wished(case: NamedCase) -> bool:
    """Whether a line only says what is wished for its case (「A」擬併入「B」)."""
    text = case.speech.text
    change = agenda_words().subjects.rearranged.search(text, case.name.outer_end)
    return change is not None and decision_words().wish.search(text[: change.start()]) is not None


def _announces(section: Section) -> bool:
    """Whether a line announces those beneath it (整併結果如下：), or is a bare label (說明：)."""
    bare = section.heading is not None and not section.rest.text
    return section.rest.text.endswith("：") or bare


def _ruled_in_lines(item: Matter) -> tuple[Speech, ...]:
    """Numbered lines each of which says of quoted cases what becomes of them, for a resolution to pass (照辦)."""
    lines = lines_of(item.points)
    ruled = len(lines) > 1 and all(line.text.startswith("「") and line.text.endswith("。") for line in lines)
    ruled = ruled and not any(_only_asks(line) for line in lines)
    return lines if ruled and all(agenda_words().subjects.rearranged.search(line.text) for line in lines) else ()


def _only_asks(line: Speech) -> bool:
    """Whether a line says what a group asks for its case (「A」：建議解除列管。)."""
    opening = head(line.flow)
    return opening is not None and opening.colon and _ASKS.match(line.text, opening.rest) is not None


def _kind_of(item: Matter, above: Kind) -> Kind:
    text = item.line.text or item.section.body.text
    if "；" in text and _group_of(item.line):
        return above  # 交通組報告：「A」建議續辦；「B」建議新增
    return kind_said(text, Kind.TRACKED if is_generic(text) else above)


def _named_in(said: tuple[Speech, ...]) -> tuple[NamedCase, ...]:
    """Cases that the first lines of the 決議 name in quotes."""
    return tuple(NamedCase(mark, s) for s in said for mark in quoted(s.text) if mark.as_case and not is_no_case(mark))


def _counted_in(item: Matter, agreed: bool) -> tuple[NamedCase, ...]:
    """Cases that only the 說明 names, as many as 案由 or 擬辦 count (上開2案), where what is asked is agreed to.

    Or as many as the 決議 opens with (兩案尚不宜併案，均續列管).
    """
    told = [said for said in item.said(Heading.EXPLANATION) if not ((rest := head(said.flow)) and rest.colon)]
    stated: set[int | None] = {stated_count(said.text) for said in (item.line, *item.measures, *told)}
    ruling = next(iter(lines_of(item.resolutions)), None)
    opening = lifecycle_words().succession.together.match(ruling.text) if ruling else None
    stated, agreed = ({numeral(opening["count"])}, True) if opening else (stated, agreed)
    ruled = {mark.text for said in lines_of(item.resolutions) for mark in quoted(said.text)}
    named = _named_in(item.said(Heading.EXPLANATION))
    names = tuple(NamedCase(mark, s) for s in item.said(Heading.EXPLANATION) for mark in quoted(s.text))
    found = names if len(names) in stated else named or names
    agreed = agreed or (len(ruled) > 1 and ruled <= {case.name.text for case in found})  # 「A」照案通過；「B」再議
    return found if agreed and len(found) in stated and not any(is_no_case(case.name) for case in found) else ()


def _reported_by_group(item: Matter) -> tuple[NamedCase, ...]:
    """The cases that a group reports, before the sitting decides of them (報告內容：提請解除列管「A」、「B」2案)."""
    listed = any(resolution.children for resolution in item.resolutions)
    if listed or not (item.resolutions and agenda_words().headings.group.match(item.line.text)):
        return ()
    told = [(mark, said) for said in (item.line, *item.said(Heading.EXPLANATION)) for mark in quoted(said.text)]
    asked = [(mark, said) for said in item.measures for mark in quoted(said.text)]
    told = told or (asked if len(asked) == 1 else [])
    return tuple(NamedCase(mark, said) for mark, said in told if not is_no_case(mark, said.text))


def _opens_with_quote(section: Section) -> bool:
    opening = head(section.body)
    return opening is not None and opening.name.quoted
