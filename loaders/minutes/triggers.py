"""Words of decision in a sentence, and how they are meant: decided, recommended, denied, put off, told of others.

Always true: a trigger is a stretch of one sentence; what a later clause says does not change it; a trigger whose
meaning is in doubt (是否解列, 俟…後再提) is UNDECIDED and makes no event of its kind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum, auto

from graph.vocabulary import EdgeType
from loaders.lexicon.decisions import DecisionWords
from loaders.numerals import NUMERAL


class Mood(Enum):
    """How a word of decision is meant."""

    DECIDED = auto()
    RECOMMENDED = auto()
    NEGATED = auto()
    UNDECIDED = auto()
    PAST = auto()


@dataclass(frozen=True, slots=True)
class Trigger:
    """One word of decision. ``retold`` holds the words that name the sitting which decided, when it is another one."""

    kind: EdgeType
    start: int
    end: int
    mood: Mood
    retold: str = ""


_STRENGTH = {
    kind: rank
    for rank, kind in enumerate(
        (
            EdgeType.REJECTED_AT,
            EdgeType.DEFERRED_AT,
            EdgeType.WITHDRAWN_AT,
            EdgeType.REOPENED_AT,
            EdgeType.CONTINUED_AT,
            EdgeType.ROUTINISED_AT,
            EdgeType.EXPANDED_AT,
            EdgeType.ESTABLISHED_AT,
            EdgeType.DELISTED_AT,
        )
    )
}
_PLANNED = frozenset(
    {
        EdgeType.DELISTED_AT,
        EdgeType.ROUTINISED_AT,
        EdgeType.ESTABLISHED_AT,
        EdgeType.EXPANDED_AT,
        EdgeType.REOPENED_AT,
    }
)
"""Kinds that minutes also speak of as plans."""
_PUT_ASIDE = frozenset({EdgeType.REJECTED_AT, EdgeType.DEFERRED_AT})
"""Kinds that minutes tell of a former sitting when a proposal comes back."""
_BESIDE = {EdgeType.ESTABLISHED_AT: EdgeType.EXPANDED_AT, EdgeType.EXPANDED_AT: EdgeType.ESTABLISHED_AT}
"""同意新增為4市合作案 both establishes and expands; no other two triggers share their words."""
_ON_LIST = frozenset({EdgeType.CONTINUED_AT, EdgeType.ESTABLISHED_AT})
MEETING = (
    rf"(?:[^，。；「」]{{0,30}}?)(?:上次|前次|上一次|上開|同次|前開|前揭|上揭|前述|上述|第[{NUMERAL}]+次|第[{NUMERAL}]季(?=會議)|[{NUMERAL}]+月[{NUMERAL}]+日|[0-9]{{2,4}}[./][0-9]{{1,2}}[./][0-9]{{1,2}}"
    rf"|[{NUMERAL}]{{1,2}}月(?=副?(?:首長|市長|縣長|縣市長))|[{NUMERAL}]{{2,4}}年度?(?=[^，。；「」]{{0,12}}(?:首長|市長|縣長)))[^，。；「」]{{0,24}}?會議"
)
_LEVEL = r"(?:副?(?:首長|市長|縣長|縣市長|市縣長)(?:層級)?|工作小組|議題小組|小組)會議"
"""A sitting that is named by its level alone."""
_DATED = rf"(?:20\d\d|[{NUMERAL}]{{2,4}})年[{NUMERAL}]{{1,3}}月[{NUMERAL}]{{1,3}}日"
_ASKED_THERE = re.compile(
    rf"(?:^|[，；：」])(?![依照按循遵]){MEETING}(?:業?已|曾|即)?(?:決議|議決|決定|裁示)(?:將「[^「」]*」(?:一?案)?)?(?:提|報|送|陳)[^，。；]*$"
)
"""前次會議決議提請副首長會議…: what another sitting asked for, not this one in its wake (依前次會議決議，提請…)."""
_OF_CASE = re.compile(
    r"(?:事項)?「[^「」]*」：|[^，「]{0,10}[之的](?:[\u3400-\u9fff]{2,8}組)?「[^「」]*」[^，]*，|「[^「」]*」(?:[、及與和]「[^「」]*」)*(?:一?案|等?[0-9二兩三四五六]案)，"
)
"""What makes a decision of another sitting the mark of a case and no more (前次會議通過之「A」案，…)."""
_REACH = 600
"""Characters within which a sentence names the sitting that decided."""
_HEADS = re.compile("(?P<deputy>副?)(?:市（縣）長|縣（市）長)")
"""Heads of cities and counties in one word (副市（縣）長)."""
_HIGHER = re.compile(r"(?:市長|縣長|首長|秘書長|幕僚長|[鄉鎮]長)")
_TO_DISCUSS = re.compile(r"(?<=會議)(?:議程)?(?:進行)?討論$")
"""What a higher sitting is asked to do with a delisting (提報副首長會議討論解列)."""
_GRANTED_BY = re.compile(
    rf"(?:[一乙]節|[一乙]案|之?建議|部分)?，(?:嗣|業|已|經|並|獲|均)+(?P<m>{MEETING}(?:（[^（）]{{2,24}}）)?)(?:予以|一致|決議|准予)*"
    r"(?:同意|確認|通過|核定|核可)(?:在案|備查|解列|解除列管)?(?=[，。；]|$)"
)
"""The sitting that granted what somebody asked (建議「A」解列一節，業經第4次副首長層級會議同意)."""
_IN_TIME = re.compile("[^，。；]{0,6}，屆時(?:再)?(?:行)?(?:提|議|研|報|評)")
"""What is only to come, behind a word of decision (自115年起轉為例行，屆時再提解列)."""
_SINCE = re.compile("後(?!續)(?:[^，。；]{2,20})?，[^。；]*(?:恢復|回復|重新|再度)(?:列管|納管|追蹤)")
"""What came of a delisting before, for which the case comes back (該案解列後留任率下滑，同意恢復列管)."""
_QUOTED = re.compile("「[^「」]*」")
_STOPS = re.compile("[，；：。]")
"""Signs that end a clause, but not within a name (擬將「推動塗氟，提升完成率」列管)."""
_CONNECTED = re.compile(r"(?:俟|待|於)(?:下次|下一次|本次|第[^，。；]{1,4}次|[^，。；]{0,12}年)?[^，。；]{0,16}?會議")


def triggers(sentence: str, words: DecisionWords) -> list[Trigger]:
    """All triggers of a sentence in order, overlapping ones settled in favour of the more telling kind."""
    sentence = words.amended.sub(lambda said: said[0].replace("「", "，").replace("」", "，"), sentence)
    sentence = _QUOTED.sub(lambda name: _STOPS.sub("〇", name[0]), sentence)
    sentence = _HEADS.sub(lambda said: f"{said['deputy']}市長".rjust(len(said[0]), "〇"), sentence)
    raw = [
        Trigger(kind, m.start(), m.end(), Mood.DECIDED)
        for kind, pattern in words.events
        for m in pattern.finditer(sentence)
        if not _inside_quotes(sentence, m.start())
    ]
    off = [(t.start, t.end) for t in raw if t.kind is EdgeType.DELISTED_AT]  # 無須續管: 續管 says nothing there
    raw = [t for t in raw if t.kind not in _ON_LIST or not any(a < t.start and t.end <= b for a, b in off)]
    raw.sort(key=lambda t: (_STRENGTH[t.kind], t.start - t.end))
    kept: list[Trigger] = []
    taken: dict[int, EdgeType] = {}
    for trigger in raw:
        span, beside = range(trigger.start, trigger.end), _BESIDE.get(trigger.kind)
        if all(taken.get(at) in (None, beside) for at in span):
            kept.append(trigger)
            taken.update(dict.fromkeys(span, trigger.kind))
    kept.sort(key=lambda t: t.start)
    ends_of = {(t.kind, t.end) for t in kept}
    kept = [t for t in kept if (t.kind, t.start) not in ends_of]  # 建議解列結案 says one thing once
    ends = {t.start for t in kept if t.kind is EdgeType.DELISTED_AT}
    kept = [t for t in kept if t.kind is not EdgeType.REJECTED_AT or t.end not in ends]  # 未予同意解管 denies the next
    meant: list[Trigger] = []
    floor = 0
    for trigger in kept:
        said = _meant(sentence, trigger, floor, words)
        if _follows(sentence, said, meant):
            continue
        meant.append(said)
        if meant[-1].mood is not Mood.UNDECIDED:  # what is put off puts off what follows in its clause
            floor = trigger.end
    settled = [_made_routine(trigger, meant) for trigger in meant]
    return [
        one
        for one in settled
        if not (_refuses_delisting(sentence, one, meant, words) or _put_off(sentence, one, meant, words))
    ]


def _made_routine(trigger: Trigger, meant: list[Trigger]) -> Trigger:
    """A routine only told to have begun, decided where that is why the case ends (已納入例行業務，解列)."""
    ends = (t for t in meant if t.kind is EdgeType.DELISTED_AT and t.start >= trigger.end and not t.retold)
    begun = trigger.kind is EdgeType.ROUTINISED_AT and trigger.mood is Mood.PAST and not trigger.retold
    return replace(trigger, mood=Mood.DECIDED) if begun and any(t.mood is Mood.DECIDED for t in ends) else trigger


def _put_off(sentence: str, trigger: Trigger, meant: list[Trigger], words: DecisionWords) -> bool:
    """Whether it is a delisting that is put off, and not the case (本次不解列，下次會議再議; 解列一節，容後再議)."""
    if trigger.kind is not EdgeType.DEFERRED_AT:
        return False
    ends = [t for t in meant if t.kind is EdgeType.DELISTED_AT]
    open_ = [t for t in ends if t.mood is Mood.UNDECIDED and t.end <= trigger.start]
    asked = any(words.matter.match(sentence, t.end) for t in open_)
    asked = asked or words.naming.search(sentence, 0, trigger.start) is not None  # 名稱擬改為…一節，再提會討論
    return asked or any(t.mood is Mood.NEGATED for t in ends)


def _follows(sentence: str, trigger: Trigger, before: list[Trigger]) -> bool:
    """Whether a decision only follows from another sitting's (業經…同意解列，爰不再列入; 於…成案，本次起納入列管)."""
    if trigger.retold or not any(t.retold for t in before if t.kind is trigger.kind):
        return False
    if trigger.kind is not EdgeType.DELISTED_AT:
        return trigger.kind is EdgeType.ESTABLISHED_AT
    clause = sentence[max(sentence.rfind(sign, 0, trigger.start) for sign in "，；") + 1 : trigger.end]
    only_tells = sentence.startswith("不再", trigger.start) or clause.endswith("提報")
    return only_tells or clause.startswith(("爰", "故", "因此", "所以"))


