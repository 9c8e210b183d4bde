"""Enumerations of case names in a sentence: which of them are cases, and their keys.

Always true: a row is a stretch of one sentence; rows do not overlap and stand in order; a quote that nothing calls a
case is left out.
"""

from __future__ import annotations

import re

from graph.vocabulary import EdgeType as E
from loaders.folding import fold
from loaders.identity.normal import normal_form
from loaders.lexicon.agenda import agenda_words, outcome_of
from loaders.lexicon.lifecycle import lifecycle_words
from loaders.lexicon.lineage import changes, lineage_words
from loaders.minutes.agenda import Kind, Speech
from loaders.minutes.agenda.case_names import is_generic
from loaders.minutes.lifecycle.pointing import Row, pointed
from loaders.minutes.lifecycle.statements import Context, Told
from loaders.minutes.lifecycle.succession import origins_behind
from loaders.minutes.names import Name, called_cases, counted, groups, listed, quoted, stated_count
from loaders.minutes.triggers import Mood, triggers
from loaders.row_numbers import BEFORE, row

_WHOLE = 2
_SHORT = re.compile(
    "(?:^|[，；。])(?![本該原此前後末首各全餘]|其餘|以上|上開)(?P<name>[\u3400-\u9fff]{2,8}?)案(?=[，：因已業由持續解仍提均同])"
)
"""A short form that opens a clause."""
_PART_HEAD = re.compile("(?P<name>[\u3400-\u9fffA-Za-z0-9]{4,20})：")
"""Words before a colon with which a ruling opens."""


def rows(context: Context, told: Told, speech: Speech) -> list[Row]:
    """The enumerations of a sentence, in order; their names enter the case book."""
    text, no_case = speech.text, lifecycle_words().rows.no_case
    found: list[Row] = []
    for group in groups(text, quoted(text)):
        asked = agenda_words().names.asked  # 「請各小組盤點閒置空間」
        names = [n for n in group if len(n.text) >= 3 and not no_case.fullmatch(n.text) and not asked.search(n.text)]
        if names and _are_cases(context, text, names, told):
            found.append(_row(context, speech, names, names[0].outer_start, names[-1].outer_end))
    if not found and not told.item.names:
        found = _counted(context, speech)
    if not found and not told.item.names:
        found = pointed(context, told, speech)
        found = found or _counted_behind(context, speech) or _known(context, speech) or _shortened(context, speech)
        found = found or _headed(context, speech)
    return found or _by_part(context, told, speech) or _called(context, speech, told) or _directives(context, speech)


def _row(context: Context, speech: Speech, names: list[Name], start: int, end: int) -> Row:
    book, text, keys = context.book, speech.text, []
    lineage, ahead = lineage_words(), text[: start + 1]
    # parts are named after the whole, and new names after the old ones
    parts = lineage.split.search(ahead) is not None or ("」" in ahead and lineage.rename.search(ahead) is not None)
    known = [] if parts else book.counterparts([name.text for name in names])
    for at, name in enumerate(names):
        home, loose = origins_behind(text, name), len(names) > 1 and not name.quoted
        keys.append(
            book.add(
                name,
                speech.flow,
                speech.path,
                origins=home,
                enumerated=loose,
                exact=parts,
                known=known[at] if known else None,
            )
        )
        said = BEFORE.search(text[: name.outer_start])
        if said:
            book.numbers.setdefault(row(said[1]), keys[-1])
    return Row(start, end, tuple(keys))


def _are_cases(context: Context, text: str, names: list[Name], told: Told) -> bool:
    """Whether quoted names that stand in one enumeration are cases."""
    ahead, behind = text[: names[0].outer_start], text[names[-1].outer_end :]
    is_part = lifecycle_words().rows.part_after.match(behind) is not None
    if is_part and not _is_topic(context, told, text, ahead, behind):
        return False
    if agenda_words().names.becomes.search(ahead) or agenda_words().names.denied.search(behind):
        return False  # what somebody wishes to call a case, 「某某節」非列管案件
    if lifecycle_words().rows.waits.search(ahead) and not called_cases(text, names):
        return False  # 「A」俟「某某節」規劃定案後再議
    if any(context.book.find(name.text) or normal_form(name.text) in context.known for name in names):
        return True
    numbered = BEFORE.search(text[: names[0].outer_start])
    if called_cases(text, names) and (numbered or not told.subjects):
        return True
    that = lifecycle_words().binding.that_case.search(text, names[-1].outer_end)
    if told.subjects and told.item.names and that and that["case"] == "該案":
        return lifecycle_words().rows.beside.search(text[: names[0].outer_start]) is not None
    if told.subjects and any(lifecycle_words().binding.each.search(said.text) for said in told.item.decision):
        return True  # 再與「B」研議合併；現階段兩案各自持續列管
    words = lifecycle_words().rows
    if words.new_beside.search(ahead) and called_cases(text, names):
        return True
    result = re.split("[，。；]", behind)[0]
    if not ahead and words.tracked.search(result) and outcome_of(result):
        return True  # 「B」持續列管。
    if told.subjects and told.item.names:  # another case opens the sentence: 至「B」案，…，續管
        opens = words.topic_before.fullmatch(text[: names[0].outer_start])
        return bool(opens) and called_cases(text, names) and bool(triggers(text, context.words))
    before = text[max(0, names[0].outer_start - 14) : names[0].outer_start]
    if words.decided_before.search(before) or words.counted_before.search(before):
        return True
    return bool(words.decided_after.match(text[names[-1].outer_end :])) or _decided(context, text, names, before, told)


