"""What 說明 and 建議 report that another sitting decided.

Always true: what is retold belongs to the sitting that decided it, and nothing is stated where that cannot be told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.interchange import MeetingRef
from graph.vocabulary import EdgeType
from loaders.lexicon.lifecycle import lifecycle_words
from loaders.minutes.agenda import Speech
from loaders.minutes.agenda.case_names import is_no_case
from loaders.minutes.lifecycle.binding import bound
from loaders.minutes.lifecycle.events import event
from loaders.minutes.lifecycle.referral import arrive
from loaders.minutes.lifecycle.rows import rows
from loaders.minutes.lifecycle.statements import Context, Statement, Told, clause, passage, sentences, step
from loaders.minutes.lifecycle.succession import succeed
from loaders.minutes.lineage import renamings
from loaders.minutes.names import quoted
from loaders.minutes.triggers import MEETING, Mood, Trigger, retold_by, triggers

_QUOTE = re.compile(r"[：，]?「(?P<words>[^「」]*)」")

_ADVISED = re.compile(rf"(?P<m>{MEETING})(?:(?:討論|審查|檢視)後?)?，?(?:決議|業已|已)?建議[^，。；]{{0,14}}$")
"""A sitting that advised what a higher one decides (113年3月20日小組會議建議解列)."""
_THERE = frozenset({EdgeType.DELISTED_AT, EdgeType.ESTABLISHED_AT, EdgeType.REJECTED_AT})
_OWN_WORDS = frozenset({EdgeType.DELISTED_AT, EdgeType.CONTINUED_AT})


def retell(context: Context, told: Told) -> None:
    """State what an item's background says of other sittings: of its only case, else of those that a sentence names."""
    subject = (told.item.subject,) if told.item.subject else ()
    put = (*subject, *told.item.background, *told.item.measures)
    for sentence in (s for speech in put for s in sentences(speech)):
        alone = len(told.subjects) == 1
        found = [t for t in _retold(context, sentence) if t.mood in (Mood.DECIDED, Mood.RECOMMENDED)]
        named = rows(context, told, sentence)
        spoken_of = tuple(key for row in named for key in row.keys)
        of_all = told.subjects if alone else spoken_of
        others = tuple(key for key in spoken_of if key not in told.subjects)
        told.beside = others if len(others) == 1 and not told.beside else told.beside
        for at, trigger in enumerate(found):
            each = bound(told, sentence.text, found, at, rows=named, changed=None, numbers=context.book.numbers)
            for key in of_all if alone or len(named) <= 1 else each:
                event(context, told, key, sentence, trigger)
        if alone:
            _in_its_own_words(context, told, sentence)
            _renamed(context, told, sentence)
            _once_called(context, told, sentence)
            _once_composed(context, told, sentence)
            arrive(context, told, sentence, told.subjects)
        if not any(statement.target for statement in told.statements):
            _changed_before(context, told, sentence)


def _retold(context: Context, speech: Speech) -> Iterator[Trigger]:
    """The words of decision of another sitting; what it asked of a higher one is told by the words that ask."""
    for trigger in triggers(speech.text, context.words):
        asked = speech.text.rfind("提", 0, trigger.start) if _may_be_asked(context, speech.text, trigger) else -1
        advised = _ADVISED.search(speech.text[: trigger.start]) if trigger.kind is EdgeType.DELISTED_AT else None
        where = advised["m"] if advised else retold_by(speech.text, asked, "", context.words) if asked > 0 else ""
        if trigger.retold:
            yield trigger
        elif where and _is_certain(context.resolver.resolve(where)):
            yield replace(trigger, retold=where, mood=Mood.RECOMMENDED)


def _may_be_asked(context: Context, text: str, trigger: Trigger) -> bool:
    """Whether words of decision may be what a sitting asked of a higher one; 決議提請解列 leaves open of which."""
    bare = trigger.kind is EdgeType.DELISTED_AT and context.words.recommend_bare.search(text[: trigger.start])
    return trigger.mood is Mood.RECOMMENDED or (trigger.mood is Mood.UNDECIDED and bool(bare))


def _is_certain(meeting: MeetingRef | None) -> bool:
    """Whether words name a sitting by its day or number, and not only as 前次會議 of nobody knows which series."""
    return meeting is not None and bool(meeting.date or meeting.ordinal)


def _in_its_own_words(context: Context, told: Told, speech: Speech) -> None:
    """第2次會議決議：「本案解除列管。」"""
    for quote in _QUOTE.finditer(speech.text):
        where = retold_by(speech.text, quote.start(), "", context.words)
        meeting = context.resolver.resolve(where) if where else None
        if not _is_certain(meeting):
            continue
        for trigger in triggers(quote["words"], context.words):
            if trigger.kind in _OWN_WORDS and trigger.mood is Mood.DECIDED:
                start, end = clause(quote["words"], trigger.start, trigger.end)
                said = passage(context.book, speech, quote.start("words") + start, quote.start("words") + end)
                told.statements.append(Statement(trigger.kind, told.subjects[0], said, meeting=meeting))


