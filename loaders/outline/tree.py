"""Blocks → a tree of sections.

Always true: a section's ``body`` is its own line without the number (a label such as 決議： stays in it, ``rest`` comes
after it); children stand in reading order; ``path`` names the section by the numbers above it (柒/案由二/決議/三).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from loaders.folding import Flow, flow
from loaders.lexicon.agenda import agenda_words, outcome_of
from loaders.lexicon.headings import HEADER, Heading
from loaders.numerals import NUMERAL
from loaders.outline.branch import Node, parent_of, points_back
from loaders.outline.lines import Block
from loaders.outline.marks import Style
from loaders.outline.rulings import lift_rulings, sink_rulings
from loaders.outline.unnumbered import titled

_CLOSED = frozenset({Heading.TITLE, Heading.DATE, Heading.PLACE, Heading.RECORDER})
"""Parts of the header beneath which nothing stands."""
_LONGEST_HEADING = 14
_COUNTED = re.compile(rf"(?<=：)[（共合總計]*[{NUMERAL}]{{1,3}}[案件項]）?$")
"""How many cases a list holds, behind its heading (列管案件：共7案)."""
_PRELIMINARIES = frozenset({Heading.OPENING, Heading.PREVIOUS})


@dataclass(frozen=True, slots=True)
class Section:
    """One numbered or labelled line with everything beneath it; a table's row has cells."""

    style: Style
    ordinal: int | None
    number: str
    label: str
    heading: Heading | None
    body: Flow
    rest: Flow
    path: str
    cells: tuple[Flow, ...] = ()
    children: tuple[Section, ...] = ()

    def walk(self) -> Iterator[Section]:
        """This section and all beneath it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def first(self, kind: Heading) -> Section | None:
        """The first child of that kind."""
        return next((child for child in self.children if child.heading is kind), None)


def grow(view: str, blocks: list[Block]) -> tuple[Section, ...]:
    """The tree of a sitting's blocks."""
    root = Node(None, Style.PLAIN)
    stack = [root]
    items: set[int] = set()
    blocks = _parts_of_agenda(_proposer_last(titled(blocks, view)), view)
    for at, block in enumerate(blocks):
        node = _node(block)
        if _announces_agenda(node, view) and any(child.heading is Heading.END for child in root.children):
            break  # the next sitting's draft agenda decides nothing
        if _opens_list(node, view) or _opens_agenda_part(node):
            _close_list(stack, node, view)
        if node.ordinal or _opens_list(node, view):
            _close_preliminaries(stack, view)
        only_header = all(child.heading in HEADER for child in root.children)
        in_header = node.heading in HEADER or (
            node.heading is Heading.END and (only_header or _header_follows(blocks, at))
        )
        if in_header and (not block.mark or block.mark.style is Style.BULLET):
            # a header's line opens nothing, wherever it stands
            root.children.append(node)
            continue
        appended = _is_appendix(node, stack, view)
        if appended:
            del stack[1:]
        parent = parent_of(stack, node, view)
        while stack[-1] is not parent:
            stack.pop()
        parent.children.append(node)
        opens = node.style not in (Style.ROW, Style.PLAIN) or _opens_list(node, view) or appended
        if opens and node.heading not in _CLOSED and not points_back(parent, node, items):
            stack.append(node)
        if parent is not root and parent.heading is not Heading.RESOLUTION and node.ordinal:
            items.add(node.ordinal)
    sink_rulings(root, view)
    lift_rulings(root, view)
    return tuple(_freeze(child, view, "") for child in root.children)


def _proposer_last(blocks: list[Block]) -> list[Block]:
    """提案單位 right before 案由 belongs to the item that begins there, where the first 案由 has one before it."""
    ordered = list(blocks)
    before = [(at, one) for at, (one, other) in enumerate(pairwise(blocks)) if _is_bare_subject(other)]
    if before and before[0][1].heading is Heading.PROPOSER:
        for at, one in before:
            if one.heading is Heading.PROPOSER and not one.mark:
                ordered[at], ordered[at + 1] = blocks[at + 1], one
    return ordered


def _is_bare_subject(block: Block) -> bool:
    """案由： without a number."""
    return block.heading is Heading.SUBJECT and (block.mark is None or block.mark.ordinal is None)


def _parts_of_agenda(blocks: list[Block], view: str) -> list[Block]:
    """討論議題 with nothing behind it, before the first item or list: a part of the agenda and no item."""
    return [
        replace(block, heading=Heading.PROPOSALS) if _opens_part(block, follows, view) else block
        for block, follows in pairwise((*blocks, None))
        if block
    ]


