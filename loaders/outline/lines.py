"""Lines of a text → logical blocks: wrapped lines joined, page furniture dropped, stray recorder lines lifted out.

Always true: every block is a list of spans of the folded view, in reading order and never overlapping; what is dropped
(page numbers, running headers) belongs to no block.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from loaders.folding import Flow, flow
from loaders.lexicon.agenda import agenda_words, outcome_of
from loaders.lexicon.headings import AGENDA_LABELS, HEADER, Heading, heading
from loaders.outline.furniture import furniture
from loaders.outline.grid import Row, drawn, wrapped
from loaders.outline.habits import Habits
from loaders.outline.labels import beside, inline, names_proposer, opening
from loaders.outline.marks import Mark, Style, mark
from loaders.outline.markup import PART
from loaders.outline.rows import filled, labelled, mended
from loaders.outline.stacked import labels_apart

_PAGE_TAIL = re.compile(r"(?<!\s)\s+(?:第\s*\d+\s*頁.*|[-]\s*\d+\s*[-])$")
_RULE = re.compile(r"[|\s:：\-=_＿*·+]{3,}")
_TOP = frozenset({Heading.OPENING, Heading.PREVIOUS, Heading.REPORT, Heading.PROPOSALS, Heading.MOTION, Heading.END})
_TERMINAL = tuple("。！？；：")
_OPEN_END = tuple("，、（「『《及與和之的於由或將並為以在等暨至向第")
_CONTINUES = tuple("，、。；：）」』》！？等")
_ARROWS = "→⇒➔➜⟶"
_LABELLED = re.compile(r"[\u3400-\u9fff]{2,8}\s*：")
"""A label of the header, known or not."""
_SPEAKER = re.compile(r"(?:[\u3400-\u9fff]{2,3}[市縣]政府?[\u3400-\u9fff]{0,12}|本)(?:局|處|會|府|市|縣|中心|所)\s*：")
"""A line in which an agency speaks goes on with no other."""
_GROUP = re.compile("[\u3400-\u9fff]{2,8}組：「")
_SIGNER = re.compile(
    r"\s*(?:(?:本[市縣府][\u3400-\u9fff]{0,8}|[\u3400-\u9fff]{2,3}[市縣](?:政府)?[\u3400-\u9fff]{0,12}[局處會所隊])[、及與和]?)+"
    r"(?:（[\u3400-\u9fff]{2,8}）)?\s*$"
)
"""Nothing but who proposes."""
_PUT = re.compile(r"（(?:[^（）]*提(?:案|出|報)?|(?:提|主|協|承|執)[^（）：]{0,6}：[^（）]*)）$")
"""Who proposes, in brackets at the end of a name's line, behind which a paragraph begins."""
_NAMED = re.compile(
    "(?![^：]{0,8}(?:主席|[市縣局處]長|說明|決議|裁示|裁定|結論|意見)：)[^，。；：「」（）]{3,16}：[^，。；：]"
)
"""A line that opens with a few words and a colon."""
_CIRCLED, _SHORTEST = re.compile("[①-⑳]"), 4
_INDENT, _FULL = 2, 0.9
_LATE_RECORDER = re.compile(r"(?<![\s\-*+•·‧●○])\s+(?=[紀記]\s*錄\s*(?:人員?)?\s*：\s*\S{2,12}\s*$)")


@dataclass(slots=True)
class Block:
    """One logical line. ``body`` starts after the mark; rows have cells instead."""

    spans: list[tuple[int, int]]
    mark: Mark | None = None
    label: str = ""
    heading: Heading | None = None
    cells: Row = field(default_factory=list)
    after_blank: bool = False
    rest: int | None = None
    """Where the text after the label begins, or behind a number that stands alone."""
    sign: str = ""
    """The bullet or arrow before a label or a remark, which numbers nothing there (- 決議：, → 續管)."""

    @property
    def start(self) -> int:
        return self.spans[0][0]

    @property
    def end(self) -> int:
        return self.spans[-1][1]

    def body(self, view: str) -> Flow:
        """The block's text without its mark (a label stays)."""
        return flow(view, self.spans)

    def after_label(self, view: str) -> Flow:
        """The block's text without its label."""
        body = self.body(view)
        return body if self.rest is None else body.cut(bisect_left(body.offsets, self.rest))


