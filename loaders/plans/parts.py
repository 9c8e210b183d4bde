"""A plan's text → its parts: the headings of its outermost numbering, each with the logical lines beneath it.

Always true: parts come in the text's order and do not overlap; what stands before the first heading is the preamble.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.folding import Flow, flow
from loaders.lexicon.plans import Part, part_of
from loaders.outline.lines import Joiner
from loaders.outline.marks import Mark, Style, mark

_LABEL = re.compile(
    r"[【〈]?([^：【】〈〉]{1,24}?)[】〉]?\s*(?:：|$|(?<=[】〉])|\s{2,}|(?<=[\u3400-\u9fff])\s(?=\S{4}))"
)
_OUTERMOST = (Style.FORMAL, Style.CJK, Style.DIGIT, Style.PAREN_CJK, Style.PAREN_DIGIT, Style.BULLET, Style.PLAIN)


@dataclass(frozen=True, slots=True)
class Line:
    """One logical line without its number; a table's row has cells instead."""

    flow: Flow
    path: str
    style: Style
    cells: tuple[Flow, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanPart:
    """A heading (``label`` squeezed, ``named`` with its place) and what stands beneath it, ``start`` to ``end``.

    ``rest`` is the first of the lines when it stands beside the heading.
    """

    kind: Part | None
    label: str
    named: Flow
    number: str
    style: Style
    lines: tuple[Line, ...]
    rest: Line | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Head:
    start: int
    after: int
    named: Flow
    kind: Part | None
    mark: Mark | None

    @property
    def style(self) -> Style:
        return self.mark.style if self.mark else Style.PLAIN


def physical_lines(view: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of the lines that are not blank, without the blanks around them."""
    at = start
    for line in view[start:end].split("\n"):
        bare = line.strip()
        if bare:
            lead = line.index(bare[0])
            yield at + lead, at + lead + len(bare)
        at += len(line) + 1


def parts(view: str) -> tuple[PlanPart, ...]:
    """The parts of a folded text; the first is its preamble, which may be empty."""
    heads = _top(list(_heads(view)))
    first = heads[0].start if heads else len(view)
    found = [PlanPart(None, "", Flow("", ()), "", Style.PLAIN, tuple(_lines(view, 0, first, "")), None, 0, first)]
    bounds = [*(h.start for h in heads), len(view)]
    for head, after in zip(heads, bounds[1:], strict=True):
        number = head.mark.written if head.mark else head.named.text
        body = tuple(_lines(view, head.after, after, number))
        beside = bool(body) and not body[0].cells and "\n" not in view[head.after : body[0].flow.offsets[0]]
        rest = body[0] if beside else None
        label = head.named.text
        found.append(PlanPart(head.kind, label, head.named, number, head.style, body, rest, head.start, after))
    return tuple(found)


def _heads(view: str) -> Iterator[_Head]:
    """Every line that could be a heading: numbered, or a known heading by itself."""
    for start, end in physical_lines(view, 0, len(view)):
        line = view[start:end]
        found = mark(line)
        if found and found.style in (Style.CASE, Style.LETTER, Style.SMALL_LETTER, Style.CIRCLED):
            continue
        body = start + (found.length if found else 0)
        label = _LABEL.match(view, body, end)
        named = flow(view, [label.span(1)]) if label else Flow("", ())
        kind = part_of(named.text)
        if kind or (found and found.style is not Style.BULLET):
            yield _Head(start, label.end() if kind and label else body, named if kind else Flow("", ()), kind, found)


def _top(heads: list[_Head]) -> list[_Head]:
    """The heads of the outermost numbering: the style that most kinds of parts have."""
    kinds: dict[Style, set[Part]] = defaultdict(set)
    for head in heads:
        if head.kind:
            kinds[head.style].add(head.kind)
    style = max(_OUTERMOST, key=lambda s: (len(kinds[s]), -_OUTERMOST.index(s)))
    chosen: list[_Head] = []
    for head in heads:
        ordinal = head.mark.ordinal if head.mark else None
        last = next((h.mark.ordinal for h in reversed(chosen) if h.mark), 0) or 0
        if head.style is style and (head.kind or (ordinal is not None and ordinal == last + 1)):
            chosen.append(head)
    return chosen


def _lines(view: str, start: int, end: int, above: str) -> Iterator[Line]:
    """The logical lines of a region."""
    for block in Joiner(view, start, end).run():
        number = block.mark.written if block.mark else ""
        style = Style.ROW if block.cells else block.mark.style if block.mark else Style.PLAIN
        cells = tuple(flow(view, cell) for cell in block.cells)
        yield Line(flow(view, block.spans), "/".join(p for p in (above, number) if p), style, cells)