def _decided(context: Context, text: str, names: list[Name], before: str, told: Told) -> bool:
    """Whether the sentence decides something that can only be about the names."""
    words, found = lifecycle_words().rows, triggers(text, context.words)
    opens = before.endswith("：") or names[0].outer_start <= 4
    if (
        opens
        and told.item.kind is Kind.OPEN
        and not told.item.group
        and not told.statements
        and not words.of_cases.search(text, names[-1].outer_end)
    ):  # 文化局：「某某節」明年續辦 is only told, and of no case
        about_list = lifecycle_words().settlement.about_list
        found = [t for t in found if t.kind is not E.CONTINUED_AT or about_list.search(text[t.start : t.end])]
    if (found or _hands_over(text)) and (opens or words.speaker_before.search(before)):
        return True
    becomes = agenda_words().names.becomes
    spoken_of = groups(text, [n for n in quoted(text) if not becomes.search(text[: n.outer_start])])
    alone = not told.item.names and (len(names) == 1 or len(spoken_of) == 1)
    topic = alone and not told.subjects and words.topic_before.fullmatch(text[: names[0].outer_start])
    behind = text[names[0].outer_end :]
    if topic and ("，" in behind or behind in ("。", "案。", "一案。")) and _is_told(context, told, text):
        return True
    if topic and _hands_over(behind):
        return True
    return alone and any(words.tracked.search(text[t.start : t.end]) for t in found)


def _hands_over(text: str) -> bool:
    """Whether some words send a case to another group."""
    referral = lifecycle_words().referral
    return bool(referral.to.search(text) or referral.there.search(text))


def _is_topic(context: Context, told: Told, text: str, ahead: str, behind: str) -> bool:
    """Whether a paragraph opens with what it is about (關於「A」一節，…)."""
    opens = ahead and behind.startswith(("一節，", "乙節，")) and lifecycle_words().rows.topic_before.fullmatch(ahead)
    return bool(opens) and (bool(triggers(behind, context.words)) or _is_told(context, told, text))


def _is_told(context: Context, told: Told, sentence: str) -> bool:
    """Whether a sentence opens a paragraph that comes to a decision about the list, or hands the case over."""
    words = lifecycle_words()
    behind = (s.text[len(sentence) :] for s in told.item.decision if s.text.startswith(sentence))
    return any(
        words.rows.tracked.search(text) or _hands_over(text) or triggers(text, context.words) or changes(text)
        for text in behind
    )


def _counted(context: Context, speech: Speech) -> list[Row]:
    """有5個議案持續列管，分別是A、B及C: names enumerated without quotes after a number of cases."""
    found: list[Row] = []
    while row := _next_counted(context, speech, found[-1].end if found else 0):
        found.append(row)
    return found


def _next_counted(context: Context, speech: Speech, at: int) -> Row | None:
    """The next enumeration without quotes after ``at``."""
    text, words = speech.text, lifecycle_words().rows
    lead = words.counted.search(text, at)
    if not lead or ("「" in lead["list"] and "『" not in lead["list"]):
        return None
    start, end = lead.start("list"), words.counted_end.search(lead["list"])
    stop, stated = start + end.start() if end else lead.end("list"), stated_count(lead[0])
    names = [name for name in listed(text, start, stop, stated) if len(name.text) >= 4]
    as_put = agenda_words().names.as_put
    if any(stated_count(name.text) or as_put.match(name.text) for name in names):
        return None  # 列管7案，解列3案、續管4案
    if len(names) < 2 and not (names and stated == 1):
        return None
    return _row(context, speech, names, start, stop)


def _counted_behind(context: Context, speech: Speech) -> list[Row]:
    """A、B、C及D等4案: names enumerated without quotes before their number, where the number is right."""
    found = counted(speech.text) if "「" not in speech.text else ()
    return [_row(context, speech, names, *span) for names, span in found]


