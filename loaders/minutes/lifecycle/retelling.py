"""What 說明 reports that another sitting decided.

Always true: what is retold belongs to the sitting that decided it, and nothing is stated where that cannot be told.
"""

from __future__ import annotations

import re
from dataclasses import replace

from graph.vocabulary import EdgeType
from loaders.minutes.agenda import Speech
from loaders.minutes.lifecycle.events import event
from loaders.minutes.lifecycle.statements import Context, Statement, Told, clause, passage, sentences
from loaders.minutes.lifecycle.succession import succeed
from loaders.minutes.lineage import renamings
from loaders.minutes.triggers import Mood, retold_by, triggers

_QUOTE = re.compile(r"[：，]?「(?P<words>[^「」]*)」")


def retell(context: Context, told: Told) -> None:
    """State of the item's only case what its background says of other sittings."""
    for sentence in (s for speech in told.item.background for s in sentences(speech)):
        if len(told.subjects) != 1:
            return
        for trigger in triggers(sentence.text, context.words):
            if trigger.retold and trigger.mood is Mood.DECIDED:
                event(context, told, told.subjects[0], sentence, trigger)
        _in_its_own_words(context, told, sentence)
        _renamed(context, told, sentence)


def _in_its_own_words(context: Context, told: Told, speech: Speech) -> None:
    """第2次會議決議：「本案解除列管。」"""
    for quote in _QUOTE.finditer(speech.text):
        where = retold_by(speech.text, quote.start(), "", context.words)
        meeting = context.resolver.resolve(where) if where else None
        if meeting is None or not (meeting.date or meeting.ordinal):
            continue  # 前次會議 of nobody knows which series
        for trigger in triggers(quote["words"], context.words):
            if trigger.kind in (EdgeType.DELISTED_AT, EdgeType.CONTINUED_AT) and trigger.mood is Mood.DECIDED:
                start, end = clause(quote["words"], trigger.start, trigger.end)
                said = passage(context.book, speech, quote.start("words") + start, quote.start("words") + end)
                told.statements.append(Statement(trigger.kind, told.subjects[0], said, meeting=meeting))


def _renamed(context: Context, told: Told, speech: Speech) -> None:
    """依第2次會議決議，本案已更名為「B」: the item goes on with the new name."""
    said = next(iter(renamings(speech.text, lambda *_: True)), None)
    where = retold_by(speech.text, said.start, speech.text[said.end :], context.words) if said else ""
    meeting = context.resolver.resolve(where) if where else None
    if meeting is None:
        return
    aside = Told(told.item, subjects=list(told.subjects))
    changed = succeed(context.book, aside, speech, context.words)
    if changed:
        told.statements += [replace(statement, meeting=meeting, also=()) for statement in aside.statements]
        told.olds += aside.olds
        told.subjects = changed
