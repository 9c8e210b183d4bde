"""Which words of an agenda item are the names of its cases.

Always true: a name is a stretch of the speech it stands in; quoted groups, platforms and terms of the trade are none.
"""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.lexicon.agenda import agenda_words
from loaders.lexicon.decisions import decides
from loaders.lexicon.lineage import lineage_words
from loaders.lexicon.platforms import official_platform
from loaders.lexicon.programs import is_service
from loaders.minutes.agenda.items import Kind, NamedCase, Place, Speech
from loaders.minutes.names import Name, called_cases, groups, home, quoted
from loaders.numerals import NUMERAL
from loaders.row_numbers import SEVERAL

_GROUP_BEHIND = re.compile(r"。?[（【][\u3400-\u9fff]{2,6}組[）】]$")
_GROUP_BEFORE = re.compile(r"[\u3400-\u9fff]{2,6}組(?:所?提)?(?:之|：)?")
_QUOTE = re.compile("[「『]")
_NUMBERED = re.compile(rf"(?:(?:合作|列管|新增|提)*[案由]?(?:第?[{NUMERAL}]+案?)?：?)?")
_ENDS = re.compile(r"(?:[一乙]?案)?(?:$|[，。；：（])")
"""What may stand before and behind a name in 『』 that is no part of a longer one (提案1『A』)."""
_PUT = re.compile(r"^[^，。；：]{2,24}提(?:案|議|出)?：")
"""Whoever puts a matter, before it."""
_SPEAKS = re.compile(r"[^，。；：]{2,24}(?:代表|[局處會府所署]|委員|[市縣]長|主席)：")
"""Whoever speaks, before what is said (某大學代表：願提供…，請…)."""
_REMARK = re.compile(r"（[^（）]*）")
CLAUSED = re.compile("(?P<name>[^，。；：「」]{5,40})，")
"""A name without quotes before a comma."""
TOLD_BEHIND = re.compile(
    r"(?P<name>[^，。；：「」]{5,40})，(?=請|經|由|業|已|因|雖|惟|仍|俟|目前|現|尚|各[市縣]|[兩三四五六七八][市縣]|[\u3400-\u9fff]{2,3}[市縣])"
)
"""A name parted by a comma from what is said of it."""
_SHORTEST = 3
_CASE_AFTER = re.compile(r"(?:一|計畫)?案?[。；]?(?:（[^（）]*）)?")


def is_no_case(mark: Name, text: str = "") -> bool:
    """A quoted group, platform, service or term of the trade; a quote right before a group's name is its platform."""
    words = agenda_words().names
    if words.before_group.match(text[mark.outer_end :]) or words.term.fullmatch(mark.text):
        return True
    service = not mark.as_case and is_service(mark.text)
    return service or (len(mark.text) <= 8 and official_platform(mark.text) is not None)


def quotes_case(text: str) -> bool:
    """Whether a text calls something in quotes a case."""
    return any(called_cases(text, row) for row in groups(text, quoted(text)))


def is_generic(text: str) -> bool:
    """Whether an agenda item puts many cases before the sitting, not one."""
    if agenda_words().subjects.one_case.match(text):
        return False
    text = agenda_words().names.sort_remark.sub("", text)
    bare = text = _HISTORY.sub("", _POINTS_TO_TABLE.sub("", text))
    for mark in reversed(quoted(text)):
        if is_no_case(mark, text):
            bare = bare[: mark.outer_start] + bare[mark.outer_end :]
    return not _QUOTE.search(bare) and agenda_words().subjects.generic.search(bare) is not None


def subject_names(line: Speech, titled: bool = False) -> tuple[NamedCase, ...]:
    """The case, or the cases, that an agenda item's 案由 is about. ``titled``: its label (案名) calls it a name."""
    also = agenda_words().subjects.beside.search(line.text)
    if also:  # 案件一：A；案件二：B
        return (*subject_names(line.cut(0, also.start()), titled), *subject_names(line.cut(also.end()), titled))
    text, words = line.text, agenda_words().names
    former = [said.span() for said in lineage_words().former.finditer(text)]
    marks = [
        mark
        for mark in quoted(text)
        if not is_no_case(mark, text)
        and not words.platform_after.match(text[mark.outer_end :])
        and not _inside_name(text, mark)
        and not comes_out(text, mark)
        and not any(start < mark.start < end for start, end in former)
    ]
    if marks:
        return tuple(NamedCase(mark, line, _remark_after(text, mark.outer_end) or home(text, mark)) for mark in marks)
    return _bare_name(line, titled)


