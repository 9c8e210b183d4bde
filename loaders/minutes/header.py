"""The header of a sitting: title, day, times, place, chairs, recorder, hosts.

Always true: every value comes from the sitting's own lines (``quotes`` says which), or is None; the host is read from
the chair's agency, else the place, else a sentence that names who holds the sitting, else the recorder's agency.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce

from graph.interchange import Body, MeetingRef, Person, Quote
from graph.vocabulary import Label
from loaders.bodies import NOWHERE, BodyFinder, Setting
from loaders.folding import Flow
from loaders.lexicon.headings import Heading
from loaders.lexicon.platforms import platforms
from loaders.minutes.dates import Day, first_day, times
from loaders.minutes.head import read_head
from loaders.minutes.people import people
from loaders.minutes.title import Title
from loaders.outline.sittings import Sitting
from loaders.outline.tree import Section

_ONLINE = re.compile(r"線上|視訊|Google ?Meet|meet\.google|Webex|Teams|Zoom|遠端|遠距|網路會議|雲端會議", re.IGNORECASE)
_HELD_BY = re.compile(
    r"(?:本次會議|本季|本次|此次會議|本會議)[^。；]{0,8}?(?:由|輪由)([^。，；]{2,14}?)(?:主辦|主政|主責|輪值|召開|承辦|辦理|擔任)"
)
_NEXT_HOST = re.compile(
    r"下(?:一)?(?:季|次|屆)[^。；]{0,14}?(?:由|請|為)([^。，；]{2,8}?)(?:接棒|接手|接辦|主辦|主政|主責|輪值|擔任|(?=[。；]|$))"
)
_RECORDER_BESIDE = re.compile(r"[紀記]錄(?:人員?|者)?[：】]?([^）【；：]+)")
_WRITTEN_BY = re.compile(
    r"本(?:次)?(?:會議)?[紀記]錄(?:係|均)?由(?P<by>[^，。；]{2,24}?)(?:負責)?(?:製作|撰寫|撰擬|彙整|整理|繕打|繕製|[紀記]錄|作成|擬具)|"
    r"(?:[紀記]錄|製作|撰寫|整理)(?:人員?|者)(?:為|係|：)(?P<is>[^，。；]{2,24})"
)
_CLOSED = re.compile(
    r"(?:散會|閉會)(?:時間)?[：（]?[^，。；]{3,16}|"
    r"(?:[^，。；：]{1,8}[時點]|[^，。；：]{0,6}\d：\d\d)[^，。；：]{0,6}?(?:散會|閉會|結束(?=[，。；]|$))"
)
_LAST = 3
"""Sections at the end that may name the recorder and the hour."""
_TITLE_TAIL = re.compile(r"\s*(?:紀|記)\s*錄\s*(?:（[^）]*）)?\s*$")


@dataclass(frozen=True, slots=True)
class Header:
    """What the head of a sitting says."""

    meeting: MeetingRef
    title: Title
    quote: Quote
    start_time: str | None
    end_time: str | None
    place: str | None
    online: bool
    chairs: tuple[Person, ...]
    recorder: Person | None
    hosts: tuple[Body, ...]
    hosts_inferred: bool
    quotes: dict[str, Quote]


def read_header(sitting: Sitting, text: str, finder: BodyFinder, like: Title | None) -> Header:
    """The header of a sitting. ``like`` is what the document's other titles agree on, for a head that is cut off."""
    fields = _fields(sitting.header)
    quotes = {kind.value: _quote(text, flow) for kind, flow in fields.items() if flow.text}
    words, title = read_head(sitting, text)
    title = title if words else like or title
    day_line = fields.get(Heading.DATE) or _dated_end(fields)
    day = first_day(day_line.text) if day_line else None
    in_title = None if day else first_day(words.text)
    start_time, end_time = _times(day_line, day, next(filter(times, _ends(sitting, fields)), ""))
    place = _spaced(text, fields.get(Heading.PLACE))
    chair = fields.get(Heading.CHAIR)
    recorder = next((line for line in _recorders(sitting, fields) if line and people(line)), None)
    day = day or in_title
    year = title.roc_year or (day.date.year - 1911 if day and words else None)
    meeting = MeetingRef(
        platform=title.platform or (like.platform if like else None) or "",
        level=title.level,
        group=title.group,
        roc_year=year if words else None,
        ordinal=title.ordinal if words else None,
        date=day.date.isoformat() if day else None,
        title=" ".join(filter(None, (_title(text, sitting.compilation), _title(text, words)))),
    )
    hosts = _hosts(sitting, fields, finder, meeting.platform)
    return Header(
        meeting=meeting,
        title=title,
        quote=_quote(text, words) if words else _first_words(text, sitting),
        start_time=start_time,
        end_time=end_time,
        place=place,
        online=bool(_ONLINE.search((place or "") + (day_line.text if day_line else ""))),
        chairs=people(chair) if chair else (),
        recorder=people(recorder)[0] if recorder else None,
        hosts=hosts or _by_rota(meeting),
        hosts_inferred=not hosts,
        quotes=quotes,
    )


