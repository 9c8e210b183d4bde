"""What a decision asks someone to do, by when.

Always true: an action item is one request (請…, 由…, 應…) of one sentence; whom it names right after the request is the
assignee, else whoever the sentence began with; a due day is read from the meeting's day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from graph.interchange import ActionItem, Body
from loaders.bodies import Found
from loaders.lexicon.requests import request_words
from loaders.minutes.dates import Due, due, due_before
from loaders.minutes.lifecycle import Spoken, Told
from loaders.minutes.mentions import MentionReader

_SHORTEST = 5


def action_items(told: Told, reader: MentionReader, day: date | None) -> Iterator[ActionItem]:
    """The action items of one item of the agenda, in order; ``day`` is the meeting's."""
    of_sitting = request_words().of_sitting
    for spoken in told.spoken:
        text = reader.masked(spoken.speech.text)
        found = reader.finder.find(text, reader.setting)
        asked: tuple[Body, ...] = ()
        for start, end in _requests(text):
            if not of_sitting.match(text, start + 1):
                asked = _assignees(text, start, end, found, asked, _proposers(told, reader))
                yield _action(spoken, reader.book.text, text, (start, end), asked, day)


def _proposers(told: Told, reader: MentionReader) -> tuple[Body, ...]:
    """Who proposes the item's case: 提案單位 in what is asked."""
    said = (speech.text for speech in told.item.proposers)
    return tuple(
        dict.fromkeys(b for text in said for one in reader.finder.find(text, reader.setting) for b in one.bodies)
    )


def _action(
    spoken: Spoken, source: str, text: str, span: tuple[int, int], assignees: tuple[Body, ...], day: date | None
) -> ActionItem:
    start, words = span[0], text[span[0] : span[1]]
    deadline = due(words, day) if day else None
    ahead = due_before(text[:start], day) if day and deadline is None else None
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


def _requests(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the requests of a sentence."""
    words, at = request_words(), 0
    while found := words.request.search(text, at):
        following = words.next.search(text, found.end())
        end = following.start() if following else len(text.rstrip("。；，"))
        if end - found.start() >= _SHORTEST:
            yield found.start(), end
        at = max(end, found.end())


def _iso(deadline: Due | None) -> str | None:
    return deadline.day.isoformat() if deadline and deadline.day else None


def _assignees(
    text: str,
    start: int,
    end: int,
    found: tuple[Found, ...],
    before: tuple[Body, ...],
    proposers: tuple[Body, ...],
) -> tuple[Body, ...]:
    """Bodies named in a row right after the request; else those asked ``before`` in the sentence, or who open it."""
    words = request_words()
    if words.proposer.match(text, start + 1):
        return proposers
    row: list[Body] = []
    at = start + 1
    for one in found:
        if start <= one.start < end and words.between.fullmatch(text, at, one.start):
            row += one.bodies
            at = one.end
    if not row and words.nobody.match(text, start + 1):
        return ()
    opening = (one for one in found if one.end <= start and not re.search(r"[。；]", text[one.end : start]))
    return tuple(dict.fromkeys(row or before or [body for one in opening for body in one.bodies]))
