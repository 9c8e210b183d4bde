"""One item put before the sitting: 案由, 提案單位, 說明, 擬辦, 決議 → items of the agenda.

Always true: an item about cases that its 案由 names yields one AgendaItem; one that puts many cases before the sitting
yields itself and whatever is listed beneath it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from loaders.lexicon.agenda import agenda_words
from loaders.lexicon.decisions import decides, decision_words
from loaders.lexicon.headings import Heading
from loaders.lexicon.lifecycle import lifecycle_words
from loaders.lexicon.lineage import changes
from loaders.minutes.agenda.announced import listed_in, told_in_full
from loaders.minutes.agenda.case_names import quotes_case, signed, subject_names
from loaders.minutes.agenda.items import AgendaItem, Kind, NamedCase, Place, Speech, Walk
from loaders.minutes.agenda.lists import kind_of_list
from loaders.minutes.agenda.matter import BACKGROUND, Matter, decides_quoted, lines_of, own_lines
from loaders.minutes.agenda.several import of_group, puts_several, reviews, several
from loaders.minutes.agenda.tables import rows_as_items
from loaders.minutes.names import head, quoted, stated_count
from loaders.outline.marks import Style
from loaders.outline.tree import Section
from loaders.row_numbers import code


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
    report = next((child for child in section.children if child.heading is Heading.REPORT and child.children), None)
    group = agenda_words().headings.group.match(section.body.text)
    if report and group:
        heading = Speech(section.body, section.path)
        reports = replace(place, expects=True, group=group[1], headings=(*place.headings, heading))
        yield from walk(report.children, reports)  # 交通組 （一）小組報告：… （二）決議：…
        section = replace(section, children=tuple(child for child in section.children if child is not report))
    item = Matter(section)
    line = item.line
    yield from _retold(item, place)
    lists = item.opens_with_case or reviews(item) or listed_in(item.parts(Heading.MEASURES, Heading.EXPLANATION))
    about_work = agenda_words().subjects.administrative.search(line.text) is not None
    if about_work and not lists:
        lines = dict.fromkeys((item.whole, *item.background, *item.plain, *lines_of(item.points)))
        told = (said for said in lines if quotes_case(said.text) or decides_quoted(said) or _changes_quoted(said))
        yield from map(place.prose, told)
        return
    unnamed = puts_several(item) or (about_work and not item.opens_with_case) or _only_reports(item)
    names = () if unnamed else _in_full(item, subject_names(of_group(line) or line, item.titled), place)
    if names and place.kind is Kind.MOTION and not (names[0].name.quoted or item.proposers or signed(names, place)[1]):
        names = names if agenda_words().subjects.lifecycle.search(line.text) else ()
    if place.kind is Kind.MOTION and _only_invites(item):
        names = ()
    if names:
        yield _about_cases(item, place, names)
    else:
        yield from several(item, place, walk)


def _only_reports(item: Matter) -> bool:
    """Whether a report is heard that quotes no case (報告案一：離島醫療現況。 裁示：洽悉。)."""
    report = item.section.heading is Heading.REPORT or item.section.number.startswith("報告")
    heard = all(lifecycle_words().settlement.noted.match(said.text) for said in lines_of(item.resolutions))
    return report and bool(item.resolutions) and heard and "「" not in item.line.text


def _retold(item: Matter, place: Place) -> Iterator[AgendaItem]:
    """What another sitting decided, beneath a line of the 說明 that says so (某次會議決議如下：)."""
    for part in item.parts(Heading.EXPLANATION):
        if agenda_words().headings.retold.search(part.rest.text):
            below = replace(place, headings=(*place.headings, Speech(part.rest, part.path)))
            yield from map(below.prose, lines_of(tuple(part.children)))


def _in_full(item: Matter, names: tuple[NamedCase, ...], place: Place) -> tuple[NamedCase, ...]:
    """The names of a 案由; of one that names fewer than it counts (「A」等2案), those that its 說明 quotes.

    None where they are listed or stand in a table beneath, each on a line of its own.
    """
    count = stated_count(item.line.text) or 0
    if not 0 < len(names) < count:
        return names
    rows = [row for part in item.parts(Heading.EXPLANATION, Heading.PROGRESS) for row in part.children if row.cells]
    tabled = sum(len(row.names) for row in rows_as_items(rows, place))
    if len(listed_in(item.parts(*BACKGROUND, Heading.MEASURES))) > len(names) or tabled == count:
        return ()
    told = told_in_full(item)
    complete = "等" in item.line.text and {case.name.text for case in names} < {case.name.text for case in told}
    return told if complete else names


def _only_invites(item: Matter) -> bool:
    """Whether a motion asks others to come to an event, or to tell of it, and the sitting decides of no case."""
    ruled = any(decides(said.text) or decision_words().passing.match(said.text) for said in lines_of(item.resolutions))
    words, marks = agenda_words().subjects, quoted(item.line.text)
    event = bool(marks) and all(words.event_name.search(mark.text) and not mark.as_case for mark in marks)
    return not ruled and (event or words.invitation.search(item.line.text) is not None)


def _changes_quoted(said: Speech) -> bool:
    """Whether a line tells that one thing in quotes became another (依前次決議，「A」業更名為「B」)."""
    return said.text.count("「") > 1 and changes(said.text)


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