def retell_quoted(context: Context, told: Told, speech: Speech) -> bool:
    """第1次會議就「A」決定：「名稱修正為『B』，續予列管。」 in a report: what another sitting decided in its own words.

    Out: whether the sentence is nothing but that.
    """
    said = lifecycle_words().retelling.said.search(speech.text) if not told.item.names else None
    named = [name for name in quoted(speech.text) if said and name.outer_end <= said.start()]
    if said is None or len(named) != 1 or is_no_case(named[0], speech.text):
        return False
    ahead = lifecycle_words().retelling.about.sub("", speech.text[: named[0].outer_start]) + said["decided"]
    where = retold_by(ahead, len(ahead), "", context.words)
    meeting = context.resolver.resolve(where) if where else None
    if not _is_certain(meeting):
        return False
    inner = speech.cut(*said.span("words"))
    aside = Told(told.item, subjects=[context.book.add(named[0], speech.flow, speech.path)])
    changed = succeed(context.book, aside, inner, context.words)
    told.statements += [replace(statement, meeting=meeting, also=()) for statement in aside.statements]
    for trigger in triggers(inner.text, context.words):
        if trigger.kind in _OWN_WORDS and trigger.mood is Mood.DECIDED:
            quote = passage(context.book, inner, *clause(inner.text, trigger.start, trigger.end))
            told.statements += [
                Statement(trigger.kind, key, quote, meeting=meeting) for key in changed or aside.subjects
            ]
    return True


def _once_called(context: Context, told: Told, speech: Speech) -> None:
    """本案原列「A」，業於第2次小組會議更名。: the item's name is the new one."""
    said = lifecycle_words().retelling.old_name.search(speech.text)
    where = retold_by(speech.text, said.start("verb"), "", context.words) if said else ""
    meeting = context.resolver.resolve(where) if where else None
    old = next((name for name in quoted(speech.text) if said and name.start == said.start("old")), None)
    if old is None or not told.subjects:
        return
    key = context.book.add(old, speech.flow, speech.path, exact=True)
    if key != told.subjects[0]:
        aside = Told(told.item)
        step(context.book, aside, EdgeType.RENAMED_TO, key, told.subjects[0], passage(context.book, speech))
        told.statements += [replace(s, meeting=meeting) if meeting else s for s in aside.statements]


def _once_composed(context: Context, told: Told, speech: Speech) -> None:
    """本案係由「A」及「B」兩案合併而成。: those went into the item's case, on a day that is not told."""
    if lifecycle_words().retelling.composed.search(speech.text):
        aside = Told(told.item, subjects=list(told.subjects))
        succeed(context.book, aside, speech, context.words)
        told.statements += [s for s in aside.statements if s.target == told.subjects[0]]


def _changed_before(context: Context, told: Told, speech: Speech) -> None:
    """「A」業已更名為「B」, 「A」已於前次會議併入「B」 in what is only reported: the change stands."""
    done = lifecycle_words().retelling.done.search(speech.text)
    named = quoted(speech.text)
    if done is None or not any(name.outer_end <= done.start() for name in named):
        return
    aside = Told(told.item, subjects=list(told.subjects[:1]) if len(told.subjects) == 1 else [])
    changed = succeed(context.book, aside, speech, context.words)
    meeting = context.resolver.resolve(done["m"]) if done["m"] else None
    told.statements += [replace(s, meeting=meeting) if meeting else s for s in aside.statements]
    if changed and set(aside.olds) == set(told.subjects):
        told.olds += aside.olds
        told.subjects = changed


def retell_beneath(context: Context, told: Told, speech: Speech) -> bool:
    """Read a line beneath a heading that names another sitting's decisions (第3次副市長層級會議有關本組決議：).

    Out: whether there is such a heading, so that the line decides nothing here.
    """
    meeting = next((m for h in reversed(told.item.headings) if (m := _decisions_of(context, h))), None)
    if meeting is None:
        return False
    own = tuple(told.subjects) if told.item.names else ()
    aside = Told(told.item, subjects=list(own))
    changed = succeed(context.book, aside, speech, context.words) or ()
    told.statements += [replace(statement, meeting=meeting, also=()) for statement in aside.statements]
    told.subjects = list(changed) or told.subjects
    told.olds += aside.olds
    for key in changed or own or tuple(key for row in rows(context, told, speech) for key in row.keys):
        for trigger in triggers(speech.text, context.words):
            if trigger.retold:
                event(context, told, key, speech, trigger)
            elif (trigger.kind in _THERE or changed) and trigger.mood is Mood.DECIDED:
                quote = passage(context.book, speech, *clause(speech.text, trigger.start, trigger.end))
                told.statements.append(Statement(trigger.kind, key, quote, meeting=meeting))
    return True


def _decisions_of(context: Context, heading: Speech) -> MeetingRef | None:
    """The other sitting whose decisions a heading says are listed beneath it."""
    text = lifecycle_words().retelling.concerning.sub("", heading.text.rstrip("：。"))
    where = retold_by(text, len(text), "", context.words) if lifecycle_words().retelling.decisions.search(text) else ""
    meeting = context.resolver.resolve(where) if where else None
    return meeting if _is_certain(meeting) else None


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
