"""Names listed after a heading in one sentence: A、B（2案為原雙北合作案）、C等3案均已辦畢.

Always true: the names are members of one list and share what is said behind the last of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, zip_longest

from loaders.lexicon.agenda import agenda_words
from loaders.lexicon.decisions import decides
from loaders.minutes.agenda.case_names import TOLD_BEHIND, is_no_case
from loaders.minutes.agenda.items import AgendaItem, Kind, NamedCase, Place, Speech
from loaders.minutes.names import Name, called_cases, groups, listed, quoted, stated_count
from loaders.numerals import numeral
from loaders.row_numbers import SEVERAL, rows_of

_SHORTEST = 4
_REMARK = re.compile("（[^（）]*）")
_JOINT = "、，；及與和暨"
_MIXED = re.compile(r"[^「，。：；]{3,}、")
"""A list that opens with a name without quotes, though others may have some."""


def enumeration(speech: Speech, place: Place) -> Iterator[AgendaItem]:
    """The item of the names listed in a sentence, or the sentence as prose when it lists none."""
    if _one_by_one(speech.text):
        yield place.prose(speech)
        return
    stated = stated_count(place.headings[-1].text)
    names = () if _MIXED.match(speech.text) else _quoted_names(speech, place, stated)
    rest = speech.cut(names[-1].name.outer_end) if names else speech
    signs = _signs(speech, names) if place.kind is Kind.NEW else []
    if signs:  # 「A」（提案機關：甲局）及「B」（提案機關：乙局）
        rest = rest.cut(rest.text.index("）") + 1)
        for case, sign in zip(names, signs, strict=True):
            yield replace(_list(speech, place, (case,), rest), proposers=(sign,))
        return
    if names:
        yield _list(speech, place, names, rest)
        return
    told = TOLD_BEHIND.match(speech.text) if stated == 1 else None
    if told:  # 解列（1案）：A，因…，逕於本組解列。
        name = Name(0, told.end("name"), told["name"], 0, told.end("name"), quoted=False)
        yield _list(speech, place, (NamedCase(name, speech),), speech.cut(told.end("name")))
        return
    as_put = agenda_words().names.as_put
    names_of = [(name, remark) for name, remark in _bare_names(speech.text, stated) if not as_put.match(name.text)]
    bare = tuple(NamedCase(name, speech, remark) for name, remark in names_of)
    if bare:
        yield _list(speech, place, bare, speech.cut(bare[-1].name.outer_end))
    else:
        yield place.prose(speech)


def _signs(speech: Speech, names: tuple[NamedCase, ...]) -> list[Speech]:
    """The agencies in brackets right behind the names, where each has one and nothing is said between them."""
    signs: list[Speech] = []
    for case, following in zip_longest(names, names[1:]):
        remark = _REMARK.match(speech.text, case.name.outer_end)
        sign = agenda_words().names.agency_remark.match(remark[0]) if remark else None
        between = speech.text[remark.end() : following.name.outer_start] if remark and following else ""
        if remark is None or sign is None or not sign["agency"] or between.strip(_JOINT):
            return []
        signs.append(speech.cut(remark.start() + sign.start("agency"), remark.start() + sign.end("agency")))
    return signs


def members(speech: Speech) -> tuple[NamedCase, ...]:
    """The names that a line enumerates and nothing else, in quotes or without (A、B、C。)."""
    marks = () if _MIXED.match(speech.text) else quoted(speech.text)
    names = [(name, "") for name in marks] or list(_bare_names(speech.text, None))
    if any(agenda_words().names.never.search(name.text) for name, _ in names):
        return ()  # 議題小組：第1季桃園、第2季新北。
    return tuple(NamedCase(name, speech, remark) for name, remark in names if not is_no_case(name))


def apart(item: AgendaItem) -> AgendaItem:
    """An item whose name without quotes is as many names as its decision (A、B：兩案…), head or heading counts."""
    said = agenda_words().lists.counts_them.match(item.decision[0].text) if item.decision else None
    step = item.path.rpartition("/")[2]
    numbers = 1 if "之" in step else len(rows_of(step))  # 追蹤案5、6, and 二之一
    count = numeral(said["count"]) if said else numbers if numbers > 1 else None
    counted = item.listed and item.number is None and item.headings and not item.decision
    count = count or (stated_count(item.headings[-1].text) if counted else None)
    if len(item.names) != 1 or item.names[0].name.quoted:
        return item
    case = item.names[0]
    if count is None and item.decision and agenda_words().enumerations.put_together.match(item.decision[0].text):
        several = listed(case.speech.text, case.name.start, case.name.end, None)
        count = len(several) if len(several) > 1 else None
    if count is None:
        return item
    names = listed(case.speech.text, case.name.start, case.name.end, count)
    fit = len(names) == count and all(len(name.text) >= _SHORTEST and not SEVERAL.search(name.text) for name in names)
    return replace(item, names=tuple(replace(case, name=name) for name in names)) if fit else item


def _one_by_one(text: str) -> bool:
    """Whether a sentence decides of each name that it lists before the next (「A」同意成案；「B」暫不列管)."""
    rows = groups(text, quoted(text))
    between = (text[one[-1].outer_end : other[0].outer_start] for one, other in pairwise(rows))
    return any("；" in gap and decides(gap) for gap in between)


def _list(speech: Speech, place: Place, names: tuple[NamedCase, ...], rest: Speech) -> AgendaItem:
    said = (rest,) if rest.says else ()
    return AgendaItem(
        place.kind, speech.path, names, decision=said, headings=place.headings, group=place.group, listed=True
    )


def _quoted_names(speech: Speech, place: Place, stated: int | None) -> tuple[NamedCase, ...]:
    """Names in quotes, where the heading announces or counts them, or the sentence enumerates or calls them cases."""
    text = speech.text
    marks = quoted(text)
    rows = groups(text, marks)
    announced = agenda_words().headings.below.search(place.headings[-1].text) is not None
    counted = bool(marks) and len(marks) == stated
    if not (announced or counted or any(len(row) > 1 or called_cases(text, row) for row in rows)):
        return ()
    return tuple(NamedCase(name, speech) for row in rows for name in row if not is_no_case(name))


def _bare_names(text: str, stated: int | None) -> Iterator[tuple[Name, str]]:
    """(name, origin remark) of every member of an enumeration without quotes."""
    words = agenda_words().enumerations
    leads = list(words.origin_first.finditer(text))
    starts = [lead.start() for lead in leads[1:]] + [len(text)]
    for lead, following in zip(leads, starts, strict=False):
        end = words.end.search(text, lead.end())
        stop = min(end.start() if end else len(text), following)
        for name in listed(text, lead.end(), stop, stated_count(lead[0])):
            yield name, f"原{lead[1]}合作案"
    if not leads:
        end = words.end.search(_REMARK.sub(lambda remark: "〇" * len(remark[0]), text))
        yield from _with_remarks(text, listed(text, 0, end.start() if end else len(text), stated))


def _with_remarks(text: str, names: list[Name]) -> Iterator[tuple[Name, str]]:
    """Names with the origin in brackets that follows them; A、B（2案為原雙北合作案） speaks of both."""
    waiting: list[Name] = []
    for name in names:
        waiting.append(name)
        remark = re.search(r"（([^（）]*原[^（）]*)）$", text[name.start : name.outer_end])
        if remark:
            yield from ((one, remark[1]) for one in waiting)
            waiting = []
    yield from ((one, "") for one in waiting)
