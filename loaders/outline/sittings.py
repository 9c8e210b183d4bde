"""One file → its sittings: titles found, running titles told apart from new sittings, heads that are cut off kept.

Always true: sittings come in the file's order and do not overlap; what stands before the first title belongs to a
sitting of its own only when it reads like minutes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from loaders.folding import Flow, flow, fold
from loaders.lexicon.agenda import agenda_words
from loaders.lexicon.headings import HEADER, Heading
from loaders.outline.compilation import Part, compiled
from loaders.outline.habits import habits
from loaders.outline.lines import Block, Joiner, is_title
from loaders.outline.markup import prepare
from loaders.outline.narrative import narrates, told_header, told_in
from loaders.outline.tree import Section, grow

_PART = re.compile("[【〔（]?第.{1,3}(?:部分|部份|單元|篇)")
"""The number of a part of a file, behind which a sitting's title may stand (【第二部分】…會議紀錄)."""
_ANNEX = re.compile("附(?:件|錄|表)[一二三四五六七八九十0-9]{0,3}：?")
"""A line that heads an annex, and is no part of the title beneath it."""
_TITLE_END = re.compile(r"(?:會議)?(?:紀|記)錄(?:（[^）]{1,12}）)?|會議(?:紀|記)要")
_PLATFORM = re.compile(r"（[^（）]{2,30}(?:平臺|委員會|論壇|聯盟|會報)）")
_SITTING = re.compile(r"第[^次]{1,5}次|年度?|定期|臨時|籌備")
_MEETING = re.compile(r".{4,60}(?:會議|會報|論壇|工作會|小組會|座談會)")
_PARTS = {Heading.RESOLUTION, Heading.CONCLUSION, Heading.MOTION, Heading.END, Heading.REPORT, Heading.PROPOSALS}
_WORDS = re.compile(r"[\u3400-\u9fff]{2}")
_LOOK_AHEAD = 14


@dataclass(frozen=True, slots=True)
class Sitting:
    """One sitting's part of a document. ``title`` is empty when the head is cut off."""

    title: Flow
    header: tuple[Section, ...]
    sections: tuple[Section, ...]
    start: int
    end: int
    compilation: Flow | None = None
    """The title of the compilation that it stands in."""


def sittings(text: str) -> tuple[Sitting, ...]:
    """The sittings of a text; none when it is no minutes."""
    view = prepare(fold(text))
    title, parts = compiled(view)
    if parts:
        return tuple(_part(view, title, part) for part in parts)
    blocks = Joiner(view, 0, len(view), habits(view)).run()
    heads = _heads(view, blocks)
    bounds = [*(first for first, _ in heads), len(blocks)]
    found = []
    if bounds[0] > 0 and _reads_like_minutes(view, blocks[: bounds[0]]):
        found.append(_sitting(view, blocks[: bounds[0]], []))
    for (first, last), until in zip(heads, bounds[1:], strict=True):
        again = _begins_again(blocks, last, until)
        found.append(_sitting(view, blocks[last:again], blocks[first:last]))
        if again < until:
            found.append(_sitting(view, blocks[again:until], []))
    return tuple(found)


def _begins_again(blocks: list[Block], start: int, end: int) -> int:
    """Where behind the end of a sitting another header begins whose title is missing; ``end`` where none does."""
    ended = next((at for at in range(start, end) if blocks[at].heading is Heading.END), end)
    again = next((at for at in range(ended + 1, end) if blocks[at].heading is Heading.DATE), end)
    kinds = {block.heading for block in blocks[again:end]}
    dated = any(block.heading is Heading.DATE for block in blocks[start:ended])
    return again if dated and Heading.CHAIR in kinds and again == ended + 1 else end


def _part(view: str, title: Flow, part: Part) -> Sitting:
    """One sitting of a compilation."""
    sitting = _sitting(view, Joiner(view, part.start, part.end, habits(view)).run(), [])
    header = (*told_in(part.head), *sitting.header)
    return replace(sitting, title=part.name, header=header, start=part.head.offsets[0], compilation=title)


