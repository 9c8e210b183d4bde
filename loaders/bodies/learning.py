"""The cities that a document names and no list holds.

Always true: a name is learned from what only a city has (政府, 議會, a bureau), from a row of cities, from the head of
a sitting, from the letters of the platform or because it acts more than once; a word of two cities' letters (嵐明市)
and a word like 主辦市 or 夜市 are no cities.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache, partial

from loaders.bodies.agency_grammar import open_tail
from loaders.bodies.boundaries import BEFORE, HAN, INTRODUCING, acts, may_begin
from loaders.lexicon.bodies import cities as known_cities
from loaders.lexicon.bodies import districts, functions, no_city
from loaders.lexicon.platforms import platform_named, regions

_BUREAUS = sorted((s + x for f in functions() for s in (f.name, *f.short) for x in f.suffixes), key=len)
_EVIDENCE = re.compile(rf"[市縣](?=政府|議會|立(?:圖書館|美術館)|(?:{'|'.join(_BUREAUS)}))")
_NAME = re.compile(
    rf"([{HAN}]{{2}})([市縣])(?![市縣區民佔售面容長級價值況]|場(?!域|次|地|館|勘|景)|集(?!結|思|合|中|資)|政(?!府)|立(?!圖|美))"
)
_LISTED = re.compile(rf"(?<=[、及與和暨])([{HAN}]{{2,3}}?)([市縣])(?=[、，。；及與和暨）等」\s]|政府|$)")
_LEADING = re.compile(rf"([{HAN}]{{2}})([市縣])[、及與和暨]$")
_ROW = re.compile(rf"[{HAN}]{{2}}[市縣](?:政府)?(?:[、及與和暨][{HAN}]{{2}}[市縣](?:政府)?)+")
_ROW_ACTS = re.compile(
    r"等?[兩二三四五六七八九2-9]個?[縣市]|等(?:縣市|市|縣)|(?:所|共同)?組成|共同|合[作辦]|均|皆|輪流|輪值"
)
_ELLIPTIC = re.compile(rf"([{HAN}]{{2}})[、及與和暨]([{HAN}]{{2}})([市縣])")
_BUREAU_OF = re.compile(rf"([{HAN}]{{2}})({'|'.join(b for b in reversed(_BUREAUS) if b[-1] == '局' and len(b) > 2)})")
_COUNTYS_TOO = re.compile(r"警察|消防|衛生|環境保護|環保|文化局|稅|家畜")
_HEAD = re.compile(
    r"(?:主\s?席|主持人|共同主持|地\s?點|(?:出席|列席|與會|參加|主辦|協辦|發布)(?:單位|機關|縣市|城市|人員)?(?:及人員)?)[：】]"
    r"([^\n]*)"
)
_ITEM = re.compile(r"(?:^|[、，；\t|])")
_PLATFORM = re.compile(
    r"(?:城市|區域|縣市|跨域)?(?:(?:合作|交流|治理|發展|推動)+(?:平臺|論壇|聯盟|會報|委員會)|合作案)"
)
_RUN = re.compile(rf"[{HAN}]{{0,4}}$")
_WORD = re.compile(rf"[{HAN}]{{2,12}}$")
_NOT_IN_A_WORD = re.compile(rf"^.*(?:[{''.join(sorted(BEFORE))}]|年度|{'|'.join(INTRODUCING)})")
_BEGINS_NO_STEM = re.compile(r"次?副|[於在向將因經為是之的]|.?[市縣]")
_NOT_A_STEM = re.compile(
    r"^[請由邀洽與及和暨]|[各其他該本貴兩雙二三四五六七八九十○省等個上每某全0-9兼]|直轄|縣市|外縣|跨縣|"
    r"[請由邀洽於在向對將因經以據讓給到往屬與及和同]$"
)


def learned_cities(view: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The cities of a document's folded view in order of appearance, and the words of their letters (嵐明市 → 嵐明)."""
    names = _governed(view)
    words = _platform_words(view, names)
    names |= _alone(view, set("".join(words))) | _heads(view)
    names |= _rows(view, names)
    names |= set(_neighbours(view, names))
    shared = {name for name in names if _distributive(name, names, words)}
    names -= shared
    names |= _elliptic(view, names, words)
    return tuple(sorted(names, key=partial(_place, view))), tuple(sorted({name[:-1] for name in shared}))


