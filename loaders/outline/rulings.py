"""Rulings behind a list: of more than its last member, they hang on the list; of each, they hang on each.

Always true: only a ruling that no earlier member has the like of is moved, with all that stands behind it.
"""

from __future__ import annotations

from loaders.lexicon.agenda import agenda_words
from loaders.lexicon.decisions import decision_words
from loaders.lexicon.headings import Heading
from loaders.lexicon.lifecycle import lifecycle_words
from loaders.outline.branch import Node
from loaders.outline.marks import Style
from loaders.row_numbers import SEVERAL, rows_of

_SORT = 3
"""Characters by which a ruling is seen to speak of what sorts a list (交通類, 澎湖縣)."""
_RULES = frozenset({Heading.RESOLUTION, Heading.CONCLUSION})


def lift_rulings(node: Node, view: str) -> None:
    """Hang every ruling beneath a node on the list that it speaks of. The tree is changed in place."""
    for child in node.children:
        lift_rulings(child, view)
    members = [child for child in node.children if child.ordinal or (child.style is Style.PLAIN and child.children)]
    last = members[-1] if members else None
    if last is None or last is not node.children[-1] or last.heading is not None:
        return
    members = [member for member in members if member.style is last.style]
    holder = _holder(last)
    if holder is None or len(members) < 2 or any(_is_ruled(member) for member in members[:-1]):
        return
    at = next(at for at, child in enumerate(holder.children) if child.heading in _RULES)
    if _speaks_of(members, holder.children[at], view):
        node.children += holder.children[at:]
        del holder.children[at:]


def sink_rulings(node: Node, view: str) -> None:
    """Hang on each member of a list the ruling behind it, where the next member hangs on that ruling.

    （一）「A」：甲局提案。 決議：… （二）「B」：乙局提案。 決議：…
    """
    for child in node.children:
        sink_rulings(child, view)
    _sink_beneath_paragraphs(node, view)
    at = next((at for at, child in enumerate(node.children) if child.heading in _RULES), 0)
    before, rulings = node.children[at - 1 : at], node.children[at:]
    if not before or len(rulings) < 2 or not all(ruling.heading in _RULES for ruling in rulings):
        return
    (above,) = before
    host = node if above.ordinal else above  # 提報事項：…（1）「A」：…。 裁示：…
    first = host.children[at - 1 if host is node else -1] if host.children else None
    if first is None or first.ordinal != 1:
        return
    *linked, last = rulings
    members = [first]
    for ordinal, ruling in enumerate(linked, start=2):
        (*own, following) = ruling.children or [ruling]
        if following.style is not first.style or following.ordinal != ordinal or any(child.ordinal for child in own):
            return
        members.append(following)
    for member, ruling in zip(members, linked, strict=False):
        ruling.children = ruling.children[:-1]
        member.children.append(ruling)
    members[-1].children.append(last)
    del node.children[at:]
    host.children[-1:] = members


def _sink_beneath_paragraphs(node: Node, view: str) -> None:
    """某組提報「A」請准解列。 決定：如擬。 某組提報新增「B」。 決定：同意。: each paragraph with its ruling."""
    at = next((at for at, child in enumerate(node.children) if child.heading in _RULES), 0)
    rulings = node.children[at:]
    labels = {child.block.label for child in rulings if child.block}
    if at == 0 or node.style is Style.CASE or len(rulings) < 2 or len(labels) > 1:
        return
    paragraphs = [node.children[at - 1]]
    for ruling in rulings[:-1]:
        if ruling.heading not in _RULES or len(ruling.children) != 1:
            return
        paragraphs += ruling.children
    if rulings[-1].heading not in _RULES or not all(_puts(paragraph, view) for paragraph in paragraphs):
        return
    for paragraph, ruling in zip(paragraphs, rulings, strict=True):
        ruling.children = [child for child in ruling.children if child not in paragraphs]
        paragraph.children.append(ruling)
    node.children[at - 1 :] = paragraphs


def _puts(paragraph: Node, view: str) -> bool:
    """Whether an unnumbered sentence puts a case before the sitting, or a group says that it has none."""
    if paragraph.style is not Style.PLAIN or paragraph.children or paragraph.block is None:
        return False
    text = paragraph.block.body(view).text
    return text.endswith("。") and ("「" in text or agenda_words().headings.group_reports.match(text) is not None)


def _holder(member: Node) -> Node | None:
    """The node beneath which a ruling hangs at the end of a member: itself, or the last of what it lists."""
    if any(child.heading in _RULES for child in member.children):
        return member
    last = member.children[-1] if member.children else None
    return _holder(last) if last is not None and last.ordinal else None


def _is_ruled(member: Node) -> bool:
    return any(part.heading in _RULES for part in member.walk())


def _speaks_of(members: list[Node], ruling: Node, view: str) -> bool:
    """Whether a ruling speaks of the others, of all of them, or points to members by their numbers."""
    text = "\n".join(part.block.body(view).text for part in ruling.walk() if part.block)
    if agenda_words().headings.own_case.search(text):
        return False
    rest = lifecycle_words().binding.rest.search(text)
    pointed = {row for run in SEVERAL.finditer(text) for row in rows_of(run[0])}
    others = {str(member.ordinal) for member in members[:-1]}
    codes = [member.block.mark.written for member in members[:-1] if member.block and member.block.mark]
    coded = any(not code.isdigit() and code[-1].isdigit() and code in text for code in codes)  # 交4同意新增；衛3…
    sorts = [member.block.body(view).text.rstrip("：")[:_SORT] for member in members[:-1] if member.block]
    sorted_out = any(sort in text for sort in sorts if len(sort) == _SORT)
    of_all = agenda_words().headings.of_all.search(text) is not None
    of_rest = rest is not None and (not rest["work"] or decision_words().passing.search(text, rest.end()) is not None)
    return of_all or sorted_out or coded or of_rest or bool(pointed & others)