def _dated_end(fields: dict[Heading, Flow]) -> Flow | None:
    """The line that closes minutes whose head is cut off, where it names the day (散會（113年3月6日上午11時40分）)."""
    end = fields.get(Heading.END)
    return end if end and first_day(end.text) else None


def _times(day_line: Flow | None, day: Day | None, end: str) -> tuple[str | None, str | None]:
    """Start and end: behind the day, the end else in the line that closes the minutes."""
    clock = times(day_line.text[day.end if day else 0 :]) if day_line else []
    ends = times(end) or clock[1:]
    return next(iter(clock), None), next(iter(ends), None)


def _fields(header: Iterable[Section]) -> dict[Heading, Flow]:
    """What the lines of each kind say, after the label; a chair's further lines go with it."""
    lines: dict[Heading, list[Flow]] = {}
    for section in header:
        rest = section.body if section.heading is Heading.END else section.rest
        for child in section.children:
            rest = _joined(rest, child.body)
        if section.heading and rest:
            lines.setdefault(section.heading, []).append(rest)
    return {kind: _chosen(kind, said) for kind, said in lines.items()}


def _chosen(kind: Heading, lines: list[Flow]) -> Flow:
    """日期： and 時間： together; who records and when it ended by the line that tells it; else the first line."""
    if kind is Heading.DATE:
        return reduce(_beside, lines)
    tells = {Heading.RECORDER: people, Heading.END: lambda line: times(line.text)}.get(kind, bool)
    return next((line for line in lines if tells(line)), lines[0])


def _joined(one: Flow, other: Flow) -> Flow:
    return Flow(one.text + other.text, one.offsets + other.offsets)


def _beside(one: Flow, other: Flow) -> Flow:
    """Two lines with a blank between them (113/5/21 14:00)."""
    return _joined(Flow(one.text + " ", (*one.offsets, one.offsets[-1])), other)


def _recorders(sitting: Sitting, fields: dict[Heading, Flow]) -> Iterator[Flow | None]:
    """Where the recorder may be named: a line, the chair's (主席：…（記錄：…）), the last words (本紀錄由…製作)."""
    yield fields.get(Heading.RECORDER)
    for kind in (Heading.CHAIR, Heading.ATTENDEES):
        for said in _RECORDER_BESIDE.finditer(fields[kind].text) if kind in fields else ():
            yield fields[kind].cut(*said.span(1))
    for words in _last_words(sitting):
        for said in _WRITTEN_BY.finditer(words.text):
            yield words.cut(*said.span(said.lastgroup or 0))


def _ends(sitting: Sitting, fields: dict[Heading, Flow]) -> Iterator[str]:
    """What may tell when it ended: a line of its own, else 散會 behind the recorder or in the last words."""
    yield fields[Heading.END].text if Heading.END in fields else ""
    for words in (*(line for line in fields.values()), *_last_words(sitting)):
        yield from (said[0] for said in _CLOSED.finditer(words.text))


def _last_words(sitting: Sitting) -> tuple[Flow, ...]:
    """The sentences at the end of a sitting, what stands beneath 散會 first."""
    ended = [section for top in sitting.header if top.heading is Heading.END for section in top.walk()]
    last = [section for top in sitting.sections[-_LAST:] for section in top.walk()][-_LAST:]
    return tuple(section.body for section in (*ended, *reversed(last)))