def _heads(view: str, blocks: list[Block]) -> list[tuple[int, int]]:
    """(first block, block after the last) of every title that opens a sitting."""
    heads: list[tuple[int, int]] = []
    at = 0
    while at < len(blocks):
        length = _title_length(view, blocks, at)
        if length and heads and blocks[at].heading is Heading.TITLE and _only_header(blocks, heads[-1][1], at):
            at += length  # 會議名稱 beneath a title names the same sitting
        elif length and (_opens(blocks, at + length) or narrates(view, blocks[at + length : at + _LOOK_AHEAD])):
            heads.append((at, at + length))
            at += length
        elif length and heads:  # a title again without a header of its own: a running head of the page
            del blocks[at : at + length]
        else:
            at += 1
    return heads


def _title_length(view: str, blocks: list[Block], at: int) -> int:
    """How many blocks from ``at`` make a title together; 0 when they make none."""
    words = ""
    if not blocks[at].cells and _ANNEX.fullmatch(blocks[at].body(view).text):
        return 0
    for length in range(1, 5):
        block = blocks[at + length - 1] if at + length <= len(blocks) else None
        mark = block.mark if block and not (block.mark and _PART.match(block.mark.written)) else None
        numbered = mark is not None and (length > 1 or mark.ordinal is not None)
        if block is None or numbered or block.cells:
            break
        if block.heading is Heading.TITLE:
            return 1 if length == 1 and len(block.after_label(view).text) > 5 else 0
        if block.heading not in (None, Heading.RECORDER):
            break
        line = block.body(view).text
        if agenda_words().headings.notice.search(line):
            return 0
        if not _WORDS.search(line) or line.endswith(("。", "：", "；")) or len(line) > 90:
            break
        words += line
        if is_title(words):
            return length + _stray_tail(view, blocks, at + length)
        if length > 1 and _TITLE_END.fullmatch(line) and 6 < len(words) < 100 and "會" in words:
            return length
    first = "" if blocks[at].cells or blocks[at].heading else blocks[at].body(view).text
    return int(bool(_SITTING.search(first) and _MEETING.fullmatch(first)) and _opens(blocks, at + 1))


def _stray_tail(view: str, blocks: list[Block], at: int) -> int:
    """1 when a title is followed by a line that only repeats 會議紀錄, or names the platform in brackets."""
    follows = blocks[at] if at < len(blocks) and not blocks[at].mark else None
    words = follows.body(view).text if follows else ""
    return int(_TITLE_END.fullmatch(words) is not None or _PLATFORM.fullmatch(words) is not None)


def _opens(blocks: list[Block], at: int) -> bool:
    """Whether a sitting's header follows."""
    kinds = {b.heading for b in blocks[at : at + _LOOK_AHEAD]} - {Heading.TITLE}
    first = next((i for i, b in enumerate(blocks[at : at + _LOOK_AHEAD]) if b.heading in HEADER), _LOOK_AHEAD)
    return first <= 3 and bool(kinds & (HEADER - {Heading.RECORDER, Heading.ATTENDEES}))


def _only_header(blocks: list[Block], start: int, end: int) -> bool:
    return end - start <= _LOOK_AHEAD and all(b.heading in HEADER for b in blocks[start:end])


def _reads_like_minutes(view: str, blocks: list[Block]) -> bool:
    """Whether a text without a title has parts of minutes, and does not only call a sitting to come (開會通知單)."""
    kinds, notice = {b.heading for b in blocks}, agenda_words().headings.notice
    if any(notice.search(b.body(view).text) for b in blocks if not b.cells):
        return False
    return len(kinds & _PARTS) >= 2 or (Heading.DATE in kinds and Heading.CHAIR in kinds)


def _sitting(view: str, blocks: list[Block], head: list[Block]) -> Sitting:
    spans = [span for block in head for span in block.spans if block.rest is None or span[1] > block.rest]
    if head and head[0].rest is not None:
        spans[0] = (max(spans[0][0], head[0].rest), spans[0][1])
    tree = grow(view, blocks)
    everything = [*head, *blocks]
    start = min(b.start for b in everything)
    header = tuple(s for s in tree if s.heading in HEADER or s.heading is Heading.END)
    dated = any(section.heading is Heading.DATE for section in header)
    return Sitting(
        title=flow(view, spans),
        header=header if dated else (*header, *told_header(view, blocks)),
        sections=tuple(s for s in tree if s.heading not in HEADER and s.heading is not Heading.END),
        start=start,
        end=max(b.end for b in everything),
    )
