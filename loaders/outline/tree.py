"""Blocks → a tree of sections.

Always true: a section's ``body`` is its own line without the number (a label such as 決議： stays in it, ``rest`` comes
after it); children stand in reading order; ``path`` names the section by the numbers above it (柒/案由二/決議/三).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from loaders.folding import Flow, flow
from loaders.lexicon.agenda import agenda_words
from loaders.lexicon.headings import AGENDA_LABELS, HEADER, Heading
from loaders.outline.lines import Block
from loaders.outline.marks import Style

_CLOSED = frozenset({Heading.TITLE, Heading.DATE, Heading.PLACE, Heading.RECORDER})
"""Parts of the header beneath which nothing stands."""
_PRELIMINARIES = frozenset({Heading.OPENING, Heading.PREVIOUS})
_DEEPEST = 3
"""How often a numbering may stand within itself; beyond that a restarted one stands beside the last."""


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


@dataclass(slots=True)
class _Node:
    """A section while it grows."""

    block: Block | None
    style: Style
    ordinal: int | None = None
    children: list[_Node] = field(default_factory=list)

    @property
    def heading(self) -> Heading | None:
        return self.block.heading if self.block else None

    def walk(self) -> Iterator[_Node]:
        """This node and all beneath it."""
        yield self
        for child in self.children:
            yield from child.walk()


def grow(view: str, blocks: list[Block]) -> tuple[Section, ...]:
    """The tree of a sitting's blocks."""
    root = _Node(None, Style.PLAIN)
    stack = [root]
    blocks = _parts_of_agenda(_proposer_last(blocks))
    for at, block in enumerate(blocks):
        node = _node(block)
        if _opens_list(node, view) or _opens_agenda_part(node):
            _close_list(stack)
        if node.ordinal or _opens_list(node, view):
            _close_preliminaries(stack)
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
        parent = _parent(stack, node, view)
        while stack[-1] is not parent:
            stack.pop()
        parent.children.append(node)
        opens = node.style not in (Style.ROW, Style.PLAIN) or _opens_list(node, view) or appended
        if opens and node.heading not in _CLOSED and not _points_back(parent, node):
            stack.append(node)
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


def _parts_of_agenda(blocks: list[Block]) -> list[Block]:
    """討論議題 with nothing behind it, before the first numbered item: a part of the agenda and no item."""
    return [
        replace(block, heading=Heading.PROPOSALS) if _opens_part(block, follows) else block
        for block, follows in pairwise((*blocks, None))
        if block
    ]


def _opens_part(block: Block, follows: Block | None) -> bool:
    numbered = follows is not None and follows.mark is not None and follows.mark.ordinal is not None
    alone = block.heading is Heading.SUBJECT and block.rest == block.end
    return (
        alone and numbered and (block.mark is None or block.mark.ordinal is None or block.mark.style is not Style.CASE)
    )


def _header_follows(blocks: list[Block], at: int) -> bool:
    """Whether a header goes on after a line: the hour of 散會 may stand in it."""
    return any(block.heading in HEADER for block in blocks[at + 1 : at + 4])


def _opens_list(node: _Node, view: str) -> bool:
    """An unnumbered line that announces what follows (列管案件（計 7 案）：)."""
    if node.style is not Style.PLAIN or node.block is None:
        return False
    text = node.block.body(view).text
    reports = text.endswith("）") and agenda_words().headings.group.match(text)  # 交通組（報告機關：新北市政府交通局）
    return (text.endswith("：") or bool(reports)) and len(text) <= 40


def _is_appendix(node: _Node, stack: list[_Node], view: str) -> bool:
    """Whether a line behind 散會 heads a list or table that belongs to the sitting (附表　列管合作案一覽)."""
    ended = any(open_node.heading is Heading.END for open_node in stack)
    if not ended or node.style is not Style.PLAIN or node.block is None:
        return False
    return agenda_words().headings.appendix.search(node.block.body(view).text) is not None


def _opens_agenda_part(node: _Node) -> bool:
    """Whether an unnumbered line is a part of the agenda (【新提案】), which ends the list above it."""
    return node.style is Style.LABEL and node.heading is Heading.PROPOSALS


