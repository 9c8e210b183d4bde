"""What belongs to the page and not to the text: page numbers, and what repeats beside them.

Always true: a label of the sitting's header or of an agenda item is never dropped, however often it repeats.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from loaders.lexicon.headings import HEADER
from loaders.outline.labels import label_kind
from loaders.outline.marks import Style, mark

_PAGE = re.compile(
    r"[-\s]*(?:第\s*)?\d{1,3}\s*(?:頁)?[-\s]*|第\s*\d+\s*頁\s*[，,/／]?\s*共\s*\d+\s*頁|\d{1,3}\s*[/／]\s*\d{1,3}|"
    r"(?:page|p\.?)\s*\d+(?:\s*(?:of|/)\s*\d+)?|[（(]?\s*第\s*\d+\s*頁\s*[/／，]?\s*(?:共?\s*\d+\s*頁)?\s*[）)]?",
    re.IGNORECASE,
)


_PAGED = re.compile(r"(\S.{5,80}?)\s{2,}第\s*\d+\s*頁(?:\s*[，,/／]?\s*共\s*\d+\s*頁)?")
"""A running head with the page's number behind it; one that stands once may be the title."""

_CONTENTS = re.compile(r"\S\s*(?:…|[.·]{4})[…·.\s]*\d{1,3}\s*$")
"""A line of a contents page (第1次會議紀錄……1)."""
_HEAD = 8
"""The lines at the beginning that a running head may repeat, put together."""


def furniture(view: str, spans: list[tuple[int, int]]) -> set[int]:
    """Indexes of lines that belong to the page and not to the text: page numbers and what repeats beside them."""
    kept = [i for i, (s, e) in enumerate(spans) if e > s]
    numbers = {i for i in kept if _PAGE.fullmatch(view[slice(*spans[i])].strip())}
    numbers |= {i for i in kept if _CONTENTS.search(view[slice(*spans[i])])}
    said = _said(view).copy()  # of all sittings of the file: each may show a running head once
    where: dict[int, str] = {}
    for place, i in enumerate(kept):
        key = _key(view[slice(*spans[i])])
        beneath = kept[place + 1 : place + 4]
        if (
            i not in numbers
            and any(j in numbers for j in kept[max(0, place - 2) : place + 3])
            and not any(label_kind(view[slice(*spans[j])]) in HEADER for j in beneath)
        ):
            where[i] = key
    paged = ((i, _PAGED.fullmatch(view[slice(*spans[i])].strip())) for i in kept)
    tails = {i: _squeezed(found[1]) for i, found in paged if found}
    heads = Counter(tails.get(i) or _squeezed(view[slice(*spans[i])]) for i in kept)
    running = {i for i, head in tails.items() if heads[head] > 1}
    tailed = Counter(tails.values())
    running -= {i for i in kept[:1] if i in tails and heads[tails[i]] == tailed[tails[i]]}  # no other line is the title
    head = "".join(_squeezed(view[slice(*spans[i])]) for i in kept[:_HEAD])
    said.update(where[i] for i in where if i not in kept[:_HEAD] and _squeezed(view[slice(*spans[i])]) in head)
    repeated = (key for key in set(where.values()) if said[key] > 1 and 2 < len(key) <= 60)
    heads_of_pages = {key for key in repeated if not (label_kind(key) or key.endswith(("。", "；", "，")))}
    running |= {i for i, key in where.items() if key in heads_of_pages}
    headings = {i for i in running if _is_numbered(view[slice(*spans[i])].strip())}
    return numbers | (running - headings)


@lru_cache(maxsize=4)
def _said(view: str) -> Counter[str]:
    """How often a text has each line, without digits and blanks."""
    return Counter(_key(line) for line in view.split("\n") if line.strip())


def _key(line: str) -> str:
    return re.sub(r"[\d\s\-]+|（續）", "", line)


def _is_numbered(line: str) -> bool:
    """Whether a line has a number of its own (參、…, 案由一：…), which two sittings of a file may share."""
    number = mark(line)
    return number is not None and number.ordinal is not None and number.style is not Style.DIGIT


def _squeezed(line: str) -> str:
    return re.sub(r"\s", "", line)
