"""Which cases a word of decision speaks of, and which a sentence speaks of.

Always true: a word of decision binds to names right after it, else to those before it, else to the item's own cases.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from graph.vocabulary import EdgeType
from loaders.lexicon.agenda import agenda_words
from loaders.lexicon.decisions import decision_words
from loaders.lexicon.lifecycle import lifecycle_words
from loaders.lexicon.lineage import lineage_words
from loaders.minutes.agenda import Speech
from loaders.minutes.lifecycle.pointing import Row
from loaders.minutes.lifecycle.statements import Spoken, Told
from loaders.minutes.names import stated_count
from loaders.minutes.triggers import Trigger
from loaders.numerals import numeral
from loaders.row_numbers import NEAR, SEVERAL, row, rows_of

Keys = Sequence[str]


def bound(
    told: Told,
    text: str,
    found: Sequence[Trigger],
    at: int,
    *,
    rows: Sequence[Row],
    changed: Keys | None,
    numbers: Mapping[str, str],
) -> Iterable[str]:
    """The keys that ``found[at]`` speaks of.

    In: ``changed`` are those that the item goes on as after a step of lineage, ``numbers`` the keys by list number.
    """
    trigger, words = found[at], lifecycle_words().binding
    if trigger.kind is EdgeType.DELISTED_AT and words.agency_after.match(text[trigger.end :]):
        return ()
    if words.others.match(text[trigger.start :]):
        return ()
    if told.olds and words.old_name.match(text, trigger.start):
        return told.olds
    pointed = _pointed(told, text, trigger, rows, numbers)
    if pointed is not None:
        return pointed
    aside = _that_case(told, text[: trigger.start], rows)
    if aside:
        return aside
    if changed is None and (counted := _so_far(told, text[: trigger.start], rows)):
        return counted
    if changed is not None:
        if made := _made(told, text[: trigger.start]):
            return made
        beside = next((row for row in reversed(rows) if row.end <= trigger.start), None)
        apart = beside and not re.search("[，；]", text[beside.end : trigger.start])
        if beside and apart and not {*changed, *told.olds} & set(beside.keys):
            return beside.keys  # 「A」併入「B」，「C」解除列管
        if beside and trigger.kind is EdgeType.ESTABLISHED_AT and not {*changed, *told.olds} & set(beside.keys):
            return beside.keys  # 另立「B」案，同意新增
        if told.olds and words.this_case.search(text[: trigger.start]) and len(set(told.olds)) == 1 < len(changed):
            return told.olds  # 甲部分併入「B」，乙部分併入「C」，本案解除列管
        if trigger.kind is EdgeType.DELISTED_AT and words.once_in.search(text[: trigger.start]) and told.olds:
            return told.olds[-1:]  # 工作均併入「B」，本案併入後予以解列
        if trigger.kind is EdgeType.DELISTED_AT and words.this_case.search(text[: trigger.start]) and _went_in(told):
            return _went_in(told)  # 已併入「B」，本案解除列管
        if told.olds and trigger.retold and trigger.kind is EdgeType.DELISTED_AT:
            return told.olds[-1:]  # 前次會議同意解列，本次重新列管，並更名為「B」
        several = next((row.keys for row in rows if row.end <= trigger.start and len(row.keys) > 1), ())
        if len(changed) == 1 and told.olds and told.olds[-1] in several and "前者" in text[trigger.end :]:
            return [
                changed[0] if key == told.olds[-1] else key for key in several
            ]  # 「A」、「B」2案同意新增，惟前者更名為「C」
        taken_up = trigger.kind is EdgeType.REOPENED_AT and told.olds  # 恢復列管，並更名為「B」: it was A that was off
        if trigger.retold:
            return ()
        if taken_up:
            return told.olds[-1:]
        parts = [row for row in rows if row.end <= trigger.start and set(row.keys) < set(changed)]
        return parts[-1].keys if parts else changed
    within = next((row for row in rows if trigger.start < row.start and row.end <= trigger.end), None)
    if within:
        return within.keys  # 不同意「B」成案
    following = found[at + 1].start if at + 1 < len(found) else len(text)
    after = next((row for row in rows if trigger.end <= row.start < following), None)
    if after and _reaches(text, found, at, rows, after):
        return after.keys
    before = [row for row in rows if row.end <= trigger.start]
    rest = next((said for said in words.rest.finditer(text) if said.start() < trigger.start), None)
    if rest and not any(row.start > rest.start() for row in before) and not (rest["work"] and told.item.names):
        return _rest(told, how_many(rest, text[: trigger.start]))
    if told.subjects and words.each.search(text[: trigger.end]):
        named = (key for row in before for key in row.keys)
        both = tuple(dict.fromkeys((*told.subjects, *named, *told.beside)))
        if len(both) == 2:
            return both
    if before:
        keys = tuple(_named_before(told, text, found, at, before))
        stated = stated_count(text[trigger.start : trigger.end])
        return keys if stated in (None, len(keys)) else ()  # 列管案3案，加計本次新增2案
    if after is None:
        return _asked_for(told, text[: trigger.start], trigger.kind) or told.subjects
    if told.item.names and "，" in text[trigger.end : after.start]:
        return told.subjects  # 同意成案，並請參考「B」案
    own = "，" in text[trigger.end : after.start] and any(later.start >= after.end for later in found[at + 1 :])
    return () if own else after.keys  # names behind a comma with a decision of their own


def _asked_for(told: Told, ahead: str, kind: EdgeType) -> tuple[str, ...]:
    """同意解列: those of an item's cases for which its 案由 asks just that, and something else for the others."""
    names, keys = told.item.names, told.own
    if len(names) < 2 or len(keys) != len(names) or lifecycle_words().binding.gathers.search(ahead):
        return ()
    asked = [_kinds_asked(case.speech.text, case.name.outer_start) for case in names]
    chosen = tuple(key for key, kinds in zip(keys, asked, strict=True) if kind in kinds)
    return chosen if len(chosen) < len(keys) and all(asked) else ()