def _close_preliminaries(stack: list[_Node]) -> None:
    """致詞：略, 確認前次會議紀錄： 准予備查: what is numbered or listed behind them is no part of them."""
    first = stack[1] if len(stack) > 1 else None
    if first is None or first.style is not Style.LABEL or first.heading not in _PRELIMINARIES or first.block is None:
        return
    if first.block.rest not in (None, first.block.end) or any(c.style is Style.PLAIN for c in first.children):
        del stack[1:]


def _close_list(stack: list[_Node]) -> None:
    plain = next((i for i, open_node in enumerate(stack) if open_node.style is Style.PLAIN and i > 0), None)
    if plain is not None:
        del stack[plain:]


def _node(block: Block) -> _Node:
    if block.cells:
        return _Node(block, Style.ROW)
    if block.mark:
        return _Node(block, block.mark.style, block.mark.ordinal)
    if block.heading is Heading.SUBJECT:
        return _Node(block, Style.CASE)
    return _Node(block, Style.LABEL if block.heading else Style.PLAIN)


def _parent(stack: list[_Node], node: _Node, view: str) -> _Node:
    """Where in the open branch a new section hangs."""
    if node.style is Style.FORMAL or node.heading in HEADER or node.heading is Heading.END:
        return stack[0]
    if node.style in (Style.ROW, Style.PLAIN):
        return stack[-1]
    if node.style is Style.LABEL:
        return _parent_of_label(stack, node, view)
    if node.style is Style.CASE and node.ordinal is None:
        for at in range(len(stack) - 1, 0, -1):  # 案由： under 提案一 is its subject
            above = [child.heading for child in stack[at].children]
            bare = all(kind in (Heading.PROPOSER, Heading.RESPONSIBLE) for kind in above)
            if stack[at].style is Style.CASE and stack[at].heading in (None, Heading.PROPOSER) and bare:
                return stack[at]
    same = [i for i, open_node in enumerate(stack) if i > 0 and _same_style(open_node, node)]
    if not same:
        return _parent_of_new_style(stack, node)
    for at in reversed(same):
        if _alike(stack[at], node) and node.ordinal in (None, (stack[at].ordinal or 0) + 1):
            return stack[at - 1]
    restarts = node.ordinal == 1 and node.style is not Style.CASE and len(same) < _DEEPEST
    if restarts and (stack[-1].style is not node.style or stack[-1].heading in AGENDA_LABELS):
        return stack[-1]
    alike = [i for i in same if _alike(stack[i], node)]
    return stack[(alike or same)[-1] - 1]


def _same_style(one: _Node, other: _Node) -> bool:
    """Whether two lines are numbered alike; bullets by their signs."""
    if one.style is not other.style:
        return False
    signs = [node.block.mark.written for node in (one, other) if node.block and node.block.mark]
    return one.style is not Style.BULLET or len(set(signs)) < 2


def _alike(sibling: _Node, node: _Node) -> bool:
    """案由 follows 案由: an agenda item is never the next point of another item's resolution."""
    return (sibling.heading is Heading.SUBJECT) == (node.heading is Heading.SUBJECT)


def _points_back(parent: _Node, node: _Node) -> bool:
    """Whether a line of a resolution points to an item by its number."""
    return parent.heading is Heading.RESOLUTION and node.style is Style.CASE and node.ordinal is not None


def _parent_of_new_style(stack: list[_Node], node: _Node) -> _Node:
    if node.style is not Style.CASE:
        return stack[-1]
    labels = [i for i, o in enumerate(stack) if o.style is Style.LABEL and o.heading in AGENDA_LABELS]
    if labels and stack[labels[0]].heading is Heading.RESOLUTION:
        items = {child.ordinal for child in stack[labels[0] - 1].children if child.style is Style.CASE}
        if node.ordinal in items:
            return stack[labels[0]]
    return stack[labels[0] - 1] if labels else stack[-1]


def _parent_of_label(stack: list[_Node], node: _Node, view: str) -> _Node:
    if node.heading not in AGENDA_LABELS:
        tops = [i for i, open_node in enumerate(stack) if open_node.style is Style.LABEL]
        return stack[tops[0] - 1] if tops else stack[min(1, len(stack) - 1)]
    for at in range(1, len(stack)):
        if stack[at].style is Style.CASE and stack[at].ordinal and _decides_all(stack, at, node):
            return stack[at - 1]
    for at in range(len(stack) - 1, 0, -1):
        if stack[at].style is Style.LABEL and stack[at].heading in AGENDA_LABELS:
            return stack[0] if _concludes(stack[at - 1], node, view) else stack[at - 1]
    if _is_titled_item(stack, node, view):
        return stack[_numbered(stack)]
    cases = [i for i, o in enumerate(stack) if o.style is Style.CASE or o.heading is Heading.SUBJECT]
    if cases and not _is_bare_row(stack, cases[-1]):
        return stack[cases[-1]]
    return stack[cases[-1] - 1] if cases else stack[_owner(stack, node, view)]