def _refuses_delisting(sentence: str, trigger: Trigger, meant: list[Trigger], words: DecisionWords) -> bool:
    """Whether 未予同意 refuses a delisting right before it, and not the case."""
    if trigger.kind is not EdgeType.REJECTED_AT:
        return False
    refused = (words.refused_after.match(sentence, one.end) for one in meant if one.kind is EdgeType.DELISTED_AT)
    return any(said is not None and said.start() <= trigger.start < said.end() for said in refused)


def _inside_quotes(sentence: str, at: int) -> bool:
    before = sentence[:at]
    return any(before.count(o) > before.count(c) for o, c in ("「」", "『』"))


def _meant(sentence: str, trigger: Trigger, floor: int, words: DecisionWords) -> Trigger:
    clause_at = max(sentence.rfind("，", 0, trigger.start), sentence.rfind("；", 0, trigger.start), floor - 1) + 1
    clause = _unquoted(sentence[clause_at : trigger.start])
    ahead = _unquoted(sentence[floor : trigger.start])
    after = sentence[trigger.end :]
    agreeing = 2 if sentence.startswith(("同意", "准予", "決議"), trigger.start) else 0
    if trigger.kind in _PLANNED and _IN_TIME.match(after):
        return replace(trigger, mood=Mood.UNDECIDED)
    if trigger.kind is EdgeType.DELISTED_AT and (granted := _GRANTED_BY.match(after)):
        return replace(trigger, mood=Mood.DECIDED, retold=granted["m"])
    told = retold_by(sentence, trigger.start + agreeing, after, words)
    past = (trigger.kind in _PLANNED or "會議" in clause[-8:]) and words.past.search(clause)
    if (past or (trigger.kind is EdgeType.DELISTED_AT and _SINCE.match(after))) and not told:
        return replace(trigger, mood=Mood.PAST)
    if told and trigger.kind is EdgeType.CONTINUED_AT and not _decided_there(sentence, told, trigger, words):
        return replace(trigger, mood=Mood.PAST)  # 前次會議持續列管4案: how things stood, and no decision
    if told:  # 甲縣提議：「A」已於…會議解列
        clause, ahead = clause.rpartition(told)[2], ahead.rpartition(told)[2]
    mood = _mood(trigger, sentence[trigger.start : trigger.end], clause, ahead, after, words)
    if mood is not Mood.RECOMMENDED:
        return replace(trigger, mood=mood, retold=told if mood is Mood.DECIDED else "")
    if _ASKED_THERE.search(sentence[: trigger.start]):
        return replace(trigger, mood=mood, retold=told)
    return replace(trigger, mood=Mood.PAST if past else mood)