def _kinds_asked(text: str, at: int) -> set[EdgeType]:
    """What the part of a sentence that names a case at ``at`` asks for it (擬請解列；新提「B」1案)."""
    start = max(text.rfind(stop, 0, at) for stop in "；。") + 1
    end = min((i for stop in "；。" if (i := text.find(stop, at)) >= 0), default=len(text))
    kinds = {kind for kind, form in decision_words().events if form.search(text, start, end)}
    return kinds | ({EdgeType.ESTABLISHED_AT} if agenda_words().lists.new.search(text, start, end) else set())


def _went_in(told: Told) -> list[str]:
    """The cases that the item so far says went into another."""
    return [s.case for s in told.statements if s.kind is EdgeType.MERGES_INTO and s.case in told.olds]


def _made(told: Told, ahead: str) -> tuple[str, ...]:
    """以上調整後之2案: all that the steps of an item made of cases, where a clause counts just as many."""
    said = lifecycle_words().binding.after_change.search(ahead)
    made = dict.fromkeys(s.target for s in told.statements if s.target and s.target not in told.olds)
    return tuple(key for key in made if key) if said and len(made) == numeral(said["count"] or said["renamed"]) else ()


def _so_far(told: Told, ahead: str, rows: Sequence[Row]) -> tuple[str, ...]:
    """「A」建議併入「B」，…；兩案均繼續辦理: all cases named so far, where a clause opens with just as many."""
    said = lifecycle_words().binding.so_far.search(ahead)
    named = (key for row in rows if said and row.end <= said.start() + 1 for key in row.keys)
    keys = tuple(dict.fromkeys((*told.subjects, *named))) or told.enumerated
    return keys if said and len(keys) == numeral(said["count"]) else ()


def how_many(rest: re.Match[str], text: str) -> int | None:
    """How many cases 其餘 speaks of (其餘3案, 其餘二項); None where the words behind it say no number."""
    return numeral(rest["count"]) if rest["count"] else stated_count(text[rest.start() :])


