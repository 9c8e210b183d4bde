"""Words of decision → events of the cases they speak of: in the item's words and in the headings above it.

Always true: nothing is stated of a retold decision whose sitting cannot be told; a heading that sums up several lists
says nothing of the state of any one case.
"""

from __future__ import annotations

from collections.abc import Iterator

from graph.vocabulary import EdgeType
from loaders.minutes.agenda import Speech
from loaders.minutes.lifecycle.statements import Context, Statement, Told, clause, passage
from loaders.minutes.triggers import Mood, Trigger, triggers

_STATES = frozenset(
    {
        EdgeType.DELISTED_AT,
        EdgeType.CONTINUED_AT,
        EdgeType.ESTABLISHED_AT,
        EdgeType.REJECTED_AT,
        EdgeType.DEFERRED_AT,
        EdgeType.REOPENED_AT,
    }
)
"""Events of which a case has one at a sitting."""


def event(context: Context, told: Told, key: str, speech: Speech, trigger: Trigger) -> None:
    """State of a case what a word of decision says."""
    at = speech.flow.offsets[trigger.start]
    meeting = context.resolver.resolve(trigger.retold, at) if trigger.retold else None
    if trigger.retold and meeting is None:
        return
    quote = passage(context.book, speech, *clause(speech.text, trigger.start, trigger.end))
    told.statements.append(Statement(_kind(trigger), key, quote, trigger.mood, meeting=meeting))


def _kind(trigger: Trigger) -> EdgeType:
    if trigger.kind is EdgeType.DELISTED_AT and trigger.mood is Mood.RECOMMENDED:
        return EdgeType.DELISTING_RECOMMENDED_AT
    return trigger.kind


def from_headings(context: Context, told: Told) -> None:
    """State what the headings above a list say of every case in it."""
    names = told.item.names[:1]
    if not names:
        return
    line = passage(context.book, names[0].speech)
    for heading, trigger in _said_above(context, told):
        meeting = context.resolver.resolve(trigger.retold) if trigger.retold else None
        if trigger.retold and meeting is None:
            continue
        quote = passage(context.book, heading)
        told.statements += [
            Statement(_kind(trigger), key, quote, trigger.mood, from_heading=True, also=(line,), meeting=meeting)
            for key in told.subjects
            if not any(s.meeting and (s.case, s.kind) == (key, _kind(trigger)) for s in told.statements)
        ]  # 解列案件報告： 「A」業經某次會議同意解列


def _said_above(context: Context, told: Told) -> Iterator[tuple[Speech, Trigger]]:
    """The words of decision in the headings that count, innermost heading first; each kind once."""
    seen: set[EdgeType] = set()
    stated = False
    for heading in reversed(told.item.headings):
        found = triggers(heading.text, context.words)
        states = {trigger.kind for trigger in found} & _STATES
        for trigger in found:
            refused = trigger.kind is EdgeType.DELISTED_AT and trigger.mood is Mood.NEGATED
            if trigger.kind in seen or not (refused or trigger.mood in (Mood.DECIDED, Mood.RECOMMENDED)):
                continue
            if trigger.mood is Mood.RECOMMENDED and context.words.already.search(heading.text[: trigger.start]):
                continue  # 已提請解除列管、尚待審議之案件
            seen.add(trigger.kind)
            if trigger.kind in _STATES:
                if len(states) > 1 or stated:
                    continue  # a heading that sums up several lists, or an outer list's heading
                stated = True
            yield heading, trigger
