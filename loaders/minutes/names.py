"""Case names inside a text: quoted, listed, or at the head of an item.

Always true: a Name is a stretch of a Flow; quotation marks around it, 案由 words before it and 一案 behind it are not
part of it. Nothing here decides that a name *is* a case: that takes the item it stands in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from loaders.folding import Flow
from loaders.lexicon.agenda import agenda_words, outcome_of
from loaders.lexicon.headings import heading
from loaders.lexicon.lifecycle import lifecycle_words
from loaders.numerals import NUMERAL, numeral
from loaders.row_numbers import SEVERAL

_OPEN, _CLOSE = "「『“《〈", "」』”》〉"
_CASE_AFTER = re.compile(
    r"(?:（[^（）]{0,40}）)?(?:之)?(?:合作)?(?:提案|計畫|合作|方案|活動|議題|專案)?(?:[一乙1]?\s*案|等?[0-9一二三四五六七八九十兩]+\s*(?:項|件|個)?(?:合作|列管|新增)?(?:案|提案|方案|議案|計畫案)|[0-9一二三四五六七八九十兩]項(?![目次])|合作方案|提案|方案)"
)
_JOINT = re.compile(
    r"(?:（[^（）]{0,40}）)?(?:之)?(?:合作)?(?:計畫|方案)?(?:[一1]?案)?(?:，|、|；)?(?:以及|及|與|和|暨|或|並)?(?:[\u3400-\u9fff]{3,14}?(?:所提|新提|提案|提出|提報)(?:之|的)?)?(?:(?:原[\u3400-\u9fff]{2,10}?(?:平臺|合作案)?|[\u3400-\u9fff]{2,10}平臺)(?:所列|所提|列管)?之?)?(?:[\u3400-\u9fff]{2,8}?組(?:[：之的]|提案)?)?(?:項次[0-9]+|第[0-9一二三四五六七八九十]+案)?(?:(?:[0-9]+年度?)?第[0-9一二三四五六七八九十]+次[^，。；「」]{0,14}會議(?:[\u3400-\u9fff]{2,8}組)?)?"
)
_INNER_ORIGIN = re.compile(r"（原[^（）]{1,14}?(?:合作案|平臺|提案|案)）$")
COUNT = re.compile(
    rf"(?:等|計|共|合計|共計|下列|以下|該|上開|前開|另)?([{NUMERAL}兩]{{1,3}})"
    r"(?:項|件|個)?(?:合作|列管|新增|提|議)?(?:案(?!由)|提案|議案|方案|計畫案)(?:件)?"
)
COUNT_BEHIND = re.compile(rf"(?:計|共)?[{NUMERAL}兩]{{1,2}}案$")
"""The number of its cases, behind what sorts them (解列2案)."""


@dataclass(frozen=True, slots=True)
class Name:
    """A possible case name in a Flow. ``as_case`` is true when the words around it call it a case."""

    start: int
    end: int
    text: str
    outer_start: int
    outer_end: int
    as_case: bool = False
    quoted: bool = True


def quoted(text: str) -> list[Name]:
    """Outermost quoted stretches, in order; an unbalanced quote is no quote."""
    found, at = [], 0
    while at < len(text):
        if text[at] in _OPEN:
            close = _matching(text, at)
            if close and text[at] == "『" and _part_of_a_name(text, at, close):
                at = close + 1
                continue
            if close:
                after = _CASE_AFTER.match(text, close + 1)
                start, end = at + 1, close
                remark = _INNER_ORIGIN.search(text, start, end)
                end = remark.start() if remark and remark.start() - start >= 3 else end
                if text[start] in _OPEN and _matching(text, start) == end - 1:
                    start, end = start + 1, end - 1
                if end > start:
                    found.append(Name(start, end, text[start:end], at, close + 1, bool(after)))
                at = close + 1
                continue
        at += 1
    return found


def _part_of_a_name(text: str, at: int, close: int) -> bool:
    """『一證通用』 inside 桃園市圖書館『一證通用』服務啟用."""
    before, after = text[at - 1 : at], text[close + 1 : close + 3]
    if not re.match(r"[\u3400-\u9fff]", before) or before in "及與和為將有":
        return False
    return re.match(r"(?!案|一案|乙案|計畫|等)[\u3400-\u9fff]{2}", after) is not None


def _matching(text: str, at: int) -> int | None:
    """Index of the bracket that closes the one at ``at``."""
    closing = {"「": "」", "『": "』", "《": "》", "〈": "〉"}.get(text[at])
    if closing is None:
        return None
    depth = 0
    for i in range(at, min(len(text), at + 160)):
        if text[i] == text[at]:
            depth += 1
        elif text[i] == closing:
            depth -= 1
            if depth == 0:
                return i
    return None


def groups(text: str, names: list[Name]) -> list[list[Name]]:
    """Names that stand in one enumeration: 「A」、「B」及交通組「C」."""
    rows: list[list[Name]] = []
    for name in names:
        if rows and _JOINT.fullmatch(text, rows[-1][-1].outer_end, name.outer_start):
            rows[-1].append(name)
        else:
            rows.append([name])
    return rows


def home(text: str, name: Name) -> str:
    """The platform that stands right before a quoted name, "" where there is none: 北桃合作平臺「A」."""
    said = _HOME.search(text[: name.outer_start]) if name.quoted else None
    return said["home"] if said else ""


def called_cases(text: str, row: list[Name]) -> bool:
    """Whether what follows an enumeration calls its members cases (案, 等 3 案)."""
    return any(name.as_case for name in row) or bool(_CASE_AFTER.match(text, row[-1].outer_end))


def listed(text: str, start: int, end: int, stated: int | None = None) -> list[Name]:
    """Names enumerated without quotes: A、B、C及D. With ``stated`` the split that gives that many names wins."""
    parts = _split(text, start, end, "、")
    if not parts:
        return []
    if stated is None or len(parts) < stated:
        last = parts.pop()
        parts += _split_last(text, last, None if stated is None else stated - len(parts))
    return [_trim(text, s, e) for s, e in parts if e - s > 1 and not SEVERAL.fullmatch(text, s, e)]


def counted(text: str, end: int | None = None) -> Iterator[tuple[list[Name], tuple[int, int]]]:
    """Names without quotes before their number, where the number is right (A、B、C及D等4案), and where they stand."""
    for said in lifecycle_words().rows.counted_behind.finditer(text, 0, len(text) if end is None else end):
        stated = stated_count(text[said.end("list") : said.end()])
        names = [name for name in listed(text, *said.span("list"), stated) if len(name.text) >= _SHORTEST]
        if len(names) > 1 and len(names) == stated:
            yield names, said.span("list")


def _split(text: str, start: int, end: int, sign: str) -> list[tuple[int, int]]:
    """Cut at a sign that stands outside quotes and brackets."""
    parts, depth, begin = [], 0, start
    for i in range(start, end):
        if text[i] in _OPEN or text[i] == "（":
            depth += 1
        elif text[i] in _CLOSE or text[i] == "）":
            depth -= 1
        elif text[i] == sign and depth <= 0:
            parts.append((begin, i))
            begin = i + 1
    parts.append((begin, end))
    return [(s, e) for s, e in parts if e > s]


def _split_last(text: str, part: tuple[int, int], wanted: int | None) -> list[tuple[int, int]]:
    """Cut the last member at 及/以及/與/和, from the right, as often as wanted (once at most when nobody says)."""
    pieces = [part]
    if wanted is not None and wanted <= 1:
        return pieces
    for conjunction in ("，以及", "以及", "，及", "及", "，與", "與", "和", "暨"):
        while wanted is None or len(pieces) < wanted:
            start, end = pieces[0]
            at = _rfind(text, conjunction, start + 3, end - 2)
            if at < 0 or (wanted is None and conjunction in ("與", "和", "暨")):
                break
            pieces[0:1] = [(start, at), (at + len(conjunction), end)]
            if wanted is None:
                return pieces
    return pieces


def _rfind(text: str, sign: str, start: int, end: int) -> int:
    at = end
    while (at := text.rfind(sign, start, at)) >= 0:
        inside = text[start:at]
        closed = sum(map(inside.count, _OPEN)) == sum(map(inside.count, _CLOSE))
        if closed and inside.count("（") == inside.count("）"):
            return at
    return -1


def _trim(text: str, start: int, end: int) -> Name:
    """A bare name without quotes, origin remark and list signs around it."""
    outer_start, outer_end = start, end
    remark = re.search(r"（[^（）]*(?:原|提案|為|合作案)[^（）]*）$", text[start:end])
    if remark:
        end = start + remark.start()
    while start < end and text[start] in "，、。：；及與 ":
        start += 1
    while end > start and text[end - 1] in "，、。：； ":
        end -= 1
    if end - start > 2 and text[start] in _OPEN and _matching(text, start) is not None:
        close = _matching(text, start) or end
        if close >= end - 3 and re.fullmatch(r"」?(?:一|計畫|合作)?案?", text[close:end]):
            start, end = start + 1, close
    return Name(start, end, text[start:end], outer_start, outer_end, quoted=False)


_DASHES, _DASH = "--", "-"
_BAR, _ARROWS, _SOON = "|", "→⇒➔➜⟶", 14
"""What parts a name from what is said of it, as a colon does (A──同意解列, A｜續管, A → 續管)."""
_SHORTEST, _LONGEST = 4, 60
"""Characters of a name that blanks part from its result."""
_LEAD = re.compile(
    r"(?:(?:有關|關於|針對|就(?![業學醫診養讀地近職服])|為|至於|另|另有關|至|案名|案由|討論)?"
    r"(?:(?:指示|裁示|指裁示)事項(?=「)|(?:列管|合作)?(?:項次|編號|案號|項目|序號)\s*第?(?:\d+|[一二三四五六七八九十]+)\s*(?:案|項)?[：、，.]?"
    rf"|第[{NUMERAL}]+[案項][：、，.]?|[{NUMERAL}]{{1,2}}號案[：、，]?|(?:案件|議題|提案|合作案)[{NUMERAL}]{{1,2}}(?=「))?"
    r"(?:新(?:增)?(?:提)?案(?=「)|新增(?=「)|(?:列管|合作|追蹤|議題)案(?=「))?(?:有關|關於)?(?:(?!同意|准予|解除|恢復|提請|建議|新增|擴大)[\u3400-\u9fff]{2,6}組(?:之|：)?(?=「))?)"
)
_PLATFORM = (
    r"(?P<home>原[^「」，。：；（）及與和]{2,8}(?:平臺|合作案)"
    r"|(?!原|(?:[本該新各此]|其他)(?:區域|合作|交流)*平臺)[\u3400-\u9fff]{2,10}平臺)(?:之|的)?(?:所列|所提|列管|合作案|議案)*"
)
"""The platform that a case comes from, before its name, and no 本平臺."""
_CARRIED = re.compile(f"{_PLATFORM}(?=「)")
_HOME = re.compile(f"(?:^|[、及與和，：將]|(?=原)){_PLATFORM}$")
_QUOTED_TAIL = re.compile(
    r"(?:[0-9一]+案)?(?:（[^（）]{0,40}）)?(?:之)?(?:合作)?(?:計畫|方案|提案|活動|議題|專案)?(?:[一乙1]?案)?(?:（[^（）]{0,40}）)?"
    r"(?=[，：。；-]|$|(?<=案)(?:[自雖涉前目現尚仍俟於屬除依性洽])|提請|業|請|已|同意|准|予|持續|繼續|續(?:管|列|辦|予)|賡續|解除|解列|解管|除管|結案|納管|成案|恢復|緩|列|本|由|原則|因|更|改|併|合併|與|擬|暫|不|將|撤|經|未|係|均)"
)
_REMARK = re.compile(
    r"原|由.+(?:成|併)|提案|案\b|合作案|[0-9一二三四五六七八九十]+案|解列|辦理|主辦|主政|主責|權責|承辦|名稱|案名|^（註[0-9一二三四五]*）|以下簡稱|簡稱|單位|列管|更名|舊名"
    r"|提）$|^（(?:[\u3400-\u9fff]{2}[市縣](?:政府)?[、及與和]?)+）|^（[\u3400-\u9fff]{2,8}組(?:，新提)?）|^（[二兩三四五六七2-7]個?(?:縣市|市縣|市|縣)）"
    r"|^（(?:已|未|尚未)?(?:完成|辦竣|辦畢|執行|規劃|辦理|推動|進行|籌備)中?）|同意|新增|前者|(?:合作|交流|治理)平臺）$|(?<![邀申])請(?!領|假|益)[^（）]{3,}）$"
)


@dataclass(frozen=True, slots=True)
class Head:
    """The name at the head of an item and where the item's own words begin."""

    name: Name
    rest: int
    remark: str = ""
    colon: bool = False