def _rest(told: Told, stated: int | None) -> tuple[str, ...]:
    """其餘3案: those enumerated or listed of which nothing else was said, when they are as many as that."""
    decided = {statement.case for statement in told.statements}
    named = [set(spoken.keys) for spoken in told.spoken if spoken.named]
    own = tuple(told.subjects)
    whole = (told.listed, own) if told.item.names else (told.listed,)
    for keys in (told.enumerated, own, told.listed, told.whole):
        spoken_of = decided.union(*(some for some in named if some < set(keys)))
        rest = tuple(key for key in keys if key not in spoken_of)
        if rest and (len(rest) == stated or (stated is None and keys in whole)):
            return rest
    return ()


def _pointed(
    told: Told, text: str, trigger: Trigger, rows: Sequence[Row], numbers: Mapping[str, str]
) -> tuple[str, ...] | None:
    """The cases that 前者, 後者, 原案 or 項次5 points to, when one of them stands right before a word of decision."""
    words, ahead = lifecycle_words().binding, text[: trigger.start]
    old = words.old_case.search(ahead)
    if told.olds and old and ("本案" not in old[0] or set(told.own) <= set(told.olds)):
        return tuple(told.olds)
    said = NEAR.search(ahead)
    several = next((run for run in SEVERAL.finditer(ahead) if said and run.start() <= said.start() < run.end()), None)
    keys = [numbers.get(number) for number in rows_of(several[0])] if several else []
    if len(keys) > 1 and all(keys) and not rows:
        return tuple(key for key in keys if key)  # 案由二至案由三均同意成案
    pointed = numbers.get(row(said[1])) if said else None
    if pointed and not rows:
        return (pointed,)
    some = _some(told, ahead, rows)
    if some is not None:
        return some
    pair = tuple(key for row in rows for key in row.keys) or told.pair or tuple(told.subjects)
    pair = (*told.olds, *told.subjects) if told.olds and len(pair) == 1 else pair  # 「A」併入「B」，前者…，後者…
    which = words.former_latter.search(ahead)
    if not which or len(pair) != 2 or words.severally.search(text, trigger.start, trigger.end):
        return None
    return pair[:1] if which[1] == "前者" else pair[1:]


def _that_case(told: Told, ahead: str, rows: Sequence[Row]) -> tuple[str, ...]:
    """The other case that 該案 points to in the clause of a word of decision, where the sentence has quoted one."""
    said = next(reversed([*lifecycle_words().binding.that_case.finditer(ahead)]), None)
    if said is None or said["case"] != "該案" or "，" in ahead[said.end() :] or not told.item.names:
        return ()
    before = [row for row in rows if row.end <= said.start()]
    return before[-1].keys if before and not set(before[-1].keys) & set(told.subjects) else ()


def _some(told: Told, ahead: str, rows: Sequence[Row]) -> tuple[str, ...] | None:
    """前二案, 後一案, 餘2案: some of the item's cases; none when nobody can tell which, None where nothing says so."""
    said = next(reversed([*lifecycle_words().binding.some.finditer(ahead)]), None)
    if said is None or any(said.start() < row.end <= len(ahead) for row in rows):
        return None
    if said["which"] and said["which"] not in ("前", "後"):
        return _rest(told, numeral(said["count"]))
    return ends_of(said, told.whole or tuple(told.subjects) or told.enumerated)


def ends_of(some: re.Match[str], keys: tuple[str, ...]) -> tuple[str, ...] | None:
    """The first or last of a list (前二案, 末案); None where it holds fewer."""
    count = numeral(some["count"] or some["ends"] or "1") or 0
    if not 0 < count <= len(keys):
        return None
    return keys[:count] if some["which"] == "前" or some["end"] == "首" else keys[-count:]


def _reaches(text: str, found: Sequence[Trigger], at: int, rows: Sequence[Row], after: Row) -> bool:
    """Whether a word of decision governs the enumeration that follows it (解除列管A、B)."""
    trigger = found[at]
    between = text[trigger.end : after.start]
    if between in ("，", "：") and stated_count(text[trigger.start : trigger.end]) == len(after.keys):
        return True  # 新增2個議案，A、B
    if len(between) > 40 or re.sub(r"（[^）]*）", "", between)[:1] in tuple("，；。"):
        return False
    own = [r for r in rows if r.end <= trigger.start and not re.search(r"[；。]", text[r.end : trigger.start])]
    if "，" in between:
        return not own and lifecycle_words().binding.enumerates.search(between) is not None
    return not own or _used(own[-1], found[:at], text)


