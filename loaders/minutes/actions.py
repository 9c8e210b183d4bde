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
from loaders.minutes.dates import due
from loaders.minutes.lifecycle import Spoken, Told
from loaders.minutes.mentions import MentionReader

_SHORTEST = 5


def action_items(told: Told, reader: MentionReader, day: date | None) -> Iterator[ActionItem]:
    """The action items of one item of the agenda, in order; ``day`` is the meeting's."""
    of_sitting = request_words().of_sitting
    for spoken in told.spoken:
        text = reader.masked(spoken.speech.text)
        found = reader.finder.find(text, reader.setting)
        for start, end in _requests(text):
            if not of_sitting.match(text, start + 1):
                yield _action(
                    spoken, reader.book.text, text[start:end], start, _assignees(text, start, end, found), day
                )


def _action(
    spoken: Spoken, source: str, words: str, start: int, assignees: tuple[Body, ...], day: date | None
) -> ActionItem:
    deadline = due(words, day) if day else None
    sitting = request_words().sitting.search(words)
    return ActionItem(
        quote=spoken.speech.quote(source, start, start + len(words)),
        case=spoken.keys[0] if len(spoken.keys) == 1 else None,
        assignees=assignees,
        due=deadline.day.isoformat() if deadline and deadline.day else None,
        due_text=words[deadline.start : deadline.end] if deadline else (sitting[1] if sitting else None),
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


def _assignees(text: str, start: int, end: int, found: tuple[Found, ...]) -> tuple[Body, ...]:
    """Bodies named in a row right after the request; else those that open the sentence."""
    row: list[Body] = []
    at = start + 1
    for one in found:
        if start <= one.start < end and request_words().between.fullmatch(text, at, one.start):
            row += one.bodies
            at = one.end
    opening = (one for one in found if one.end <= start and not re.search(r"[。；]", text[one.end : start]))
    return tuple(dict.fromkeys(row or [body for one in opening for body in one.bodies]))
