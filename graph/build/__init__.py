"""Parsed documents → graph: pure, and the same whatever order the documents come in.

Always true: the graph is made of all documents anew, so a document that is replaced or removed leaves nothing behind;
of two that have the same text the one that a person edited counts.
"""

from __future__ import annotations

from collections.abc import Iterable

from graph.build.derived import conclude, follow
from graph.build.draft import Draft, document_id
from graph.build.identity import CaseKey, Identity, InferredSuccession, ResolvedCase
from graph.build.meetings import Meetings, Sitting, resolve, sittings_of
from graph.build.plan import add_plan
from graph.build.sitting import Speaker, add_sitting
from graph.interchange import MeetingRef, ParsedDocument
from graph.interchange_json import dumps_without_text
from graph.model import Graph
from graph.vocabulary import Label

__all__ = ["CaseKey", "Identity", "InferredSuccession", "ResolvedCase", "build", "distinct"]


def build(documents: Iterable[ParsedDocument], identity: Identity) -> Graph:
    """The graph of these documents.

    In: what the documents say, in any order, and which case is which. Out: the graph. Raises: ValueError when the
    identity does not hold a case.
    """
    known = distinct(documents)
    sittings = sittings_of(known)
    meetings = resolve(sittings)
    draft = Draft()
    for document in known:
        _document(draft, document)
    _meetings(draft, sittings, meetings)
    speakers = {_place(sitting): _speaker(draft, sitting, meetings, identity) for sitting in sittings}
    for speaker in speakers.values():
        add_sitting(speaker)
    for step in sorted(identity.inferred, key=lambda step: (step.document, step.sitting, step.source, step.target)):
        speaker = speakers[step.document, step.sitting]
        passages = [speaker.passage(step.quote)]
        speaker.say(step.type, step.source, step.target, passages, inferred=True, confidence=step.confidence)
    for document in known:
        for plan in document.plans:
            add_plan(draft, document.source, plan)
    follow(draft)
    conclude(draft)
    return draft.graph()


def distinct(documents: Iterable[ParsedDocument]) -> tuple[ParsedDocument, ...]:
    """Each text once, in the order of their SHA-256; of two readings of one text the edited one."""
    found: dict[str, ParsedDocument] = {}
    for document in sorted(documents, key=lambda d: (d.source.sha256, not d.edited, d.source.path)):
        found.setdefault(document.source.sha256, document)
    return tuple(found.values())


def _place(sitting: Sitting) -> tuple[str, int]:
    return sitting.document.source.sha256, sitting.index


def _speaker(draft: Draft, sitting: Sitting, meetings: Meetings, identity: Identity) -> Speaker:
    id = meetings.sittings[_place(sitting)]
    return Speaker(draft, sitting, meetings, identity, id, meetings.day(id))


def _document(draft: Draft, document: ParsedDocument) -> None:
    source = document.source
    draft.node(
        Label.DOCUMENT,
        document_id(source),
        sha256=source.sha256,
        path=source.path,
        title=source.title,
        media_type=source.media_type,
        kind=document.kind.value,
        edited=document.edited or None,
        page_offsets=tuple(offset for offset, _ in source.pages),
        page_numbers=tuple(number for _, number in source.pages),
        parsed=dumps_without_text(document),
    )
    draft.properties[document_id(source)]["text"] = source.text


def _meetings(draft: Draft, sittings: list[Sitting], meetings: Meetings) -> None:
    """Every Meeting: what its own minutes say of it first, then what others say."""
    for sitting in sittings:
        minutes = sitting.minutes
        draft.node(
            Label.MEETING,
            meetings.sittings[_place(sitting)],
            start_time=minutes.start_time,
            end_time=minutes.end_time,
            place=minutes.place,
        )
    online = {meetings.sittings[_place(sitting)] for sitting in sittings if sitting.minutes.online}
    for id, refs in meetings.refs.items():
        for ref in refs:
            _meeting(draft, id, ref)
        draft.node(Label.MEETING, id, date=meetings.day(id), online=id in online, stub=id in meetings.stubs)


def _meeting(draft: Draft, id: str, ref: MeetingRef) -> None:
    draft.node(
        Label.MEETING,
        id,
        title=ref.title,
        platform=ref.platform,
        group=ref.group,
        level=ref.level.value,
        roc_year=ref.roc_year,
        ordinal=ref.ordinal,
    )