def head(line: Flow) -> Head | None:
    """The name at the head of an item: 「A」案，… or A：… or A（原雙北合作案）：…; None when a line opens otherwise."""
    text = line.text
    lead = _LEAD.match(text)
    at = lead.end() if lead else 0
    carried = _CARRIED.match(text, at)
    at = carried.end() if carried else at
    put = agenda_words().subjects.put_by.match(text)
    at = put.end() if put and text.startswith("「", put.end()) else at  # 交通局提：「A」
    asked = agenda_words().names.sort_before.match(text)
    at = asked.end() if asked else at  # 解除列管「A」：
    first = next((q for q in quoted(text) if q.outer_start == at), None)
    if first:
        tail = _QUOTED_TAIL.match(text, first.outer_end) or _gap_behind(line, first.outer_end)
        if tail and not re.match(r"[、及與和]", text[tail.end() :]):
            rest = tail.end()
            colon = text[rest : rest + 1] == "："
            remark = re.search(r"（([^（）]*)）", text[first.end : tail.end()])
            whole = Name(first.start, first.end, first.text, at, rest, True)
            return Head(whole, rest, remark[1] if remark else carried["home"] if carried else "", colon)
    colon_at = _outer_colon(text, at)
    gap = _result_behind_gap(line, at, len(text) if colon_at is None else colon_at)
    colon_at = colon_at if gap is None else gap
    if colon_at is None:
        return None
    name = _trim_head(text, at, colon_at)
    remark = re.search(r"（([^（）]*)）(?:合併)?$", text[at:colon_at])
    signs = () if gap else (_DASHES, _DASH, _BAR, *_ARROWS)
    sign = next((sign for sign in signs if text.startswith(sign, colon_at)), "")
    rest = colon_at + len(sign)
    return Head(name, rest, remark[1] if remark else "", True) if name else None


