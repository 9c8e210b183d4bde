"""Rulings behind a list that speak of more than its last member: they hang on the list and not on that member.

Always true: only a ruling that no earlier member has the like of is moved, with all that stands behind it.
"""

from __future__ import annotations

from loaders.lexicon.agenda import agenda_words
from loaders.lexicon.headings import Heading
from loaders.lexicon.lifecycle import lifecycle_words
from loaders.outline.branch import Node
from loaders.row_numbers import SEVERAL, rows_of

_RULES = frozenset({Heading.RESOLUTION, Heading.CONCLUSION})


def lift_rulings(node: Node, view: str) -> None:
    """Hang every ruling beneath a node on the list that it speaks of. The tree is changed in place."""
    for child in node.children:
        lift_rulings(child, view)
    members = [child for child in node.children if child.ordinal]
    last = members[-1] if members else None
    if last is None or last is not node.children[-1] or last.heading in _RULES:
        return
    at = next((at for at, child in enumerate(last.children) if child.heading in _RULES), None)
    members = [member for member in members if member.style is last.style]
    if at is None or len(members) < 2 or any(_is_ruled(member) for member in members[:-1]):
        return
    if _speaks_of(members, last.children[at], view):
        node.children += last.children[at:]
        del last.children[at:]


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
    of_all = agenda_words().headings.of_all.search(text) is not None
    return of_all or (rest is not None and not rest["work"]) or bool(pointed & others)