def _used(row: Row, earlier: Iterable[Trigger], text: str) -> bool:
    """Whether a word of decision before already took an enumeration."""
    enumerates = lifecycle_words().binding.enumerates

    def governs(trigger: Trigger) -> bool:
        between = text[trigger.end : row.start]
        return trigger.end <= row.start and ("，" not in between or enumerates.search(between) is not None)

    return any(trigger.start >= row.end or governs(trigger) for trigger in earlier)


def _named_before(told: Told, text: str, found: Sequence[Trigger], at: int, before: Sequence[Row]) -> Iterable[str]:
    """The names before a word of decision, those since the last decision first; 以上 and 均 gather them all."""
    start, previous = found[at].start, found[at - 1].end if at else 0
    own = len(told.subjects) > 1 and set(before[-1].keys) <= set(told.subjects)  # one of the item's cases
    if told.item.names and not own and re.search(r"[，；]", text[before[-1].end : start]):
        return before[-1].keys if _is_topic(told, text, before[-1]) else tuple(told.subjects)
    fresh = [row for row in before if row.start >= previous]
    nearest = (fresh or before)[-1]
    if not told.item.names and before[0].start == 0 and _are_asides(text, before[1:], start):
        return before[0].keys  # 項次7原擬併入項次8，因項次8已解列，仍持續列管
    if len(fresh) > 1 and lifecycle_words().binding.gathers.search(text[nearest.end : start]):
        return tuple(key for row in fresh for key in row.keys)
    return nearest.keys


def _are_asides(text: str, rows: Sequence[Row], at: int) -> bool:
    """Whether other cases are only what the first one was to go into, or goes on because of."""
    words = lifecycle_words().binding
    return bool(rows) and all(words.beside_it.search(text[: row.start]) and "，" in text[row.end : at] for row in rows)


def _is_topic(told: Told, text: str, row: Row) -> bool:
    """Whether a sentence in one case's item opens with another case and speaks of it."""
    ahead = text[: row.start]
    lineage = lineage_words()
    steps = (lineage.split, lineage.merge, lineage.absorb, lineage.rename)
    aside = lifecycle_words().binding.aside.search(ahead) or any(s.search(text[: row.start + 1]) for s in steps)
    return not aside and len(ahead) <= 24 and not set(row.keys) & {*told.subjects, *told.olds}


def spoken(told: Told, speech: Speech, rows: Sequence[Row], changed: Keys | None) -> list[Spoken]:
    """A sentence with the cases it speaks of; one that names several rows of cases is cut before each."""
    text, going_on = speech.text, tuple(told.subjects if changed is None else changed)
    former, latter = text.find("前者"), text.find("後者")
    if not rows and len(told.pair) == 2 and {former, latter} == {-1, 0}:
        return [Spoken(speech, told.pair[:1] if former == 0 else told.pair[1:])]
    pair = going_on or (() if rows else told.pair)
    if len(pair) == 2 and 0 <= former < latter:
        return [Spoken(speech.cut(former, latter), pair[:1]), Spoken(speech.cut(latter), pair[1:])]
    if told.item.names and rows and changed is None and _is_topic(told, text, rows[0]):
        return [Spoken(speech, rows[0].keys, named=True)]
    if told.item.names and len(rows) == 1 and changed is None and set(rows[0].keys) < set(going_on):
        return [Spoken(speech, rows[0].keys, named=True)]
    one_by_one = (
        len(rows) > 1 and rows[0].start == 0 and sorted(going_on) == sorted(k for row in rows for k in row.keys)
    )
    if not rows or (told.item.names and not one_by_one):  # 「A」由甲主政，「B」由乙主政
        return [Spoken(speech, going_on, named=bool(rows))]
    if len(rows) == 1:
        return [Spoken(speech, rows[0].keys if changed is None else tuple(changed), named=True)]
    cuts = [0, *(row.start for row in rows[1:]), len(text)]
    return [
        Spoken(speech.cut(start, end), row.keys, named=True)
        for row, start, end in zip(rows, cuts, cuts[1:], strict=False)
    ]
