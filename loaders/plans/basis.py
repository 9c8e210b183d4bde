"""What a plan rests on: the plans that its 依據 names. Laws, rules and letters are no plans.

Always true: a title in quotation marks that ends like a plan's is taken alone, else the clause that ends so; 本局 and
本市 in front of it are resolved, or it is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.interchange import Quote
from loaders.folding import Flow
from loaders.lexicon.plans import Part, plan_words
from loaders.plans.parts import PlanPart

_QUOTED = re.compile(r"「([^「」]{4,60})」|《([^《》]{4,60})》|『([^『』]{4,60})』")
_LEAD = re.compile(r"^(?:(?:依據|依照|根據|遵照|參照|參酌|配合|依循|按照|奉|依)(?=.{4}))+")
_TAIL = re.compile(
    r"(?:之?(?:規定|精神|內容)|辦理|訂定|推動|實施|修正|核定本?|（[^（）]*）|第.{1,6}[點項條章].{0,40})+$"
)
_LETTER = re.compile(r".*字第[0-9A-Z]+號(?:書函|函|令)?(?:核定|核備|同意|公布|發布|修正|訂定|頒布)*之?(?:「)?")
_POINTING = re.compile(r"本(?:府|市|縣|局|處)")


def based_on(
    text: str, parts: tuple[PlanPart, ...], own: str, city: str | None, agency: str | None
) -> tuple[tuple[str, Quote], ...]:
    """(title, quote) of every plan but ``own`` that the parts about the basis name; 本局 is ``agency``."""
    found: dict[str, Quote] = {}
    for part in parts:
        if part.kind is not Part.BASIS:
            continue
        for line in part.lines:
            opened = part.named.offsets[0] if line is part.rest else None
            for words in _titles(line.flow):
                name = _resolved("".join(text[o] for o in words.offsets), city, agency)
                start, end = line.flow.span(0, len(line.flow.text.rstrip("。；，")))
                start = opened if opened is not None else start
                if name and name != own:
                    found.setdefault(name, Quote(start, end, text[start:end], line.path))
    return tuple(found.items())


def _titles(line: Flow) -> Iterator[Flow]:
    marks = [m for m in _QUOTED.finditer(line.text) if plan_words().basis.search(_TAIL.sub("", m[m.lastindex or 0]))]
    for found in marks:
        group = found.lastindex or 0
        yield line.cut(found.start(group), found.start(group) + len(_without_tail(found[group])))
    for start, end in _clauses(line.text):
        if any(start < m.end() and m.start() < end for m in marks):
            continue
        clause = line.text[start:end]
        letter = _LETTER.match(clause)
        start += letter.end() if letter else 0
        lead = _LEAD.match(line.text[start:end])
        start += lead.end() if lead else 0
        title = _without_tail(line.text[start:end])
        if 5 < len(title) <= 60 and plan_words().basis.search(title) and not plan_words().never.search(title):
            yield line.cut(start, start + len(title))


def _without_tail(words: str) -> str:
    """The words up to where a plan's name ends: 「…計畫（101-106年）」, …計畫辦理."""
    bare = _TAIL.sub("", words)
    return bare if plan_words().basis.search(bare) else words


def _clauses(words: str) -> Iterator[tuple[int, int]]:
    """Slices between the signs of a sentence, not inside quotation marks or brackets."""
    start, depth = 0, 0
    for at, char in enumerate(words):
        depth += (char in "「『《（") - (char in "」』》）")
        if depth <= 0 and char in "，；。、：":
            yield start, at
            start = at + 1
    yield start, len(words)


def _resolved(name: str, city: str | None, agency: str | None) -> str | None:
    pointing = _POINTING.match(name)
    if not pointing:
        return name
    means = {"本府": city and city + "政府", "本市": city, "本縣": city}.get(pointing[0], agency)
    return means + name[pointing.end() :] if means else None