def _numbered(stack: list[_Node]) -> int:
    """The innermost open line with a number."""
    return max((at for at, open_node in enumerate(stack) if open_node.ordinal), default=0)


def _is_titled_item(stack: list[_Node], node: _Node, view: str) -> bool:
    """Whether a 裁示 follows a name listed right beneath an item: the first, or one after another with its own."""
    at = _numbered(stack)
    if node.heading is not Heading.RESOLUTION or stack[at].style is Style.CASE or stack[at - 1].style is not Style.CASE:
        return False
    block = stack[at].block
    if block is None or block.heading or re.search(r"[。；，：]", block.body(view).text):
        return False
    before = [child for child in stack[at - 1].children[:-1] if child.style is stack[at].style]
    return not before or any(child.heading is Heading.RESOLUTION for child in before[-1].children)


def _concludes(item: _Node, node: _Node, view: str) -> bool:
    """Whether a 結論 in other words than the item's own 決議, alone on its line, is that of the whole sitting."""
    if node.heading is not Heading.RESOLUTION or node.block is None or node.block.rest is None:
        return False
    if not view.startswith("\n", node.block.rest) and view[node.block.rest - 1] != "\n":
        return False
    labels = [c.block.label for c in item.children if c.heading is Heading.RESOLUTION and c.block]
    return bool(labels) and node.block.label not in labels


def _decides_all(stack: list[_Node], at: int, node: _Node) -> bool:
    """Whether a 決議 behind several items of which none has one is that of them all (五案併同討論)."""
    if node.heading is not Heading.RESOLUTION:
        return False
    siblings = [s for s in stack[at - 1].children[:-1] if s.style is stack[at].style]
    labels = [{child.heading for child in sibling.walk()} for sibling in siblings]
    asked = all(kinds & {Heading.SUBJECT, Heading.EXPLANATION, Heading.PROPOSER} for kinds in labels)
    decided = any(Heading.RESOLUTION in kinds for kinds in labels)
    return len(siblings) > 1 and asked and not decided


def _is_bare_row(stack: list[_Node], at: int) -> bool:
    """Whether an item is the last of a list of items that have nothing beneath them."""
    siblings = [s for s in stack[at - 1].children if s.style is stack[at].style]
    return len(siblings) > 2 and not any(_says_more(sibling) for sibling in siblings)


def _owner(stack: list[_Node], node: _Node, view: str) -> int:
    """Whose 決議 it is, beneath lists of bare names: that of the item which has the lists, not of their last member."""
    at = len(stack) - 1
    while at > 1 and node.heading is Heading.RESOLUTION and stack[at].heading is None:
        siblings = [s for s in stack[at - 1].children[:-1] if s.style is stack[at].style]
        counted = _counts(stack[at - 1], view) and not any(_says_more(child) for child in stack[at].children)
        if not (counted or _is_empty(stack[at], view)) and (not siblings or any(_says_more(s) for s in siblings)):
            break
        at -= 1
    return at


def _is_empty(node: _Node, view: str) -> bool:
    """Whether a line says that a list holds nothing (4. 解除列管：無。)."""
    return node.block is not None and agenda_words().lists.empty.search(node.block.body(view).text) is not None


def _counts(node: _Node, view: str) -> bool:
    """Whether a line is the heading of a list (解除列管1案)."""
    words, text = agenda_words().headings, node.block.body(view).text if node.block else ""
    return bool(words.lists.search(text) and words.counted.search(text))


def _says_more(node: _Node) -> bool:
    """Whether anything but a list stands beneath a line."""
    return any(c.style in (Style.PLAIN, Style.LABEL, Style.ROW) or _says_more(c) for c in node.children)


def _freeze(node: _Node, view: str, above: str) -> Section:
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
        cells=tuple(flow(view, [span]) for span in block.cells),
        children=tuple(_freeze(child, view, path) for child in node.children),
    )
