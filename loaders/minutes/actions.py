"""What a decision asks someone to do, by when.

Always true: an action item is one request (請…, 由…, 應…) of one sentence; whom it names right after the request is the
assignee, else its subject or whoever the sentence began with; a due day is read from the meeting's day, in the words of
the request before those that lead to it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from graph.interchange import ActionItem, Body, Mention
from graph.vocabulary import Label, Role
from loaders.bodies import Found
from loaders.lexicon.requests import request_words
from loaders.minutes.agenda import Speech
from loaders.minutes.dates import Due, due, due_before
from loaders.minutes.lifecycle import Spoken, Told
from loaders.minutes.mentions import MentionReader, stated_proposers

_SHORTEST = 5


@dataclass(frozen=True, slots=True)
class _Item:
    """Whom an item of the agenda speaks of before anything is asked."""

    told: Told
    reader: MentionReader
    fields: tuple[Body, ...]
    """Who is responsible, as a field of the item says that holds nothing but names."""
    members: tuple[Body, ...]
    """The cities of the platform."""
    mentions: Sequence[Mention]
    """Whom the sitting names with which case."""

    def proposers(self, cases: Collection[str]) -> tuple[Body, ...]:
        """Who proposes the item, or else these cases: 提案單位 in what is asked."""
        return _bodies(stated_proposers(self.told), self.reader) or self._in_role(Role.PROPOSER, cases)

    def charged(self, cases: Collection[str]) -> tuple[Body, ...]:
        """Who is responsible for the item, or else for these cases: 主辦單位 in what is asked."""
        return self.fields or self._in_role(Role.RESPONSIBLE, cases)

    def _in_role(self, role: Role, cases: Collection[str]) -> tuple[Body, ...]:
        said = (one.body for one in self.mentions if one.role is role and one.case in cases)
        return tuple(dict.fromkeys(body for body in said if body.label is not Label.GROUP))


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence in which something is asked."""

    spoken: Spoken
    text: str
    """Its words, those of case names blanked."""
    found: tuple[Found, ...]
    item: _Item

    def clause(self, at: int) -> int:
        """Where the clause begins that a place stands in."""
        return max(self.text.rfind(sign, 0, at) for sign in "，。；：") + 1


def action_items(
    told: Told, reader: MentionReader, day: date | None, mentions: Sequence[Mention]
) -> Iterator[ActionItem]:
    """The action items of one item of the agenda, in order; ``day`` and ``mentions`` are the meeting's."""
    words, item = request_words(), _item(told, reader, mentions)
    for spoken in told.spoken:
        text = reader.masked(spoken.speech.text)
        sentence = _Sentence(spoken, text, reader.bodies(text, spoken), item)
        asked: tuple[Body, ...] = ()
        lead: Due | None = None
        for start, end in _requests(text):
            if words.of_sitting.match(text, start + 1) or _is_idle(sentence, start, end):
                continue
            asked = _assignees(sentence, start, end, asked)
            if words.announces.search(text, start) and not asked:
                continue
            later = words.later.search(text, start, end)
            until = later.start() if later else end
            lead = _lead(sentence, (start, until), day, lead) if day else None
            yield _action(sentence, reader.book.text, (start, until), asked, day, lead)
            if later and day and due(text[later.end() : end], day):
                yield _action(sentence, reader.book.text, (later.end(), end), (), day, None)


def _item(told: Told, reader: MentionReader, mentions: Sequence[Mention]) -> _Item:
    fields = [speech for speech in told.item.background if reader.is_row_of_names(speech)]
    cities = reader.finder.members(reader.setting.platform or "", None)
    return _Item(
        told,
        reader,
        _bodies(fields, reader),
        tuple(Body(city, Label.CITY, city=city) for city in cities),
        mentions,
    )


def _bodies(speeches: Iterable[Speech], reader: MentionReader) -> tuple[Body, ...]:
    return _unique(one for speech in speeches for one in reader.finder.find(speech.text, reader.setting))


def _is_idle(sentence: _Sentence, start: int, end: int) -> bool:
    """Whether 由… asks nothing: a turn of the rota, or somebody outside who has no name (由外部廠商辦理)."""
    words, text = request_words(), sentence.text
    if text[start] != "由":
        return False
    if words.rota.search(text[sentence.clause(start) : start]):
        return True
    named = any(start < one.start < end and one.start - start < 6 for one in sentence.found)
    told = words.proposer.match(text, start + 1) or words.charged.match(text, start + 1)
    return not named and not told and not re.match(r"[各該兩二雙三四\d]", text[start + 1 :])