def _quote(text: str, flow: Flow) -> Quote:
    start, end = flow.span(0, len(flow.text))
    return Quote(start, end, text[start:end])


def _first_words(text: str, sitting: Sitting) -> Quote:
    stop = text.find("\n", sitting.start, sitting.end)
    end = stop if stop > 0 else sitting.end
    return Quote(sitting.start, end, text[sitting.start : end])


def _spaced(text: str, flow: Flow | None) -> str | None:
    if not flow or not flow.text:
        return None
    start, end = flow.span(0, len(flow.text))
    return re.sub(r"\s+", " ", text[start:end]).strip().rstrip("。；") or None


def _title(text: str, flow: Flow | None) -> str:
    return _TITLE_TAIL.sub("", _spaced(text, flow) or "")


def _by_rota(meeting: MeetingRef) -> tuple[Body, ...]:
    """The city whose turn it was by the platform's rota."""
    known = platforms().get(meeting.platform)
    if known is None or meeting.roc_year is None or meeting.ordinal is None:
        return ()
    turn = known.host_of(meeting.level, meeting.roc_year + 1911, meeting.ordinal)
    return (Body(turn.city, Label.CITY, city=turn.city),) if turn else ()


def next_host(sitting: Sitting, finder: BodyFinder) -> str | None:
    """The city that a sitting names as the next one's host (下一季由新北市接棒)."""
    for top in sitting.sections:
        for section in top.walk():
            for said in _NEXT_HOST.finditer(section.body.text):
                cities = {_city(b) for f in finder.find(said[1], NOWHERE) for b in f.bodies}
                if len(cities) == 1:
                    return cities.pop()
    return None


def _hosts(sitting: Sitting, fields: dict[Heading, Flow], finder: BodyFinder, platform: str) -> tuple[Body, ...]:
    """Host city first, then the hosting agency."""
    nowhere = Setting(None, None, "", ())
    found: list[tuple[Body, ...]] = []
    for kind in (Heading.CHAIR, Heading.PLACE):
        line = fields.get(kind)
        found.append(tuple(b for f in finder.find(line.text, nowhere) for b in f.bodies) if line else ())
    chairs, places = found
    cities = list(dict.fromkeys(_city(b) for b in chairs if _city(b)))
    if len(cities) != 1:
        here = list(dict.fromkeys(_city(b) for b in places if _city(b)))
        place = fields.get(Heading.PLACE)
        cities = here[:1] or ([finder.city_of_place(place.text)] if place and finder.city_of_place(place.text) else [])
    if not cities:
        cities = _stated_host(sitting, finder) or _left_out(sitting, finder, platform)
    if not cities:
        line = fields.get(Heading.RECORDER)
        clerks = tuple(b for f in finder.find(line.text, nowhere) for b in f.bodies) if line else ()
        cities = list(dict.fromkeys(_city(b) for b in clerks if _city(b)))[:1]
    if not cities or not cities[0]:
        return ()
    city = cities[0]
    agency = next((b for b in (*chairs, *places) if b.label is Label.AGENCY and b.city == city), None)
    return (Body(city, Label.CITY, city=city), *((agency,) if agency else ()))


def _city(body: Body) -> str | None:
    return body.name if body.label is Label.CITY else body.city


def _left_out(sitting: Sitting, finder: BodyFinder, platform: str) -> list[str | None]:
    """本府與 all members but one: the one left out is speaking."""
    members = finder.members(platform, None)
    for top in sitting.sections:
        for section in top.walk():
            said = re.search(r"本[府市][^，。；]{0,8}?(?:與|洽|會同|邀集)([^。；]{4,30})", section.body.text)
            if said:
                named = {_city(b) for f in finder.find(said[1], NOWHERE) for b in f.bodies}
                rest = [m for m in members if m not in named]
                if len(rest) == 1 and len(named) > 1:
                    return [rest[0]]
    return []


def _stated_host(sitting: Sitting, finder: BodyFinder) -> list[str | None]:
    for top in sitting.sections:
        for section in top.walk():
            for said in _HELD_BY.finditer(section.body.text):
                cities = [_city(b) for f in finder.find(said[1], Setting(None, None, "", ())) for b in f.bodies]
                if len(set(cities)) == 1 and cities[0]:
                    return cities[:1]
    return []
