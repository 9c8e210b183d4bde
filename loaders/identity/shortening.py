"""Names that are shortened: abbreviations (環境教育 → 環教) and subtitles left out.

Always true: an abbreviation takes one character of each word, the first of the first, and is no common word itself; a
subtitle begins at a break of the name as written.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from rapidfuzz.distance import Levenshtein

from loaders.identity.features import Feature, Reason
from loaders.identity.normal import normal_form
from loaders.identity.vetoes import listed
from loaders.identity.words import is_common, is_word

_OPENING, _CLOSING = "-－—–─：:「『（(【 /／・·", "-－—–─：:」』）)】 "
_SHORTEST_HEAD = 5


def subtitle(left: str, right: str, x: str, y: str) -> Feature | None:
    """Whether one name is the other up to a break of it. In: folded names, normal forms. Out: the subtitle, or None."""
    rest = _rest(x, y, left) or _rest(y, x, right)
    if not rest:
        return None
    quoted = max(left, right, key=len).startswith(("「", "『"))
    reason = Reason.LONGER if listed(rest) and not quoted else Reason.SUBTITLE
    return Feature(reason, *((rest, "") if len(x) > len(y) else ("", rest)))


def _rest(long: str, short: str, name: str) -> str:
    """What a longer name says after a break where the shorter ends; empty where there is none."""
    if len(short) < _SHORTEST_HEAD or not long.startswith(short):
        return ""
    for end in range(len(short), len(name)):
        breaks = name[end] in _OPENING or name[end - 1] in _CLOSING
        if breaks and normal_form(name[:end]) == short:
            return name[end:].strip(_OPENING + _CLOSING)
    return ""


def contracted(x: str, y: str) -> tuple[str, str, tuple[Feature, ...]]:
    """Two names with each word that the other abbreviates written as short as there, and what was shortened."""
    if len(x) == len(y):
        return x, y, ()
    x, y, one = _contract(x, y, False)
    y, x, other = _contract(y, x, True)
    return x, y, (*one, *other)


def _contract(short: str, long: str, turned: bool) -> tuple[str, str, tuple[Feature, ...]]:
    """Shorten words of ``long`` that ``short`` abbreviates, where that brings the two as near as it can."""
    found = []
    if len(long) <= len(short):
        return short, long, ()
    gaps = [at for at in range(len(short) - 1) if short[at : at + 2] not in long]
    for at, length in product(gaps, (3, 2)):
        brief = short[at : at + length]
        if len(brief) < length or brief in long:
            continue
        for full in _full(brief, long, short):
            nearer = long.replace(full, brief, 1)
            if Levenshtein.distance(short, long) - Levenshtein.distance(short, nearer) == len(full) - length:
                long = nearer
                found.append(Feature(Reason.ABBREVIATION, *((full, brief) if turned else (brief, full))))
                break
    return short, long, tuple(found)


def _full(brief: str, long: str, short: str) -> Iterator[str]:
    """The stretches of ``long`` that a brief word may stand for."""
    start = long.find(brief[0])
    while start >= 0:
        for length in range(2 * len(brief) + 1, len(brief), -1):
            stretch = long[start : start + length]
            if len(stretch) == length and stretch not in short and abbreviates(brief, stretch):
                yield stretch
        start = long.find(brief[0], start + 1)


@lru_cache(maxsize=16384)
def abbreviates(brief: str, full: str) -> bool:
    """Whether a word is made of one character of each word of a longer one.

    >>> abbreviates("環教", "環境教育"), abbreviates("兒少", "兒童少年"), abbreviates("工會", "工程會議")
    (True, True, False)
    """
    if not brief or not full:
        return not brief and not full
    if brief[0] != full[0] or len(full) > 3 * len(brief) or brief.isascii() or is_common(brief):
        return False
    return _divides(brief, full, True)


def _divides(brief: str, full: str, first: bool) -> bool:
    if not brief:
        return not full
    for length in (2, 3):
        word = full[:length]
        fits = word[0] == brief[0] if first else brief[0] in word
        if len(word) == length and fits and is_word(word) and _divides(brief[1:], full[length:], False):
            return True
    return not first and len(brief) > 1 and full[:1] == brief[0] and _divides(brief[1:], full[1:], False)
