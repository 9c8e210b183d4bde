"""Minutes of several sittings under one title, each behind a short head of its own (第2次會議（113年6月20日）).

Always true: a text is a compilation only where nothing but its title stands above the first of several such heads, and
something is said beneath each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from loaders.folding import Flow, flow
from loaders.lexicon.headings import HEADER, heading
from loaders.numerals import NUMERAL
from loaders.outline.narrative import DAY, HOUR

_NUMBER = (
    rf"(?:(?:中華民國|民國)?[{NUMERAL}]{{2,5}}年度?)?第[{NUMERAL}]{{1,3}}[次回]"
    r"(?:定期|臨時|聯席|工作|小組|分組|議題|層級|副?首長|副?[縣市]{1,2}長)*(?:會議|會報|會)?"
)
_RECORD = "(?:紀錄|記錄|摘要|紀要|摘錄|結論|決議)?"
_WHEN = rf"{DAY}(?:，?{HOUR}(?:整|正|起)?(?:[至～-]{HOUR})?)?(?:，(?:假|在|於)?[^，。；：]{{2,30}})?"
_GROUP = r"(?:[\u3400-\u9fff]{2,8}組)?"
_LEVEL = r"(?:副?首長|副?[縣市]{1,2}長)(?:層級)?會議"
_MARK = rf"(?:[{NUMERAL}]{{1,2}}、|（[{NUMERAL}]{{1,2}}）)"
_HEAD = re.compile(
    rf"{_MARK}(?P<marked>{_GROUP}{_NUMBER}|{_LEVEL})|[【〔「（<《](?P<opens>{_NUMBER})[】〕」）>》]{_WHEN}.*|"
    rf"[【〔「（<《]?(?P<name>{_NUMBER}{_RECORD})[】〕」）>》]?：?(?:[（，]?(?:{_WHEN})?）?)?|{_WHEN}[，]?(?:{_NUMBER}|會議){_RECORD}"
)
_LABEL = re.compile("(?:主席|主持人|紀錄|記錄|地點)：")
_TITLE = re.compile("會議|(?:紀|記)錄|紀要|彙編|彙整|摘錄")
_MOST, _LONGEST, _SHORTEST = 4, 60, 12


@dataclass(frozen=True, slots=True)
class Part:
    """One sitting of a compilation: its head, and from where to where its own lines stand in the text."""

    head: Flow
    name: Flow
    """The part of the head that says which sitting it is."""
    start: int
    end: int


def compiled(view: str) -> tuple[Flow, tuple[Part, ...]]:
    """The title of a compilation and its parts; none of either where a text is none.

    In: a folded text.
    """
    lines = list(_lines(view))
    heads = [at for at, line in enumerate(lines) if _HEAD.fullmatch(line.text)]
    if len(heads) < 2 or len({lines[at].text for at in heads}) < len(heads):
        return Flow("", ()), ()
    above = lines[: heads[0]]
    ends = [*(_start(lines[at]) for at in heads[1:]), len(view)]
    parts = tuple(
        Part(lines[at], _name(lines[at]), _behind(lines[at]), end) for at, end in zip(heads, ends, strict=True)
    )
    told = all(len("".join(view[part.start : part.end].split())) >= _SHORTEST for part in parts)
    if not (told and 0 < len(above) <= _MOST and all(map(_may_be_title, above))):
        return Flow("", ()), ()
    title = flow(view, [(_start(line), _end(line)) for line in above])
    return (title, parts) if _TITLE.search(title.text) else (Flow("", ()), ())


def _name(head: Flow) -> Flow:
    said = _HEAD.fullmatch(head.text)
    named = said and next((name for name in ("marked", "opens", "name") if said[name]), None)
    return head.cut(*said.span(named)) if said and named else head


def _behind(head: Flow) -> int:
    """Where a sitting's own lines begin: with the labels that stand on the line of its head, else behind it."""
    label = _LABEL.search(head.text)
    return head.offsets[label.start()] if label else _end(head)


def _may_be_title(line: Flow) -> bool:
    label = line.text.partition("：")[0]
    return len(line.text) <= _LONGEST and not re.search("[。；]", line.text) and heading(label) not in HEADER


def _lines(view: str) -> Iterator[Flow]:
    """The lines that hold words."""
    cuts = [-1, *(found.start() for found in re.finditer("\n", view)), len(view)]
    for before, end in pairwise(cuts):
        line = flow(view, [(before + 1, end)])
        if re.search(r"\w", line.text):
            yield line


def _start(line: Flow) -> int:
    return line.offsets[0]


def _end(line: Flow) -> int:
    return line.offsets[-1] + 1