def _decided_there(sentence: str, told: str, trigger: Trigger, words: DecisionWords) -> bool:
    """Whether a sentence says that the sitting which it names decided."""
    at = sentence.find(told)
    return re.search(words.retold_decided, sentence[at + len(told) : trigger.end] if at >= 0 else sentence) is not None


def _unquoted(text: str) -> str:
    return re.sub(r"「[^」]*」|『[^』]*』", "〇", text)


def _mood(trigger: Trigger, word: str, clause: str, ahead: str, after: str, words: DecisionWords) -> Mood:
    if trigger.kind in _PUT_ASIDE and words.elsewhere.search(ahead):
        return Mood.PAST
    if trigger.kind is EdgeType.DEFERRED_AT:
        if words.kept.search(clause):
            return Mood.NEGATED
        of_detail = words.whether.search(ahead) or words.detail.match(after)
        return Mood.UNDECIDED if of_detail else Mood.DECIDED
    if trigger.kind is EdgeType.REJECTED_AT:
        if words.aside.search(clause) or _conditional(clause, ahead, words):
            return Mood.UNDECIDED
        return Mood.UNDECIDED if words.undecided.search(clause[-8:]) else Mood.DECIDED
    if trigger.kind is EdgeType.WITHDRAWN_AT and words.withdrawn.search(clause):
        return Mood.UNDECIDED
    if words.negated.search(clause):
        return Mood.NEGATED
    if trigger.kind is EdgeType.DELISTED_AT and words.refused_after.match(after):
        return Mood.NEGATED
    conditional, delists = _conditional(clause, ahead, words), trigger.kind is EdgeType.DELISTED_AT
    asked = words.recommend.search(ahead) if delists else None
    above = asked is not None and _HIGHER.search(ahead if "該" in asked[0] else asked[0]) is not None
    open_before = words.undecided.search(_TO_DISCUSS.sub("", clause) if above else clause)
    confirmed = delists and not (conditional or open_before) and words.confirmed_above.match(after)
    if not confirmed and (words.agreed.search(clause) or words.agreed_after.match(after)):
        return Mood.RECOMMENDED if above and words.passed_up.match(after) else Mood.DECIDED
    if delists and words.manner.match(after):
        return Mood.UNDECIDED  # 「A」更名及解列方式，提請討論
    firm = word.startswith(("同意", "准予", "決議")) and not re.search(r"[是可能得應]否", clause)
    arranged = confirmed or (above and words.arrangements.match(after))
    if (not firm and open_before) or (words.undecided_after.match(after) and not arranged):
        return Mood.UNDECIDED
    if trigger.kind is EdgeType.CONTINUED_AT:
        return Mood.DECIDED
    if delists:
        if above:
            return Mood.UNDECIDED if conditional else Mood.RECOMMENDED
        if confirmed or (words.wish.search(clause) and words.sent_up.match(after)):
            return Mood.RECOMMENDED
        if words.recommend_bare.search(clause):
            open_ = (
                conditional
                or words.doubted_after.match(after)
                or "會議" in clause
                or words.some_day.search(clause)
                or words.later.search(clause)
            )
            return Mood.UNDECIDED if open_ else Mood.RECOMMENDED
    if trigger.kind in _PLANNED and (conditional or words.later.search(clause) or words.wish.search(clause)):
        return Mood.UNDECIDED
    if trigger.kind is EdgeType.ESTABLISHED_AT and words.recommend.search(ahead) and not clause.startswith("同意"):
        return Mood.RECOMMENDED
    return Mood.DECIDED


