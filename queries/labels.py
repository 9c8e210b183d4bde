"""Short names of agencies, as minutes shorten them.

Always true: a short name is made of a city's name and of characters of the agency's own name in their order; no two
agencies share one unless they share their whole name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

Named = tuple[str, str, Iterable[str], str | None]
"""Id, official name, other spellings, city."""

_GOVERNMENT = re.compile("^[市縣]?(?:政府)?")


def labels(agencies: Iterable[Named]) -> dict[str, str]:
    """A short name for each agency, by its id.

    A spelling that one city's agency is seen under shortens its namesakes in other cities as well.

    >>> labels([("1", "新北市政府經濟發展局", ["新北經發局"], "新北市"), ("2", "桃園市政府經濟發展局", [], "桃園市")])
    {'1': '新北經發局', '2': '桃園經發局'}
    """
    held = list(agencies)
    shortened: dict[str, str] = {}
    for _, name, aliases, city in held:
        whole = _own(name, city)
        known = [_own(alias, city) for alias in aliases if city is None or _begins(alias, city)]
        fitting = [one for one in known if _shortens(one, whole)]
        shortened[whole] = min([*fitting, shortened.get(whole, whole)], key=lambda one: (len(one), one))
    tried = {
        id: [_short(city) + rest, (city or "") + rest, name]
        for id, name, _, city in held
        for rest in [shortened[_own(name, city)]]
    }
    times = Counter(one for choices in tried.values() for one in set(choices))
    return {id: next((one for one in choices if times[one] == 1), choices[-1]) for id, choices in tried.items()}


def _short(city: str | None) -> str:
    """A city's name without what kind of place it is."""
    return re.sub("(?<=..)[市縣]$", "", city or "")


def _begins(name: str, city: str) -> bool:
    return name.replace("台", "臺").startswith(_short(city))


def _own(name: str, city: str | None) -> str:
    """What an agency is called within its city."""
    if city is None or not _begins(name, city):
        return name
    rest = name[len(_short(city)) :]
    return _GOVERNMENT.sub("", rest) or rest


def _shortens(short: str, whole: str) -> bool:
    """Whether it is the name with characters left out, but not the last one, which says what kind of body it is."""
    rest = iter(whole)
    return len(short) > 2 and short[-1:] == whole[-1:] and all(char in rest for char in short)
