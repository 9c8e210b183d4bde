"""The open branch of a growing tree, and where on it a new section hangs.

Always true: nothing here changes a node; the answer is a node of the branch, the root where nothing else may hold it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from loaders.lexicon.agenda import agenda_words
from loaders.lexicon.headings import AGENDA_LABELS, HEADER, Heading
from loaders.numerals import NUMERAL, numeral
from loaders.outline.lines import Block
from loaders.outline.marks import Style
from loaders.row_numbers import JOINT_RULING, SEVERAL, STEMS

_TOLD = re.compile(r"[。；，：]")
"""Signs of a sentence, which no name holds."""
_REMARK = re.compile("（[^（）]*）$")
"""Who proposes it, behind a name."""
_STATED = re.compile(rf"([{NUMERAL}]{{1,3}})[個項件]?案")
_COMMENT = re.compile("[^，。；：]{2,20}[局處府會署所組](?:補充|說明|表示|建議|意見|回應)：")
_PARTS = frozenset({Heading.PROPOSALS, Heading.MOTION, Heading.REPORT})
"""Parts of the agenda."""
_RANK = {style: at for at, style in enumerate(Style)}
"""Styles from the outermost to the innermost."""
_DEEPEST = 3
"""How often a numbering may stand within itself; beyond that a restarted one stands beside the last."""


@dataclass(slots=True)
class Node:
    """A section while it grows."""

    block: Block | None
    style: Style
    ordinal: int | None = None
    children: list[Node] = field(default_factory=list)

    @property
    def heading(self) -> Heading | None:
        return self.block.heading if self.block else None

    def walk(self) -> Iterator[Node]:
        """This node and all beneath it."""
        yield self
        for child in self.children:
            yield from child.walk()


def parent_of(stack: list[Node], node: Node, view: str) -> Node:
    """Where in the open branch a new section hangs."""
    if node.style is Style.FORMAL and _written(node) in STEMS:
        return _parent_of_stem(stack, node, view)
    if node.style is Style.FORMAL or node.heading in HEADER or node.heading is Heading.END:
        return stack[0]
    if node.style is Style.PLAIN and node.block and JOINT_RULING.match(node.block.body(view).text):
        items = [at for at, o in enumerate(stack) if o.style is Style.CASE] or [_numbered(stack)]
        return stack[max(items[0], 1) - 1]
    if node.style in (Style.ROW, Style.PLAIN):
        told = _told_item(stack, node, view) if node.block and node.block.sign else None
        told = len(stack) - 2 if _is_filled(stack[-1]) and _is_sentence(node, view) else told
        told = len(stack) - 2 if _comments(stack, node, view) or _closes(stack, node, view) else told
        return stack[-1] if told is None else stack[told]
    if node.style is Style.LABEL:
        return _parent_of_label(stack, node, view)
    if node.style is Style.CASE and node.ordinal is None:
        for at in range(len(stack) - 1, 0, -1):  # 案由： under 提案一 is its subject
            above = [child.heading for child in stack[at].children]
            bare = all(kind in (Heading.PROPOSER, Heading.RESPONSIBLE) for kind in above)
            if stack[at].style is Style.CASE and stack[at].heading in (None, Heading.PROPOSER) and bare:
                return stack[at]
    if node.style is Style.CASE and node.ordinal == 1 and _announces(stack[-1], view):
        return stack[-1]  # 說明：列管案件如下： 第1案 A
    for at in range(len(stack) - 1, 0, -1):
        if node.style is Style.BULLET and stack[at].style is Style.LABEL and _sign(stack[at]) == _written(node):
            return stack[at - 1]  # a bullet stands beside the label that has one, too
    same = [i for i, open_node in enumerate(stack) if i > 0 and _same_style(open_node, node)]
    if not same:
        return _parent_of_new_style(stack, node, view)
    for at in reversed(same):
        if _alike(stack[at], node) and node.ordinal in (None, (stack[at].ordinal or 0) + 1):
            return stack[at - 1]
    restarts = node.ordinal == 1 and node.style is not Style.CASE and len(same) < _DEEPEST
    opens = stack[-1].heading in AGENDA_LABELS or (stack[-1].heading in _PARTS and (stack[-1].ordinal or 0) > 1)
    if restarts and (stack[-1].style is not node.style or opens):
        return stack[-1]  # 七、提案討論, and its 一、
    alike = [i for i in same if _alike(stack[i], node)]
    return stack[(alike or same)[-1] - 1]


def _parent_of_stem(stack: list[Node], node: Node, view: str) -> Node:
    """甲、乙、 are parts of the agenda, but for those beneath a numbered line that announces them (六、結案者：)."""
    above = stack[-1]
    heads = above.block is not None and (above.block.body(view).text.endswith("：") or _counts(above, view))
    announced = (above.ordinal or above.style is Style.PLAIN) and above.heading is None and heads
    text = above.block.body(view).text if above.block else ""
    lists = above.heading is None and agenda_words().headings.heads_list.fullmatch(text) is not None
    part = above.heading is Heading.PROPOSALS and bool(above.ordinal) and not above.children
    parts = [child for child in stack[0].children if (child.ordinal or 0) > 1]
    formal = any(part.style is Style.FORMAL and _written(part) not in STEMS for part in parts)
    others = formal or ({part.style for part in parts} & {Style.CJK, Style.FORMAL} == {Style.CJK})
    numbered = above.ordinal and above.heading is None and above.style is not Style.FORMAL and others
    goes_on = len(stack) > 2 and _follows_last(above, node)  # 以上二案…, between 戊、 and 己、
    if goes_on or (node.ordinal == 1 and (announced or lists or part or numbered)):
        return above
    beside = (at for at in range(len(stack) - 1, 1, -1) if stack[at].style is Style.FORMAL)
    return stack[next((at - 1 for at in beside if node.ordinal == (stack[at].ordinal or 0) + 1), 0)]


def _same_style(one: Node, other: Node) -> bool:
    """Whether two lines are numbered alike; bullets by their signs."""
    if one.style is not other.style:
        return False
    signs = [node.block.mark.written for node in (one, other) if node.block and node.block.mark]
    return one.style is not Style.BULLET or len(set(signs)) < 2


def _alike(sibling: Node, node: Node) -> bool:
    """案由 follows 案由: an agenda item is never the next point of another item's resolution."""
    return (sibling.heading is Heading.SUBJECT) == (node.heading is Heading.SUBJECT)


