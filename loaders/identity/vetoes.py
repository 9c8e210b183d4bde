"""What makes two names two cases, however much they are alike: numbers, places, and words that exclude each other.

Always true: the order of the names does not matter; a word that only one side has is no veto, but a phase or an ordinal
is, and a year is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.identity.features import Feature, Reason
from loaders.lexicon.discriminators import discriminators

_NUMBERS = re.compile(
    r"\d+[甲乙丙丁]?|[一二三四五六七八九十]+(?=期|階段|屆|次|號|線|年|級|批|區|館|月|隊)|第[一二三四五六七八九十\d]+"
)
_YEAR = re.compile(r"20\d\d")


def vetoes(x: str, y: str) -> tuple[Feature, ...]:
    """The reasons for which two normal forms cannot be one case; none where they can.

    >>> [f.english for f in vetoes("河岸步道1期", "河岸步道2期")]
    ['other year, phase or number: 1 and 2']
    """
    return (*_numbers(x, y), *_rows(x, y), *_opposites(x, y))


def _numbers(x: str, y: str) -> Iterator[Feature]:
    a, b = _NUMBERS.findall(x), _NUMBERS.findall(y)
    if a == b or (a and sorted(a) == sorted(b)):
        return
    if (a and b) or any(not _YEAR.fullmatch(number) for number in a or b):
        yield Feature(Reason.NUMBER, "、".join(a), "、".join(b))


def _rows(x: str, y: str) -> Iterator[Feature]:
    row_of = discriminators().row_of
    a, b = listed(x), listed(y)
    if a == b:
        return
    for row in {row_of[word] for word in a}:
        here, there = ({word for word in words if row_of[word] == row} for words in (a, b))
        only_x, only_y = sorted(here - there), sorted(there - here)
        if only_x and only_y:
            yield Feature(Reason.PLACE if row == "place" else Reason.KIND, "、".join(only_x), "、".join(only_y))


def listed(text: str) -> list[str]:
    """The words of a text that belong to a row, from left to right, the longest where several begin."""
    beginning = discriminators().beginning
    found, end = [], 0
    for at, char in enumerate(text):
        if char not in beginning or at < end:
            continue
        for word in beginning[char]:
            if text.startswith(word, at):
                found.append(word)
                end = at + len(word)
                break
    return found


def _opposites(x: str, y: str) -> Iterator[Feature]:
    """首班車 and 末班車: one or two characters changed, to such as exclude each other."""
    if len(x) != len(y):
        return
    changed = [pair for pair in zip(x, y, strict=True) if pair[0] != pair[1]]
    if len(changed) <= 2:
        opposites = discriminators().opposites
        yield from (Feature(Reason.OPPOSITE, a, b) for a, b in changed if (a, b) in opposites)
