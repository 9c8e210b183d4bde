"""Lists at the end of minutes that an item points to (有關附件一所列各案): read where the item stands.

Always true: an annex that decides itself, or to which nothing that decides points, stays where it is.
"""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.lexicon.decisions import decides
from loaders.lexicon.headings import Heading
from loaders.minutes.names import comes_to_result, head
from loaders.numerals import NUMERAL, numeral
from loaders.outline.marks import Style
from loaders.outline.tree import Section

_ANNEX = re.compile(rf"(附[件表錄])([{NUMERAL}]{{1,2}})")
_ABOUT = re.compile(r"(?:有關|關於|就)?附[件表錄]")


def attached(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The sections with each numbered annex beneath the first item that is about it, or else speaks of it."""
    lists = (section for section in sections if section.children and not _is_decided(section))
    annexes = {key: section for section in lists if (key := _key(section.body.text))}
    items = tuple(section for section in sections if section not in annexes.values()) if annexes else sections
    for about in (True, False) if annexes else ():
        items = tuple(_with(item, annexes, about) for item in items)
    return (*items, *annexes.values()) if annexes else items


def _is_decided(annex: Section) -> bool:
    """Whether the lines of an annex say themselves what became of each case (A　審議結果：解除列管)."""
    heads = [(child.body.text, head(child.body)) for child in annex.children]
    return all(opening and opening.colon and comes_to_result(text[opening.rest :]) for text, opening in heads)


def _with(section: Section, annexes: dict[tuple[str, int | None], Section], about: bool) -> Section:
    """A section with the annexes that it, or an item beneath it, points to; those are taken out of ``annexes``.

    ``about``: only where its line opens with them.
    """
    children = tuple(_with(child, annexes, about) for child in section.children)
    opens, section = _ABOUT.match(section.body.text) is not None, replace(section, children=children)
    ruled = opens and not children and section.heading is None and decides(section.body.text)
    if not (ruled or any(child.heading is Heading.RESOLUTION for child in children)) or (about and not opens):
        return section
    texts = (section.body.text, *(child.body.text for child in children if not about))
    pointed = {_of(said): None for text in texts for said in _ANNEX.finditer(text)}
    lists = [_beneath(annexes.pop(key), section.path) for key in pointed if key in annexes]
    parts = [part for annex in lists for part in _parts(annex)]
    ruling = replace(section, style=Style.LABEL, ordinal=None, heading=Heading.RESOLUTION, rest=section.body)
    return replace(section, children=(*children, *parts, *([ruling] if ruled and lists else [])))


def _beneath(section: Section, path: str) -> Section:
    """A section with all beneath it, as it is called beneath an item."""
    children = tuple(_beneath(child, path) for child in section.children)
    return replace(section, path="/".join(filter(None, (path, section.path))), children=children)


def _parts(annex: Section) -> tuple[Section, ...]:
    """An annex as what explains an item; one whose cases have something beneath them as lines of the item."""
    cards = any(child.children for child in annex.children)
    return annex.children if cards else (replace(annex, heading=Heading.EXPLANATION),)


def _key(text: str) -> tuple[str, int | None] | None:
    """What annex a line heads."""
    said = _ANNEX.match(text)
    return _of(said) if said else None


def _of(said: re.Match[str]) -> tuple[str, int | None]:
    return said[1], numeral(said[2])
