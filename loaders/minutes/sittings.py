"""Which sitting some words mean: 第4次副市長層級會議, 前次會議, 113年3月5日之小組會議.

Always true: the answer names only what the words, this sitting's header and the document's other sittings say.
"""

from __future__ import annotations

import re
from functools import cached_property

from graph.interchange import MeetingRef
from graph.vocabulary import Level
from loaders.lexicon.platforms import official_platform
from loaders.minutes.dates import first_day, roc
from loaders.minutes.title import level_of
from loaders.numerals import NUMERAL, numeral

_COMMON_END = re.compile(r"(?:合作)?(?:交流)?平臺$")
_PREVIOUS = re.compile(r"上次|前次|上一次|同次|上開|前開")
_SAME = re.compile(r"同次|該次")
_AFORESAID = re.compile(r"前開|上開|前揭|上揭|前述|上述")
_ORDINAL = re.compile(rf"第([{NUMERAL}]{{1,3}})[次季]")
_YEAR = re.compile(rf"(20\d\d|[{NUMERAL}]{{2,4}})年度?")
_COUNTED_YEAR = re.compile(r"[本今]年|(?P<last>去年|上年度?|上一年度?|前一年度?)")
_IN_FULL = re.compile(
    r"(?:^|[年度於經依]|[^\u3400-\u9fff])(?P<platform>(?![本該各原年度於經依])[\u3400-\u9fff]{2,6}?(?:區域)?(?:合作(?:交流)?|治理)平臺)(?=第|\d|[\u3400-\u9fff]{2,5}組|副?[市縣首])"
)
"""A platform by its whole name, before what tells one of its sittings."""
_LEVELLED = re.compile(
    rf"(?:(?:20\d\d|[{NUMERAL}]{{2,4}})年度?)?(?:第(?P<before>[{NUMERAL}]{{1,3}})次)?副?(?:縣市長|市縣長|市（縣）長|縣（市）長|市長|縣長|首長)(?:層級)?會議"
    rf"(?:（(?:第(?P<behind>[{NUMERAL}]{{1,3}})次)?[^（）]{{0,24}}）)?"
)
"""113年度第4次副市長層級會議, 副市長層級會議（第4次，113年12月26日）."""
_TOLD_BEFORE = re.compile(
    rf"(?:前|上)(?:一)?次(?:會議)?（(?P<year>(?:20\d\d|[{NUMERAL}]{{2,4}})年度?)?第(?P<ordinal>[{NUMERAL}]{{1,3}})次[^（）]{{0,8}}）"
)
"""前次（113年第2次）會議."""
_DATED_BEFORE = re.compile(
    rf"(?:前|上)次會議（(?P<day>(?:20\d\d|[{NUMERAL}]{{2,4}})年[{NUMERAL}]{{1,3}}月[{NUMERAL}]{{1,3}}日)）"
)
"""前次會議（113年6月12日）."""
_HELD = (
    r"(?:業|已)?(?:經|已)?於((?:[^，。；於]{1,7}年)?[^，。；於年]{1,3}月[^，。；於月]{1,3}日)"
    r"[^，。；]{0,8}(?:召開|舉行|辦理)"
)
"""The day of a sitting, behind its name."""
_ANY_GROUP = re.compile(r".{0,2}小組|議題組|工作小組|教育文化小組|.{0,4}[本該]組")


