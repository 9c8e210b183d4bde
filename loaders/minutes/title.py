"""What the title of a sitting says: platform, group, level, year, ordinal.

Always true: only words of the title count; what it does not say is None. Known platforms go by the lexicon, others by
grammar (…合作交流平臺, 「嵐明」合作「交通組」, …委員會).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.vocabulary import Level
from loaders.lexicon.platforms import group_named, issue_groups, official_platform, platform_named
from loaders.minutes.dates import roc
from loaders.numerals import NUMERAL, numeral

_YEAR = re.compile(rf"(?:中華民國|民國)?(?:(\d{{2,4}}|[{NUMERAL}]{{3,5}})(?:年度?)|^(20\d\d)(?=\D))")
_DAY = re.compile(rf"((?:\d{{2,4}}|[{NUMERAL}]{{3,5}})年)[{NUMERAL}]{{1,3}}月[{NUMERAL}]{{1,3}}日")
"""A day in a title, of which the year may matter."""
_ORDINAL = re.compile(rf"(?<!總)(?<!累計)(?<!累積)第([{NUMERAL}]{{1,4}})[次回]")
_TERM = re.compile(rf"第([{NUMERAL}]{{1,3}})屆(?!第)")
_DEPUTY = re.compile(r"副(?:縣?市長|市（縣）長|縣（市）長|縣長|首長|市長|鄉鎮市?長|[鄉鎮]長)")
_MAYOR = re.compile(
    r"縣市長|市（縣）長|縣（市）長|市長|縣長|鄉鎮市?長|[鄉鎮]長|(?<!局處)(?<!機關)(?<!單位)(?<!局室)(?<!處局)首長"
)
_WORKING = re.compile(r"小組|工作圈|工作會議|議題組|工作小組|分組|專案會議|組會議|組第")
_CHAIRED = re.compile("[市縣鄉鎮首局處科課書行]長|長$")
"""Who sits there, which is no group's name; 長照 is."""
_OTHER = re.compile(r"幕僚|秘書長|執行長|研考|督導|籌備|協調會|說明會|座談")
_PLATFORM = re.compile(
    r"[「『]?([\u3400-\u9fffA-Za-z\-]{2,24}?(?:合作交流平臺|交流合作平臺|合作平臺|治理平臺|交流平臺|平臺|發展推動委員會|推動委員會|合作委員會|委員會|合作論壇|論壇|聯盟|合作會報|會報))(?!(?:合作|交流|治理|推動)*(?:平臺|委員會|論壇|會報))"
)
_SHORT = re.compile(
    r"[「『]([\u3400-\u9fff]{2,8}(?<!組))[」』](?!\S{0,1}組)|([\u3400-\u9fff]{2,8}?)(?:城市|區域|縣市)?合作(?!案)"
)
_QUOTED = re.compile(r"[「『]([\u3400-\u9fff]{2,8})[」』](?=[\u3400-\u9fff]{1,8}平臺)")
_BEFORE_PLATFORM = re.compile(r"^(?:度|年|季|期|次|附[件錄表][一二三四五六七八九十\d]{1,2})")
_KINDS = ("平臺", "委員會", "論壇", "聯盟", "會報")
_UNITS = ("議題小組", "議題組", "專案小組", "工作小組", "工作圈", "小組", "分組")
"""Words for a group that belong to its name."""
_GROUP_WORD = r"[\u3400-\u9fff]{2,14}?"
_GROUP = (
    re.compile(rf"[「『【（]({_GROUP_WORD}組)[」』】）]"),
    re.compile(rf"[「『【]({_GROUP_WORD})[」』】](?:議題小組|議題組|專案小組|工作圈|分組)"),
    re.compile(rf"(?:平臺|年度?|[」』》：]|會議|委員會|論壇|聯盟|會報|合作|第[{NUMERAL}]+[屆次季]|[）】」]|^)-?({_GROUP_WORD})(?:議題小組|議題組|專案小組|工作小組|工作圈|分組|小組|組)(?=[第工會議小專研協聯歷各（；]|民國|\d|$|[「『]|1|[{NUMERAL}]+年)"),
    re.compile(rf"({_GROUP_WORD}組)(?=第|工作|會議|議題|小組)"),
)  # fmt: skip
_NO_GROUP = re.compile(r"^(?:(?:議題|工作|專案|各議題|各)?小?組?$|[次屆季])")


@dataclass(frozen=True, slots=True)
class Title:
    """The parts of a title."""

    platform: str | None
    group: str | None
    level: Level
    roc_year: int | None
    ordinal: int | None