def _action(
    sentence: _Sentence,
    source: str,
    span: tuple[int, int],
    assignees: tuple[Body, ...],
    day: date | None,
    lead: Due | None,
) -> ActionItem:
    spoken, text = sentence.spoken, sentence.text
    start, words = span[0], text[span[0] : span[1]]
    deadline = due(words, day)
    ahead = (due_before(text[:start], day) if day else None) or lead
    sitting = request_words().sitting.search(words)
    return ActionItem(
        quote=spoken.speech.quote(source, *span),
        case=spoken.keys[0] if len(spoken.keys) == 1 else None,
        assignees=assignees,
        due=_iso(deadline or ahead),
        due_text=(
            words[deadline.start : deadline.end]
            if deadline
            else text[ahead.start : ahead.end]
            if ahead
            else sitting[1]
            if sitting
            else None
        ),
    )


def _lead(sentence: _Sentence, span: tuple[int, int], day: date, before: Due | None) -> Due | None:
    """The day of what a request is about, as the words before it have it (10月底辦理好市節，請其他三市…).

    Behind 及 the day of the request before holds on.
    """
    words, text, start = request_words(), sentence.text, span[0]
    if words.unbound.search(text, *span):
        return None
    if words.goes_on.match(text, start) or text[:start].endswith("及"):
        return before
    at = sentence.clause(start)
    own = None if words.gone.search(text, at, start) else _day_in(text, at, start, day)
    if (
        own
        or not text[:at].endswith("，")
        or text[at:start].strip("並另亦")
        or request_words().request.search(text[:at])
    ):
        return own
    earlier = sentence.clause(at - 1)
    tells = words.to_come.search(text, earlier, at) and not words.gone.search(text, earlier, at)
    return _day_in(text, earlier, at - 1, day) if tells else None


def _day_in(text: str, start: int, end: int, day: date) -> Due | None:
    found = due(text[start:end], day)
    return Due(found.start + start, found.end + start, found.day) if found else None


def _requests(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the requests of a sentence."""
    words, at = request_words(), 0
    while found := words.request.search(text, at):
        start, after = found.start(), found.end()
        while True:
            following = words.next.search(text, after)
            end = following.start() if following else len(text.rstrip("。；，"))
            if end - start >= _SHORTEST:
                yield start, end
            at = max(end, after)
            if following is None or not words.goes_on.match(text, end + 1):
                break
            start, after = end + 1, end + 3


def _iso(deadline: Due | None) -> str | None:
    return deadline.day.isoformat() if deadline and deadline.day else None


def _assignees(sentence: _Sentence, start: int, end: int, before: tuple[Body, ...]) -> tuple[Body, ...]:
    """Bodies named in a row right after the request; else its subject, those asked ``before``, or who open it."""
    words, text, item = request_words(), sentence.text, sentence.item
    if words.proposer.match(text, start + 1):
        return item.proposers(sentence.spoken.keys)
    if charged := words.charged.match(text, start + 1):
        return _row(sentence, charged.end() - 1, end) or item.charged(sentence.spoken.keys)
    if said := words.everyone.match(text, start + 1):
        return item.members if len(item.members) == 2 or not said[0].startswith("雙") else ()
    near = [one for one in sentence.found if start - 24 < one.end <= start]
    if near and words.them.match(text, start + 1):
        return near[-1].bodies
    row = _row(sentence, start, end)
    if row or words.nobody.match(text, start + 1):
        return row
    free = [
        one
        for one in sentence.found
        if one.end <= start and text.count("「", 0, one.start) == text.count("」", 0, one.start)
    ]
    clause = sentence.clause(start)
    subject = [one for one in free if clause <= one.start]
    if before and subject and subject[0].start - clause < 2 and words.subject.fullmatch(text, subject[0].end, start):
        return _unique(subject)
    opening = [one for one in free if not re.search(r"[。；]", text[one.end : start])]
    opening = [
        one
        for at, one in enumerate(opening)
        if not at
        or not words.object.search(text, 0, one.start)
        or (words.between.fullmatch(text, opening[at - 1].end, one.start))
    ]
    return before or _unique(opening) or item.fields


def _row(sentence: _Sentence, start: int, end: int) -> tuple[Body, ...]:
    """The bodies that stand in a row behind the request, without whom they only talk to."""
    words, text = request_words(), sentence.text
    row: list[Found] = []
    at = start if any(one.start == start for one in sentence.found) else start + 1  # …，乙局於4月10日前回復
    for one in sentence.found:
        if start <= one.start < end and words.between.fullmatch(text, at, one.start):
            row.append(one)
            at = one.end
    if len(row) == 2 and text[row[0].end : row[1].start] in ("與", "和") and words.beside.match(text, at):
        row = row[:1]
    return _unique(row)


def _unique(found: Iterable[Found]) -> tuple[Body, ...]:
    return tuple(dict.fromkeys(body for one in found for body in one.bodies))