def _gap_behind(line: Flow, at: int) -> re.Match[str] | None:
    """An empty match where blanks part a quoted name from the sentence behind it (「A」　已辦理完成，…)."""
    gap = at < len(line.text) and line.offsets[at] - line.offsets[at - 1] > 1
    return re.compile("").match(line.text, at) if gap and re.search("[，。]", line.text[at:]) else None


def _result_behind_gap(line: Flow, start: int, end: int) -> int | None:
    """Where blanks part a name without quotes from its result (A　持續列管, A　審議結果：解除列管)."""
    text = line.text
    for at in range(start + _SHORTEST, min(end, start + _LONGEST)):
        if text[at] in "，。；「」":
            return None
        if not line.gap(at):
            continue
        behind = text[at:].partition("：")
        said = behind[2] if agenda_words().headings.ruling.fullmatch(behind[0]) else text[at:]
        if outcome_of(re.split("[，。；]", said)[0]) and not SEVERAL.search(text, 0, at):
            return at
    return None


def _outer_colon(text: str, at: int) -> int | None:
    """The first colon outside quotes and brackets that ends a head; the last of them when the name itself has one."""
    depth = 0
    for i in range(at, min(len(text), at + 90)):
        char = text[i]
        if char in _OPEN or char == "（":
            depth += 1
        elif char in _CLOSE or char == "）":
            depth -= 1
        elif char in "。；！？" and depth <= 0:
            return None
        elif depth <= 0 and i - at > 3 and _parts(text, i):
            return i
        elif char == "：" and depth <= 0:
            further = re.match(r"([^，。；：「]{2,14})：(?=本案|請|同意|解|持|續|繼|已|業|因|經|提)", text[i + 1 :])
            return i + 1 + len(further[1]) if further and heading(further[1]) is None else i
    return None