def _place(view: str, name: str) -> tuple[int, str]:
    """Where a city is named first, with its unit or, if it never has one, without."""
    at = view.find(name)
    return (at if at >= 0 else view.find(name[:-1])), name


# ---------------------------------------------------------------- what may be a city at all


@lru_cache(maxsize=1)
def _known_units() -> frozenset[str]:
    """Spellings of known cities, and of districts that end like a city."""
    names = {name for name in districts() if name[-1] in "市縣"}
    for city in known_cities().values():
        names |= {spelling for name in (city.name, *city.brief) for spelling in (name, name + "政府", name + "府")}
        names.add(city.short)
    return frozenset(names)


def _possible(name: str) -> bool:
    stem, never = name[:-1], no_city()
    if name in _known_units() or stem in INTRODUCING or stem in never.stems or stem[-1] in never.endings:
        return False
    if stem[-1] in "市縣":
        return False  # 甲乙縣市: a county and a city of one name
    return not _NOT_A_STEM.search(stem)


def _possible_alone(name: str) -> bool:
    """Whether it may be a city though nothing that only a city has stands behind it."""
    stem, never = name[:-1], no_city()
    if stem[-1] in never.endings_alone or _BEGINS_NO_STEM.match(stem) or name[1:] in _known_units():
        return False
    return _possible(name)


def _distributive(name: str, names: set[str], words: tuple[str, ...]) -> bool:
    """Whether a name is made of the letters of other cities, as the platform's word is: 嵐明市環保局."""
    stem = name[:-1]
    others = (names | set(known_cities())) - {name}
    owners = [{o for o in others if letter in o[:-1]} for letter in stem]
    if stem in words:
        return any(owners)
    apart = all(owners) and len(set.union(*owners)) >= len(stem)
    return apart and any(set(stem) <= set(word) for word in words)


def _platform_words(view: str, names: set[str]) -> tuple[str, ...]:
    """What stands before 合作交流平臺 and has a letter of a city that the document names: the letters of its cities."""
    letters = set("".join(name[:-1] for name in (*names, *(city for city in known_cities() if city in view))))
    found: dict[str, None] = {}
    for platform in _PLATFORM.finditer(view):
        run = _WORD.search(view, max(0, platform.start() - 12), platform.start())
        word = _NOT_IN_A_WORD.sub("", run[0]) if run else ""
        word = word.removeprefix("原")
        listed = platform_named(word) or word in regions()
        if 2 <= len(word) <= 8 and letters & set(word) and not listed and not _spelled(word, names):
            found.setdefault(word)
    return tuple(found)


def _spelled(word: str, names: set[str]) -> bool:
    """Whether a platform is called after its cities' names, not their letters (嵐川明河合作平臺)."""
    stems = {name[:-1] for name in (*names, *known_cities())}
    return len(word) > 3 and all(word[at : at + 2] in stems for at in range(0, len(word), 2))


# ---------------------------------------------------------------- what a city has


def _governed(view: str) -> set[str]:
    """Cities named with what only a city has."""
    clear: Counter[str] = Counter()
    longer: Counter[str] = Counter()
    loose: Counter[str] = Counter()
    for found in _EVIDENCE.finditer(view):
        _vote(view, found.start(), clear, longer, loose)
    names = {name for name in clear if _possible(name)}
    names |= {name for name in longer if _possible(name) and name[1:] not in clear}
    covered = {name[-3:] for name in names}
    return names | {name for name in loose if _possible(name) and name not in covered}


