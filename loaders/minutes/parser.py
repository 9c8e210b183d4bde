"""Document → ParsedDocument: every sitting read with what the whole document knows.

Always true: the text is never changed; a document that holds neither minutes nor a plan is OTHER and says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from graph.interchange import (
    Body,
    Decision,
    DocumentKind,
    MeetingRef,
    ParsedDocument,
    ParsedMinutes,
    PlatformMerger,
    Source,
)
from graph.vocabulary import Label
from loaders.bodies import BodyFinder, Setting
from loaders.folding import fold
from loaders.identity.matching import continues
from loaders.identity.normal import normal_form
from loaders.lexicon.decisions import decision_words
from loaders.lexicon.platforms import platforms
from loaders.minutes.actions import action_items
from loaders.minutes.agenda import AgendaItem, agenda
from loaders.minutes.casebook import CaseBook
from loaders.minutes.counts import stated_counts
from loaders.minutes.header import Header, next_host, read_header
from loaders.minutes.lifecycle import Context, LifecycleReader, Told, settle
from loaders.minutes.mentions import MentionReader, merged
from loaders.minutes.platform_mergers import platform_mergers
from loaders.minutes.sittings import MeetingResolver
from loaders.minutes.title import Title, read_title
from loaders.outline.sittings import Sitting, sittings
from loaders.plans import parse_plan
from loaders.reading.document import Document

_KIND_OF_PLATFORM = re.compile(r"(?:城市|區域|縣市)?(?:合作|交流|治理|發展)*(?:推動)?(?:平臺|委員會|論壇|聯盟|會報)$")


def parse(document: Document) -> ParsedDocument:
    """What a document says. In: a Document. Out: its minutes, or its plan, or nothing (kind OTHER)."""
    source = Source(document.sha256, document.text, document.path, document.title, document.media_type, document.pages)
    found = sittings(document.text)
    if found:
        minutes = DocumentReader(document.text, found).read()
        return ParsedDocument(source, DocumentKind.MINUTES, minutes)
    plan = parse_plan(document.text)
    if plan:
        return ParsedDocument(source, DocumentKind.PLAN, plans=(plan,))
    return ParsedDocument(source, DocumentKind.OTHER)


class DocumentReader:
    """Reads the sittings of one document; names of one sitting help to recognise them in another."""

    def __init__(self, text: str, found: tuple[Sitting, ...]) -> None:
        self.text = text
        self.sittings = found
        self.finder = BodyFinder(fold(text))
        shared = _shared([read_title(s.title.text) for s in found if s.title])
        self.headers = [read_header(s, text, self.finder, shared) for s in found]
        self.headers = _with_named_hosts(self.headers, found, self.finder)
        self.series = tuple(header.meeting for header in self.headers)
        self.agendas = [agenda(s.sections) for s in found]
        self.names = [_listed_names(items) for items in self.agendas]

    def read(self) -> tuple[ParsedMinutes, ...]:
        """All sittings, in the document's order."""
        return tuple(self._read(at) for at in range(len(self.sittings)))

    def _read(self, at: int) -> ParsedMinutes:
        header = self.headers[at]
        book = CaseBook(self.text, header.meeting.platform)
        context = Context(
            book=book,
            words=decision_words(_member_words(header.meeting.platform)),
            resolver=MeetingResolver(header.meeting, self.series, fold(self.text)),
            known=frozenset(normal_form(name) for names in self.names for name in names),
            spellings=frozenset(name for names in self.names for name in names if len(name) >= 5),
        )
        lifecycle = LifecycleReader(context)
        lifecycle.register(self.agendas[at])
        tolds = [lifecycle.read(item) for item in self.agendas[at]]
        mentions = MentionReader(self.finder, self._setting(header), book)
        said = _Said(book, tolds, settle(tolds, book, self._known_before(at, book)), mentions)
        mergers = tuple(platform_mergers(self.sittings[at].sections, header.meeting.platform, book))
        return said.minutes(header, mergers)

    def _setting(self, header: Header) -> Setting:
        hosts, meeting = header.hosts, header.meeting
        return Setting(
            host_city=hosts[0].name if hosts else None,
            host_agency=hosts[1].name if len(hosts) > 1 else None,
            platform=meeting.platform,
            members=self.finder.members(meeting.platform, meeting.date),
        )

    def _known_before(self, at: int, book: CaseBook) -> frozenset[str]:
        """Keys of the cases that earlier sittings of the document knew."""
        here = self.series[at]
        earlier = {
            name
            for other, names in enumerate(self.names)
            if other != at and _before(self.series[other], here, other < at)
            for name in names
        }
        return frozenset(
            key
            for key, entry in book.entries.items()
            if any(normal_form(name) == normal_form(entry.name) or continues(name, entry.name) for name in earlier)
        )


