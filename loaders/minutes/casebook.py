"""The cases of one sitting: every name written there, and which names mean one case.

Always true: two names share a key only when ontology section 4 calls their difference spelling, or when one is a
shortened form of the other and the sitting does not list both; keys are c1, c2 … in order of appearance.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from graph.interchange import ParsedCase, Quote
from loaders.folding import Flow, fold
from loaders.identity.matching import Verdict, abbreviates, continues, contracts, same_case
from loaders.identity.normal import normal_form
from loaders.minutes.names import Name

_GENERIC = ("合作", "計畫", "合作計畫")
"""Words that belong to a name or to the 案 behind it."""
_SHORTEST_INSIDE = 4
_SHORTEST_ALIKE = 5
"""The length from which a name may be a shortened or mistaken form of another."""
_SAME_ROW = 6
"""The length from which a name that stands in the same row of two lists may have a slip."""


@dataclass(slots=True)
class Entry:
    """One case while the sitting is read."""

    key: str
    name: str
    platform: str
    quote: Quote
    aliases: dict[str, None] = field(default_factory=dict)
    item: str = ""
    position: int | None = None
    listed: bool = False
    number: int | None = None
    """Its number in the list."""
    renaming_requested: Quote | None = None
    origins: tuple[str, ...] = ()
    tracked: bool = False
    """Whether it stands in a list of tracked cases."""


@dataclass(frozen=True, slots=True)
class ListRow:
    """Where a name stands: path, number, and whether it is the row of a list."""

    path: str
    number: int | None
    listed: bool


class CaseBook:
    """Names → keys, for one sitting."""

    def __init__(self, text: str, platform: str) -> None:
        self.text = text
        self.platform = platform
        self.entries: dict[str, Entry] = {}
        self.numbers: dict[str, str] = {}
        """Number or code in the sitting's list → key."""
        self.topics: dict[str, list[str]] = {}
        self.tables: dict[int, dict[str, None]] = {}
        """The number of a table → the cases of its rows."""
        """What sorts the cases of a list (交通類, 嘉義縣) → keys."""
        self.shorts: dict[str, str] = {}
        """Short name that the text gives a case (下稱留任案) → key."""
        self._spelt: dict[str, list[tuple[Entry, str]]] = {}
        """The characters of a name in a fixed order → the spellings made of them."""
        self.became: dict[str, str] = {}
        """Key → key that the case went on as."""

    def add(
        self,
        name: Name,
        flow: Flow,
        path: str,
        *,
        platform: str = "",
        listed: bool = False,
        fresh: bool = False,
        origins: tuple[str, ...] = (),
        enumerated: bool = False,
        number: int | None = None,
        exact: bool = False,
        known: str | None = None,
    ) -> str:
        """The key of a case name written in a flow; ``fresh`` makes a case of its own (one name on two platforms).

        ``enumerated``: one of several names without quotes, which clerks write loosely. ``number``: its place in
        a list. ``exact``: a name that is only like another is another case. ``known``: the key that it has for certain.
        """
        start, end = flow.span(name.start, name.end)
        written = tidy(_written(self.text, flow.cut(name.start, name.end)))
        home = platform or self.platform
        known = known or (None if fresh else self.find(written, home, ListRow(path, number, listed), origins, exact))
        if known is None and enumerated:
            known = self._listed_like(written, home)
        if known is None:
            known = f"c{len(self.entries) + 1}"
            self.entries[known] = Entry(known, written, home, Quote(start, end, self.text[start:end], path))
            self._spell(self.entries[known], written)
        entry = self.entries[known]
        entry.origins = entry.origins or origins
        if written != entry.name and written not in entry.aliases:
            entry.aliases[written] = None
            self._spell(entry, written)
        bare, called = written.removesuffix("案"), written.endswith("案") or self.text.startswith("案", end)
        if not name.quoted and called and bare.endswith(_GENERIC):
            other = bare if written != bare else f"{bare}案"  # A合作案 may be the case A合作 or the 合作案 A
            if other not in entry.aliases:
                entry.aliases[other] = None
                self._spell(entry, other)
        if listed and not entry.listed:
            entry.listed, entry.item, entry.number = True, path, number
            entry.position = sum(e.listed for e in self.entries.values())
        return known

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where names of known cases stand in a squeezed text: words inside them decide nothing."""
        spellings = {fold(s).replace(" ", "") for e in self.entries.values() for s in (e.name, *e.aliases)}
        return [m.span() for s in spellings if len(s) >= _SHORTEST_INSIDE for m in re.finditer(re.escape(s), text)]

    def spells(self, key: str | None, written: str) -> bool:
        """Whether a case stands under exactly this name."""
        entry = self.entries.get(key or "")
        names = (entry.name, *entry.aliases) if entry else ()
        return normal_form(written) in map(normal_form, names)

    def find(
        self,
        written: str,
        platform: str = "",
        row: ListRow | None = None,
        origins: tuple[str, ...] = (),
        exact: bool = False,
    ) -> str | None:
        """The key that a spelling already has; ``row`` is where it stands."""

        def may_be(entry: Entry) -> bool:
            """One name carried over from two platforms is two cases."""
            elsewhere = platform and entry.platform != platform
            return not elsewhere and not (origins and entry.origins and origins != entry.origins)

        form = normal_form(written)
        spelt = ((entry, name) for entry, name in self._spelt.get(_letters(form), ()) if may_be(entry))
        found = next((entry.key for entry, name in spelt if same_case(name, written) is Verdict.SAME), None)
        if found or exact or len(form) < _SHORTEST_ALIKE:
            return found
        return next(
            (
                entry.key
                for entry in self.entries.values()
                if may_be(entry) and any(_alike(entry, row, name, written) for name in (entry.name, *entry.aliases))
            ),
            None,
        )

    def counterparts(self, written: list[str]) -> list[str]:
        """The listed cases of which an enumeration gives every name with words left out or put in, each one another.

        Empty where one of the names has no such case of its own.
        """
        found = [self.find(tidy(name)) or self._contraction(tidy(name)) for name in written]
        keys = [key for key in found if key]
        return keys if len(set(keys)) == len(written) > 1 else []

    def _contraction(self, written: str) -> str | None:
        within, listed = normal_form(written), [entry for entry in self.entries.values() if entry.listed]
        inside = len(within) >= _SHORTEST_ALIKE
        like = [
            entry.key
            for entry in listed
            if contracts(entry.name, written) or (inside and within in normal_form(entry.name))
        ]
        return like[0] if len(like) == 1 else None

    def _spell(self, entry: Entry, written: str) -> None:
        self._spelt.setdefault(_letters(normal_form(written)), []).append((entry, written))

    def _listed_like(self, written: str, platform: str) -> str | None:
        """The one listed case of which an enumeration gives the name with words left out."""
        like = [
            entry.key
            for entry in self.entries.values()
            if entry.listed and entry.platform == platform and continues(entry.name, written)
        ]
        return like[0] if len(like) == 1 else None

    def parsed(self) -> tuple[ParsedCase, ...]:
        """The cases as the interchange form holds them."""
        return tuple(
            ParsedCase(
                key=e.key,
                name=e.name,
                platform=e.platform,
                quote=e.quote,
                aliases=tuple(e.aliases),
                item=e.item,
                position=e.position,
                origins=e.origins,
                renaming_requested=e.renaming_requested,
            )
            for e in self.entries.values()
        )


def _written(text: str, name: Flow) -> str:
    """A name as the text has it, without what stands between its stretches (other columns of a drawn table)."""
    gaps = (text[one + 1 : other] for one, other in pairwise(name.offsets))
    between = ("" if gap.strip() else gap for gap in gaps)
    return "".join(text[at] + gap for at, gap in zip(name.offsets, (*between, ""), strict=True))


def _letters(form: str) -> str:
    return "".join(sorted(form))


def _alike(entry: Entry, row: ListRow | None, spelling: str, written: str) -> bool:
    """Whether two like names are one case: never two rows of one list; the same row of two lists sooner than others."""
    if row is None or not entry.listed:
        return abbreviates(spelling, written)
    other_list = row.path.rpartition("/")[0] != entry.item.rpartition("/")[0]
    if row.number is not None and row.number == entry.number and other_list:
        one, other = _core(spelling, entry.platform), _core(written, entry.platform)
        return continues(spelling, written) or abbreviates(one, other, _SAME_ROW)
    if not row.listed:
        return abbreviates(spelling, written)
    return other_list and None in (row.number, entry.number) and continues(spelling, written)


def _core(name: str, platform: str) -> str:
    """A name without what the same row of another list may leave out: the platform's cities, 計畫, 服務 at its end."""
    shared = next((at for at, (one, other) in enumerate(zip(name, platform, strict=False)) if one != other), 0)
    bare = name[shared:] if shared > 1 else name
    return re.sub("(?:合作|推動|交流)?(?:計畫|方案|服務)?$", "", bare) or name


def tidy(written: str) -> str:
    """A name on one line: line breaks of a wrapped line go, a blank between Latin words stays.

    >>> tidy("臺北市與桃園市圖書館\\n一證通用")
    '臺北市與桃園市圖書館一證通用'
    """
    joined = re.sub(r"(?<=[A-Za-z0-9])\s*\n\s*(?=[A-Za-z0-9])", " ", written)
    joined = re.sub(r"\s*\n\s*", "", joined)
    return re.sub(r"\s+", " ", joined).strip()
