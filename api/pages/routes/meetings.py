"""The page of a sitting: its minutes, with all that was taken from them marked."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter

from api.auditing import audited
from api.covering import Reader, ReaderOf, Unread
from api.dependencies import Id, SettingsOf, Store, existing
from api.pages.finding import platform_called
from api.pages.places import Held, Places
from api.pages.reading import Line, lines
from api.pages.rendering import page
from api.pages.statements import telling
from graph.store import GraphStore
from graph.vocabulary import Label
from queries.audit import Finding
from queries.catalogue import ask
from queries.documents import Span, spans
from queries.dossier import MeetingDossier, meeting_dossier
from queries.evidence import file_name
from queries.links import NodeName

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Minutes:
    """The minutes of one sitting within a document."""

    document: str
    file: str
    lines: tuple[Line, ...]
    spans: tuple[Span, ...]
    unread: tuple[Unread, ...]
    """Sentences that look like decisions and gave nothing."""


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """A sitting and its minutes; none for one that is only spoken of."""

    meeting: MeetingDossier
    platform: NodeName | None
    before: NodeName | None
    after: NodeName | None
    minutes: tuple[Minutes, ...]
    findings: tuple[Finding, ...]
    """What the audit finds in its minutes."""


def meeting(store: Store, settings: SettingsOf, reader: ReaderOf, id: Id) -> MeetingPage:
    """A sitting, what it decided, and every passage that says so."""
    dossier = meeting_dossier(store, existing(store, id, Label.MEETING))
    beside = {r["way"]: NodeName(r["id"], r["name"], Label.MEETING) for r in ask(store, "meeting_beside", meeting=id)}
    recorded = list(dict.fromkeys(row["id"] for row in ask(store, "meeting_documents", meeting=id)))
    places = Places(store, recorded)
    return MeetingPage(
        meeting=dossier,
        platform=platform_called(store, dossier.platform),
        before=beside.get("before"),
        after=beside.get("after"),
        minutes=tuple(
            minutes(store, reader, document, held)
            for document in recorded
            for held in places.sittings(document)
            if held.id == id
        ),
        findings=tuple(one for one in audited(store, settings).remaining if one.meeting == id),
    )


def minutes(store: GraphStore, reader: Reader, document: str, held: Held) -> Minutes:
    """The part of a document that tells of a sitting."""
    (source,) = ask(store, "documents", ids=[document])
    end = len(source["text"]) if held.end is None else held.end
    found = telling(spans(store, document, held.start, end))
    file = file_name(source["path"] or source["name"] or "")
    unread = tuple(one for one in reader(store, document) if held.start <= one.start < end and one.likely)
    return Minutes(document, file, lines(source["text"], found, held.start, end), found, unread)


page(router, "/meetings/{id:path}", "meeting.html.jinja", meeting)