def points_back(parent: Node, node: Node, items: set[int]) -> bool:
    """Whether a line of a resolution points to an item by its number. ``items``: the numbers of those above."""
    return parent.heading is Heading.RESOLUTION and node.style is Style.CASE and node.ordinal in items


def _parent_of_new_style(stack: list[Node], node: Node, view: str) -> Node:
    ruling = stack[-1] if stack[-1].heading is Heading.RESOLUTION else None
    if ruling and (_follows_last(ruling, node) or _repeats(stack[0], node) or _points_on(ruling, node, view)):
        return ruling
    if (listed := _list_before_label(stack, node)) is not None:
        return listed
    if (node.ordinal or 0) > 1 and len(stack) > 1 and (node.heading in _PARTS or _is_cut_off(stack, node)):
        return stack[0]
    if (node.ordinal or 0) > 1 and stack[-1].heading in HEADER and not stack[-1].children:
        return stack[0]  # 參、主席：…, and 七、提案討論 behind it
    if node.style is not Style.CASE:
        return stack[-1]
    labels = [i for i, o in enumerate(stack) if o.style is Style.LABEL and o.heading in AGENDA_LABELS]
    if labels and stack[labels[0]].heading is Heading.RESOLUTION:
        items = {child.ordinal for child in stack[labels[0] - 1].children if child.style is Style.CASE}
        if node.ordinal and node.ordinal in items:
            return stack[labels[0]]
    if labels:
        return stack[labels[0] - 1]
    at = len(stack) - 1
    while at and (node.ordinal or 0) > 1 and _tells(stack[at], view):
        at -= 1  # 案由三 behind the points of an item whose head is cut off
    return stack[at]