def _parts(text: str, at: int) -> bool:
    """Whether a dash, a bar, or an arrow before words of decision stands at a place."""
    arrow = text[at] in _ARROWS and agenda_words().headings.decides.search(text, at, at + _SOON)
    dash = text[at] == _DASH and not text[at + 1 : at + 2].isdigit()  # 交-02
    told = dash and agenda_words().headings.told_behind.match(text, at + 1) and comes_to_result(text[at:])
    return text[at] == _BAR or text.startswith(_DASHES, at) or bool(arrow or told)


def comes_to_result(text: str) -> bool:
    """Whether one of some words' clauses is nothing but a result (已辦理完成，解除列管。)."""
    return any(outcome_of(clause) for clause in re.split("[，。；：|-]", text))


_PUT_FORWARD = re.compile(r"(?:所?提(?:案|出|議|報)?|建議|關於|有關)$")


_ASKED_FOR = re.compile(
    "(?:[一乙]?案)?(?:解除列管|解列|解管|除管|新增|成案|列管|續管|持續列管|恢復列管|更名)(?:[一乙]?案|一節)?"
)
"""What is asked for a case, behind its name (某組提請「A」解除列管：)."""
_BY_GROUP = re.compile("[\u3400-\u9fff]{2,8}[組局處會府市縣](?!組)[^，。；：「」]{0,10}")
"""Who asks for what, before the case in quotes (農業組提請解除列管「A」一案：)."""


def _trim_head(text: str, start: int, end: int) -> Name | None:
    inside = [name for name in quoted(text[:end]) if name.outer_start >= start]
    lead = text[start : inside[0].outer_start] if len(inside) == 1 else ""
    put = _PUT_FORWARD.search(lead) or _BY_GROUP.fullmatch(lead)
    if put and (end - inside[0].outer_end <= 2 or _ASKED_FOR.fullmatch(text, inside[0].outer_end, end)):
        return replace(inside[0], outer_start=start, outer_end=end)  # 交通局提「A」案：
    remark = re.search(r"(?:（[^（）]*）)?(?:合併|併案)?$", text[start:end])
    inner = start + remark.start() if remark and remark[0] and _is_remark(remark[0]) else end
    name = _trim(text, start, inner)
    return Name(name.start, name.end, name.text, start, end, quoted=False) if name.text else None


def _is_remark(words: str) -> bool:
    return words == "合併" or _REMARK.search(words) is not None


def stated_count(text: str) -> int | None:
    """The number of cases that a heading or a sentence states (計 7 案), or None."""
    found = COUNT.search(text)
    return numeral(found[1]) if found else None
