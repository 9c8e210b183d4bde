"""Single differences of two names that are nearly alike: slips, variants, doubled characters, other words.

Always true: the order of the names does not matter; a changed character is a slip only where it sounds or looks like
the other and only one of the two reads as a word.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from loaders.identity.features import Feature, Reason
from loaders.identity.likeness import Likeness, likeness, one_character
from loaders.identity.words import is_word, reading
from loaders.lexicon.discriminators import discriminators

_AROUND = 4
_LATIN = re.compile("[a-z]+")
_LATIN_WORD = 4
_NEVER = math.inf
_LEAST = {
    (Likeness.CLOSE, True): (7.5, 0.0),
    (Likeness.CLOSE, False): (3.0, 0.0),
    (Likeness.FAINT, True): (_NEVER, 3.5),
    (Likeness.FAINT, False): (9.0, 0.0),
    (Likeness.NONE, True): (_NEVER, _NEVER),
    (Likeness.NONE, False): (_NEVER, 9.0),
}
"""Likeness, and whether both sides are words → by how much one must read better to be a slip, or doubtful."""
_SHORTEST = 4


def judged(u: str, v: str) -> Iterator[Feature]:
    """The reasons that each difference of two names gives."""
    blocks = [block for block in Levenshtein.opcodes(u, v) if block.tag != "equal"]
    changed = sum(max(b.src_end - b.src_start, b.dest_end - b.dest_start) for b in blocks)
    if changed > 2:
        more, less = Counter(u) - Counter(v), Counter(v) - Counter(u)
        if changed > max(more.total(), less.total()):
            yield from _moved("".join(more.elements()), "".join(less.elements()))
            return
    slips = 0
    for block in blocks:
        one, other = u[block.src_start : block.src_end], v[block.dest_start : block.dest_end]
        if len(one) == len(other) > 1 and not all(map(_near, one, other)):
            yield Feature(Reason.OTHER_WORD, one, other)
        elif len(one) == len(other):
            for i in range(len(one)):
                feature = _changed(u, v, block.src_start + i, block.dest_start + i)
                slips += feature.reason is Reason.SLIP
                yield feature
        elif not one or not other:
            at = block.src_start if one else block.dest_start
            yield _added(u, at, one, False) if one else _added(v, at, other, True)
        else:
            yield _exchanged(one, other)
    if slips and min(len(u), len(v)) < _SHORTEST * slips:
        yield Feature(Reason.ALIKE_WORDS, u, v)


def _moved(one: str, other: str) -> Iterator[Feature]:
    """Words exchanged, and some characters that only one side has."""
    if not one or not other:
        yield Feature(Reason.ORDER)
        yield Feature(Reason.LONGER, one, other)
    elif len(one) == len(other) == 1 and (one, other) not in discriminators().opposites and likeness(one, other):
        yield Feature(Reason.ORDER)
        yield Feature(Reason.ALIKE_WORDS, one, other)
    else:
        yield Feature(Reason.OTHER_WORD, one, other)


def _near(a: str, b: str) -> bool:
    return one_character(a, b) or likeness(a, b) is not Likeness.NONE


def _changed(u: str, v: str, i: int, j: int) -> Feature:
    """One character in the place of another."""
    a, b = u[i], v[j]
    if one_character(a, b):
        return Feature(Reason.VARIANT, a, b)
    if (a, b) in discriminators().opposites:
        return Feature(Reason.OPPOSITE, a, b)
    if min(_latin(u, i), _latin(v, j)) >= _LATIN_WORD:
        return Feature(Reason.ALIKE_WORDS, a, b)
    like = likeness(a, b)
    if like is Likeness.NONE:
        word, other_word = _two(u, i), _two(v, j)
        if word and other_word:
            return Feature(Reason.OTHER_WORD, word, other_word)
    (one, word), (other, other_word) = _read(u, i), _read(v, j)
    slip, doubt = _LEAST[like, min(len(word), len(other_word)) > 1]
    apart = abs(one - other)
    reason = Reason.SLIP if apart >= slip else Reason.ALIKE_WORDS if apart >= doubt else Reason.OTHER_WORD
    return Feature(reason, word, other_word)


def _two(text: str, at: int) -> str:
    """A word of two characters that stands at a place; empty where there is none."""
    return next((text[i : i + 2] for i in (at, at - 1) if 0 <= i < len(text) - 1 and is_word(text[i : i + 2])), "")


def _read(text: str, at: int) -> tuple[float, str]:
    """How plausible a name is around a place, and the word that stands there."""
    start = max(0, at - _AROUND)
    likelihood, words = reading(text[start : at + _AROUND + 1])
    for word in words:
        start += len(word)
        if start > at:
            return likelihood, word
    return likelihood, ""


def _added(text: str, at: int, added: str, right: bool) -> Feature:
    """Characters that only one name has."""
    sides = ("", added) if right else (added, "")
    if discriminators().kinds.fullmatch(added):
        return Feature(Reason.FILLER, *sides)
    before, after = text[max(0, at - _AROUND) : at], text[at + len(added) : at + len(added) + _AROUND]
    if len(added) <= 2 and (before.endswith(added) or after.startswith(added)):
        return Feature(Reason.DOUBLED, *sides)
    if len(added) == 1:
        if _latin(text, at) > _LATIN_WORD:
            return Feature(Reason.DOUBLED, *sides)
        complete, broken = (_lone(part) for part in (before + added + after, before + after))
        if complete < broken:
            return Feature(Reason.DOUBLED, *sides)
    return Feature(Reason.LONGER, *sides)


def _latin(text: str, at: int) -> int:
    """The length of the Latin word that stands at a place, or 0."""
    return next((m.end() - m.start() for m in _LATIN.finditer(text) if m.start() <= at < m.end()), 0)


def _lone(text: str) -> int:
    """How many characters of a text belong to no longer word."""
    return sum(len(word) == 1 for word in reading(text)[1])


def _exchanged(one: str, other: str) -> Feature:
    """Words of other lengths in one place."""
    kinds = discriminators().kinds
    p, q = kinds.sub("", one), kinds.sub("", other)
    if not p and not q:
        return Feature(Reason.OTHER_FILLER, one, other)
    return Feature(Reason.OTHER_WORD if p and q else Reason.LONGER, one, other)