def _list_before_label(stack: list[Node], node: Node) -> Node | None:
    """Whose list goes on behind the 決議 of its first members (一、A 二、B 決議：… 三、C)."""
    labels = (at for at in range(len(stack) - 1, 1, -1) if stack[at].heading is Heading.RESOLUTION)
    ruled = (stack[at - 1] for at in labels if stack[at].style is Style.LABEL)
    lists = (above for above in ruled if len(above.children) > 2 and above.children[-3].ordinal)
    return next((above for above in lists if (node.ordinal or 0) > 1 and _follows_last(above, node)), None)


def _points_on(ruling: Node, node: Node, view: str) -> bool:
    """Whether the lines of a resolution point to rows by number, as this one does (編號1、4：解列。 編號3：撤案。)."""
    several = node.style is Style.CASE and bool(node.ordinal)
    return several and any(child.block and SEVERAL.match(child.block.body(view).text) for child in ruling.children)


def _repeats(root: Node, node: Node) -> bool:
    """Whether an item of that number stands above already (第二案：持續列管。)."""
    if node.style is not Style.CASE or not node.ordinal:
        return False
    return any(above.style is Style.CASE and above.ordinal == node.ordinal for above in root.walk())


def _follows_last(parent: Node, node: Node) -> bool:
    """Whether a number is the next of a parent's last child (決議：A-1：…。 A-2：…。)."""
    last = next((child for child in reversed(parent.children) if child.ordinal), None)
    return last is not None and _same_style(last, node) and node.ordinal == (last.ordinal or 0) + 1


def _is_cut_off(stack: list[Node], node: Node) -> bool:
    """Whether the head of what stands open is cut off: 裁示： before （三）, or （五） before 二、."""
    outermost = stack[1]
    ruled = outermost is stack[-1] and outermost.heading is Heading.RESOLUTION
    return ruled or _RANK[node.style] < _RANK[outermost.style] <= _RANK[Style.SMALL_LETTER]


def _tells(node: Node, view: str) -> bool:
    """Whether a numbered line is a sentence, and heads nothing."""
    return bool(node.ordinal and node.block and node.block.body(view).text.endswith("。"))


def _announces(label: Node, view: str) -> bool:
    """Whether a 說明 ends with a colon or says that cases follow (計8案如下，…。), and has nothing beneath it yet."""
    if label.heading is not Heading.EXPLANATION or label.block is None or label.children:
        return False
    text = label.block.body(view).text
    return text.endswith("：") or agenda_words().headings.below.search(text) is not None


def _parent_of_label(stack: list[Node], node: Node, view: str) -> Node:
    if node.heading is Heading.RESOLUTION and [o.heading for o in stack[1:]] == [Heading.OPENING]:
        return stack[0]  # 主席致詞：略 主席裁示：…
    beside = [i for i, o in enumerate(stack) if _sign(node) and _written(o) == _sign(node)]
    if node.heading not in AGENDA_LABELS and beside:
        return stack[beside[0] - 1]  # ■ 新提案 behind ■ 列管案
    if node.heading not in AGENDA_LABELS:
        decided = _decided_item(stack) if _is_alone(node, view) else None
        if node.heading is Heading.CONCLUSION and decided:
            return stack[decided - 1] if stack[1].ordinal else stack[0]
        if node.heading in _PARTS and decided:
            return stack[decided - 1]  # 提案討論 behind the items of a list
        tops = [i for i, open_node in enumerate(stack) if open_node.style is Style.LABEL]
        return stack[tops[0] - 1] if tops else stack[min(1, len(stack) - 1)]
    told = _told_item(stack, node, view)
    if told is not None:
        return stack[told]
    for at in range(1, len(stack)):
        if stack[at].style is Style.CASE and stack[at].ordinal and _decides_all(stack, at, node):
            return stack[at - 1]
    for at in range(len(stack) - 1, 0, -1):
        if stack[at].style is Style.LABEL and stack[at].heading in AGENDA_LABELS:
            return stack[0] if _concludes(stack[at - 1], node, view) else stack[at - 1]
    if _is_titled_item(stack, node, view) or _is_ruled_like(stack, node, view):
        return stack[_numbered(stack)]
    cases = [i for i, o in enumerate(stack) if o.style is Style.CASE or o.heading is Heading.SUBJECT]
    if cases and (stack[cases[-1]].style is Style.FORMAL or not _is_bare_row(stack, cases[-1])):
        return stack[cases[-1]]
    return stack[cases[-1] - 1] if cases else stack[_owner(stack, node, view)]