def comes_out(text: str, mark: Name) -> bool:
    """What the matter wishes to make of a case, and no case before the sitting: 「A」擬更名為「B」案."""
    before = text[text.rfind("」", 0, mark.outer_start) + 1 : mark.outer_start]
    return agenda_words().names.becomes.search(before) is not None


_POINTS_TO_TABLE = re.compile("（(?:如|詳)?附?[表件][^（）]{0,6}）")
"""Where a 案由 says that its cases are listed (擬解列案件（表一）)."""
_HISTORY = re.compile(r"（[^（）]*(?:會議|年)[^（）]*）")
"""What became of a case before, in brackets (A（112年度第1次會議暫不列管案）)."""
_SIGNED_OFF = re.compile("[。]?（[^（）]*）$")
_YEAR = re.compile(r"(?:\d{2,4}年度?)?")
_FURTHER = r"[^，。；：、「」『』（）]{2,24}"


def _inside_name(text: str, mark: Name) -> bool:
    """A quote that is part of an unquoted name: 臺北市與桃園市圖書館『一證通用』服務啟用, 「一證通用」推廣月."""
    by = agenda_words().subjects.put_by.match(text)
    if by and by.end() == mark.outer_start:
        return False
    if text[mark.outer_start] == "『":
        return not (_NUMBERED.fullmatch(text, 0, mark.outer_start) and _ENDS.match(text, mark.outer_end))
    words, after = agenda_words().names, text[mark.outer_end :]
    signed_off = _SIGNED_OFF.search(text, mark.outer_end)
    further = text[mark.outer_end : _before_suffix(text, signed_off.start() if signed_off else len(text))]
    if not mark.as_case and _YEAR.fullmatch(text, 0, mark.outer_start) and re.fullmatch(_FURTHER, further):
        return not words.whole_after.match(further) and not words.talk_after.search(further)
    acted_on = words.verb_before.search(text[: mark.outer_start])
    longer = not mark.as_case and not acted_on and mark.outer_start > 6 and words.longer_after.match(after)
    return bool(longer) and not (words.whole_after.match(after) or words.talk_after.match(after))


def _remark_after(text: str, at: int) -> str:
    found = re.match(r"(?:一案|案)?（([^（）]*)）", text[at:])
    return found[1] if found else ""


def _bare_name(line: Speech, titled: bool) -> tuple[NamedCase, ...]:
    """The name without quotes that a 案由 holds between its first and last words: 有關…一案，提請討論。"""
    text, words = line.text, agenda_words()
    behind = words.subjects.put_behind.search(text)
    stop = _before_suffix(text, behind.start() if behind else len(text))
    known = words.names
    forms = (
        known.proposer_remark,
        known.run_remark,
        known.sort_remark,
        known.history_remark,
        known.members_remark,
        known.note,
        lineage_words().former,
    )
    remark = next((found for form in forms if (found := form.search(text[:stop]))), None)
    whole = remark.start() if remark else len(text)
    stop = _before_suffix(text, remark.start() if remark else stop)
    by = words.subjects.put_by.match(text)
    start = by.end() if by else 0
    begin = words.subjects.prefix.match(text[start:])
    start += begin.end() if begin else 0
    asked_for = None if titled else words.subjects.asks_behind.search(text, start + 4, stop)
    stop = asked_for.start() if asked_for else stop
    change = None if titled else words.subjects.lifecycle.search(text[start:stop])
    if change and change.start() >= 4 and words.names.after_change.fullmatch(text, start + change.end(), stop):
        before = words.names.before_change.sub("", text[start : start + change.start()])
        asked = start or stop < whole or len(before) < change.start()
        if asked or not words.names.part_of_name.match(change[0]):
            stop = start + len(before)
    reported = bool(change and stop < start + change.end() and words.names.reported.fullmatch(change[0]))
    told = TOLD_BEHIND.match(text, start, stop) if text.endswith("。") and not titled else None
    stop = _before_suffix(text, told.end("name")) if told else stop
    name = text[start:stop].strip("，。；： ")
    if not 4 <= len(name) <= 60 or re.search(r"[。；？]", name) or words.names.asked.search(_PUT.sub("", name)):
        return ()
    if _SPEAKS.match(name) or ("，" in name and "「" in name):
        return ()
    at = text.index(name, start)
    return (NamedCase(Name(at, at + len(name), name, at, at + len(name), quoted=False), line, sure=reported),)