class MeetingResolver:
    """Resolves words about sittings as one sitting's minutes use them."""

    def __init__(self, here: MeetingRef, series: tuple[MeetingRef, ...], text: str = "") -> None:
        self.here = here
        self.series = series
        self.text = text
        self.named = _named(text) if here.level is Level.OTHER else {}
        """Ordinal → the fullest name of a sitting, for 第4次會議 in minutes whose own sittings decide nothing."""
        self.last: MeetingRef | None = None
        self._words = ""
        """The words by which that one was named."""
        self.told: dict[str, MeetingRef] = {}
        """Day → sitting, of those that these minutes told of with their day."""

    @cached_property
    def _squeezed(self) -> str:
        """The file's text without blanks, as words about sittings are read."""
        return re.sub(r"\s", "", self.text)

    def resolve(self, words: str, at: int | None = None) -> MeetingRef | None:
        """The sitting that some words mean; None when they name none of a platform's sittings.

        ``at``: the offset in the text of the sentence that they stand in, for 該次會議.
        """
        if _SAME.search(words):
            self.last = (self._named_before(at) if at is not None else None) or self.last
        if self.last is None or not _SAME.search(words):
            self.last = self._aforesaid(words) or self._resolve(words)
            self._words = re.sub(r"\s", "", words)
        if self.last and self.last.date:
            return self.told.setdefault(f"{self.last.level} {self.last.date}", self.last)
        return self.last

    def _named_before(self, at: int) -> MeetingRef | None:
        """The other sitting named last before an offset, where nothing was told of a later one."""
        before = re.sub(r"\s", "", self.text[:at])
        told = before.rfind(self._words) if self._words else -1
        named = [m[0] for m in _LEVELLED.finditer(before, told + 1) if _ORDINAL.search(m[0]) or _YEAR.search(m[0])]
        found = (self._resolve(words) for words in reversed(named))
        return next((meeting for meeting in found if meeting and meeting != self.here), None)

    def _aforesaid(self, words: str) -> MeetingRef | None:
        """The sitting of that level told of last (前開副市長層級會議), where the words say no more of it."""
        level = level_of(words)
        if level is Level.OTHER or not _AFORESAID.search(words) or _ORDINAL.search(words) or _YEAR.search(words):
            return None
        if self.last and self.last.level is level:
            return self.last
        text = self._squeezed
        before = [m[0] for m in _LEVELLED.finditer(text, 0, max(text.find(words), 0)) if level_of(m[0]) is level]
        return self._resolve(before[-1]) if before else None

    def _resolve(self, words: str) -> MeetingRef | None:
        here, bare = self.here, _ORDINAL.search(words)
        if bare and level_of(words) is Level.OTHER:
            words = self.named.get(numeral(bare[1]) or 0, words)
        platform = official_platform(words) or self._platform(words) or here.platform
        group_named = re.search(r"「?([\u3400-\u9fff]{2,6}組)」?(?!會議室)", words)
        stated = level_of(words)
        day = first_day(words, int(here.date[:4]) if here.date else None)
        pointed = _PREVIOUS.search(words) or day or _ORDINAL.search(words)
        own = stated is Level.WORKING_GROUP or (stated is Level.OTHER and pointed is not None)
        level = here.level if own and stated is Level.OTHER else stated
        if level is Level.OTHER and not own:
            return None
        group = here.group if level is Level.WORKING_GROUP else None
        if group_named and re.search(r"[次屆季]|小組$|工作", group_named[1]):
            group_named = None
        if group_named and level is Level.WORKING_GROUP and not _ANY_GROUP.fullmatch(group_named[1]):
            group = group_named[1]
        ordinal = _ORDINAL.search(words)
        year = self._year(words)
        if day and not _PREVIOUS.search(words):
            found = next((m for m in self.series if m.date == day.date.isoformat() and m.level is level), None)
            number = numeral(ordinal[1]) if ordinal else None
            said = year if number is None else None  # 113年7月5日副首長會議
            return found or MeetingRef(platform, level, group, said, number, day.date.isoformat(), words)
        if ordinal:
            return self._numbered(platform, level, group, year, numeral(ordinal[1]), words)
        if year and level in (Level.MAYOR, Level.DEPUTY_MAYOR):
            return self._numbered(platform, level, None, year, None, words)
        higher = level in (Level.MAYOR, Level.DEPUTY_MAYOR) and level is not here.level  # 副首長會議已…
        return self._previous(platform, level, group, words) if higher or _PREVIOUS.search(words) else None

    def _year(self, words: str) -> int | None:
        """The year of the Republic that some words name, or count from the year of this sitting (本年6月…會議)."""
        named, counted = _YEAR.search(words), _COUNTED_YEAR.search(words)
        if named:
            return roc(named[1])
        return self.here.roc_year - bool(counted["last"]) if counted and self.here.roc_year else None

    def _platform(self, words: str) -> str | None:
        """A platform that no list holds: one of the series by its short name, or any that is named in full."""
        for platform in sorted({m.platform for m in self.series if m.platform}, key=lambda p: (-len(p), p)):
            short = re.escape(_COMMON_END.sub("", platform))
            if short and re.search(rf"(?:^|原|與|及|[^\u3400-\u9fff]){short}(?=[」』]|合作|平臺)", words):
                return platform
        full = _IN_FULL.search(words)
        return full["platform"] if full else None

    def _headless_before(self) -> MeetingRef | None:
        """The sitting whose head is cut off, right before this one in a file whose sittings do not run backwards."""
        at = self.series.index(self.here) if self.here in self.series else 0
        above = self.series[at - 1] if at else None
        after = next((meeting.date for meeting in self.series[at + 1 :] if meeting.date), None)
        backwards = bool(after and self.here.date and after < self.here.date)
        return above if above and not (above.date or above.ordinal or backwards) else None

    def _numbered(
        self, platform: str, level: Level, group: str | None, year: int | None, ordinal: int | None, words: str
    ) -> MeetingRef:
        if year is None and level is Level.WORKING_GROUP:
            year = self.here.roc_year
        for meeting in self.series:
            named = (meeting.platform, meeting.level, meeting.group, meeting.ordinal)
            if named == (platform, level, group, ordinal) and year in (None, meeting.roc_year):
                return meeting
        return MeetingRef(platform, level, group, year, ordinal, self._day_told(words), words)

    def _day_told(self, words: str) -> str | None:
        """The day before this one's on which the text says that a sitting was held (第2次副首長會議業於9月28日召開)."""
        named = _LEVELLED.search(words)
        told = re.search(re.escape(named[0]) + _HELD, self._squeezed) if named and self.here.date else None
        if told is None or self.here.date is None:
            return None
        year = int(self.here.date[:4])
        days = (first_day(told[1], default) for default in (year, year - 1))
        return next((day.date.isoformat() for day in days if day and day.date.isoformat() < self.here.date), None)

    def _day_beside(self, level: Level, ordinal: int) -> str | None:
        """The day in brackets behind a sitting of that number (第6次副首長會議（113年11月7日）)."""
        named = (m[0] for m in _LEVELLED.finditer(self._squeezed) if numeral(m["before"] or "") == ordinal)
        days = (first_day(words) for words in named if level_of(words) is level)
        return next((day.date.isoformat() for day in days if day), None)

    def _previous(self, platform: str, level: Level, group: str | None, words: str) -> MeetingRef | None:
        here = self.here
        earlier = [
            m for m in self.series if (m.platform, m.level, m.group) == (platform, level, group) and _is_before(m, here)
        ]
        if earlier:
            return max(earlier, key=lambda m: m.date or "")
        told = _TOLD_BEFORE.search(self._squeezed) if self.series == (here,) else None
        if told and level is here.level:
            return self._resolve(f"{told['year'] or ''}第{told['ordinal']}次{words}")
        dated = _DATED_BEFORE.search(self._squeezed) if self.series == (here,) and level is here.level else None
        if dated:
            return self._resolve(f"{dated['day']}會議")
        headless = self._headless_before()
        if headless and (headless.platform, headless.level) == (platform, level):
            return headless
        if level is here.level and here.ordinal and here.ordinal > 1 and platform == here.platform:
            told_day = self._day_beside(level, here.ordinal - 1)
            return MeetingRef(platform, level, group, here.roc_year, here.ordinal - 1, told_day, words)
        return MeetingRef(platform, level, group, None, None, None, words)


def _named(text: str) -> dict[int, str]:
    """The fullest name of every sitting that a folded text calls by level and number, where it calls no two so."""
    found: dict[int, list[str]] = {}
    for said in _LEVELLED.finditer(text):
        found.setdefault(numeral(said["before"] or said["behind"] or "") or 0, []).append(said[0])
    return {number: max(names, key=len) for number, names in found.items() if len(set(map(level_of, names))) == 1}


def _is_before(one: MeetingRef, other: MeetingRef) -> bool:
    return bool(one.date and other.date and one.date < other.date)
