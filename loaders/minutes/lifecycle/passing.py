"""照案通過: a resolution that takes its meaning from what it passes; 除…外: one that makes exceptions.

Always true: what is stated through a resolution that passes carries that resolution as a further passage.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from graph.vocabulary import EdgeType
from loaders.folding import fold
from loaders.lexicon.agenda import agenda_words, asked_outcome_of
from loaders.lexicon.decisions import DecisionWords
from loaders.lexicon.lifecycle import lifecycle_words
from loaders.minutes.agenda import AgendaItem, Speech
from loaders.minutes.lifecycle.events import event
from loaders.minutes.lifecycle.pointing import by_number
from loaders.minutes.lifecycle.rows import rows
from loaders.minutes.lifecycle.statements import Context, Spoken, Statement, Told, passage, sentences
from loaders.minutes.lifecycle.succession import succeed
from loaders.minutes.lineage import renamings
from loaders.minutes.names import listed, stated_count
from loaders.minutes.triggers import Mood, triggers
from loaders.numerals import numeral
from loaders.row_numbers import SEVERAL

_BESIDE = (EdgeType.CONTINUED_AT, EdgeType.EXPANDED_AT, EdgeType.ROUTINISED_AT)
"""What a resolution that passes may say beside what it passes (照案通過，惟擴大為三縣市共同辦理)."""
_BRACKETED = re.compile("[^，。；（）]{0,12}案件?（(?!如|詳|見|共|計|合計|項次|編號|第|附)(?P<names>[^（）]{4,})）")
_SHORTEST_NAME = 4
ReadSentence = Callable[[Told, Speech], None]


def passes(item: AgendaItem, words: DecisionWords) -> bool:
    """Whether an item's resolution passes what was put before the sitting."""
    if not item.subject and not item.measures:
        return False
    return _opens_passing(item, words) or any(_excepts(speech.text, words) for speech in item.decision)


def _excepts(text: str, words: DecisionWords) -> bool:
    """Whether a resolution makes exceptions and decides of the others; 除上表各案決議外，餘洽悉 decides of none."""
    found = words.except_.search(text)
    return bool(found and (words.passing.search(found["rest"]) or triggers(found["rest"], words)))


def _opens_passing(item: AgendaItem, words: DecisionWords) -> bool:
    """Whether the first line of a resolution passes what was put."""
    forms = lifecycle_words().passing
    opening = [forms.before.sub("", speech.text) for speech in item.decision[:1]]
    return any(words.passing.match(text) or forms.option.match(text) for text in opening)


def read_passed(context: Context, told: Told, read: ReadSentence) -> None:
    """State what was passed: 案由 and 擬辦 say it, else 說明. ``read`` reads a sentence as something proposed."""
    item, words = told.item, context.words
    own = " ".join(speech.text for speech in item.decision)
    decided = item.decision[0].text if _opens_passing(item, words) else own
    firm = any(trigger.kind not in _BESIDE for trigger in triggers(decided, words))
    amended = lifecycle_words().passing.amended.search(own) and "「" in own
    if (firm and not words.except_.search(own)) or amended:
        return
    passing = tuple(passage(context.book, speech) for speech in item.decision[:1])
    before, subjects = len(told.statements), tuple(told.subjects)
    put = (item.subject, *item.measures) if item.subject else item.measures
    for part in _chosen(item) or (put, item.background):
        for speech in part:
            for sentence in sentences(speech):
                once = lifecycle_words().passing.once.match(sentence.text)
                read(told, sentence.cut(once.end()) if once else sentence)
        if len(told.statements) == before:
            told.subjects = list(subjects)  # what only explains is not what the item is about
        else:
            passed = told.statements[before:]
            told.statements[before:] = [replace(s, also=(*s.also, *passing)) for s in passed]
            return


def _chosen(item: AgendaItem) -> tuple[tuple[Speech, ...], ...]:
    """The line of the one way that a resolution takes among several put before it (照乙案通過)."""
    option = lifecycle_words().passing.option.match(item.decision[0].text) if item.decision else None
    opens = (option["option"] + "案：", option["option"] + "：") if option else ("案：",)
    lines = [line for line in (*item.measures, *item.background) if line.text.startswith(opens)]
    return ((lines[0].cut(lines[0].text.index("：") + 1),),) if len(lines) == 1 else ()