def read_title(words: str) -> Title:
    """Read a folded, squeezed title.

    >>> read_title("113年度「基北北桃」教育文化組第3次工作會議紀錄").group
    '教育文化組'
    """
    words = _DAY.sub(lambda day: day[1], re.sub(r"[·|]", "", words))
    found = _YEAR.search(words)
    stated_year = roc(found[1] or found[2]) if found else None
    ordinals = _ORDINAL.findall(words) or _TERM.findall(words) or re.findall(rf"第([{NUMERAL}])季", words)
    group, platform = _group(words), _platform(words)
    short = _platform_before(group) if group and platform is None else ""
    if group and short:  # 基北北桃環境資源組第1次會議
        group, platform = group.removeprefix(short), platform_name(short)
    ordinal = numeral(ordinals[-1]) if ordinals else 1 if "首次" in words else None
    return Title(platform, group, level_of(words, group), stated_year, ordinal)


def level_of(words: str, group: str | None = None) -> Level:
    """The level that a sitting's name speaks of."""
    if _DEPUTY.search(words):
        return Level.DEPUTY_MAYOR
    if _MAYOR.search(words):
        return Level.MAYOR
    if _OTHER.search(words) and not group:
        return Level.OTHER
    return Level.WORKING_GROUP if group or _WORKING.search(words) else Level.OTHER


def _group(words: str) -> str | None:
    for form in _GROUP:
        for found in form.finditer(words):
            unit = _unit(found[0].rstrip("」』】）"))
            name = found[1].removesuffix("小組").removesuffix("組").removesuffix("議題").removesuffix("分")
            name, inner, _ = name.partition("組")
            unit = "組" if inner else unit
            name = re.sub(r"^.*(?:平臺|年度|合作(?:會議)?(?=.)|第[^次]+次|委員會|論壇|聯盟|會報)", "", name)
            if 1 < len(name) <= 12 and not (_NO_GROUP.match(name) or _CHAIRED.search(name) or official_platform(name)):
                return name + unit
    return _listed_group(words)


def _listed_group(words: str) -> str | None:
    """A group that a list holds, where grammar finds none (農遊分會, 觀光文創組整併前盤點小組)."""
    spelled = ((spelling, group.name) for group in issue_groups().values() for spelling in (group.name, *group.aliases))
    bare = re.sub("[「」『』]", "", words)
    named = [(spelling, name) for spelling, name in spelled if spelling in bare]
    return max(named, key=lambda one: (len(one[0]), one), default=("", None))[1]


def _platform_before(group: str) -> str:
    """The short name of a platform with which what looks like a group's name begins, else "".

    A known platform, or what stands before a known group and is no city.
    """
    ends = range(len(group) - 2, 1, -1)
    known = next((group[:end] for end in ends if official_platform(group[:end])), "")
    short = next((group[:end] for end in range(2, 5) if group_named(group[end:])), "")
    return known or ("" if short.endswith(("市", "縣", "府", "局", "處")) else short)


def _unit(written: str) -> str:
    """The word for a group that belongs to its name: 組, unless it is called 分組, 工作圈, 工作小組 …"""
    return next((unit for unit in _UNITS if written.endswith(unit)), "組")


def _platform(words: str) -> str | None:
    bare = _QUOTED.sub(r"\1", re.sub(r"[上下]半年度?", "", _YEAR.sub("", words)))
    known, found = official_platform(bare), _PLATFORM.search(bare)
    if known and not (found and _is_another(found[1], known)):
        return known
    if found:
        listed = official_platform(found[1])
        return listed if listed and not _is_another(found[1], listed) else _BEFORE_PLATFORM.sub("", found[1])
    found = _SHORT.search(bare)
    return platform_name(found[1] or found[2]) if found else None


def _is_another(written: str, known: str) -> bool:
    """Whether a full name with a known word is that of a body of another kind (北臺區域合作平臺, and 北臺…委員會)."""
    kinds = [next((kind for kind in _KINDS if name.endswith(kind)), "") for name in (written, known)]
    return len(set(kinds)) > 1 and platform_named(written) is None


def platform_name(short: str) -> str:
    """The platform that a short name means: 雙北 → 雙北合作交流平臺, by the lexicon or by its pattern."""
    if re.search(r"平臺|委員會|論壇|聯盟|會報|合作會議", short):
        return official_platform(short) or short
    return official_platform(short) or f"{short}合作交流平臺"
