"""A sitting's sections → agenda items: which lines name cases, which decide about them, which only explain.

Always true: every line that can decide stands in exactly one item's ``decision``; an item without names is prose whose
sentences must name their cases themselves. Whether a name really is a case is decided in ``casebook``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto

from loaders.folding import Flow
from loaders.lexicon.agenda import agenda_words
from loaders.lexicon.headings import HEADER, Heading
from loaders.lexicon.platforms import official_platform
from loaders.minutes.names import Head, Name, called_cases, groups, head, listed, quoted, stated_count
from loaders.minutes.tables import table_items
from loaders.outline.marks import Style
from loaders.outline.tree import Section


class Kind(Enum):
    """What kind of list or discussion an item stands in."""

    TRACKED = auto()
    NEW = auto()
    PROPOSAL = auto()
    REPORT = auto()
    OPEN = auto()
    MOTION = auto()


@dataclass(frozen=True, slots=True)
class Speech:
    """Some words and the section they stand in."""

    flow: Flow
    path: str

    @property
    def text(self) -> str:
        return self.flow.text


@dataclass(frozen=True, slots=True)
class NamedCase:
    """A case name where it is written."""

    name: Name
    speech: Speech
    remark: str = ""
    sure: bool = True


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One item of the agenda or of a list. ``headings`` are the list headings above it, innermost last."""

    kind: Kind
    path: str
    names: tuple[NamedCase, ...] = ()
    subject: Speech | None = None
    decision: tuple[Speech, ...] = ()
    measures: tuple[Speech, ...] = ()
    background: tuple[Speech, ...] = ()
    proposers: tuple[Speech, ...] = ()
    headings: tuple[Speech, ...] = ()
    group: str | None = None
    listed: bool = False
    number: int | None = None


@dataclass(frozen=True, slots=True)
class _Place:
    """Where on the agenda a section stands."""

    kind: Kind
    expects: bool = False
    headings: tuple[Speech, ...] = ()
    group: str | None = None
    background: tuple[Speech, ...] = ()
    bulk: bool = False


_SKIPPED = frozenset({Heading.OPENING, Heading.PREVIOUS, Heading.END}) | HEADER
_BACKGROUND = frozenset({Heading.EXPLANATION, Heading.PROGRESS, Heading.RESPONSIBLE})
_GROUP_HEAD = re.compile(r"[「『]?([\u3400-\u9fff]{2,8}組)[」』]?(?:議題)?(?:（[^（）]*(?:（[^（）]*）)?[^（）]*）)?(?:報告)?(?:：|$)")
_SPEAKER = re.compile(r"[\u3400-\u9fff]{1,3}(?:副?(?:市長|縣長|首長)|主席|召集人|局長|處長|秘書長)(?:[\u3400-\u9fff]{0,2})(?:裁示|指示|表示|結論)?：")
_BULK = re.compile(
    r"(?:同意|准予|建議|提請|提至|提報|逕|下列|以下|共計|合計|計|本次|維持|擴大|研擬|新增|持續|列管|解列|解除列管|解除追蹤|結案|續管|續列|合併|撤案|恢復|暫緩|不同意|續行|賡續|例行|常態|更名|轉為|移由|改由|退回|緩議)"
)
_BULK_SHAPE = re.compile(r"(?:新增|續管|續列|結案|案|案件|者|方案|提案|議案|如下|事項|追蹤|列管|解列|交流|部分|名單|清單)(?:（[^（）]*）)?(?:如下|分別為|包括|分述如下|包含)?(?:，[^：]{0,40})?[：:]?$")
_SECTION_LABELS = re.compile(r"^[^：]{0,14}：$")


def agenda(sections: Iterable[Section]) -> list[AgendaItem]:
    """All items of a sitting, in reading order."""
    top = tuple(sections)
    items = list(_children(top, _Place(Kind.OPEN)))
    if any(item.names for item in items):
        return items
    return list(_children(top, _Place(Kind.OPEN, expects=True)))  # no heading says where the cases stand


def _flush(rows: list[Section], place: _Place) -> list[AgendaItem]:
    found = [
        AgendaItem(
            kind=Kind.NEW if row.new else place.kind if place.kind is not Kind.OPEN else Kind.TRACKED,
            path=row.path,
            names=(NamedCase(row.name, Speech(row.cell, row.path)),),
            decision=tuple(Speech(f, row.path) for f in row.decision),
            background=tuple(Speech(f, row.path) for f in row.background),
            proposers=tuple(Speech(f, row.path) for f in row.proposers),
            headings=place.headings,
            group=row.group or place.group,
            listed=True,
            number=row.number,
        )
        for row in table_items(tuple(rows), "".join(h.text for h in place.headings[-1:]))
    ]
    rows.clear()
    return found


