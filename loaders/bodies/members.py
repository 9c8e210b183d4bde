"""Who belongs to a platform, and words that stand for several cities (雙北, 嵐明, 四市, 其他縣市).

Always true: the lexicon answers first; a platform it does not hold gets its members from its own name or from what the
document says of it, else from the cities that the document names as acting; of a platform whose letters stand for more
cities than the document names, those that it names are members; a word that fits no set of cities stands for none.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from loaders.bodies.boundaries import HAN, acts
from loaders.bodies.cities import Cities
from loaders.lexicon.bodies import cities as known_cities
from loaders.lexicon.platforms import platform_named, platforms, regions

_COMMON = r"(?:城市|區域|縣市|跨域)?(?:合作|交流|發展|治理|推動)*(?:平臺|委員會|論壇|聯盟|會報|合作)"
_AFTER_WORD = re.compile(r"(?:城市|區域|縣市|跨域)?(?:合作|交流|平臺|論壇|」)")
_AFTER_NAME = re.compile(r"(?:城市|區域|縣市|跨域)?合作(?:交流)?平臺")
_RUN = re.compile(rf"[{HAN}]{{2,8}}$")
_TITLE = re.compile(rf"{_COMMON}.*$")
_NUMBERS = {"兩": 2, "二": 2, "雙": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_N = r"(?<![\d第])(\d{1,2}|[兩二三四五六七八九])"
_CITY = r"個?(?:縣市|直轄市|市縣|城市|市(?!場(?!域|次|地|館)|集(?!結|思)|區|面|級|鎮)|縣)(?:政府|府)?"
_ANY = r"(?:縣市|直轄市|市縣|縣|城市|市(?!場(?!域|次|地|館)|集(?!結|思)|區|面|售|級))(?:政府|府)?"
_COUNTED = re.compile(rf"(?:(其他|其它|其餘)?){_N}{_CITY}")
_STATED = re.compile(
    r"(?:本平臺|平臺|成員)(?:縣市|城市)?(?:係|現|目前)?(?:由|為|包[含括]|計有|有)：?([^。；\n]{5,60}?)"
    r"(?:等[^。；，\n]{0,8})?(?:(?:所|共同)?組成|共同(?:成立|發起|參與)|於[^。；，\n]{2,16}成立|[。；\n])"
)


class Scope(Enum):
    """How a collective word picks its cities."""

    ALL = "all"
    OTHERS = "others"
    LAST = "last"
    COUNT = "count"
    PAIR = "pair"


_FEW = 4
"""Members of a platform that always sit together."""
_FORMS = (
    (Scope.LAST, re.compile(rf"(?:以上|上開|上述|前述|前開|上揭|前揭){_N}{_CITY}")),
    (Scope.OTHERS, re.compile(rf"(?:其他|其它|其餘|另外?){_N}{_CITY}")),
    (Scope.OTHERS, re.compile(rf"(?:其他|其它|其餘|他)(?:各)?(?:成員|參與)?{_ANY}")),
    (Scope.PAIR, re.compile(r"(?:雙方|兩方)(?!合作意向|簽|合約|契約)(?:縣市|城市)?")),
    (Scope.COUNT, re.compile(rf"{_N}{_CITY}")),
    (Scope.ALL, re.compile(rf"各(?:成員|參與|會員)?{_ANY}|(?:全體|各)?成員(?:縣市|城市)|與會(?:各)?(?:縣市|"
        rf"城市)|各該市")),
)  # fmt: skip
_NOT_ALL = re.compile(r"(?:全國|全臺|全臺灣|中央及|臺灣|國內|至少|任|每|逾|超過|第)$")
_FIRST_CHARS = frozenset("以上前其另他雙兩二三四五六七八九各全成與0123456789")


@dataclass(frozen=True, slots=True)
class Collective:
    """A word for several cities in a text; ``number`` is what it counts, if it does."""

    end: int
    scope: Scope
    number: int | None = None


def collective_at(text: str, at: int) -> Collective | None:
    """The counting or sweeping word (四市, 各縣市, 其他3市) that begins at ``text[at]``."""
    if text[at] not in _FIRST_CHARS:
        return None
    for scope, form in _FORMS:
        found = form.match(text, at)
        if found and not _NOT_ALL.search(text, max(0, at - 4), at):
            number = found[1] if found.re.groups else None
            return Collective(found.end(), scope, _number(number))
    return None


def _number(written: str | None) -> int | None:
    if written is None:
        return None
    return int(written) if written.isascii() else _NUMBERS[written]


@lru_cache(maxsize=1)
def _known_words() -> dict[str, tuple[str, ...]]:
    return {p.word: p.members_on(None) for p in platforms().values() if p.members} | dict(regions())


class Members:
    """Members of platforms as one document and the lexicon know them."""

    def __init__(self, view: str, cities: Cities) -> None:
        """``view`` as for Cities."""
        self._cities = cities
        self._view = view
        self._unlisted_members: dict[str, tuple[tuple[str, ...], int]] = {}
        self._words = dict(_known_words())
        self._learn_words(view, _AFTER_WORD if cities.learned else _AFTER_NAME)
        self._words |= {word: found for word in cities.shared if (found := self._lettered(word))}
        self._longest = max(map(len, self._words))
        self._first = frozenset(word[0] for word in self._words)

    def of(self, platform: str, date: str | None = None) -> tuple[str, ...]:
        """Cities of a platform on an ISO day; empty when neither lexicon nor document tells."""
        known = platform_named(platform)
        if known and known.members:
            return self._sitting(known.members_on(date))
        if not platform:
            return ()
        return self._unlisted(_TITLE.sub("", platform), platform)[0]

    def _sitting(self, members: tuple[str, ...]) -> tuple[str, ...]:
        """The members of a wide region's platform that sit, where the document counts and names fewer (四縣市)."""
        if len(members) <= _FEW:
            return members
        counted = self._counted("")
        named = tuple(city for city in members if city in self._cities.present)
        return named if 3 <= counted == len(named) < len(members) else members

    def size(self, platform: str, members: tuple[str, ...]) -> int:
        """How many members a platform has, of whom the document may name fewer."""
        if not platform or platform_named(platform):
            return len(members)
        cities, size = self._unlisted(_TITLE.sub("", platform), platform)
        return size if cities == members else len(members)

    def word_at(self, text: str, at: int) -> tuple[int, tuple[str, ...]] | None:
        """The longest word for several cities that begins at ``text[at]``: its end and the cities."""
        if text[at : at + 1] not in self._first:
            return None
        for length in range(min(self._longest, len(text) - at), 1, -1):
            cities = self._words.get(text[at : at + length])
            if cities:
                return at + length, cities
        return None

    @property
    def starts(self) -> frozenset[str]:
        """Characters with which a word for several cities begins."""
        return self._first | _FIRST_CHARS

    def names_platform(self, text: str, start: int, end: int, within: bool) -> bool:
        """Whether the word ``text[start:end]`` names a platform or a place there, not the cities themselves.

        ``within``: the cities all belong to the platform that sits; words for others count only where they act.
        """
        if _AFTER_PLATFORM.match(text, end) or text[:start].endswith(("原", "原有", "既有", "大")):
            return True
        joint = re.compile(r"[、及與和暨]").match(text, end)
        if joint and self.word_at(text, joint.end()):
            return True
        listed = start > 1 and text[start - 1] in "、及與和暨"
        if listed and any(text[: start - 1].endswith(word) for word in self._words):
            return True
        return not (within or acts(text, start, end) or _REGION_ACTS.match(text, end))

    def _learn_words(self, view: str, after: re.Pattern[str]) -> None:
        for found in after.finditer(view):
            run = _RUN.search(view, max(0, found.start() - 8), found.start())
            for length in range(len(run[0]) if run else 0, 1, -1):
                word = view[found.start() - length : found.start()]
                cities = () if word in self._words else self._lettered(word)
                if cities:
                    self._words[word] = cities
                    break

    def _lettered(self, word: str) -> tuple[str, ...]:
        if not 2 <= len(word) <= 8 or self._cities.exact(word):
            return ()
        cities = self._cities
        return cities.lettered(word, cities.learned) or cities.lettered(word, cities.present)

    def _spelled(self, platform: str) -> tuple[str, ...]:
        found = _cities_in(self._cities, platform)
        return found if len(found) > 1 else ()

    def _unlisted(self, stem: str, platform: str) -> tuple[tuple[str, ...], int]:
        """Members of a platform that no list holds, and how many it has."""
        if platform not in self._unlisted_members:
            cities = self._words.get(stem) or self._spelled(platform) or self._lettered(stem) or self._stated()
            cities = cities or self._cities.lettered(stem, tuple(known_cities())) or self._opening(stem)
            size = len(cities)
            if not cities:
                cities = self._cities.partly_lettered(stem)
                size = len(stem)
            if not cities:
                cities = self._acting(platform)
                size = len(cities)
            self._unlisted_members[platform] = cities, size
        return self._unlisted_members[platform]

    def _opening(self, stem: str) -> tuple[str, ...]:
        """The cities for which the first letters of a platform's name stand (高屏澎好鄰居)."""
        shortest = 2 if self._counted("") in (0, 2) else 3
        ends = range(len(stem) - 2, shortest - 1, -1)
        return next((found for end in ends if (found := self._lettered(stem[:end]))), ())

    def _stated(self) -> tuple[str, ...]:
        """The cities of which the document says that the platform is made: 本平臺由嵐川市、明河市及青禾縣組成."""
        for said in _STATED.finditer(self._view):
            found = _cities_in(self._cities, said[1])
            if len(found) > 1:
                return found
        return ()

    def _acting(self, platform: str) -> tuple[str, ...]:
        """The cities that the document names with their government or bureaus, as many as it counts."""
        seen: Counter[str] = Counter()
        for city in self._cities.present:
            seen[city] = len(re.findall(rf"{city}(?:政府|[{HAN}]{{2,8}}[局處])", self._view))
        acting = [city for city, times in seen.most_common() if times]
        size = self._counted(platform) or len(acting)
        if len(acting) < size == len(seen):
            acting = list(seen)
        chosen = set(acting[:size] if size > 1 else acting)
        return tuple(city for city in self._cities.present if city in chosen)

    def _counted(self, platform: str) -> int:
        """How many members there are by the platform's name (中部五縣市), else by the document's words; 0 unknown."""
        for text in (platform, self._view):
            counted = Counter((_number(number) or 0) + bool(others) for others, number in _COUNTED.findall(text))
            if counted:
                return counted.most_common(1)[0][0]
        return 0


def _cities_in(cities: Cities, text: str) -> tuple[str, ...]:
    found, at = [], 0
    while at < len(text):
        spelling = cities.at(text, at)
        if spelling:
            found.append(spelling.city)
        at += len(spelling.written) if spelling else 1
    return tuple(dict.fromkeys(found))


_AFTER_PLATFORM = re.compile(
    rf"(?:城市|區域|跨域|縣市)?(?:合作(?!社|夥伴)|交流平臺|平臺|論壇|生活圈|整併|縣市合作|好[玩行市]|都會|燈節|國際)|(?:大眾)?捷運(?!公司|"
    rf"局|工程|處)|交界|[{HAN}]{{2,6}}組(?!成|織|合)|[「『][{HAN}]{{2,8}}組[」』]|[」』]"
)
_REGION_ACTS = re.compile(rf"(?:地區)?(?:各|[兩二三四五六七八九2-9])?個?(?:縣市|市|縣)|政府|[{HAN}]{{2,6}}[局處]")
