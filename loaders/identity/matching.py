"""Whether two case names mean one case: same, different, or unsure.

Always true: names that differ in a discriminator (year, phase, ordinal, number, city, direction …) are DIFFERENT, be
they ever so alike; SAME is answered only where ontology section 4 calls the difference spelling; all else is UNSURE
or DIFFERENT.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import Indel, Levenshtein

from loaders.identity.features import Verdict as Verdict
from loaders.identity.normal import normal_form
from loaders.lexicon.discriminators import discriminators

_NUMBERS = re.compile(r"\d+|[一二三四五六七八九十]+(?=期|階段|屆|次|號|線|年|級|批|區)|第[一二三四五六七八九十\d]+")
_FURTHER = re.compile("[暨及與和][\u3400-\u9fff]{2}")
_SHORTEST_CONTRACTION, _LEAST, _MOST_STRETCHES = 4, 0.35, 3
_OPENING, _CLOSING = "-－—–─：:「『（( /／・·", "-－—–─：:」』）) "


@lru_cache(maxsize=65536)
def same_case(left: str, right: str) -> Verdict:
    """Compare two names as they are; the order does not matter.

    >>> same_case("青創交流合作", "青創合作交流").name, same_case("捷運第一期工程案", "捷運第二期工程案").name
    ('SAME', 'DIFFERENT')
    """
    x, y = normal_form(left), normal_form(right)
    if x == y:
        return Verdict.SAME
    if x and discriminators().common(x) == discriminators().common(y):
        return Verdict.UNSURE
    if not x or not y or _discriminated(x, y):
        return Verdict.DIFFERENT
    if _reordered(x, y):
        return Verdict.SAME
    if min(len(x), len(y)) >= 6 and (_shortened(left, right) or _shortened(right, left)):
        return Verdict.UNSURE
    if _slip(x, y):
        return Verdict.UNSURE
    return Verdict.DIFFERENT if Indel.normalized_similarity(x, y) < 0.8 else Verdict.UNSURE


def abbreviates(left: str, right: str, shortest: int = 9) -> bool:
    """Whether one name is the other's beginning, or the other with a slip: how one sitting writes a case twice.

    ``shortest``: the length from which a changed character counts as a slip.
    """
    x, y = normal_form(left), normal_form(right)
    if x == y:
        return True
    alike = _reordered(x, y) or _shortened(left, right) or _shortened(right, left) or _slip(x, y, shortest)
    return alike and not _discriminated(x, y)  # asked last: it costs more than all before


def continues(left: str, right: str) -> bool:
    """Whether two names that are UNSURE by themselves are one case when they stand for the same listed item.

    To be asked only of neighbouring sittings of one group where neither sitting lists both names (ontology section 4).
    """
    x, y = normal_form(left), normal_form(right)
    return abbreviates(left, right) or (not _discriminated(x, y) and (_inserted(x, y) or _shifted(x, y)))


def contracts(left: str, right: str) -> bool:
    """Whether one name may be the other with words left out, to be asked only where no third name comes into question.

    The shorter is made of a few stretches of the longer and begins or ends as it does.
    """
    short, long = sorted((normal_form(left), normal_form(right)), key=len)
    if len(short) < _SHORTEST_CONTRACTION or len(short) < _LEAST * len(long) or _other_numbers(short, long):
        return False
    return (long.startswith(short[:2]) or long.endswith(short[-2:])) and _stretches(short, long) <= _MOST_STRETCHES


def _stretches(short: str, long: str) -> int:
    """Of how many stretches of the longer name, in its order, the shorter is made; many when it is not."""
    count = at = 0
    while short:
        size = next((n for n in range(len(short), 1, -1) if short[:n] in long[at:]), 0)
        if not size:
            return len(long)
        at = long.index(short[:size], at) + size
        short, count = short[size:], count + 1
    return count


def _discriminated(x: str, y: str) -> bool:
    """Numbers, places or one of a pair of opposites differ."""
    return _other_numbers(x, y) or _other_places(x, y) or _opposite(x, y)


def _other_numbers(x: str, y: str) -> bool:
    """A phase or an ordinal that only one side has (第二期) tells cases apart; a year may be left out."""
    a, b = _NUMBERS.findall(x), _NUMBERS.findall(y)
    if a and b:
        return a != b
    return any(not re.fullmatch(r"20\d\d", number) for number in a or b)


def _other_places(x: str, y: str) -> bool:
    """Other cities; a much longer name may name further ones."""
    short, long = sorted((x, y), key=len)
    fewer, more = (set(discriminators().places.findall(name)) for name in (short, long))
    return fewer != more and not (fewer <= more and len(long) - len(short) > 6)


def _opposite(x: str, y: str) -> bool:
    """首班車 and 末班車: one or two characters changed, to such as exclude each other."""
    changed = [pair for pair in zip(x, y, strict=False) if pair[0] != pair[1]]
    return len(x) == len(y) and len(changed) <= 2 and not discriminators().opposites.isdisjoint(changed)


def _reordered(x: str, y: str) -> bool:
    """The same characters with two neighbouring words exchanged: 交流合作 / 合作交流."""
    if len(x) != len(y) or sorted(x) != sorted(y):
        return False
    first = next(i for i in range(len(x)) if x[i] != y[i])
    last = next(i for i in range(len(x) - 1, -1, -1) if x[i] != y[i]) + 1
    inner_x, inner_y = x[first:last], y[first:last]
    return 2 <= len(inner_x) <= 8 and any(inner_x[i:] + inner_x[:i] == inner_y for i in range(1, len(inner_x)))


def _shortened(short: str, long: str) -> bool:
    """``short`` begins ``long`` up to a break (dash, colon, quote), or is ``long`` without words that mean nothing."""
    x, y, filler = normal_form(short), normal_form(long), discriminators().filler
    if len(x) >= len(y) or len(x) < 4:
        return False
    if y.startswith(x):
        return filler.fullmatch(y[len(x) :]) is not None or _breaks_after(long, x)
    return len(x) >= 6 and y.endswith(x) and filler.fullmatch(y[: len(y) - len(x)]) is not None


def _breaks_after(long: str, head: str) -> bool:
    """Whether a dash, colon, quote or bracket stands where ``head`` ends in a longer name."""
    end = next((i for i in range(1, len(long) + 1) if normal_form(long[:i]) == head), None)
    if end is None:
        return False
    return long[end : end + 1] in tuple(_OPENING) or long[end - 1] in _CLOSING


def _slip(x: str, y: str, shortest: int = 9) -> bool:
    """One character changed, dropped or added in a long name."""
    longest = max(len(x), len(y))
    return longest >= shortest and Levenshtein.distance(x, y, score_cutoff=2) <= (1 if longest < 14 else 2)


def _shifted(x: str, y: str) -> bool:
    """One character of a long name stands elsewhere (在職研訓共享 / 在職訓練共享)."""
    return min(len(x), len(y)) >= 10 and Indel.normalized_similarity(x, y) >= 0.9


def _inserted(x: str, y: str) -> bool:
    """One name is the other with some characters put in, none of which tells cases apart."""
    short, long = sorted((x, y), key=len)
    if len(short) < 8 or len(short) < 0.65 * len(long):
        return False
    further = long.startswith(short) and _FURTHER.match(long, len(short))  # …暨維修 takes up something more
    rest = iter(long)
    return not further and all(char in rest for char in short)