def read_exception(
    context: Context, told: Told, speech: Speech, words: DecisionWords, latest: Sequence[tuple[str, ...]] = ()
) -> list[Spoken]:
    """除「A」不予解列外，其餘照案通過: state what is said of A and of the others.

    In: ``latest`` are the cases of the items decided before, for 除前二款外.
    Out: both parts with the cases they speak of; nothing when nothing is excepted.
    """
    found = words.except_.search(speech.text)
    if not found:
        return []
    inner, (after, *aside) = speech.cut(*found.span("excepted")), _clauses(speech.cut(found.start("rest")))
    excepted = [key for row in rows(context, told, inner) for key in row.keys]
    numbered = [key for key in by_number(context, speech.text[found.start() : found.end("excepted")]) if key]
    excepted = numbered or excepted or _opening_name(context, told, inner)
    dealt_with = [] if excepted else _aforesaid(inner.text, latest)
    excepted = excepted or dealt_with
    if not excepted:
        return []
    ahead = speech.cut(0, found.start())
    put = [ahead, *([speech.cut(*found.span("among"))] if found["among"] else [])]
    named = [key for part in put for row in rows(context, told, part) for key in row.keys if key not in excepted]
    within = [key for row in rows(context, told, after) for key in row.keys if key not in excepted]
    within = within or _bracketed(context, after)
    decided = triggers(after.text, words)
    rest = named or within or _covered(context, ahead, excepted)
    rest = rest or _others(context, told, excepted, of_group=not decided, stated=stated_count(after.text))
    if numbered and not named and not within:  # the others of a numbered list, and no proposal behind it
        rest = [key for key in rest if context.book.entries[key].number is not None] or rest
    if lifecycle_words().binding.rest_tracked.match(after.text):
        rest = [key for key in rest if context.book.entries[key].tracked] or rest
    told.statements = [s for s in told.statements if s.case not in excepted or s.target]
    at = len(told.statements)
    for part in _parts(inner, words) if numbered else [inner]:
        own = [key for key in by_number(context, part.text) if key in excepted] or excepted
        _step_aside(context, told, part, words, own if numbered else [])
        _decide(context, told, part, words, own)
    firm = (s for s in told.statements if s.mood in (Mood.DECIDED, Mood.RECOMMENDED))
    whole, spoken_of = passage(context.book, speech), {s.case for s in firm}
    goes_on = any(t.kind is EdgeType.CONTINUED_AT for t in decided)
    if not (dealt_with or goes_on):  # what is excepted from going on may end
        kept = [key for key in excepted if key not in spoken_of]
        told.statements += [Statement(EdgeType.CONTINUED_AT, key, whole, inferred=True) for key in kept]
    if decided:
        _decide(context, told, after, words, rest)
    elif words.passing.search(after.text):
        _adopt(context, told, ahead, rest)
        told.statements += [Statement(EdgeType.DELISTED_AT, key, whole, Mood.NEGATED) for key in excepted if numbered]
    told.statements = [
        replace(s, also=(*s.also, whole)) if i >= at or s.case in rest else s for i, s in enumerate(told.statements)
    ]
    told_of = [Spoken(part, _spoken_of(context, told, part), named=True) for part in aside]
    for one in told_of:
        _decide(context, told, one.speech, words, list(one.keys))
    return [Spoken(inner, tuple(excepted), named=True), Spoken(after, tuple(rest)), *told_of]


def _opening_name(context: Context, told: Told, speech: Speech) -> list[str]:
    """除A因…外: the item's case of which words open with the name, without quotes."""
    entries = context.book.entries
    names = {key: fold(entries[key].name).replace(" ", "") for key in told.subjects}
    return [key for key, name in names.items() if speech.text.startswith(name)]


def _bracketed(context: Context, speech: Speech) -> list[str]:
    """其餘列管案件（A、B）: the cases that brackets behind 其餘 name."""
    said = _BRACKETED.match(speech.text)
    names = listed(speech.text, *said.span("names")) if said else []
    return [context.book.add(name, speech.flow, speech.path) for name in names if len(name.text) >= _SHORTEST_NAME]


def _spoken_of(context: Context, told: Told, speech: Speech) -> tuple[str, ...]:
    """The cases that a clause behind an exception points to by number or names."""
    numbered = tuple(key for key in by_number(context, speech.text) if key)
    return numbered or tuple(key for row in rows(context, told, speech) for key in row.keys)


def _clauses(speech: Speech) -> list[Speech]:
    """其餘均續管，項次8同意成案: the others, and behind a comma what a number points to, or behind a semicolon."""
    cuts = [run.start() for run in SEVERAL.finditer(speech.text) if speech.text[: run.start()].endswith("，")]
    cuts = sorted({0, *cuts, *(sign.end() for sign in re.finditer("；", speech.text))})
    return [speech.cut(start, end) for start, end in zip(cuts, [*cuts[1:], len(speech.text)], strict=True)]


def _parts(speech: Speech, words: DecisionWords) -> list[Speech]:
    """除第4案提請解列、第5案准予解列外: what is excepted, cut before each number that follows a decision."""
    cuts = [0]
    for run in SEVERAL.finditer(speech.text):
        between = speech.text[cuts[-1] : run.start()]
        if triggers(between, words) or renamings(between, lambda *_: True):
            cuts.append(run.start())
    return [speech.cut(start, end) for start, end in zip(cuts, [*cuts[1:], len(speech.text)], strict=True)]


