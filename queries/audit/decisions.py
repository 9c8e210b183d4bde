"""Contradictory decisions on one case at one sitting (duplicate_decision).

Always true: only firm decisions count: nothing negated, conditional, asked of a higher sitting, told of another one or
of before, put forward (說明, 擬辦) or corrected; a decision is of the cases named before it in its sentence, else of
the case of its item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from queries.audit.corpus import Case, Corpus, Sitting
from queries.audit.findings import Cited, Finding, Kind, finding
from queries.audit.messages import message
from queries.audit.reading import Line, normal


class Verdict(StrEnum):
    """What a decision makes of a case."""

    OFF = "off"
    ON = "on"
    ACCEPTED = "accepted"
    REFUSED = "refused"


_VERDICTS = {
    Verdict.OFF: re.compile(r"解列|解除列管|解除追蹤|不再列管|予以結案|同意結案|准予結案|銷案"),
    Verdict.ON: re.compile(
        r"(?:持續|繼續|續行|續予|賡續|仍予|仍應|維持|續|仍)(?:予以?)?(?:列管|追蹤列管|管考)|(?<![手延永連])續(?:列(?![入席出舉])|管)"
        r"|(?:持續|繼續|賡續)(?:辦理|推動|合作|協商|研商|追蹤)"
    ),
    Verdict.ACCEPTED: re.compile(r"(?<!不)同意(?:新增|成案|立案|列案|列管|納入列管)|(?:本案|准予|爰予|予以)成案"),
    Verdict.REFUSED: re.compile(
        r"不(?:同意|予|擬)(?:新增|成案|立案|列案|列管|納入列管)|暫不(?:成案|列案|新增|列管|納入列管)|(?:同意|准予|予以)撤案|本案撤案|不成案"
    ),
}
_CONTRARY = ({Verdict.OFF, Verdict.ON}, {Verdict.ACCEPTED, Verdict.REFUSED})
_LISTED = re.compile(r"列|管")
_NOT_FIRM = re.compile(
    r"不|未|免|非|無須|毋須|俟|待|如(?!期|質|下|附)|若|倘|擬|建議|提請|提報|提至|提送|提副|提[^，。；案]{0,14}會議?|請於|預[計定]|研議|評估|是否|可否|應否|得否|考量|討論|前(?:次|開|揭)|上次|上季|業[已經於]|已[於經]|曾|原(?:列|訂|定|擬|先)|"
    r"另案|除|外|申請|報告|說明|希望|期(?:望|能)|將(?!與)|後(?:再|續|予)|至(?!今)|會議決議|依(?:據)?第?[^，。；]{0,20}會議|辦法|原則|程序|機制|標準|條件|案件數|計\d"
)
_PUT_FORWARD = re.compile(
    r"^(?:說明|擬辦|辦法|辦理情形|案由|提案|報告)|^[^：。]{0,8}(?:辦理情形|進度|現況|小組(?:初審|建議|意見)|提案單位|報告事項|業務報告)"
)
_DECIDES = re.compile(r"^[^：。，]{0,10}(?:決議|裁示|決定|結論|裁定)")
_CORRECTED = re.compile(r"更正|修正|改|撤銷|重新|變更|調整|部分|子項|分項|階段|工項|[甲乙丙]案|經再|複議|復議")
_NUMBERED = re.compile(r"^(?:有關|關於)?(?:項次)?\d*")
_SENTENCE = re.compile(r"[^。；]+[。；]?")


@dataclass(frozen=True, slots=True)
class Ruling:
    """One firm decision on one case; ``word`` is the word that decides."""

    case: str
    verdict: Verdict
    word: str
    line: Line
    start: int
    end: int


def contradictions(corpus: Corpus) -> Iterator[Finding]:
    """Cases that one sitting decides two contrary things about."""
    for sitting in corpus.sittings:
        cases = [corpus.cases[id] for id in corpus.discussed.get(sitting.id, ()) if corpus.cases[id].spellings]
        rulings = [ruling for line in sitting.lines for ruling in _rulings(line, cases)]
        for case in cases:
            own = [ruling for ruling in rulings if ruling.case == case.id]
            pair = next((p for p in combinations(own, 2) if _contrary(*p)), None)
            if (
                pair
                and not any(_CORRECTED.search(_sentence(one)) for one in pair)
                and not _two_of_one_name(cases, case, pair)
            ):
                yield _found(sitting, case, *pair)


def _contrary(one: Ruling, other: Ruling) -> bool:
    """Whether two decisions cannot both hold; work may go on after a delisting that the same line decides."""
    if {one.verdict, other.verdict} not in _CONTRARY:
        return False
    return one.line is not other.line or all(
        _LISTED.search(ruling.word) for ruling in (one, other) if ruling.verdict is Verdict.ON
    )


def _found(sitting: Sitting, case: Case, one: Ruling, other: Ruling) -> Finding:
    cited = [sitting.cite_line(ruling.line, ruling.start, ruling.end) for ruling in (one, other)]
    told = message("duplicate_decision", case=case.name)
    return finding(Kind.DUPLICATE_DECISION, case.subject, cited[1], sitting.at, told, _evidence(cited, sitting))


def _two_of_one_name(cases: list[Case], case: Case, pair: tuple[Ruling, Ruling]) -> bool:
    """Whether two cases of one name are meant (原雙北合作案, 原北桃合作案)."""
    origins = [set(re.findall(r"原[^（）「」、。]{2,8}案", ruling.line.text)) for ruling in pair]
    same = any(other.id != case.id and set(other.spellings) & set(case.spellings) for other in cases)
    return same or (origins[0] != origins[1] and all(origins))


def _evidence(cited: list[Cited], sitting: Sitting) -> list[Cited]:
    return [cited[0], sitting.title]


def _sentence(ruling: Ruling) -> str:
    return ruling.line.text[ruling.start : ruling.end]


def _rulings(line: Line, cases: list[Case]) -> Iterator[Ruling]:
    """The firm decisions of a line."""
    if line.mark == "row" or _only_put_forward(line):
        return
    subject = _subject(line, cases)
    headed = _headed(line, cases)
    for sentence in _SENTENCE.finditer(line.text, line.body):
        yield from _in_sentence(line, sentence, [headed] if headed else cases, subject)


def _only_put_forward(line: Line) -> bool:
    """Whether a line stands under what explains or proposes, and not under what decides."""
    for one in (line, *line.above()):
        if _DECIDES.search(one.said) or _DECIDES.search(one.text):
            return False
        if _PUT_FORWARD.search(one.text if one.mark in ("label", "matter") else one.said):
            return True
    return False


def _in_sentence(line: Line, sentence: re.Match[str], cases: list[Case], subject: str | None) -> Iterator[Ruling]:
    text, at = sentence[0], 0
    if "除" in text.replace("解除", "") and "外" in text:
        return
    found = sorted(
        ((said.start(), said.end(), verdict) for verdict, form in _VERDICTS.items() for said in form.finditer(text))
    )
    for start, end, verdict in found:
        clause = text[at:start]
        own = _own_clause(clause, verdict)
        named = [case.id for case in cases if case.named_in(normal(clause))] or (
            [subject] if subject and at == 0 else []
        )
        if re.search(r"其餘|餘均|各案", clause):
            named = []
        goes_on = verdict is Verdict.ON and not _LISTED.search(text[start:end])
        if goes_on and (at or any(v is Verdict.OFF for *_, v in found) or subject is None):
            continue  # 持續辦理 keeps a case on the list only where its own item says so
        if named and not _NOT_FIRM.search(own):
            for case in named:
                yield Ruling(case, verdict, text[start:end], line, sentence.start(), sentence.end())
        at = at if goes_on else end


def _own_clause(clause: str, verdict: Verdict) -> str:
    """The words right before a decision that can take its firmness, without quoted names."""
    bare = re.sub(r"「(?:[^「」]|「[^「」]*」)*」", "", clause)
    return re.split(r"[，：]", bare)[-1]


def _headed(line: Line, cases: list[Case]) -> Case | None:
    """The one case that a line's heading names (（三）夜市減塑推廣：…); it decides about no other that it names."""
    at = line.text.find("：", line.body)
    head = normal(line.text[line.body : at]) if 0 < at < line.body + 60 else ""
    named = [case for case in cases if case.named_in(head)]
    return named[0] if len(named) == 1 else None


def _subject(line: Line, cases: list[Case]) -> str | None:
    """The case that a line, or the item it stands under, is about: the one named first in its opening words."""
    for one in (line, *line.above()):
        if one.mark in ("formal", "label"):
            return None
        words = normal(_NUMBERED.sub("", one.said.split("。")[0][:90]))
        places = [(words.find(name), -len(name), case.id) for case in cases for name in case.spellings if name in words]
        if places:
            return min(places)[2] if min(places)[0] < 4 else None
    return None