def _visit(section: Section, place: _Place) -> Iterator[AgendaItem]:
    """The items of one section and all beneath it."""
    kind = section.heading
    if kind in _SKIPPED:
        return
    if kind is Heading.CONCLUSION and section.style is not Style.LABEL:
        yield from _prose(section, replace(place, kind=Kind.OPEN, expects=False))
        return
    if _is_item(section):
        yield from _item(section, place)
        return
    if place.kind is Kind.REPORT and kind in (None, Heading.PROPOSALS) and _is_bulk(section, place):
        yield from _bulk(section, place)
        return
    if place.expects and (kind is None or kind is Heading.PROPOSALS and _is_bulk(section, place)):
        yield from _member(section, place)
        return
    yield from _part(section, _place_of(section, place))


def _place_of(section: Section, place: _Place) -> _Place:
    """The place that a section's heading makes for what stands beneath it."""
    words, kind = agenda_words(), section.heading
    head_text = section.body.text if kind is None or kind is Heading.PROPOSALS else section.rest.text or section.body.text
    here = place.kind
    if kind is Heading.REPORT:
        here = Kind.REPORT
    elif kind is Heading.MOTION:
        here = Kind.MOTION
    elif kind is Heading.PROPOSALS:
        here = Kind.NEW if words.new.search(head_text) else Kind.PROPOSAL
    elif words.new.search(head_text[:40]) and len(head_text) < 60:
        here = Kind.NEW
    elif words.tracked.search(head_text[:40]) and len(head_text) < 60:
        here = Kind.TRACKED
    lists = here in (Kind.NEW, Kind.TRACKED, Kind.PROPOSAL) or kind is Heading.RESOLUTION or _groups_below(section)
    speech = Speech(section.rest if kind is Heading.RESOLUTION else section.body, section.path)
    headings = (*place.headings, speech) if lists and speech.text else place.headings
    return replace(place, kind=here, expects=lists or here is Kind.MOTION, headings=headings)


def _groups_below(section: Section) -> bool:
    return sum(bool(_GROUP_HEAD.match(child.body.text)) for child in section.children) >= 2


def _is_item(section: Section) -> bool:
    """An agenda item: it has a resolution of its own, or is numbered 案由一."""
    labels = {child.heading for child in section.children}
    if Heading.SUBJECT in labels and section.style in (Style.FORMAL, Style.CJK) and section.heading is not None:
        return False
    if any(child.style is Style.CASE and child.ordinal for child in section.children):
        return False
    if section.style is Style.CASE and not labels - {None} and section.heading is None:
        opening = head(section.body)
        if opening and opening.rest < len(section.body.text) - 2 and "提請" not in section.body.text[:60]:
            return False  # 項次一　A：持續列管
    return section.style is Style.CASE or section.heading is Heading.SUBJECT or Heading.RESOLUTION in labels and section.heading is not Heading.RESOLUTION


def _part(section: Section, place: _Place) -> Iterator[AgendaItem]:
    """A heading with things beneath it."""
    own = Speech(section.rest if section.heading else section.body, section.path)
    if own.text and section.style in (Style.PLAIN, Style.LABEL) or len(own.text) > 40 or own.text.endswith("。"):
        yield AgendaItem(place.kind, section.path, decision=(own,), headings=place.headings[:-1], group=place.group)
    yield from _children(section.children, place)


def _children(children: Iterable[Section], place: _Place) -> Iterator[AgendaItem]:
    rows: list[Section] = []
    for child in children:
        if child.cells:
            rows.append(child)
        else:
            yield from _flush(rows, place)
            yield from _visit(child, place)
    yield from _flush(rows, place)


def _prose(section: Section, place: _Place) -> Iterator[AgendaItem]:
    for part in section.walk():
        flow = part.rest if part.heading else part.body
        if flow.text:
            yield AgendaItem(place.kind, part.path, decision=(Speech(flow, part.path),), headings=place.headings, group=place.group)


def _speeches(section: Section | None, own: bool = True) -> tuple[Speech, ...]:
    """All lines of a section; a labelled section without its label. Rows come cell by cell."""
    if section is None:
        return ()
    found: list[Speech] = []
    for part in section.walk():
        flows = part.cells or ((part.rest if part is section or part.heading else part.body),)
        if part is section and not own:
            continue
        found += [Speech(flow, part.path) for flow in flows if flow.text]
    return tuple(found)