def _aforesaid(words: str, latest: Sequence[tuple[str, ...]]) -> list[str]:
    """The cases of as many items right before as 除前二款外 counts; none when one was about several."""
    said = lifecycle_words().passing.aforesaid.match(words)
    count = (numeral(said["count"]) or 0) if said else 0
    before = latest[-count:] if 0 < count <= len(latest) else ()
    return [keys[0] for keys in before] if all(len(keys) == 1 for keys in before) else []


def _covered(context: Context, speech: Speech, excepted: list[str]) -> list[str]:
    """第一案至第三案，除第三案…外: the cases that a sentence is about, by their numbers."""
    return [key for key in by_number(context, speech.text) if key and key not in excepted]


def adopt(context: Context, told: Told, speech: Speech, keys: list[str], *, firm: bool = False) -> None:
    """項次1至5均依幕僚建議辦理: what the items themselves ask for is decided, where a sentence says no more.

    ``firm``: whatever it says, it passes all (新增及解除列管均同意).
    """
    bare = not triggers(speech.text, context.words) and context.words.passing.search(speech.text)
    if keys and (firm or bare):
        _adopt(context, told, speech, keys, own=not firm)
        whole = passage(context.book, speech)
        told.statements = [replace(s, also=(*s.also, whole)) if s.case in keys else s for s in told.statements]


def _adopt(context: Context, told: Told, ahead: Speech, keys: list[str], *, own: bool = True) -> None:
    """其餘照小組建議通過: what the items themselves, or the sentence's ``own`` words, ask for is decided."""
    words = context.words.proposed()
    for key in keys:
        for put in (*((ahead,) if own else ()), *context.asked.get(key, ())):
            once = lifecycle_words().passing.once.match(put.text)
            asked = put.cut(once.end()) if once else put
            found, before = triggers(asked.text, words), len(told.statements)
            for trigger in found:
                event(context, told, key, asked, trigger)
            if put is not ahead:
                _step_aside(context, told, asked, words, [key])
            if len(told.statements) > before:
                break
        else:
            put = context.asked.get(key, ())
            new = agenda_words().names.new_remark  # ：新提案，建議列管
            if any(asked_outcome_of(one.text) is EdgeType.ESTABLISHED_AT or new.search(one.text) for one in put):
                told.statements.append(Statement(EdgeType.ESTABLISHED_AT, key, passage(context.book, ahead)))


def _step_aside(context: Context, told: Told, speech: Speech, words: DecisionWords, keys: list[str]) -> None:
    """除項次4併入「B」外: a case that is excepted by what becomes of it."""
    for key in keys:
        aside = Told(told.item, subjects=[key])
        succeed(context.book, aside, speech, words)
        told.statements += aside.statements


def _others(
    context: Context, told: Told, excepted: list[str], *, of_group: bool, stated: int | None = None
) -> list[str]:
    """The item's cases without those excepted; else those of its list, or every listed one.

    ``of_group``: or all that its group reports, in whatever list (其餘照案通過). ``stated``: how many they are; those
    around the item then, where its list has fewer.
    """
    spoken_of = dict.fromkeys((*told.subjects, *(statement.case for statement in told.statements)))
    rest = [key for key in spoken_of if key not in excepted]
    entries = context.book.entries
    rows_at = Counter(entry.item for entry in entries.values() if entry.listed)

    def list_of(key: str) -> str:
        """The place of the list that a case stands in; rows of one table share it."""
        item = entries[key].item
        return item if rows_at[item] > 1 else item.rpartition("/")[0]

    lists = {list_of(key) for key in excepted if entries[key].listed}
    listed = [key for key, entry in entries.items() if entry.listed and key not in excepted]
    together = len({list_of(key) for key in listed}) == 1
    reported = dict.fromkeys(context.book.topics.get(told.item.group or "", ())) if of_group else {}
    of_report = [key for key in reported if key not in excepted] if reported.keys() >= set(excepted) else []
    beside = of_report or [key for key in listed if list_of(key) in lists]
    found = rest or beside or (listed if together else [])
    if stated is None or len(found) == stated:
        return found
    above = told.item.path.split("/")
    places = ("/".join(above[:end]) + "/" for end in range(len(above) - 1, 0, -1))
    around = ([key for key in listed if entries[key].item.startswith(place)] for place in places)
    return next((keys for keys in around if len(keys) == stated), found)


def _decide(context: Context, told: Told, speech: Speech, words: DecisionWords, keys: list[str]) -> None:
    for trigger in triggers(speech.text, words):
        for key in keys:
            event(context, told, key, speech, trigger)