def _known(context: Context, speech: Speech) -> list[Row]:
    """A name that the document knows, without quotes at the beginning of a clause."""
    text, found = speech.text, []
    for clause in re.finditer(r"(?:^|[，：；、])(?:其中|另|惟|但|至於|至|而)?(?=[^，：；、])", text):
        at = clause.end()
        short = next((s for s in context.book.shorts if text.startswith(s, at)), "")
        if short:
            found.append(Row(at, at + len(short), (context.book.shorts[short],)))
            continue
        name = max((s for s in context.spellings if text.startswith(s, at)), key=len, default="")
        behind = at + len(name)
        if name and lifecycle_words().rows.after_known.match(text, behind):
            found.append(_row(context, speech, [Name(at, behind, name, at, behind, quoted=False)], at, behind))
    return found


def _shortened(context: Context, speech: Speech) -> list[Row]:
    """文資普查案因…，續管; 駐村案持續列管: the one listed case of whose name the opening of a clause is made."""
    found: list[Row] = []
    for said in _SHORT.finditer(speech.text):
        short, listed_ones = said["name"], (e for e in context.book.entries.values() if e.listed)
        meant = [e.key for e in listed_ones if _is_made_of(short, fold(e.name).replace(" ", ""))]
        found += [Row(*said.span("name"), (meant[0],))] if len(meant) == 1 else []
    return found


def _headed(context: Context, speech: Speech) -> list[Row]:
    """職務再設計觀摩：…: the one listed case of whose name the words before a colon are a part."""
    said = _PART_HEAD.match(speech.text)
    listed_ones = (e for e in context.book.entries.values() if e.listed)
    meant = [e.key for e in listed_ones if said and said["name"] in fold(e.name).replace(" ", "")]
    return [Row(*said.span("name"), (meant[0],))] if said and len(meant) == 1 else []


def _is_made_of(short: str, name: str) -> bool:
    """Whether a short form takes its characters from a name, in their order; one of two stands there as it is."""
    if len(short) <= _WHOLE:
        return short in name
    rest = iter(name)
    return all(char in rest for char in short)


def _by_part(context: Context, told: Told, speech: Speech) -> list[Row]:
    """容積移轉資訊交換部分，…續管: the one of the item's cases in whose name such words stand."""
    several = len(told.item.names) > 1 or len(told.subjects) > 1
    parts = [*lifecycle_words().rows.part.finditer(speech.text)] if several else []
    keys = (
        [context.book.find(case.name.text) for case in told.item.names] if len(told.item.names) > 1 else told.subjects
    )
    entries = [context.book.entries[key] for key in keys if key]
    found = []
    for said in parts:
        meant = [entry.key for entry in entries if said["name"] in fold(entry.name).replace(" ", "")]
        found += [Row(*said.span("name"), (meant[0],))] if len(meant) == 1 else []
    return found


def _called(context: Context, speech: Speech, told: Told) -> list[Row]:
    """甲乙互換一案，…，續管: names without quotes that open a sentence which calls them cases and decides of them."""
    words = lifecycle_words().rows
    together, alone = words.called_together.match(speech.text), words.called.match(speech.text)
    said = together or alone
    spans = [together.span("first"), together.span("second")] if together else [alone.span("name")] if alone else []
    names = [Name(start, end, speech.text[start:end], start, end, quoted=False) for start, end in spans]
    own = [case.name.text for case in told.item.names]
    if not said or any(name.text in one or one in name.text for name in names for one in own):
        return []
    binding = lifecycle_words().binding
    points = binding.of_group.match(speech.text) or binding.merged_case.match(speech.text)  # 農業組另一案, 整併後之新案
    if points or any(_is_no_name(name.text) for name in names):
        return []
    decided = (t.kind for t in triggers(speech.text[said.end() :], context.words) if t.mood is Mood.DECIDED)
    if not (together or any(decided)):
        return []
    return [_row(context, speech, names, names[0].start, names[-1].end)]


def _is_no_name(words: str) -> bool:
    """Whether words that a sentence calls a case only sort or point to cases (本組所提新增, 其餘)."""
    agenda, binding = agenda_words(), lifecycle_words().binding
    own = lifecycle_words().rows.not_called
    forms = (agenda.names.never, agenda.names.pointing, agenda.subjects.administrative, binding.rest, own)
    return any(form.search(words) for form in forms) or is_generic(f"{words}案")


def _directives(context: Context, speech: Speech) -> list[Row]:
    """同意解除列管第10次副市長層級會議關於…案: a directive of an earlier sitting, named after 關於."""
    text, words = speech.text, lifecycle_words().rows
    if "「" in text or not words.directed.search(text):
        return []
    found = []
    for directive in words.directive.finditer(text):
        start, end = directive.span(1)
        found.append(_row(context, speech, [Name(start, end, directive[1], start, end, quoted=False)], start, end))
    return found