def _item(section: Section, place: _Place) -> Iterator[AgendaItem]:
    """One agenda item: 案由, 提案單位, 說明, 擬辦, 決議."""
    words = agenda_words()
    inner_subject = section.first(Heading.SUBJECT)
    if inner_subject and inner_subject.children and section.heading is not Heading.SUBJECT:
        yield from _item(inner_subject, place)
        return
    by_kind: dict[Heading | None, list[Section]] = {}
    for child in section.children:
        by_kind.setdefault(child.heading, []).append(child)
    subject = next(iter(by_kind.get(Heading.SUBJECT, [])), None)
    line = Speech(subject.rest if subject else section.rest, subject.path if subject else section.path)
    parts = lambda *kinds: tuple(s for k in kinds for c in by_kind.get(k, []) for s in _speeches(c))  # noqa: E731
    background = parts(*_BACKGROUND)
    plain = tuple(s for c in by_kind.get(None, []) if c.style is Style.PLAIN for s in _speeches(c))
    measures, proposers = parts(Heading.MEASURES), parts(Heading.PROPOSER)
    resolutions = by_kind.get(Heading.RESOLUTION, [])
    inner = [c for c in section.children if c.heading is None and (c.style is not Style.PLAIN or c.cells)]
    if subject:
        inner += [c for c in subject.children if c.heading is None]
    if words.administrative.search(line.text) and not _quoted_case(line):
        return
    names = () if _generic(line.text) else _subject_names(line)
    if names and not names[0].name.quoted and not proposers and not words.lifecycle.search(line.text) and place.kind in (Kind.MOTION,):
        names = ()
    if names:
        decided = tuple(s for r in resolutions for s in _speeches(r))
        if not resolutions:
            decided = tuple(s for c in inner for s in _speeches(c)) + plain
        kind = place.kind if place.kind in (Kind.NEW, Kind.TRACKED, Kind.MOTION) else Kind.PROPOSAL
        rest = () if not resolutions else tuple(s for c in inner for s in _speeches(c)) + plain
        yield AgendaItem(kind, section.path, names, line, decided, measures, (*place.background, *background, *rest), proposers, place.headings, place.group)
        return
    kind = Kind.NEW if words.new.search(line.text) else Kind.TRACKED if words.tracked.search(line.text) or _generic(line.text) else place.kind
    below = replace(place, kind=kind, expects=True, headings=(*place.headings, line))
    lists = tuple(c for k in (*_BACKGROUND, Heading.MEASURES) for c in by_kind.get(k, []))
    said = tuple(Speech(r.rest, r.path) for r in resolutions if r.rest.text)
    named = tuple(NamedCase(q, s, "") for s in said for q in quoted(s.text) if q.as_case and not _no_case_quote(q))
    if named and not any(head(c.body) and head(c.body).name.quoted for r in resolutions for c in r.children):  # type: ignore[union-attr]
        whole = tuple(s for r in resolutions for s in _speeches(r))
        yield AgendaItem(kind, section.path, named, line, whole, measures, background + plain, proposers, (*place.headings, line), place.group)
        return
    yield AgendaItem(kind, section.path, (), line, said, measures, background + plain, proposers, place.headings, place.group)
    yield from _children([row for part in lists for row in part.children if row.cells], below)
    for resolution in resolutions:
        yield from _children(resolution.children, below)
    yield from _children(inner, below)


def _no_case_quote(mark: Name, text: str = "") -> bool:
    """A quoted group, platform or term of the trade; a quote right before a group's name is its platform."""
    if re.match(r"(?:合作)?(?:交流)?(?:平臺)?「?[\u3400-\u9fff]{2,6}組", text[mark.outer_end :]):
        return True
    return bool(re.fullmatch(r".{1,8}組|成案|列管|解列", mark.text)) or len(mark.text) <= 8 and bool(official_platform(mark.text))


def _quoted_case(line: Speech) -> bool:
    return any(called_cases(line.text, row) for row in groups(line.text, quoted(line.text)))


def _generic(text: str) -> bool:
    """Whether an agenda item puts many cases before the sitting, not one."""
    bare = text
    for mark in reversed(quoted(text)):
        if _no_case_quote(mark, text):
            bare = bare[: mark.outer_start] + bare[mark.outer_end :]
    return not re.search(r"「", bare) and bool(agenda_words().generic.search(bare))


