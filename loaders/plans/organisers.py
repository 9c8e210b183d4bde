"""Who stands behind a plan, and as what: labels, lists under a label, sentences, tables.

Always true: every organiser carries the words that name it together with its role; a body counts once, as what it is
first called.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.interchange import Body, Organiser, Quote
from graph.vocabulary import PlanRole
from loaders.folding import Flow
from loaders.lexicon.plans import Part, plan_words, role_of
from loaders.outline.marks import Style
from loaders.plans.bodies import ListReader
from loaders.plans.parts import Line, PlanPart

_MOST = 300
_SENTENCE = re.compile(
    r"(?:本(?:計畫|方案|活動|案))?(?:係|將)?(?:由|委由|請|委託|特由)?(?P<who>[^，。；：]{3,60}?)(?:擔任|為|負責|統籌|共同)?$"
)
_BRACKET = re.compile(r"（([^（）]+)）$")


class OrganiserReader:
    """Reads the organisers of one plan."""

    def __init__(self, text: str, lists: ListReader) -> None:
        self.text, self.lists = text, lists

    def read(self, parts: tuple[PlanPart, ...]) -> tuple[Organiser, ...]:
        """All organisers, those of the parts about organisation before those that only a table shows."""
        found: dict[str, Organiser] = {}
        for part in parts:
            if part.kind is Part.ORGANISERS or not part.number:
                for one in self._part(part):
                    found.setdefault(one.body.name, one)
        for part in parts:
            for one in self._rows(part.lines):
                found.setdefault(one.body.name, one)
        return tuple(found.values())

    def _part(self, part: PlanPart) -> Iterator[Organiser]:
        role = role_of(part.label)
        opened, style = (part.named.offsets[0] if role else -1), part.style
        for line in part.lines:
            if line.cells:
                continue
            labels = list(_labels(line.flow))
            if labels:
                if role and line.style is Style.PLAIN:
                    yield from self._listed(line.flow.cut(0, labels[0][1]), role, opened, line.path)
                role, opened, style = labels[-1][0], line.flow.offsets[labels[-1][1]], line.style
                yield from self._labelled(line, labels)
            elif role and (line.style is Style.PLAIN or line.style is not style):
                yield from self._listed(line.flow, role, opened, line.path)
            else:
                role = None
                yield from self._sentences(line) if part.kind is Part.ORGANISERS else ()

    def _labelled(self, line: Line, labels: list[tuple[PlanRole, int, int]]) -> Iterator[Organiser]:
        ends = [*(start for _, start, _ in labels[1:]), len(line.flow.text)]
        for (role, start, after), end in zip(labels, ends, strict=True):
            yield from self._listed(line.flow.cut(after, end), role, line.flow.offsets[start], line.path)

    def _listed(self, words: Flow, role: PlanRole, opened: int, path: str) -> Iterator[Organiser]:
        if not words:
            return
        start, end = words.span(0, len(words.text.rstrip("。；，、")) or 1)
        quote = _quote(self.text, opened if 0 <= opened < start and end - opened <= _MOST else start, end, path)
        yield from (Organiser(listed.body, role, quote) for listed in self.lists.read(words))

    def _sentences(self, line: Line) -> Iterator[Organiser]:
        """由臺北市政府教育局主辦，南湖國小擔任承辦學校。"""
        at = 0
        for clause in re.split(r"(?<=[，。；])", line.flow.text):
            bare = clause.rstrip("，。；")
            for role_words in plan_words().role.finditer(bare):
                who = _SENTENCE.match(bare[: role_words.start()])
                role = role_of(role_words[0])
                if role and who and role_words.end() == len(bare):
                    words = line.flow.cut(at + who.start("who"), at + who.end("who"))
                    start, end = line.flow.span(at, at + len(bare))
                    quote = _quote(self.text, start, end, line.path)
                    yield from (Organiser(listed.body, role, quote) for listed in self.lists.read(words))
                    break
            at += len(clause)

    def _rows(self, lines: tuple[Line, ...]) -> Iterator[Organiser]:
        """主辦單位｜臺北市政府教育局, 主辦單位（教育局）｜…, and columns 主辦單位｜承辦單位."""
        heads: dict[int, PlanRole] = {}
        for line in lines:
            roles = {i: role for i, cell in enumerate(line.cells) if (role := role_of(_BRACKET.sub("", cell.text)))}
            filled = [i for i, cell in enumerate(line.cells) if cell]
            if len(roles) > 1 and len(roles) == len(filled):
                heads = roles
                continue
            for i, role in (roles or heads).items():
                cell = line.cells[i] if i < len(line.cells) else None
                if cell:
                    yield from self._cell(line, i, cell, role, headed=not roles)

    def _cell(self, line: Line, at: int, cell: Flow, role: PlanRole, headed: bool) -> Iterator[Organiser]:
        bracket = _BRACKET.search(cell.text)
        if headed or bracket:
            words = cell.cut(*bracket.span(1)) if bracket and not headed else cell
        else:
            words = next((c for c in line.cells[at + 1 :] if c), Flow("", ()))
        if words:
            yield from self._listed(words, role, cell.offsets[0], line.path)


def _labels(line: Flow) -> Iterator[tuple[PlanRole, int, int]]:
    """(role, start, end of the colon) of every role label in a line; a label may end with the line or a wide blank."""
    for found in plan_words().role.finditer(line.text):
        after = re.compile(r"(?:（[^（）]{1,12}）)?：").match(line.text, found.end())
        alone = found.start() == 0 and len(found[0]) > 2 and (found.end() == len(line.text) or line.gap(found.end()))
        role = role_of(found[0])
        if role and (after or alone) and not line.text[: found.start()].endswith(("「", "本", "各")):
            yield role, found.start(), after.end() if after else found.end()


def _quote(text: str, start: int, end: int, section: str) -> Quote:
    return Quote(start, end, text[start:end], section)


def first_named(organisers: tuple[Organiser, ...]) -> Body | None:
    """The lead, else the first organiser."""
    return next((o.body for o in organisers if o.role is PlanRole.LEAD), organisers[0].body if organisers else None)
