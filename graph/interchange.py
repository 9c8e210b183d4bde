"""What one document says, as read from its own words: the published interchange form.

Always true here: names are as written, offsets count Unicode code points of ``source.text`` (end exclusive),
``source.text[q.start:q.end] == q.text`` for every Quote, and nothing is known of other documents. Which case of one
sitting is which case of another is decided later (``loaders.identity``). ``yange parse`` prints this form, a person may
edit it, ``yange load`` takes it back; ``graph.build`` turns it into nodes and edges.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from graph.vocabulary import EdgeType, Label, Level, PlanRole, Role

FORMAT = "yange.parsed/1"


class DocumentKind(StrEnum):
    """What a document turned out to be. OTHER yields a Document node and nothing else."""

    MINUTES = "minutes"
    PLAN = "plan"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Source:
    """The document itself: its stored text and where it came from. ``pages`` place every offset."""

    sha256: str
    text: str
    path: str
    title: str
    media_type: str
    pages: tuple[tuple[int, int], ...] = ()
    """(offset, page number) where each page begins; empty when the source has no pages."""


@dataclass(frozen=True, slots=True)
class Quote:
    """The passage that states something. ``section`` is its place in the outline (柒/案由二/決議/三)."""

    start: int
    end: int
    text: str
    section: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """A city, agency, organisation or group that a passage means, under its official name where known."""

    name: str
    label: Label
    written: str = ""
    """The spelling in the passage; empty when a word like 四市 stands for it."""
    city: str | None = None
    """Official name of the city it is part of (for Agency and Organization)."""
    parent: str | None = None
    """Official name of the agency a section or office is part of."""
    platform: str | None = None
    """For a Group: its platform."""
    kind: str | None = None
    """Organization: school, university, company, association. Agency: level city or central."""
    since: str | None = None
    """Agency: first ISO day of its being, where a source gives it."""
    until: str | None = None
    """Agency: last ISO day of its being."""
    became: str | None = None
    """Agency: official name of what took over from it."""


@dataclass(frozen=True, slots=True)
class Person:
    """A chair or recorder as the header names them."""

    name: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class MeetingRef:
    """Enough to say which sitting is meant; unknown parts are None. Equal refs mean the same sitting."""

    platform: str
    level: Level
    group: str | None = None
    roc_year: int | None = None
    ordinal: int | None = None
    date: str | None = None
    """ISO 8601 day."""
    title: str = ""
    """Words by which the document calls it."""


@dataclass(frozen=True, slots=True)
class ParsedCase:
    """One case as one sitting speaks of it: every spelling there, and where it stands on the agenda."""

    key: str
    """Unique within the sitting (c1, c2 …)."""
    name: str
    platform: str
    quote: Quote
    """Where the name is first written."""
    aliases: tuple[str, ...] = ()
    item: str = ""
    """Agenda number as written (伍/一/(二)); empty when the case is only spoken of."""
    position: int | None = None
    """1-based place in the sitting's list of tracked cases, when listed."""
    origins: tuple[str, ...] = ()
    """Platforms it was carried over from, as its item says (原雙北合作案)."""
    renaming_requested: Quote | None = None
    """The passage that asks for a new name without giving it (請…重新擬定方案名稱)."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One statement about one case: an event, or a step in its lineage."""

    type: EdgeType
    case: str
    """ParsedCase.key."""
    quote: Quote
    target: str | None = None
    """ParsedCase.key for RENAMED_TO, MERGES_INTO, SPLITS_INTO; Group name for REFERRED_TO."""
    meeting: MeetingRef | None = None
    """The sitting that decided, when it is not the one whose minutes these are."""
    inferred: bool = False
    confidence: float = 1.0
    item: str = ""
    text: str = ""
    """DISCUSSED_AT: the decision's whole wording."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A body named in a case's item. Role PROPOSER also makes the PROPOSES edge."""

    body: Body
    case: str
    role: Role
    quote: Quote


@dataclass(frozen=True, slots=True)
class ProgramMention:
    """A program that a case's name or item names."""

    name: str
    case: str
    quote: Quote
    written: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class ActionItem:
    """One thing that a decision asks someone to do."""

    quote: Quote
    case: str | None = None
    assignees: tuple[Body, ...] = ()
    due: str | None = None
    """ISO 8601 day, or None when the text gives none."""
    due_text: str | None = None


@dataclass(frozen=True, slots=True)
class StatedCount:
    """A number that the minutes state about their own contents, and how many were in fact listed."""

    quote: Quote
    stated: int
    of: str
    found: int | None = None


@dataclass(frozen=True, slots=True)
class PlatformMerger:
    """One platform absorbed by another (雙北 … 併入 基北北桃)."""

    source: str
    target: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class ParsedMinutes:
    """One sitting: its header and everything it says."""

    meeting: MeetingRef
    quote: Quote
    """The title, or the first words of a sitting whose head is cut off."""
    start_time: str | None = None
    """HH:MM, local time in Taiwan."""
    end_time: str | None = None
    place: str | None = None
    online: bool = False
    chairs: tuple[Person, ...] = ()
    recorder: Person | None = None
    hosts: tuple[Body, ...] = ()
    """Host city first, then the hosting agency when the minutes show it."""
    hosts_inferred: bool = False
    """True when no line names the host and the platform's rota does."""
    header_quotes: dict[str, Quote] = field(default_factory=dict)
    """date, place, chairs, recorder, hosts → the line that says so."""
    members: tuple[str, ...] = ()
    """Cities of the platform as of the sitting."""
    cases: tuple[ParsedCase, ...] = ()
    decisions: tuple[Decision, ...] = ()
    mentions: tuple[Mention, ...] = ()
    programs: tuple[ProgramMention, ...] = ()
    action_items: tuple[ActionItem, ...] = ()
    counts: tuple[StatedCount, ...] = ()
    mergers: tuple[PlatformMerger, ...] = ()


@dataclass(frozen=True, slots=True)
class Organiser:
    """A body behind a plan."""

    body: Body
    role: PlanRole
    quote: Quote


@dataclass(frozen=True, slots=True)
class ParsedPlan:
    """A plan document's subject; ``based_on`` are titles of other plans."""

    title: str
    quote: Quote
    document_no: str | None = None
    period_start: str | None = None
    period_end: str | None = None
    organisers: tuple[Organiser, ...] = ()
    based_on: tuple[tuple[str, Quote], ...] = ()
    programs: tuple[tuple[str, Quote], ...] = ()
    schedule: tuple[tuple[str, Quote], ...] = ()


@dataclass(frozen=True, slots=True)
class ParsedDocument:
    """Everything one document says."""

    source: Source
    kind: DocumentKind
    minutes: tuple[ParsedMinutes, ...] = ()
    plans: tuple[ParsedPlan, ...] = ()
    edited: bool = False
    """True when a person changed what the parser said; then it wins over the parser."""
    format: str = FORMAT