def _subject_names(line: Speech) -> tuple[NamedCase, ...]:
    """The case, or the cases, that an agenda item is about."""
    text, words = line.text, agenda_words()
    marks = [q for q in quoted(text) if not _no_case_quote(q, text) and not re.match(r"平臺|合作平臺", text[q.outer_end :])]
    inside = [q for q in marks if not _within_name(text, q)]
    if inside:
        return tuple(NamedCase(q, line, _remark_after(text, q.outer_end)) for q in inside)
    end = words.suffix.search(text)
    stop = end.start() if end and end[0] else len(text)
    tail = re.search(r"（[^（）]*(?:提案|主辦|報告)[^（）]*）[。]?$", text[:stop])
    stop = tail.start() if tail else stop
    stop2 = words.suffix.search(text[:stop])
    stop = stop2.start() if stop2 and stop2[0] else stop
    begin = words.prefix.match(text)
    start = begin.end() if begin else 0
    change = words.lifecycle.search(text[start:stop])
    if change and change.start() >= 4 and stop - start - change.end() <= 8:
        stop = start + len(re.sub(r"(?:擬|建議|申請|提請|後續|之)+$", "", text[start : start + change.start()]))
    name = text[start:stop].strip("，。；： ")
    if not 4 <= len(name) <= 60 or re.search(r"[。；？]", name):
        return ()
    at = text.index(name, start)
    return (NamedCase(Name(at, at + len(name), name, at, at + len(name), quoted=False), line, sure=False),)


def _within_name(text: str, mark: Name) -> bool:
    """A quote that is part of an unquoted name: 臺北市與桃園市圖書館『一證通用』服務啟用."""
    return text[mark.outer_start] == "『" or not mark.as_case and mark.outer_start > 6 and bool(re.match(r"[\u3400-\u9fff]{2,}(?:一案|案|，提請)", text[mark.outer_end :])) and not re.match(r"(?:一|計畫|合作|等)?案|更名|修正|名稱|擬|合併|併入|拆分|解除|辦理|後續|案名|處理|及|與|是否", text[mark.outer_end :])


def _remark_after(text: str, at: int) -> str:
    found = re.match(r"(?:一案|案)?（([^（）]*)）", text[at:])
    return found[1] if found else ""


def _member(section: Section, place: _Place) -> Iterator[AgendaItem]:
    """A line in a place where cases are expected: a case, a heading of a list, a group's report, or prose."""
    text = section.body.text
    team = _GROUP_HEAD.match(text)
    if team:
        yield from _team(section, replace(place, group=team[1], expects=True, headings=place.headings), team.end())
    elif _is_bulk(section, place):
        yield from _bulk(section, place)
    else:
        yield from _case_or_prose(section, place)


def _team(section: Section, place: _Place, at: int) -> Iterator[AgendaItem]:
    rest = Speech(section.body.cut(at), section.path)
    lead = Speech(section.body.cut(0, at), section.path)
    if rest.text:
        yield AgendaItem(place.kind, section.path, decision=(rest,), headings=place.headings, group=place.group)
    elif not section.children:
        return
    yield from _children(section.children, replace(place, headings=(*place.headings, lead)))


def _is_bulk(section: Section, place: _Place) -> bool:
    """同意新增下列4案： / 提至副首長會議解列（8案）：A、B… / 列管合作案（計7案）."""
    text = section.body.text
    colon = text.find("：")
    lead = text if colon < 0 else text[: colon + 1]
    if len(lead) > 60 or "「" in lead or "。" in lead[:-1] or not lead:
        return False
    shaped = bool(_BULK.search(lead)) and bool(_BULK_SHAPE.search(lead) or stated_count(lead))
    if not shaped:
        return False
    words = agenda_words()
    listing = bool(words.tracked.search(lead) or words.new.search(lead) or stated_count(lead) or re.search(r"下列|以下|如下|者：?$|案件：?$", lead))
    below = any(c.style is not Style.PLAIN or c.cells or head(c.body) for c in section.children)
    return listing and (below or (0 <= colon < len(text) - 1 and stated_count(lead) is not None))


def _bulk(section: Section, place: _Place) -> Iterator[AgendaItem]:
    text, words = section.body.text, agenda_words()
    colon = text.find("：")
    stop = len(text) if colon < 0 else colon + 1
    lead = Speech(section.body.cut(0, stop), section.path)
    kind = Kind.NEW if words.new.search(lead.text) and "同意新增" not in lead.text else Kind.TRACKED if words.tracked.search(lead.text) else place.kind
    below = replace(place, kind=kind, expects=True, headings=(*place.headings, lead), bulk=True)
    if stop < len(text):
        yield from _enumeration(Speech(section.body.cut(stop), section.path), below)
    yield from _children(section.children, below)