def _opens_part(block: Block, follows: Block | None, view: str) -> bool:
    numbered = follows is not None and follows.mark is not None and follows.mark.ordinal is not None
    if follows is not None and not numbered:  # 【成案】
        numbered = outcome_of(follows.body(view).text) is not None
    alone = block.heading is Heading.SUBJECT and block.rest == block.end
    return (
        alone and numbered and (block.mark is None or block.mark.ordinal is None or block.mark.style is not Style.CASE)
    )


def _header_follows(blocks: list[Block], at: int) -> bool:
    """Whether a header goes on after a line: the hour of 散會 may stand in it."""
    return any(block.heading in HEADER for block in blocks[at + 1 : at + 4])


def _opens_list(node: Node, view: str) -> bool:
    """An unnumbered line that announces what follows (列管案件（計 7 案）：)."""
    if node.style is not Style.PLAIN or node.block is None:
        return False
    text = _COUNTED.sub("", node.block.body(view).text)
    reports = text.endswith("）") and agenda_words().headings.group.match(text)  # 交通組（報告機關：新北市政府交通局）
    named = len(text) <= _LONGEST_HEADING and agenda_words().headings.heads_list.fullmatch(text)
    proposed = text.startswith("（") and agenda_words().headings.proposer.match(text)  # （雲林縣提案）
    return ((text.endswith("：") or bool(reports)) and len(text) <= 40) or bool(named or proposed)


def _announces_agenda(node: Node, view: str) -> bool:
    return node.block is not None and agenda_words().headings.draft.search(node.block.body(view).text) is not None


def _is_appendix(node: Node, stack: list[Node], view: str) -> bool:
    """Whether a line behind 散會 heads a list or table that belongs to the sitting (附表　列管合作案一覽)."""
    form = agenda_words().headings.appendix
    ended = any(o.heading is Heading.END or (o.block and form.search(o.block.body(view).text)) for o in stack[1:2])
    if not ended or node.style is not Style.PLAIN or node.block is None:
        return False
    return form.search(node.block.body(view).text) is not None


def _opens_agenda_part(node: Node) -> bool:
    """Whether an unnumbered line is a part of the agenda (【新提案】), which ends the list above it."""
    return node.style is Style.LABEL and node.heading is Heading.PROPOSALS


def _close_preliminaries(stack: list[Node], view: str) -> None:
    """致詞：略, 確認前次會議紀錄： 准予備查, 緣起：…。: what is numbered or listed behind them is no part of them."""
    first = stack[1] if len(stack) > 1 else None
    if first is None or first.style is not Style.LABEL or first.block is None:
        return
    preamble = agenda_words().headings.preamble.fullmatch(first.block.label)
    if first.heading not in _PRELIMINARIES and not (preamble and first.block.body(view).text.endswith("。")):
        return
    if first.block.rest not in (None, first.block.end) or any(c.style is Style.PLAIN for c in first.children):
        del stack[1:]


def _close_list(stack: list[Node], node: Node, view: str) -> None:
    """End the list above another one; 列管案： ends the part of the agenda that an unnumbered 新提案 opened."""
    tracked = node.block is not None and agenda_words().lists.tracked.search(node.block.body(view).text)
    for at, open_node in enumerate(stack):
        ended = tracked and (_opens_agenda_part(open_node) or _is_noted(open_node))
        if at and (open_node.style is Style.PLAIN or ended):
            del stack[at:]
            return


def _is_noted(node: Node) -> bool:
    """Whether an unnumbered report has its 決定 already (報告事項：…。 決定：洽悉。)."""
    ruled = any(child.heading is Heading.RESOLUTION for child in node.children)
    return node.style is Style.LABEL and node.heading is Heading.REPORT and ruled


def _node(block: Block) -> Node:
    if block.cells:
        return Node(block, Style.ROW)
    if block.mark:
        return Node(block, block.mark.style, block.mark.ordinal)
    if block.heading is Heading.SUBJECT:
        return Node(block, Style.CASE)
    return Node(block, Style.LABEL if block.heading else Style.PLAIN)


def _freeze(node: Node, view: str, above: str) -> Section:
    block = node.block
    assert block is not None
    number = block.mark.written if block.mark else ""
    step = number or block.label
    path = "/".join(part for part in (above, step) if part)
    body = flow(view, [(s, e) for s, e in block.spans]) if not block.cells else Flow("", ())
    rest = block.after_label(view) if block.label and node.heading else body
    return Section(
        style=node.style,
        ordinal=node.ordinal,
        number=number,
        label=block.label,
        heading=node.heading,
        body=body,
        rest=rest,
        path=path,
        cells=tuple(flow(view, spans) for spans in block.cells),
        children=tuple(_freeze(child, view, path) for child in node.children),
    )