def _split(view: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of the non-empty lines of a region, stripped of blanks; an empty span stands for a blank line."""
    at = start
    for line in view[start:end].split("\n"):
        lead = len(line) - len(line.lstrip(" "))
        yield at + lead, at + max(len(line.rstrip(" \r")), lead)
        at += len(line) + 1


def _width(view: str, spans: list[tuple[int, int]]) -> int:
    """The column at which the text seems to be wrapped; 0 when its longest lines say it is not."""
    lengths = sorted(e - s for s, e in spans if e > s and "\t" not in view[s:e])
    if len(lengths) < 5 or lengths[-1] > 60:
        return 0
    return lengths[int(len(lengths) * 0.9)]


class Joiner:
    """Builds blocks from lines; decides for each line whether it continues the one before."""

    def __init__(self, view: str, start: int, end: int, habits: Habits = Habits()) -> None:  # noqa: B008
        self.view = view
        self.habits = habits
        self.spans = list(_split(view, start, end))
        self.width = _width(view, self.spans)
        self.blocks: list[Block] = []
        self.previous: Block | None = None
        self.expected: dict[Style, int] = {}
        self.heading_signs: set[str] = {PART}
        """Bullets that open parts of the agenda (◎ 報告事項)."""
        self.blank = True

    def run(self) -> list[Block]:
        dropped, goes_on = furniture(self.view, self.spans), wrapped(self.view, self.spans)
        tables = drawn(self.view, self.spans) | goes_on
        texts = labels_apart(self.view, self.spans)
        lines = mended(self.view, self.spans, dropped := dropped | goes_on.keys())
        dropped |= set(texts.values())
        for index, (start, end) in enumerate(lines):
            if index in texts:
                self._cells((start, end), [[(start, end)], [self.spans[texts[index]]]])
            elif index in tables:
                self._cells((start, end), tables[index])
            elif end <= start:
                self.blank = True
            elif index not in dropped and not (_RULE.fullmatch(self.view, start, end) and end - start > 2):
                tail = _PAGE_TAIL.search(self.view, start, end)
                if "\t" in self.view[start:end]:
                    self._row(start, end)
                else:
                    self._labels(start, tail.start() if tail else end)
                self.blank = False
        return [part for block in self.blocks for part in _parts(self.view, block)]

    def _labels(self, start: int, end: int) -> None:
        """A line, cut where further labels begin on it."""
        late = _LATE_RECORDER.search(self.view, start, end)
        number = mark(self.view[start:end], self.habits.items, self.habits.bare)
        labelled_by_number = number and number.style is Style.CASE and number.ordinal is None
        body = start + (number.length if number and not labelled_by_number else 0)
        cuts = beside(self.view, body + len(self.view[body:end]) - len(self.view[body:end].lstrip()), end)
        numbered = number is not None and late is not None and late.end() <= start + number.length
        if late and not numbered and start < late.start() and late.end() not in cuts:
            cuts.append(late.end())
        cuts = sorted({*cuts, *self._circled(body, end)})
        for first, last in zip([start, *cuts], [*cuts, end], strict=True):
            self._line(first, first + len(self.view[first:last].rstrip()))

    def _circled(self, start: int, end: int) -> list[int]:
        """Where circled numbers begin that count through the names of a list on one line (案件：①A②B③C)."""
        signs = [*_CIRCLED.finditer(self.view, start, end)]
        starts = [sign.start() for sign in signs]
        parts = (self.view[one + 1 : other] for one, other in pairwise((*starts, end)))
        counted = [ord(sign[0]) - ord("①") for sign in signs] == list(range(len(signs)))
        bare = all(len(part.strip()) >= _SHORTEST and not re.search("[，。；：]", part) for part in parts)
        return starts if len(starts) > 1 and counted and bare else []

    def _row(self, start: int, end: int) -> None:
        self._cells((start, end), filled(self.view, start, end))

    def _cells(self, line: tuple[int, int], row: Row) -> None:
        """A row: labels with their texts, or the cells of a table."""
        pairs = labelled(self.view, row)
        for label, kind, head, rest in pairs:
            self._add(Block([head, *rest], None, label, kind, [], self.blank, rest[0][0]))
        if not pairs and any(row):
            self._add(Block([line], cells=row, after_blank=self.blank))

    def _add(self, block: Block) -> None:
        self.blocks.append(block)
        if block.heading is not Heading.RECORDER or is_title(block.body(self.view).text):
            self.previous = block  # else a recorder's line, often displaced, parts no sentence

    def _line(self, start: int, end: int) -> None:
        view = self.view
        found = mark(view[start:end], self.habits.items, self.habits.bare)
        in_header = self.previous is not None and self.previous.heading in HEADER
        skips = found is not None and found.style is not Style.CASE and not self._sequential(found)
        if found and not in_header and skips and self._continues(start):
            found = (
                found if opening(view, start + found.length, end, self.habits)[1] else None
            )  # a number may be skipped
        body = start + (found.length if found else 0)
        label, kind, after = opening(view, body, end, self.habits)
        if found and found.style is Style.CASE and found.ordinal is None:
            after = view.index("：", start) + 1
            label, kind, body = "案由", Heading.SUBJECT, after
        sign = ""
        if found and found.style is Style.BULLET and kind:
            if kind in HEADER and "：" not in view[body:after] and not view[after - 1].isspace():
                label, kind = "", None  # ·出席研討會 is a thing to do
            else:
                if kind in _TOP:
                    self.heading_signs.add(view[start])
                sign, found = found.written, None
        elif found and found.style is Style.BULLET and view[start] in self.heading_signs:
            found = Mark(Style.FORMAL, None, found.written, found.length)  # ◎ opens the parts of this agenda
        if kind is Heading.TITLE and label == "名稱" and any(b.heading is Heading.CHAIR for b in self.blocks):
            kind = Heading.SUBJECT
        if kind is Heading.REPORT and not found and after < end and self.previous and self.previous.mark:
            numbered = self.previous.mark.ordinal is not None and self.previous.mark.style is not Style.FORMAL
            kind = Heading.PROGRESS if numbered else kind  # 報告：… beneath a name
        signed = _SIGNER.match(view, after, end) or names_proposer(view, start, after, end)
        if kind is Heading.SUBJECT and label == "提案" and not found and signed:
            kind = Heading.PROPOSER
        if kind is Heading.CHAIR and not in_header and self._speaks(after, end):
            kind = Heading.RESOLUTION
        if kind is Heading.RECORDER and not found:
            self._add(Block([(body, end)], None, label, kind, rest=after))
            return
        if self.previous and not found and not kind:
            if _number_only(self.previous):
                self.previous.spans, self.previous.rest = [(start, end)], None  # 案號：1, and the name on the next line
                return
            if self._continues(start) or self._fills(start, end):
                self.previous.spans.append((start, end))
                return
        if found and found.ordinal is not None:
            self.expected[found.style] = found.ordinal + 1
        if found and found.style is Style.BULLET and view[start] in _ARROWS:
            sign, found = found.written, None  # → opens what is said of the line above, and no list
        spans = [(body, end)] if end > body else [(start, end)]
        rest = after if kind else end if body >= end else None
        self._add(Block(spans, found, label, kind, [], self.blank, rest, sign))

    def _speaks(self, start: int, end: int) -> bool:
        """Whether 主席： within the agenda opens what the chair says and does not name who chairs."""
        chaired = any(block.heading is Heading.CHAIR for block in self.blocks)
        said = self.view[start:end].strip() or self.view[end:].lstrip().partition("\n")[0]
        return chaired and bool(re.search("，|。$", said))

    def _sequential(self, found: Mark) -> bool:
        return found.ordinal in (None, 1, self.expected.get(found.style))

    def _continues(self, start: int) -> bool:
        """Whether the line at ``start`` goes on with the sentence of the block before it."""
        previous = self.previous
        if previous is None or previous.cells:
            return False
        last = self.view[slice(*previous.spans[-1])].rstrip()
        text = re.sub(r"\s", "", self.view[start : start + 40])
        if is_title(re.sub(r"\s", "", last)) or _heading_only(previous, self.view):
            return False
        line = self.view[start : self.view.find("\n", start)]
        opens = line.rstrip().endswith("：") or _heads_list(re.sub(r"\s", "", line))
        lead, _, names = line.strip().partition("：")
        if names and outcome_of(lead):
            return False  # 解除列管：A
        if _GROUP.match(text) and last.endswith("」"):
            return False  # 交通組：「A」、「B」, a line for each group
        if _SPEAKER.match(self.view, start) or (previous.heading in HEADER and opens):
            return False
        if self._indents(previous, start) and self.width and len(last) >= _FULL * self.width:
            return True  # a paragraph's first line is indented, the others are not
        open_bracket = last.endswith("：") and _unclosed(last)  # （提案機關：
        if (last.endswith(_TERMINAL) and not open_bracket) or (text.startswith("「") and last.endswith("」")):
            return False
        if _PUT.search(last) or (previous.mark and self._is_short(last) and last.endswith("）")):
            return False
        if previous.end - previous.start < 500 and _unclosed("".join(self.view[s:e] for s, e in previous.spans)):
            return True
        told = "。" in line or opens or _LABELLED.match(line)
        people = previous.heading is Heading.CHAIR and not told and not text.startswith("「")
        if last.endswith(_OPEN_END) or text.startswith(_CONTINUES) or people:
            return True
        return len(previous.spans) > 1 or len(last) >= (min(20, int(self.width * 0.6)) if self.width else 24)

    def _indents(self, block: Block, start: int) -> bool:
        """Whether a paragraph without number and label begins further in than a line."""
        if block.mark or block.heading or block.sign:
            return False
        return self._column(block.start) - self._column(start) >= _INDENT

    def _column(self, at: int) -> int:
        return at - self.view.rfind("\n", 0, at) - 1

    def _is_short(self, line: str) -> bool:
        """Whether a line ends before the column at which the text is wrapped."""
        return not self.width or len(line) < 0.8 * self.width

    def _fills(self, start: int, end: int) -> bool:
        """Whether a sentence is the text of the label that stands alone on the line above it (決議：)."""
        label = self.previous
        if label is None or len(label.spans) > 1:
            return False
        if label.heading in HEADER - {Heading.TITLE}:
            return label.end == label.rest  # 時間, and the day on the next line
        if label.heading not in AGENDA_LABELS | {Heading.SUBJECT}:
            return False
        words = re.sub(r"\s", "", self.view[start:end])
        heads_list = outcome_of(words) or outcome_of(words.partition("：")[0])  # 【成案】, 續管：A、B。
        follows = self.view[end:].lstrip()
        one_by_one = _NAMED.match(words) and _NAMED.match(re.sub(r"\s", "", follows[:40]))  # A：…。 B：…。
        return label.end == label.rest and words.endswith(("。", "：")) and not (heads_list or one_by_one)


def _heads_list(squeezed: str) -> bool:
    """Whether a line is nothing but the heading of a list (列管案件一覽)."""
    return agenda_words().headings.heads_list.fullmatch(squeezed) is not None


def _number_only(block: Block) -> bool:
    """Whether an item's number stands alone on its line."""
    return bool(block.mark and block.mark.ordinal and not block.heading and block.rest == block.end)


def _unclosed(text: str) -> bool:
    """Whether a quotation or bracket still stands open."""
    return len(text) < 400 and any(text.count(o) > text.count(c) for o, c in ("「」", "『』", "（）"))


def _heading_only(block: Block, view: str) -> bool:
    if block.heading is None or block.heading in HEADER or len(block.spans) > 1:
        return False
    return block.label == block.body(view).text


def _parts(view: str, block: Block) -> Iterator[Block]:
    """The block, cut where a label follows a full stop or a slash."""
    words = Flow("", ()) if block.cells or block.heading in HEADER else block.body(view)
    cuts = inline(words)
    if not cuts:
        yield block
        return
    starts = [block.start, *(words.offsets[cut] for cut in cuts)]
    ends = [*(words.offsets[cut - (words.text[cut - 1] == "/")] for cut in cuts), block.end]
    pieces = [
        [(max(s, a), min(e, b)) for s, e in block.spans if s < b and e > a] for a, b in zip(starts, ends, strict=True)
    ]
    yield replace(block, spans=pieces[0])
    for cut, spans in zip(cuts, pieces[1:], strict=True):
        colon = words.text.index("：", cut)
        label = words.text[cut:colon]
        kind = Heading.PROPOSER if label == "提案" else heading(label)
        yield Block(spans, None, label, kind, rest=words.offsets[colon] + 1)


_TITLE = re.compile(
    r"(?!.*[。；！？，])(?!(?:案由|說明|決議|裁示|確認|檢視|宣讀|報告).*)"
    r".{4,90}(?:會議|小組會|工作小組|議題小組|工作圈|委員會|論壇|會報|會談|會商|例會|座談會)(?:（[^）]{1,20}）)?(?:[\u3400-\u9fff]{0,4}(?:決議|決定|裁示|結論|發言|重點))?(?:紀錄|記錄|紀要|記要|實錄|議事錄|會議紀錄|會議記錄)(?:摘要|節錄|表)?(?:（[^）]{1,12}）)?"
)


def is_title(squeezed: str) -> bool:
    """Whether a squeezed line reads like the title of minutes (…會議紀錄)."""
    return _TITLE.fullmatch(squeezed) is not None