def _enumeration(speech: Speech, place: _Place) -> Iterator[AgendaItem]:
    """Names listed after a heading in one sentence, with origin remarks: A、B（2案為原雙北合作案）、C等3案均已辦畢，…"""
    text = speech.text
    if quoted(text) and groups(text, quoted(text)) and (called_or_many(text) or len(quoted(text)) == stated_count(place.headings[-1].text)):
        names = tuple(NamedCase(n, speech) for row in groups(text, quoted(text)) for n in row if not _no_case_quote(n))
        last = Speech(speech.flow.cut(names[-1].name.outer_end), speech.path)
        yield AgendaItem(place.kind, speech.path, names, decision=(last,) if last.text else (), headings=place.headings, group=place.group, listed=True)
        return
    found: list[NamedCase] = []
    for part in _enumerated(text, stated_count(place.headings[-1].text)):
        found.append(NamedCase(part[0], speech, part[1]))
    if found:
        last = found[-1].name.outer_end
        yield AgendaItem(place.kind, speech.path, tuple(found), None, (Speech(speech.flow.cut(last), speech.path),), headings=place.headings, group=place.group, listed=True)
    else:
        yield AgendaItem(place.kind, speech.path, decision=(speech,), headings=place.headings, group=place.group)


def called_or_many(text: str) -> bool:
    """Whether quoted names are an enumeration of cases."""
    rows = groups(text, quoted(text))
    return any(len(row) > 1 or called_cases(text, row) for row in rows)


_ENUM_END = re.compile(r"等\s*[0-9一二三四五六七八九十]+(?:項|件|個)?(?:合作|列管|議)?(?:案|方案|議案|提案)|。|；|均|皆")
_ORIGIN_FIRST = re.compile(r"原([^，。；、：]{1,8}?)(?:合作案|平臺|合作)[^，。；、：]{0,6}?[0-9一二三四五六七八九十]*案?，?(?:為|即|包括|計有|：|有)")


def _enumerated(text: str, stated: int | None) -> Iterator[tuple[Name, str]]:
    """(name, origin remark) of every member of an enumeration without quotes."""
    leads = list(_ORIGIN_FIRST.finditer(text))
    if leads:
        for lead, following in zip(leads, [*leads[1:], None], strict=True):
            end = _ENUM_END.search(text, lead.end())
            stop = min(end.start() if end else len(text), following.start() if following else len(text))
            count = stated_count(lead[0])
            for name in listed(text, lead.end(), stop, count):
                yield name, f"原{lead[1]}合作案"
        return
    end = _ENUM_END.search(text)
    stop = end.start() if end else len(text)
    names = listed(text, 0, stop, stated)
    remarks: list[str] = [""] * len(names)
    begin = 0
    for i, name in enumerate(names):
        remark = re.search(r"（([^（）]*原[^（）]*)）$", text[name.start : name.outer_end])
        if remark:
            remarks[begin : i + 1] = [remark[1]] * (i + 1 - begin)
            begin = i + 1
    yield from zip(names, remarks, strict=True)