def _conditional(clause: str, ahead: str, words: DecisionWords) -> bool:
    """Whether 俟, 待, 如, 若 governs the trigger: in its clause, or opening a clause before it that nothing ended."""
    for part in re.split(r"[，；]", ahead):
        found = words.condition.search(part)
        governs = found is not None and (part == clause or found.start() <= 8)
        waits = part != clause and clause.startswith(("再", "始", "方", "才", "得"))
        if found and (governs or waits) and (waits or not _CONNECTED.match(part, found.start())):
            return True
    if clause.startswith("再") and ahead.removesuffix(clause).endswith("後，"):
        return True  # 9月底前完成後，再由某局提請解列
    return bool(words.again.search(clause)) and bool(words.later.search(words.next_above.sub("", clause)))


def retold_by(sentence: str, at: int, after: str, words: DecisionWords) -> str:
    """The words before ``at`` that name another sitting as the one which decided what stands there, or ""."""
    ahead = sentence[max(0, at - _REACH) : at]
    best = ""
    for form in (
        rf"(?P<m>{_LEVEL}（(?=[^）]*(?:第[{NUMERAL}]+次|月[{NUMERAL}]+日))[^）]{{4,24}}）)(?:之)?{words.retold_decided}",
        rf"{words.retold_before}(?P<m>{MEETING}(?:（[^）]{{2,24}}）)?)(?:之)?(?:{words.retold_decided}|(?=.{{0,6}}$))",
        rf"(?P<m>{MEETING}(?:（[^）]{{2,24}}）)?)(?:之)?{words.retold_decided}",
        rf"(?P<m>(?:同次|該次|前次|上次)(?:會議|{_LEVEL})(?:（[^）]{{2,24}}）)?)[^，。；]{{0,4}}$",
        rf"(?P<m>{MEETING}(?:（[^）]{{2,24}}）)?)(?:業已|業經|已經?|即已)$",
        rf"(?P<m>{MEETING})(?:並|亦|復|業|已)+將(?:「[^「」]*」[、及與和]?)+(?:一?案|等?[{NUMERAL}]案)?$",
        rf"(?:^|[，：；])(?P<m>{_LEVEL})(?:業已|業經|已經?|前已)(?:逕予|逕行|先行|同意|准予)?$",
        rf"(?P<m>{MEETING}(?:業|已|業已)?於[^，。；]{{2,14}})(?:召開|舉行)[^，。；]{{0,2}}，(?:會中|該會)?{words.retold_decided}",
        rf"(?P<m>{MEETING}(?:業|已|業已)?於[^，。；]{{2,14}})(?:召開|舉行)[^，。；]{{0,2}}，(?:(?!本次|爰|現)[^。；]){{0,60}}?(?:經|業|已|會議|會中|均獲|皆獲|獲)+(?:決議|同意|准予|通過)*$",
        rf"(?:^|[，：；]|本案|該案|[案」][於經])(?P<m>(?:[\u3400-\u9fff]{{2,6}}組)?{_DATED}[^，。；「」]{{0,12}}會議)$",
        r"^(?P<m>(?:該次|同次|是次)會議)(?:中|上)?(?=，)",
        rf"^(?P<m>{_DATED}(?:所)?召開(?:之|的)?[^，。；「」]{{0,14}}會議)，(?:會中|並|經)?(?:決議|同意|准予|通過)*$",
        rf"於(?:[本今]年)?(?P<m>(?:{_DATED}|[{NUMERAL}]{{1,3}}月[{NUMERAL}]{{1,3}}日)召開[^，。；「」]{{0,12}}會議)，(?:會中|並|經)?(?:決議|同意|准予|通過)*$",
        rf"(?:^|[，：；])(?P<m>(?:(?:該|同|是)次會議|{MEETING}))(?:就|對|針對)「[^「」]*」(?:一?案)?(?:之)?(?:決議|決定|裁示)",
        r"(?:^|[，：；])(?P<m>(?:該|同|是)次)(?:決議|決定|裁示)(?=「)",
    ):
        for found in re.finditer(form, ahead):
            other = re.search(r"籌備|歷次|協調會議$|下次|本次(?!會議依)", found["m"])
            if other and not re.search(r"上次|前次", found["m"]):
                continue
            between = ahead[found.end() :]
            clauses = re.split(r"[，；]", between)[1:]
            if (
                _OF_CASE.match(between)
                or any(words.retold_now.match(c) for c in clauses)
                or re.search(r"提請|提報(?!之「)|提至|報請|送請", found[0])
                or words.asks_here.search(between)
            ):
                continue
            best = found["m"]
    if best.startswith(("該次", "同次")):
        best = next((found[0] for found in re.finditer(MEETING + r"(?:（[^）]{2,24}）)?", ahead)), best)
    opening = re.match(rf"(?P<m>{MEETING}（[^）]{{2,24}}）)(?:之)?(?:決議|決定|裁示)：", sentence)
    if not best and opening and opening.end() < at and not re.search("本次|爰|惟", sentence[opening.end() : at]):
        best = opening["m"]  # 第5次副首長會議（113年10月30日）決議：「A」解除列管；「B」同意新增
    closed = re.search(rf"(?:於|在|^|：)(?P<m>{MEETING})[^，。；]{{0,6}}$", ahead)
    if not best and closed and after.startswith("後"):  # 於…會議解除列管後，
        best = closed["m"]
    return re.sub(rf"^(?:{words.retold_before})", "", best)
