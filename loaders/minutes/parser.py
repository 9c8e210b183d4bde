"""Document → ParsedDocument: every sitting read with what the whole document knows.

Always true: the text is never changed; a document that holds neither minutes nor a plan is OTHER and says nothing.
"""

from __future__ import annotations

import re
from datetime import date

from graph.interchange import DocumentKind, MeetingRef, ParsedDocument, ParsedMinutes, PlatformMerger, Source
from loaders.folding import fold
from loaders.identity.matching import continues
from loaders.identity.normal import normal_form
from loaders.lexicon.decisions import decision_words
from loaders.lexicon.platforms import platforms
from loaders.minutes.actions import action_items
from loaders.minutes.agenda import agenda
from loaders.minutes.bodies import BodyFinder, Setting
from loaders.minutes.casebook import CaseBook
from loaders.minutes.counts import stated_counts
from loaders.minutes.header import Header, read_header
from loaders.minutes.lifecycle import LifecycleReader, Told
from loaders.minutes.mentions import MentionReader, merged
from loaders.minutes.platform_mergers import platform_mergers
from loaders.minutes.settlement import settle
from loaders.minutes.sittings import MeetingResolver
from loaders.minutes.title import Title, read_title
from loaders.outline.sittings import Sitting, sittings
from loaders.plans import parse_plan
from loaders.reading.document import Document


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
        titles = [read_title(s.title.text) for s in found if s.title]
        shared = _shared(titles)
        self.headers = [read_header(s, text, self.finder, shared) for s in found]
        self.series = tuple(h.meeting for h in self.headers)
        self.agendas = [agenda(s.sections) for s in found]

    def read(self) -> tuple[ParsedMinutes, ...]:
        """All sittings, in the document's order."""
        known: dict[int, dict[str, str]] = {}
        for at in range(len(self.sittings)):
            known[at] = self._names(at)
        everything = frozenset(form for forms in known.values() for form in forms)
        return tuple(self._sitting(at, everything, self._earlier(at, known)) for at in range(len(self.sittings)))

    def _names(self, at: int) -> dict[str, str]:
        """Normal form → name of the cases that a sitting's list items name for certain."""
        return {normal_form(n.name.text): n.name.text for item in self.agendas[at] if item.listed or item.subject for n in item.names}

    def _earlier(self, at: int, known: dict[int, dict[str, str]]) -> tuple[str, ...]:
        """Names that earlier sittings of the same series knew."""
        here = self.series[at]
        return tuple(
            name
            for other, forms in known.items()
            if other != at and _before(self.series[other], here, other < at)
            for name in forms.values()
        )

    def _sitting(self, at: int, known: frozenset[str], earlier: tuple[str, ...]) -> ParsedMinutes:
        sitting, header = self.sittings[at], self.headers[at]
        meeting = header.meeting
        members = self.finder.members(meeting.platform, meeting.date)
        setting = Setting(
            host_city=header.hosts[0].name if header.hosts else None,
            host_agency=header.hosts[1].name if len(header.hosts) > 1 else None,
            platform=meeting.platform,
            members=members,
        )
        book = CaseBook(self.text, meeting.platform)
        reader = LifecycleReader(book, decision_words(_member_words(meeting.platform)), MeetingResolver(meeting, self.series), known)
        reader.register(self.agendas[at])
        tolds = [reader.read(item) for item in self.agendas[at]]
        old = frozenset(k for k, e in book.entries.items() if any(normal_form(n) == normal_form(e.name) or continues(n, e.name) for n in earlier))
        decisions = settle(tolds, book, old)
        tolds = [t for t in tolds if not _dropped(t)]
        kept = {d.case for d in decisions} | {d.target for d in decisions} | {k for t in tolds for k in t.subjects if _counts(t)}
        speaker = MentionReader(self.finder, setting, book)
        day = date.fromisoformat(meeting.date) if meeting.date else None
        return _minutes(header, members, book, tolds, decisions, kept, speaker, day, reader, _mergers(sitting, meeting, reader))


def _minutes(header: Header, members, book, tolds, decisions, kept, speaker, day, reader, mergers) -> ParsedMinutes:  # type: ignore[no-untyped-def]
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
        header_quotes=header.quotes,
        members=members,
        cases=tuple(c for c in book.parsed() if c.key in kept),
        decisions=tuple(decisions),
        mentions=merged(m for t in tolds for m in speaker.mentions(t) if m.case in kept),
        programs=tuple(dict.fromkeys(p for t in tolds for p in speaker.programs(t) if p.case in kept)),
        action_items=tuple(a for t in tolds for a in action_items(t, speaker, day) if a.case is None or a.case in kept),
        counts=tuple(stated_counts(tolds, reader)),
        mergers=mergers,
    )


def _mergers(sitting: Sitting, meeting: MeetingRef, reader: LifecycleReader) -> tuple[PlatformMerger, ...]:
    return tuple(platform_mergers(sitting.sections, meeting.platform, reader))


def _dropped(told: Told) -> bool:
    return False


def _counts(told: Told) -> bool:
    """Whether an item's names are cases even when nothing was decided about them."""
    return told.item.listed or any(n.sure for n in told.item.names)


def _before(other: MeetingRef, here: MeetingRef, above: bool) -> bool:
    if other.date and here.date:
        return other.date < here.date
    return above


def _shared(titles: list[Title]) -> Title | None:
    """What all titles of a document agree on, for a sitting without one."""
    if not titles:
        return None
    first = titles[0]
    agree = all((t.platform, t.group, t.level) == (first.platform, first.group, first.level) for t in titles)
    return Title(first.platform, first.group if agree else None, first.level if agree else first.level, None, None)


def _member_words(platform: str) -> tuple[str, ...]:
    known = platforms().get(platform)
    word = known.word if known else re.sub(r"(?:城市|區域|縣市)?(?:合作|交流|治理|發展)*(?:推動)?(?:平臺|委員會|論壇|聯盟|會報)$", "", platform)
    return (word,) if len(word) > 1 else ()