def _told_item(stack: list[Node], node: Node, view: str) -> int | None:
    """The name of which bullets tell before a 決議 or an arrow, which is about it and not about the last bullet."""
    last, item = len(stack) - 1, len(stack) - 2
    if item < 1 or stack[last].style is not Style.BULLET or not _is_name(stack[item], view):
        return None
    block = stack[last].block
    told = block is not None and (_written(stack[last]) == _sign(node) or _TOLD.search(block.body(view).text))
    return item if told else None


def _is_name(node: Node, view: str) -> bool:
    """Whether a numbered line may be nothing but the name of a case, and heads no list."""
    if node.block is None or node.block.heading or node.style in (Style.FORMAL, Style.LABEL, Style.PLAIN):
        return False
    words, text = agenda_words(), node.block.body(view).text
    text = text.removesuffix("：") if text.endswith("」：") else text
    text = _REMARK.sub("", text)
    heads = (words.lists.tracked, words.lists.new, words.headings.group, words.headings.counted)
    return not _TOLD.search(text) and not any(form.search(text) for form in heads)


def _sign(node: Node) -> str:
    return node.block.sign if node.block else ""


def _written(node: Node) -> str:
    return node.block.mark.written if node.block and node.block.mark else ""


def _numbered(stack: list[Node]) -> int:
    """The innermost open line with a number."""
    return max((at for at, open_node in enumerate(stack) if open_node.ordinal), default=0)


def _is_titled_item(stack: list[Node], node: Node, view: str) -> bool:
    """Whether a label follows a bare name with a number: the first of a list, or one after another with its own."""
    at = _numbered(stack)
    if any(below.style is Style.CASE for below in stack[at:]):
        return False
    if at == 0 or not _is_name(stack[at], view) or (_counts(stack[at - 1], view) and not _goes_on(stack, at, view)):
        return False
    before = [child for child in stack[at - 1].children[:-1] if child.style is stack[at].style]
    return not before or any(child.heading in AGENDA_LABELS for child in before[-1].children)


def _is_ruled_like(stack: list[Node], node: Node, view: str) -> bool:
    """Whether the members before the last one have the same label on their own lines (（一）A：主席裁示：…)."""
    at, label = _numbered(stack), node.block.label if node.block else ""
    if at == 0 or node.heading is not Heading.RESOLUTION or not label:
        return False
    before = [child for child in stack[at - 1].children[:-1] if child.style is stack[at].style]
    return any(f"：{label}：" in child.block.body(view).text for child in before if child.block)


def _decided_item(stack: list[Node]) -> int | None:
    """Where on the branch the outermost item stands that has been decided."""
    return next((at for at in range(1, len(stack)) if _has_decision(stack[at])), None)


def _has_decision(item: Node) -> bool:
    return any(child.heading is Heading.RESOLUTION for child in item.children)


def _is_alone(node: Node, view: str) -> bool:
    """Whether nothing stands behind a label on its line."""
    if node.block is None or node.block.rest is None:
        return False
    return view.startswith("\n", node.block.rest) or view[node.block.rest - 1] == "\n"


def _concludes(item: Node, node: Node, view: str) -> bool:
    """Whether a 結論 in other words than the item's own 決議, alone on its line, is that of the whole sitting."""
    if node.heading is not Heading.RESOLUTION or node.block is None or not _is_alone(node, view):
        return False
    labels = [c.block.label for c in item.children if c.heading is Heading.RESOLUTION and c.block]
    return bool(labels) and node.block.label not in labels


def _decides_all(stack: list[Node], at: int, node: Node) -> bool:
    """Whether a 決議 behind several items of which none has one is that of them all (五案併同討論)."""
    if node.heading is not Heading.RESOLUTION:
        return False
    siblings = [s for s in stack[at - 1].children[:-1] if s.style is stack[at].style]
    return len(siblings) > 1 and all(_only_asks(sibling) for sibling in siblings)