@dataclass(frozen=True, slots=True)
class _Said:
    """Everything one sitting says of its cases; what is no case after all is left out with all that is said of it."""

    book: CaseBook
    tolds: list[Told]
    decisions: list[Decision]
    reader: MentionReader

    def minutes(self, header: Header, mergers: tuple[PlatformMerger, ...]) -> ParsedMinutes:
        """The interchange form, with what the header says."""
        kept, day = self._kept(), date.fromisoformat(header.meeting.date) if header.meeting.date else None
        mentions = [mention for told in self.tolds for mention in self.reader.mentions(told)]
        actions = (action for told in self.tolds for action in action_items(told, self.reader, day, mentions))
        return ParsedMinutes(
            meeting=header.meeting,
            quote=header.quote,
            start_time=header.start_time,
            end_time=header.end_time,
            place=header.place,
            online=header.online,
            chairs=header.chairs,
            recorder=header.recorder,
            hosts=header.hosts,
            hosts_inferred=header.hosts_inferred,
            header_quotes=header.quotes,
            members=self.reader.setting.members,
            cases=tuple(case for case in self.book.parsed() if case.key in kept),
            decisions=tuple(self.decisions),
            mentions=merged(mention for mention in mentions if mention.case in kept),
            programs=tuple(
                dict.fromkeys(p for told in self.tolds for p in self.reader.programs(told) if p.case in kept)
            ),
            action_items=tuple(action for action in actions if action.case is None or action.case in kept),
            counts=tuple(stated_counts(self.tolds, self.book)),
            mergers=mergers,
        )

    def _kept(self) -> frozenset[str | None]:
        """Keys of what was decided about, and of names that are cases even when nothing was decided about them."""
        decided = {key for decision in self.decisions for key in (decision.case, decision.target)}
        sure = {
            key
            for told in self.tolds
            if told.item.is_row or any(named.sure for named in told.item.names)
            for key in told.subjects
        }
        return frozenset(decided | sure)


def _with_named_hosts(headers: list[Header], found: tuple[Sitting, ...], finder: BodyFinder) -> list[Header]:
    """Headers whose host only the sitting before them names (下一季由新北市接棒)."""
    named = {}
    for header, sitting in zip(headers, found, strict=True):
        city, here = next_host(sitting, finder), header.meeting
        later = [
            h.meeting
            for h in headers
            if here.date and h.meeting.date and h.meeting.date > here.date and _same_series(h.meeting, here)
        ]
        if city and later:
            named[min(later, key=lambda m: m.date or "")] = Body(city, Label.CITY, city=city)
    return [
        replace(h, hosts=(named[h.meeting],), hosts_inferred=True) if h.meeting in named and h.hosts_inferred else h
        for h in headers
    ]


def _same_series(one: MeetingRef, other: MeetingRef) -> bool:
    return (one.platform, one.level, one.group) == (other.platform, other.level, other.group)


def _listed_names(items: Iterable[AgendaItem]) -> tuple[str, ...]:
    """The cases that a sitting's list items name for certain, one spelling of each."""
    names = (named.name.text for item in items if item.listed or item.subject for named in item.names)
    return tuple({normal_form(name): name for name in names}.values())


def _before(other: MeetingRef, here: MeetingRef, above: bool) -> bool:
    """Whether a sitting is earlier than another: by its day, else by its place in the document."""
    if other.date and here.date:
        return other.date < here.date
    return above


def _shared(titles: list[Title]) -> Title | None:
    """What all titles of a document agree on, for a sitting without one."""
    if not titles:
        return None
    first = titles[0]
    agree = all((t.platform, t.group, t.level) == (first.platform, first.group, first.level) for t in titles)
    return Title(first.platform, first.group if agree else None, first.level, None, None)


def _member_words(platform: str) -> tuple[str, ...]:
    """What a platform's cities are called together (基北北桃)."""
    known = platforms().get(platform)
    word = known.word if known else _KIND_OF_PLATFORM.sub("", platform)
    return (word,) if len(word) > 1 else ()