def _before_suffix(text: str, stop: int) -> int:
    """Where 一案，提請討論 begins before ``stop``."""
    end = agenda_words().subjects.suffix.search(text[:stop])
    return end.start() if end and end[0] else stop


def whole_line(line: Speech) -> NamedCase | None:
    """A line under a list's heading that is nothing but a name."""
    text, words = line.text, agenda_words().names
    marks = quoted(text)
    if (
        len(marks) > 1
        or not _SHORTEST <= len(text) <= 80
        or text.count("。") > 1
        or SEVERAL.match(text)
        or words.instruction.search(_REMARK.sub("", text))
    ):
        return None
    if marks and marks[0].outer_start == 0 and _CASE_AFTER.fullmatch(text[marks[0].outer_end :]):
        return NamedCase(marks[0], line)
    if marks and marks[0].outer_start == 0 and words.talk_after.match(text[marks[0].outer_end :]):
        return NamedCase(marks[0], line)  # 「A」維持原案
    if (
        marks
        and _GROUP_BEFORE.fullmatch(text, 0, marks[0].outer_start)
        and _CASE_AFTER.fullmatch(text, marks[0].outer_end)
    ):
        return NamedCase(marks[0], line)  # 交通組「A」
    behind = text[marks[0].outer_end :] if marks else ""
    if marks and ("，" in behind or decides(behind) or decides(text[: marks[0].outer_start])):
        return None  # 「A」與前揭各案有別，續管; 同意解列「A」1案; 「A」經該次會議同意解列
    told = TOLD_BEHIND.match(text) if text.endswith("。") else None
    if told and not words.pointing.search(told["name"]) and not words.never.search(told["name"]):
        return NamedCase(Name(0, told.end("name"), told["name"], 0, told.end("name"), quoted=False), line, sure=False)
    note = words.note.search(text)
    name = _GROUP_BEHIND.sub("", re.split(r"-{2,}", text[: note.start()] if note else text)[0].rstrip("。；、"))
    if len(name) < _SHORTEST or words.pointing.search(name):
        return None
    return NamedCase(Name(0, len(name), name, 0, note.start() if note else len(text), quoted=False), line)


def _without_lead(case: NamedCase) -> NamedCase:
    """（新提案）A, 交通組　A: the name without what says that it is new, or whose it is."""
    words, name = agenda_words().names, case.name
    lead, group = words.new_lead.match(name.text), words.group_lead.match(name.text)
    dashed = group is not None and group[0].endswith("-")  # 農業組-A
    parted = group is not None and (dashed or case.speech.flow.gap(name.start + group.end()))
    end = lead.end() if lead else group.end() if group and parted and not name.quoted else 0
    if not end or len(name.text) - end < 3:
        return case
    return replace(case, name=replace(name, start=name.start + end, text=name.text[end:]))


def signed(names: tuple[NamedCase, ...], place: Place) -> tuple[tuple[NamedCase, ...], tuple[Speech, ...]]:
    """Names without the agencies alone in brackets behind them, and those agencies.

    The heading may say that whatever stands in brackets is one (括號內為提案機關).
    """
    words = agenda_words().names
    noted = place.headings and words.brackets_note.search(place.headings[-1].text)
    form = words.any_remark if noted else words.agency_remark
    bare, signs = [], []
    for case in names:
        case = _without_lead(case)
        name, text = case.name, case.speech.text
        put = words.put.match(text, name.end + name.quoted)
        found = form.search(text, name.start, name.outer_end) or (form.match(text, put.end()) if put else None)
        if not found and place.kind in (Kind.NEW, Kind.PROPOSAL):
            found = words.city_remark.search(text, name.start, name.outer_end)
        if found and found["agency"]:
            signs.append(case.speech.cut(*found.span("agency")))
        if found and found.start() - name.start >= 3 and found.start() < name.end:
            inner = replace(name, end=found.start(), text=text[name.start : found.start()])
            case = replace(case, name=inner, remark="")
        bare.append(case)
    return tuple(bare), tuple(signs)