def _only_asks(item: Node) -> bool:
    """Whether an item says what it asks for and has no 決議."""
    kinds = {child.heading for child in item.walk()}
    asked = kinds & {Heading.SUBJECT, Heading.EXPLANATION, Heading.PROPOSER}
    return bool(asked) and Heading.RESOLUTION not in kinds


def _is_bare_row(stack: list[Node], at: int) -> bool:
    """Whether an item is the last of a list of items that have nothing beneath them."""
    siblings = [s for s in stack[at - 1].children if s.style is stack[at].style]
    return len(siblings) > 2 and not any(_says_more(sibling) for sibling in siblings)


def _owner(stack: list[Node], node: Node, view: str) -> int:
    """Whose 決議 or 小組擬辦 it is beneath lists of bare names: that of the item with the lists, not of a member."""
    at, closes = len(stack) - 1, node.heading in (Heading.RESOLUTION, Heading.MEASURES)
    while at > 1 and closes and stack[at].heading is None:
        before = stack[at - 1].children[:-1]
        ruled = max((i for i, s in enumerate(before) if s.heading is Heading.RESOLUTION), default=-1)
        siblings = [s for s in before[ruled + 1 :] if s.style is stack[at].style]
        told = any(_says_more(child) or _is_sentence(child, view) for child in stack[at].children)
        counted = _counts(stack[at - 1], view) and not told
        if not (counted or _is_empty(stack[at], view)) and (not siblings or any(_says_more(s) for s in siblings)):
            break
        at -= 1
    return at


def _is_sentence(node: Node, view: str) -> bool:
    """Whether an unnumbered line tells something (臺中市政府交通局：已完成。)."""
    return node.style is Style.PLAIN and node.block is not None and node.block.body(view).text.endswith("。")


def _comments(stack: list[Node], node: Node, view: str) -> bool:
    """Whether somebody speaks behind a list of bare names (某局補充：…), and not of its last member."""
    spoken = node.block is not None and _COMMENT.match(node.block.body(view).text) is not None
    return spoken and bool(stack[-1].ordinal) and _is_bare_row(stack, len(stack) - 1)


def _closes(stack: list[Node], node: Node, view: str) -> bool:
    """Whether a line speaks of several bare names above it (以上2案持續列管。), and not of the last."""
    text = node.block.body(view).text if node.block else ""
    words = agenda_words().headings
    said = words.of_all.match(text.lstrip("（"))
    if said is None or words.joint.match(text) or len(stack) < 2 or not stack[-1].ordinal:
        return False
    stated = re.search(rf"[{NUMERAL}兩]+", said[0])
    count = (numeral(stated[0]) if stated else None) or 0
    rows = [row for row in stack[-2].children if row.style is stack[-1].style][-count:]
    return _is_name(stack[-1], view) or (1 < count == len(rows) and not any(row.children for row in rows))


def _is_filled(node: Node) -> bool:
    """Whether a label that names agencies has them on its line, so that a sentence beneath is none of them."""
    block = node.block if node.heading in (Heading.PROPOSER, Heading.RESPONSIBLE) else None
    return block is not None and node.style is Style.LABEL and block.rest not in (None, block.end)


def _is_empty(node: Node, view: str) -> bool:
    """Whether a line says that a list holds nothing (4. 解除列管：無。)."""
    return node.block is not None and agenda_words().lists.empty.search(node.block.body(view).text) is not None


def _counts(node: Node, view: str) -> bool:
    """Whether a line is the heading of a list (解除列管1案)."""
    words, text = agenda_words().headings, node.block.body(view).text if node.block else ""
    return bool(words.lists.search(text) and words.counted.search(text))


def _goes_on(stack: list[Node], at: int, view: str) -> bool:
    """Whether a list has not yet as many members as its heading counts (計8案), so that a 決議 is its member's own."""
    above = stack[at - 1].block
    stated = _STATED.search(above.body(view).text) if above else None
    return bool(stated and (stack[at].ordinal or 0) < (numeral(stated[1]) or 0))


def _says_more(node: Node) -> bool:
    """Whether anything but a list stands beneath a line."""
    return any(c.style in (Style.PLAIN, Style.LABEL, Style.ROW) or _says_more(c) for c in node.children)
