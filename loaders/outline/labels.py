"""Labels: at the head of a line, beside another label, after a full stop or a slash.

Always true: what is found are places in the text; nothing here changes or drops a character.
"""

from __future__ import annotations

import re

from loaders.folding import Flow
from loaders.lexicon.agenda import agenda_words
from loaders.lexicon.headings import AGENDA_LABELS, HEADER, Heading, heading
from loaders.outline.habits import GAPPED, Habits
from loaders.outline.marks import mark

_BRACKETS = re.compile("（[^（）]*）")
_LABEL = re.compile(r"(?:【([^】]{1,14})】：?|((?:[^：。，「『」（）]|（[^）：]*）){1,24}?)：)")
_AGENCY = re.compile(r"\s*[\u3400-\u9fff、及]{2,40}(?:局|處|會|府|市|縣|組|中心|所|隊|署)(?:(?:共同|聯合)提案?)?\s*")
_CITY = re.compile(r"\s*[\u3400-\u9fff]{2,3}[市縣](?:政府|府)?[\u3400-\u9fff]")
_REACH = 12
_GLUED = re.compile(
    r"(?:(?:會議|開會|召開)?(?:時間|日期|地點)|(?:會議)?(?:主席|主持人)|[紀記]錄人?員?|[出列]席(?:人員|單位|者)?)$"
)
_AFTER_STOP = re.compile(r"(?<=[。！？/])([^：。，；！？「」『』（）]{2,8})：")
_INLINE = frozenset({Heading.RESOLUTION, Heading.EXPLANATION, Heading.MEASURES, Heading.PROPOSER})
_BESIDE = _INLINE | {Heading.PROGRESS, Heading.RESPONSIBLE, Heading.SUBJECT}
_RECORDS = re.compile(r"[\u3400-\u9fff]\s*（[紀記]錄）\s*$")
_OPEN, _CLOSE = "「『（", "」』）"
_WIDE_LABEL = re.compile(r"(?<=\S)\s+([\u3400-\u9fff]{2,4})\s?：")


def beside(view: str, start: int, end: int) -> list[int]:
    """Where further labels begin on a line that begins with a label (時間：…　地點：…　主席：…)."""
    colons = [at for at in range(start, end) if view[at] == "："]
    first = heading(_squeezed(view[start : colons[0]])) if len(colons) > 1 and colons[0] - start < 26 else None
    if first is None:
        return _behind_name(view, start, end)
    kinds = HEADER if first in HEADER else _BESIDE if first in _BESIDE else frozenset()
    found, after = [], colons[0] + 1
    for colon in colons[1:]:
        at = _label_before(view, after, colon, kinds)
        if at is not None:
            found.append(at)
            after = colon + 1
    return found


def _behind_name(view: str, start: int, end: int) -> list[int]:
    """Where the label of an agency begins behind a name and a wide gap (山城慢食節　　主政：苗栗縣政府)."""
    found = _WIDE_LABEL.search(view, start, end)
    words = _squeezed(found[1]) if found else ""
    known = words == "提案" or heading(words) in (Heading.RESPONSIBLE, Heading.PROPOSER)
    return [found.start(1)] if found and known else []


def _label_before(view: str, after: int, colon: int, kinds: frozenset[Heading]) -> int | None:
    """Where the label before a colon begins: after a blank, or glued to what stands before when it cannot be else."""
    if any(view.count(o, after, colon) > view.count(c, after, colon) for o, c in zip(_OPEN, _CLOSE, strict=True)):
        return None
    for at in range(max(after + 1, colon - _REACH), colon - 1):
        if view[at - 1].isspace() and not view[at].isspace():
            number = mark(view[at:colon])
            if heading(_squeezed(view[at + (number.length if number else 0) : colon])) in kinds:
                return at
    glued = _GLUED.search(view, max(after, colon - _REACH), colon) if Heading.DATE in kinds else None
    if glued and glued.start() > after and view[glued.start() - 1] not in "：、，":
        return glued.start()
    return None