def _case_or_prose(section: Section, place: _Place) -> Iterator[AgendaItem]:
    body = section.body
    opening = head(body)
    if _SPEAKER.match(body.text):
        yield from _prose(section, replace(place, kind=Kind.OPEN, expects=False))
        return
    named: tuple[NamedCase, ...] = ()
    rest = 0
    if place.kind is Kind.MOTION and not any(_TAKEN_UP.search(part.body.text) for part in section.walk()):
        yield from _unnamed(section, place)
        return
    if opening and _may_be_case(opening, section, place):
        named = (NamedCase(opening.name, Speech(body, section.path), opening.remark, opening.name.quoted),)
        rest = opening.rest
    elif not opening and place.bulk and len(quoted(body.text)) < 2 and 3 <= len(body.text) <= 80 and body.text.count("。") <= 1 and not re.search(r"，.*[請應]|[；？]", body.text) and section.style not in (Style.LABEL,):
        name = body.text.rstrip("。；、")
        marks = quoted(body.text)
        if len(marks) == 1 and marks[0].outer_start == 0 and re.fullmatch(r"(?:一|計畫)?案?[。；]?(?:（[^（）]*）)?", body.text[marks[0].outer_end :]):
            named = (NamedCase(marks[0], Speech(body, section.path)),)
        elif not re.search(r"^(?:請|本|各|以上|上述|前述)", name):
            named = (NamedCase(Name(0, len(name), name, 0, len(name), quoted=False), Speech(body, section.path)),)
        rest = len(body.text)
    if not named and not opening and _is_title_line(section, place):
        remark = re.search(r"（([^（）]*(?:提|提案|合作案))）$", body.text)
        stop = remark.start() if remark else len(body.text)
        named = (NamedCase(Name(0, stop, body.text[:stop], 0, len(body.text), quoted=False), Speech(body, section.path), remark[1] if remark else ""),)
        rest = len(body.text)
    if not named:
        yield from _unnamed(section, place)
        return
    spoken = (Speech(body.cut(rest), section.path), *_below(section))
    labels = {c.heading: c for c in section.children}
    proposers = _speeches(labels.get(Heading.PROPOSER))
    background = tuple(s for k in _BACKGROUND for s in _speeches(labels.get(k)))
    measures = _speeches(labels.get(Heading.MEASURES))
    kind = Kind.NEW if re.search(r"（(?:新增|新)(?:合作)?提?案）", body.text) else place.kind
    yield AgendaItem(
        kind, section.path, named, Speech(body.cut(0, rest), section.path), tuple(s for s in spoken if s.text), measures, background, proposers, place.headings, place.group, True
    )


def _is_title_line(section: Section, place: _Place) -> bool:
    """A name on a line of its own with its text beneath it."""
    text = section.body.text
    told = any(c.style is Style.PLAIN or c.heading for c in section.children)
    return told and 4 <= len(text) <= 50 and not re.search(r"[。；，：]", text) and not _NO_CASE_HEAD.search(text)


def _below(section: Section) -> tuple[Speech, ...]:
    """What stands beneath a case's line and may decide about it."""
    found: list[Speech] = []
    for child in section.children:
        if child.heading in _BACKGROUND or child.heading in (Heading.PROPOSER, Heading.MEASURES):
            continue
        found += _speeches(child)
    return tuple(found)


_TAKEN_UP = re.compile(r"列管|成案|立案|解列|結案|追蹤|撤回|撤案|同意新增|合作案")
"""What a motion must speak of to be about a case."""
_NO_CASE_HEAD = re.compile(r"^(?:新增|解列|結案|併案|整併|更名|擴大|不予列案|未予採納|撤案|續列|續管|列管|例行|改列|合併|拆分|分案|恢復|移轉|退回|新提|解除列管|追蹤)(?:案|案件|部分|者|事項)?$|^附帶|^(?:說明|備註|附帶決議|註|依據|目的|其他|時間|地點|方案[0-9一二三四]|(?:線上|實體)|請|本案|各[市縣]|另|有關[^「]{0,6}部分|為|因|以上|前述|上述|下列|如下|未來|後續|分工|期程|經費|人力)|部分$|(?:如下|分別為|包括|意見|說明|情形|原則|方式|期程|分工|重點|如次)$")
_CASE_TAIL = re.compile(r"(?:案|計畫|合作|交流|活動|方案|專案|機制|平臺|服務|推廣|行銷|工程|事宜|系統|計劃|參訪|展|賽|節|網|串聯|共享|宣導|共用|互訪|推動|觀摩|示範|研習|訓練|演練|改善|整合|規劃|營造|管理|防治|清運|清除|輔導|互認|通用|建置)$")


def _may_be_case(opening: Head, section: Section, place: _Place) -> bool:
    """Whether a line's head may be a case name in this place."""
    text = opening.name.text
    if opening.name.quoted:
        return not _no_case_quote(opening.name)
    if len(text) < 4 or _NO_CASE_HEAD.search(text) or re.search(r"[。；？！]", text):
        return False
    if place.kind in (Kind.TRACKED, Kind.NEW) or place.bulk:
        return True
    return bool(_CASE_TAIL.search(text) or agenda_words().lifecycle.search(section.body.text) or re.search(r"列管|成案|同意新增|辦理", section.body.text))


def _unnamed(section: Section, place: _Place) -> Iterator[AgendaItem]:
    """Prose, or a line whose children are what counts."""
    body = Speech(section.body, section.path)
    if body.text:
        yield AgendaItem(place.kind, section.path, decision=(body,), headings=place.headings, group=place.group)
    if section.children:
        yield from _children(section.children, replace(place, bulk=False))
