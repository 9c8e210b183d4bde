"""What one sitting says, as nodes and edges.

Always true: every edge made here carries a passage of the sitting's document; ``meeting`` and ``date`` are those of the
sitting that decided, and ``reported`` is the day of the one that tells of it where that is another.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.build.draft import Draft, document_id
from graph.build.identity import CaseKey, Identity
from graph.build.meetings import Meetings, Sitting
from graph.interchange import ActionItem, Decision, Mention, ParsedCase, Quote
from graph.model import Value
from graph.schema import EVENTS, allows
from graph.vocabulary import EdgeType, Label, Role

_DISCUSSED = {*EVENTS, EdgeType.REFERRED_TO, EdgeType.DISCUSSED_AT}


@dataclass(frozen=True, slots=True)
class Speaker:
    """A sitting together with what is needed to say its statements."""

    draft: Draft
    sitting: Sitting
    meetings: Meetings
    identity: Identity
    meeting: str
    date: str | None

    def passage(self, quote: Quote) -> str:
        """The passage node of a quote."""
        return self.draft.passage(self.sitting.document.source, quote)

    def head(self, part: str) -> str:
        """The passage that states a part of the header, else the title."""
        return self.passage(self.sitting.minutes.header_quotes.get(part, self.sitting.minutes.quote))

    def case(self, key: str) -> str:
        """Id of the case known by this key here; ValueError when the identity does not hold it."""
        held = CaseKey(self.sitting.document.source.sha256, self.sitting.index, key)
        try:
            return self.identity.case_ids[held]
        except KeyError:
            raise ValueError(f"the identity says nothing of {held}") from None

    def say(
        self,
        kind: EdgeType,
        source: str,
        target: str,
        passages: Iterable[str],
        *,
        inferred: bool = False,
        confidence: float = 1.0,
        **properties: Value | None,
    ) -> None:
        """An edge that came about at this sitting."""
        self.draft.edge(
            kind,
            source,
            target,
            passages,
            self.meeting,
            inferred=inferred,
            confidence=confidence,
            date=self.date,
            **properties,
        )


def add_sitting(speaker: Speaker) -> None:
    """Say everything one sitting says. In: the sitting and where to say it."""
    minutes = speaker.sitting.minutes
    _header(speaker)
    for case in minutes.cases:
        _case(speaker, case)
    for decision in minutes.decisions:
        _decision(speaker, decision)
    for mention in minutes.mentions:
        _mention(speaker, mention)
    for program in minutes.programs:
        written = (program.written,) if program.written else ()
        target = speaker.draft.named(Label.PROGRAM, program.name, *written, kind=program.kind)
        speaker.say(EdgeType.CONCERNS, speaker.case(program.case), target, [speaker.passage(program.quote)])
    seen: set[str] = set()
    for item in minutes.action_items:
        _action_item(speaker, item, seen)
    for merger in minutes.mergers:
        ends = [speaker.draft.named(Label.PLATFORM, name) for name in (merger.source, merger.target)]
        speaker.say(EdgeType.MERGES_INTO, ends[0], ends[1], [speaker.passage(merger.quote)])


def _held_by(speaker: Speaker, meeting: str, passage: str) -> None:
    """Say which body held a meeting: the group that sat, else the platform."""
    platform, group = speaker.meetings.body(meeting)
    if group:
        body = speaker.draft.group(platform, group, passage)
    elif platform:
        body = speaker.draft.named(Label.PLATFORM, platform)
    else:
        return
    date = speaker.meetings.day(meeting)
    speaker.draft.edge(EdgeType.HELD_BY, meeting, body, [passage], meeting, date=date)


def _header(speaker: Speaker) -> None:
    minutes, draft, meeting = speaker.sitting.minutes, speaker.draft, speaker.meeting
    title = speaker.passage(minutes.quote)
    speaker.say(EdgeType.RECORDED_IN, meeting, document_id(speaker.sitting.document.source), [title])
    _held_by(speaker, meeting, title)
    for person in minutes.chairs:
        chair = draft.person(person.name)
        speaker.say(EdgeType.CHAIRS, chair, meeting, [speaker.head("chairs")], title=person.title)
    if minutes.recorder:
        recorder = draft.person(minutes.recorder.name)
        speaker.say(EdgeType.RECORDS, recorder, meeting, [speaker.head("recorder")])
    for body in minutes.hosts:
        if allows(body.label, EdgeType.HOSTS, Label.MEETING):
            passage = speaker.head("hosts")
            guessed = minutes.hosts_inferred
            speaker.say(
                EdgeType.HOSTS,
                draft.body(body, passage),
                meeting,
                [passage],
                inferred=guessed,
                confidence=0.8 if guessed else 1.0,
            )
    if minutes.meeting.platform:
        platform = draft.named(Label.PLATFORM, minutes.meeting.platform)
        for city in minutes.members:
            draft.lasting(EdgeType.MEMBER_OF, draft.named(Label.CITY, city), platform, title)


def _case(speaker: Speaker, case: ParsedCase) -> None:
    id = speaker.case(case.key)
    known = speaker.identity.cases[id]
    held = {"name": known.name, "platform": known.platform, "former_ids": known.former_ids or None}
    speaker.draft.node(Label.CASE, id, known.aliases, **held)
    speaker.draft.see(id, speaker.date)
    passage = speaker.passage(case.quote)
    if case.item or case.position is not None:
        speaker.say(EdgeType.DISCUSSED_AT, id, speaker.meeting, [passage], item_no=case.item)


def _decision(speaker: Speaker, decision: Decision) -> None:
    """An event or a step in a lineage; where it is an event, the case was discussed there too."""
    case, meeting, date = speaker.case(decision.case), speaker.meeting, speaker.date
    passages = [speaker.passage(decision.quote)]
    reported: str | None = None
    if decision.meeting is not None and decision.meeting != speaker.sitting.ref:
        meeting = speaker.meetings.meant(speaker.sitting.document.source.sha256, decision.meeting)
        date = speaker.meetings.day(meeting)
        reported = speaker.date if meeting != speaker.meeting else None
        _held_by(speaker, meeting, passages[0])
        speaker.draft.see(case, date)
    if decision.type is not EdgeType.DISCUSSED_AT:
        speaker.draft.edge(
            decision.type,
            case,
            _target(speaker, decision, meeting, passages[0]),
            passages,
            meeting,
            inferred=decision.inferred,
            confidence=decision.confidence,
            date=date,
            reported=reported,
        )
    if decision.type in _DISCUSSED:
        speaker.draft.edge(
            EdgeType.DISCUSSED_AT,
            case,
            meeting,
            passages,
            meeting,
            date=date,
            reported=reported,
            item_no=decision.item,
            decision=decision.text,
        )


def _target(speaker: Speaker, decision: Decision, meeting: str, passage: str) -> str:
    if decision.type in EVENTS:
        return meeting
    if decision.target is None:
        raise ValueError(f"a {decision.type} of {decision.case} leads nowhere")
    if decision.type is EdgeType.REFERRED_TO:
        return speaker.draft.group(speaker.sitting.ref.platform, decision.target, passage)
    return speaker.case(decision.target)


def _mention(speaker: Speaker, mention: Mention) -> None:
    case, passage = speaker.case(mention.case), speaker.passage(mention.quote)
    body = speaker.draft.body(mention.body, passage)
    if mention.role is Role.PROPOSER and allows(mention.body.label, EdgeType.PROPOSES, Label.CASE):
        speaker.say(EdgeType.PROPOSES, body, case, [passage])
    if allows(mention.body.label, EdgeType.INVOLVED_IN, Label.CASE):
        speaker.say(EdgeType.INVOLVED_IN, body, case, [passage], role=mention.role.value)


def _action_item(speaker: Speaker, item: ActionItem, seen: set[str]) -> None:
    quote, passage = item.quote, speaker.passage(item.quote)
    base = f"action:{speaker.sitting.document.source.sha256[:16]}:{quote.start}-{quote.end}"
    id = next(one for one in (base, *(f"{base}#{n}" for n in range(2, 1000))) if one not in seen)
    seen.add(id)
    speaker.draft.node(Label.ACTION_ITEM, id, text=quote.text, due=item.due, due_text=item.due_text)
    speaker.say(EdgeType.DECIDED_AT, id, speaker.meeting, [passage])
    if item.case is not None:
        speaker.say(EdgeType.ABOUT, id, speaker.case(item.case), [passage])
    for body in item.assignees:
        if allows(Label.ACTION_ITEM, EdgeType.ASSIGNED_TO, body.label):
            speaker.say(EdgeType.ASSIGNED_TO, id, speaker.draft.body(body, passage), [passage])
