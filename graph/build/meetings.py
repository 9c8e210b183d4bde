"""Which sitting is meant: every sitting and every mention of one, resolved to the ids of Meeting nodes.

Always true: a sitting is known by platform, level, group, year and ordinal; else by platform, level, group and day;
else by document and offset. A sitting that is only spoken of takes the place of the one real sitting that fits all that
is said of it; where none or several fit it stays a stub. Nothing depends on the order of the documents.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from graph.interchange import MeetingRef, ParsedDocument, ParsedMinutes, Quote
from graph.vocabulary import Level


@dataclass(frozen=True, slots=True)
class Sitting:
    """One sitting of one document, as parsed."""

    document: ParsedDocument
    index: int
    minutes: ParsedMinutes

    @property
    def ref(self) -> MeetingRef:
        """What its header says of it."""
        return self.minutes.meeting


@dataclass(slots=True)
class Mention:
    """A sitting as one document speaks of it, where it does, and the first day on which it is told of."""

    document: str
    ref: MeetingRef
    quotes: list[Quote] = field(default_factory=list)
    told: str | None = None


@dataclass(slots=True)
class Meetings:
    """Ids of all sittings and mentions."""

    sittings: dict[tuple[str, int], str] = field(default_factory=dict)
    mentions: dict[tuple[str, MeetingRef], str] = field(default_factory=dict)
    refs: dict[str, list[MeetingRef]] = field(default_factory=lambda: defaultdict(list))
    """What is said of each Meeting, its own minutes first."""
    stubs: set[str] = field(default_factory=set)

    def meant(self, sha256: str, ref: MeetingRef) -> str:
        """Id of the meeting that a document means by a mention."""
        return self.mentions[sha256, _as_said(ref)]

    def day(self, id: str) -> str | None:
        """ISO day of a meeting, or None where no one says."""
        return min((ref.date for ref in self.refs[id] if ref.date), default=None)

    def body(self, id: str) -> tuple[str, str | None]:
        """Platform and group of a meeting."""
        return self.refs[id][0].platform, min((ref.group for ref in self.refs[id] if ref.group), default=None)


def sittings_of(documents: Iterable[ParsedDocument]) -> list[Sitting]:
    """Every sitting of these documents, in their order."""
    return [Sitting(document, i, minutes) for document in documents for i, minutes in enumerate(document.minutes)]


def resolve(sittings: Sequence[Sitting]) -> Meetings:
    """Which Meeting every sitting and every mention of one is. In: all sittings. Out: their ids."""
    meetings = Meetings()
    _place_sittings(sittings, meetings)
    real = {id: tuple(refs) for id, refs in meetings.refs.items()}
    own: defaultdict[tuple[str, MeetingRef], list[str]] = defaultdict(list)
    for sitting in sittings:
        sha256 = sitting.document.source.sha256
        own[sha256, _as_said(sitting.ref)].append(meetings.sittings[sha256, sitting.index])
    loose: list[Mention] = []
    for mention in _mentions(sittings):
        id = (
            _only(own[mention.document, mention.ref])
            or _only(_fitting(mention, real))
            or _numbered(mention.ref)
            or _dated(mention.ref)
        )
        if id is None:
            loose.append(mention)
        else:
            _mean(mention, id, meetings)
    stubs = {id: tuple(refs) for id, refs in meetings.refs.items() if id not in real}
    for mention in loose:
        first = min(quote.start for quote in mention.quotes)
        _mean(mention, _only(_fitting(mention, stubs)) or f"meeting:{mention.document[:16]}@{first}", meetings)
    meetings.stubs = set(meetings.refs).difference(real)
    return meetings


def _place_sittings(sittings: Sequence[Sitting], meetings: Meetings) -> None:
    """Give every real sitting its id: numbered ones first, so that dated ones can join them."""
    days: defaultdict[str, set[str]] = defaultdict(set)
    for sitting in sittings:
        if key := _numbered(sitting.ref):
            days[key].update([sitting.ref.date] if sitting.ref.date else [])
    for sitting in sittings:
        if key := _numbered(sitting.ref):
            # Two days under one number are two sittings that someone numbered alike.
            later = sorted(days[key])[1:]
            _sit(sitting, f"{key}@{sitting.ref.date}" if sitting.ref.date in later else key, meetings)
    numbered = list(meetings.refs)
    for sitting in sittings:
        if not _numbered(sitting.ref):
            same = [id for id in numbered if any(_same_day(sitting.ref, ref) for ref in meetings.refs[id])]
            start = f"meeting:{sitting.document.source.sha256[:16]}@{sitting.minutes.quote.start}"
            _sit(sitting, _only(same) or _dated(sitting.ref) or start, meetings)


def _sit(sitting: Sitting, id: str, meetings: Meetings) -> None:
    meetings.sittings[sitting.document.source.sha256, sitting.index] = id
    meetings.refs[id].append(sitting.ref)


def _mean(mention: Mention, id: str, meetings: Meetings) -> None:
    meetings.mentions[mention.document, mention.ref] = id
    meetings.refs[id].append(mention.ref)


def _as_said(ref: MeetingRef) -> MeetingRef:
    """A mention without its title, where a number or a day says enough."""
    return ref if ref.ordinal is None and ref.date is None else replace(ref, title="")


def _mentions(sittings: Sequence[Sitting]) -> Iterator[Mention]:
    """Every sitting that a document speaks of, once for each way of speaking of it."""
    found: dict[tuple[str, MeetingRef], Mention] = {}
    for sitting in sittings:
        sha256 = sitting.document.source.sha256
        for decision in sitting.minutes.decisions:
            if decision.meeting is None or decision.meeting == sitting.ref:
                continue
            said = _as_said(decision.meeting)
            mention = found.setdefault((sha256, said), Mention(sha256, said))
            mention.quotes.append(decision.quote)
            mention.told = min(filter(None, (mention.told, sitting.ref.date)), default=None)
    return iter(found.values())


def _fitting(mention: Mention, meetings: Mapping[str, tuple[MeetingRef, ...]]) -> list[str]:
    """Meetings of which nothing is said that differs, and something that agrees."""
    return [id for id, refs in meetings.items() if any(_fits(mention, ref) for ref in refs)]


def _fits(mention: Mention, held: MeetingRef) -> bool:
    said = mention.ref
    if said.platform != held.platform or said.level != held.level or not held.platform:
        return False
    if said.group != held.group and (said.group or said.level is Level.WORKING_GROUP):
        return False
    if mention.told and held.date and held.date > mention.told:
        return False
    pairs = ((said.roc_year, held.roc_year), (said.ordinal, held.ordinal), (said.date, held.date))
    known = [(a, b) for a, b in pairs if a is not None and b is not None]
    agrees = (said.ordinal is not None and said.ordinal == held.ordinal) or (said.date and said.date == held.date)
    return bool(agrees) and all(a == b for a, b in known)


def _same_day(ref: MeetingRef, held: MeetingRef) -> bool:
    """Whether an unnumbered sitting is the numbered one of that day."""
    same = (ref.platform, ref.level, ref.group, ref.date) == (held.platform, held.level, held.group, held.date)
    return bool(same and ref.date and ref.platform) and ref.ordinal in (None, held.ordinal)


def _series(ref: MeetingRef) -> str | None:
    """The series a sitting belongs to, or None where that is not known: platform, level and group."""
    if not ref.platform or (ref.level in (Level.WORKING_GROUP, Level.OTHER) and not ref.group):
        return None
    return "/".join(filter(None, ("meeting:" + ref.platform, ref.level.value, ref.group)))


def _numbered(ref: MeetingRef) -> str | None:
    series = _series(ref)
    if series is None or ref.roc_year is None or ref.ordinal is None:
        return None
    return f"{series}/{ref.roc_year}-{ref.ordinal}"


def _dated(ref: MeetingRef) -> str | None:
    if not ref.platform or not ref.date:
        return None
    return "/".join(filter(None, ("meeting:" + ref.platform, ref.level.value, ref.group, ref.date)))


def _only(ids: Sequence[str]) -> str | None:
    return ids[0] if len(ids) == 1 else None
