"""What a decision asks someone to do, by when.

Always true: an action item is one request (請…, 由…, 應…) of one sentence; whom it names right after the request is the
assignee, else whoever the sentence began with; a due day is read from the meeting's day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from graph.interchange import ActionItem, Body, Quote
from loaders.minutes.agenda import Speech
from loaders.bodies import Found
from loaders.minutes.dates import due
from loaders.minutes.lifecycle import Told
from loaders.minutes.mentions import MentionReader

_REQUEST = re.compile(r"(?:(?<![申提邀聘敦函洽報籲])請(?!詳|見|假|參閱|領|求|簽)|應(?=於|由|儘|在|[\u3400-\u9fff]{0,14}(?:辦理|提供|提出|納入|完成))|由(?=[^，。；]{2,24}(?:辦理|提供|彙整|負責|主政|邀|規劃|召開|洽|填報|統整|協助|安排|擬)))")
_NEXT = re.compile(r"[，；](?=(?:並|另|亦|且|以及|及|爰|也|再)?(?:請(?!假)|由(?=[^，。；]{2,20}(?:辦理|提供|彙整)))|(?:以及|及)[\u3400-\u9fff]{2,4}(?:市|縣))")
_NONE = re.compile(r"^(?:鑒核|公鑒|討論|審議|備查|查照|核示|指教|同意)")
_MEETING = re.compile(r"(?:於|至|提|在)?((?:下|本|前)(?:一)?(?:次|季)[^，。；]{0,14}?(?:會議|平臺)|第[1-4一二三四]季[^，。；]{0,8}?會議|(?:上|下)半年度[^，。；]{0,10}?會議)(?:前)?")


def action_items(told: Told, reader: MentionReader, day: date | None) -> Iterator[ActionItem]:
    """The action items of one item of the agenda, in order."""
    for spoken in told.spoken:
        text = reader.masked(spoken.speech.text)
        found = reader.finder.find(text, reader.setting)
        for start, end in _requests(text):
            if _NONE.match(text[start + 1 :]):
                continue
            words = text[start:end]
            deadline = due(words, day) if day else None
            meeting = _MEETING.search(words)
            yield ActionItem(
                quote=_quote(spoken.speech, reader.book.text, start, end),
                case=spoken.keys[0] if len(spoken.keys) == 1 else None,
                assignees=_assignees(text, start, end, found),
                due=deadline.day.isoformat() if deadline and deadline.day else None,
                due_text=words[deadline.start : deadline.end] if deadline else (meeting[1] if meeting else None),
            )


def _requests(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the requests of a sentence."""
    at = 0
    while found := _REQUEST.search(text, at):
        following = _NEXT.search(text, found.end())
        end = following.start() if following else len(text.rstrip("。；，"))
        if end - found.start() >= 5:
            yield found.start(), end
        at = max(end, found.end())


def _assignees(text: str, start: int, end: int, found: tuple[Found, ...]) -> tuple[Body, ...]:
    """Bodies named in a row right after the request; else those that open the sentence."""
    row: list[Body] = []
    at = start + 1
    for one in found:
        if start <= one.start < end and re.fullmatch(r"(?:[，、及與和暨]|以及|由|各別|分別|將|應|函請|於[^，。；]{0,10})*", text[at : one.start]):
            row += one.bodies
            at = one.end
    if row:
        return tuple(dict.fromkeys(row))
    subject = [b for one in found if one.end <= start and not re.search(r"[。；]", text[one.end : start]) for b in one.bodies]
    return tuple(dict.fromkeys(subject))


def _quote(speech: Speech, text: str, start: int, end: int) -> Quote:
    s, e = speech.flow.span(start, end)
    return Quote(s, e, text[s:e], speech.path)