def inline(words: Flow) -> list[int]:
    """Where in a paragraph a label follows a full stop or a slash (…提請討論。決議：照案通過。), outside of quotes."""
    found, read = [], 0
    depth = [0] * len(_OPEN)
    for label in _AFTER_STOP.finditer(words.text):
        for i, (opened, closed) in enumerate(zip(_OPEN, _CLOSE, strict=True)):
            depth[i] += words.text.count(opened, read, label.start()) - words.text.count(closed, read, label.start())
        read = label.start()
        kinds = _BESIDE if words.text[label.start() - 1] == "/" else _INLINE
        if heading(label[1]) in kinds and not any(d > 0 for d in depth):
            found.append(label.start())
    return found


def _squeezed(words: str) -> str:
    return re.sub(r"\s", "", words)


def label_kind(line: str) -> Heading | None:
    """The kind of the label that opens a line, behind its number; None where none does."""
    number = mark(line)
    found = _LABEL.match(line, number.length if number else 0)
    return heading(_squeezed(found[1] or found[2])) if found else None


def opening(view: str, start: int, end: int, habits: Habits) -> tuple[str, Heading | None, int]:
    """The label that opens a body (squeezed), its kind, and where the text after its colon begins."""
    found = _LABEL.match(view, start, end)
    if found:
        words = re.sub(r"\s", "", found[1] or found[2])
        proposes = words == "提案" and names_proposer(view, start, found.end(), end)
        kind = Heading.PROPOSER if proposes else habits.heading(words)
        if words == "討論" and view[found.end() : end].strip():
            kind = Heading.EXPLANATION  # what was said before the 決議 of an item
        if kind is Heading.PROPOSALS and _names_item(words, view[found.end() : end]):
            kind = Heading.SUBJECT  # 議案：A
        if kind is None and _RECORDS.search(view, found.end(), end):
            kind = Heading.RECORDER  # 作業人員：某某（紀錄）
        if kind:
            return words, kind, found.end()
    gapped = re.match(r"([\u3400-\u9fff]{2,6}|[\u3400-\u9fff]\s+[\u3400-\u9fff])(?:\s+|\s*/\s*)(?=\S)", view[start:end])
    if gapped:
        words = re.sub(r"\s", "", gapped[1])
        kind = heading(words)
        padded = re.search(r"\s", gapped[1]) and (kind in AGENDA_LABELS or kind is Heading.SUBJECT)
        if kind is Heading.SUBJECT and words == "提案" and names_proposer(view, start, start + gapped.end(), end):
            kind = Heading.PROPOSER
        if kind in HEADER - {Heading.TITLE} or kind is Heading.END or padded:
            return words, kind, start + gapped.end()
    parted = GAPPED.match(view, start, end) if habits.gapped else None
    if parted:
        words = re.sub(r"\s", "", parted[1])
        proposes = words == "提案" and names_proposer(view, start, parted.end(), end)
        kind = Heading.PROPOSER if proposes else habits.heading(words)
        if kind in AGENDA_LABELS or kind is Heading.SUBJECT:
            return words, kind, parted.end()
    words = re.sub(r"\s", "", view[start:end])
    kind = habits.heading(words) if len(words) <= 24 else None
    if words.endswith("。") and kind not in (Heading.END, Heading.MOTION):
        kind = None
    if "。" in _BRACKETS.sub("", words.removesuffix("。")):
        kind = None  # …擬新增為 合作案。（提案單位：甲局）
    if kind and (kind not in HEADER or kind is Heading.ATTENDEES):
        return words, kind, end
    return "", None, start


def _names_item(words: str, behind: str) -> bool:
    """Whether what stands behind 議案： or 討論案： is a name and no remark (無, 略, 計3案)."""
    called = agenda_words().headings.item.fullmatch(words) is not None
    return called and len(behind.strip()) > 5 and not re.search("[。；]|計", behind)


def names_proposer(view: str, start: int, at: int, end: int) -> bool:
    """Whether 提案： has an agency behind it and not a case: nothing but one, or a city's on the line of a name."""
    before = view[view.rfind("\n", 0, start) + 1 : start].strip()
    return bool(_AGENCY.fullmatch(view, at, end) or (len(before) > 4 and _CITY.match(view, at, end)))