def _vote(view: str, unit: int, clear: Counter[str], longer: Counter[str], loose: Counter[str]) -> None:
    run = _RUN.search(view, max(0, unit - 4), unit)
    size = len(run[0]) if run else 0
    brief = view[unit - 1 : unit + 1] in _known_units() and may_begin(view, unit - 1)
    if size < 2 or brief or view[unit - 2 : unit + 1] in _known_units():
        return
    short, long = view[unit - 2 : unit + 1], view[unit - 3 : unit + 1]
    if may_begin(view, unit - 2):
        clear[short] += 1
    elif size >= 3 and may_begin(view, unit - 3):
        longer[long] += 1
    else:
        loose[short] += 1


# ---------------------------------------------------------------- cities that stand alone


def _alone(view: str, letters: set[str]) -> set[str]:
    """Cities with no government behind them: with a letter of the platform, with an office, or acting twice."""
    names: set[str] = set()
    often: Counter[str] = Counter()
    acting: Counter[str] = Counter()
    for found in _NAME.finditer(view):
        name, begins = found[0], may_begin(view, found.start())
        if not begins or not _possible_alone(name):
            continue
        often[name] += 1
        acting[name] += acts(view, found.start(), found.end())
        if letters & set(found[1]) or open_tail(view, found.end(), False):
            names.add(name)
    names |= {name for name, times in often.items() if times > 2}
    return names | {name for name, times in acting.items() if times > 1}


def _heads(view: str) -> set[str]:
    """Cities in the head of a sitting: its place, its chairs, who attends."""
    found: set[str] = set()
    for head in _HEAD.finditer(view):
        for item in _ITEM.finditer(head[1]):
            name = _NAME.match(head[1], item.end())
            if name and _possible_alone(name[0]):
                found.add(name[0])
    return found


def _rows(view: str, names: set[str]) -> set[str]:
    """Cities in a row of three, or in a shorter one that acts together."""
    found: set[str] = set()
    for row in _ROW.finditer(view):
        members = [part.removesuffix("政府") for part in re.split("[、及與和暨]", row[0])]
        if not may_begin(view, row.start()) or not all(map(_likely, members)):
            continue
        if len(set(members)) > 2 or _ROW_ACTS.match(view, row.end()) or acts(view, row.start(), row.end()):
            found |= {member for member in members if _possible_alone(member)}
    return found


def _likely(name: str) -> bool:
    return _possible_alone(name) or name in known_cities()


def _neighbours(view: str, names: set[str]) -> Iterator[str]:
    """Cities listed beside a city: 臺北市、嵐川市及明河縣."""
    sure = set(names) | set(known_cities())
    fresh = True
    while fresh:
        fresh = False
        for found in _LISTED.finditer(view):
            name = found[1] + found[2]
            left = view[max(0, found.start() - 5) : found.start() - 1]
            if name not in sure and _possible_alone(name) and any(left.endswith((c, c + "政府")) for c in sure):
                sure.add(name)
                fresh = True
                yield name
        for found in re.finditer("|".join(map(re.escape, sure)), view):
            before = _LEADING.search(view, max(0, found.start() - 4), found.start())
            if before and may_begin(view, before.start()):
                name = before[1] + before[2]
                if name not in sure and _possible_alone(name):
                    sure.add(name)
                    fresh = True
                    yield name


def _elliptic(view: str, names: set[str], words: tuple[str, ...]) -> set[str]:
    """Cities written without 市 that bear a letter of the platform which no other bears: 嵐川及明河市, 嵐川城鄉局.

    A bureau tells 市 from 縣 only where counties have none of that name.
    """
    free = set("".join(words)) - set("".join(name[:-1] for name in names))
    found: dict[str, str] = {}
    if not free or not names:
        return set()
    for pair in _ELLIPTIC.finditer(view):
        if pair[2] + pair[3] in names and may_begin(view, pair.start()):
            found[pair[1]] = pair[1] + pair[3]
    if all(name.endswith("市") for name in names):
        for bureau in _BUREAU_OF.finditer(view):
            if may_begin(view, bureau.start()) and not _COUNTYS_TOO.match(bureau[2]):
                found.setdefault(bureau[1], bureau[1] + "市")
    known = {city.short for city in known_cities().values()}
    return {name for stem, name in found.items() if free & set(stem) and stem not in known and _possible_alone(name)}
