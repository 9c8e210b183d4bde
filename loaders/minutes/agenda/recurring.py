"""Lines that name a case which is decided elsewhere in the sitting: what they tell belongs to it and decides nothing.

Always true: only a line whose number or bullet is followed by nothing but the name, its brackets and a colon is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from loaders.identity.normal import normal_form
from loaders.minutes.agenda.case_names import signed
from loaders.minutes.agenda.items import AgendaItem, NamedCase, Place, Speech, speeches
from loaders.minutes.names import Name, quoted
from loaders.outline.marks import Style
from loaders.outline.tree import Section
from loaders.row_numbers import code

_NAME = re.compile(r"[^（）：。；，]{4,60}(?=$|[（：])")
_BEHIND = re.compile(r"(?:（[^（）]*）)?[：。]?")


def names_of(items: Iterable[AgendaItem]) -> frozenset[str]:
    """Normal forms of the names that items hold."""
    return frozenset(normal_form(named.name.text) for item in items for named in item.names)


def recurring(section: Section, place: Place) -> AgendaItem | None:
    """The item of a line that names a known case."""
    line = Speech(section.body, section.path)
    found = _NAME.match(line.text) if section.ordinal or section.style is Style.BULLET else None
    if found is None or normal_form(found[0]) not in place.known:
        return None
    marks = quoted(found[0])
    whole = Name(0, found.end(), found[0], 0, found.end(), quoted=False)
    name = marks[0] if len(marks) == 1 and marks[0].outer_start == 0 else whole
    names, signs = signed((NamedCase(name, line),), place)
    behind = _BEHIND.match(line.text, found.end())
    rest = line.cut(behind.end() if behind else found.end())
    told = (*(rest,) * rest.says, *(said for child in section.children for said in speeches(child)))
    return AgendaItem(
        kind=place.kind,
        path=section.path,
        names=names,
        subject=line.cut(0, behind.end() if behind else None),
        background=told,
        proposers=signs,
        headings=place.headings,
        group=place.group,
        number=section.ordinal,
        code=code(section.number),
    )
