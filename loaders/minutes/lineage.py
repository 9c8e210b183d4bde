"""How a sentence says that a case goes on as another: renamed, merged, split.

Always true: a step is returned only when the sentence asserts it; 如經同意將更名為, 暫不更名, 尚不同意併案 give none. Names are
spans of the sentence; None stands for the case of the item (本案).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from loaders.numerals import numeral
from loaders.minutes.names import Name, groups, listed, quoted

Asserted = Callable[[str, int, int], bool]
_ROW_BEFORE = re.compile(r"與(?:本表|表列)?(?:項次|編號)([0-9一二三四五六七八九十]+)(?:案)?$")
_STOP = re.compile(r"[，。；：（）！？]|並(?=請|予|持續|同意)|後(?=續|由|持)|，|一案|(?<=.{4})案(?=並|持續|由)")


@dataclass(frozen=True, slots=True)
class Merger:
    """Sources that go into a target. ``target`` None: the sentence leaves the new name to another one."""

    sources: tuple[Name, ...]
    target: Name | None
    start: int
    end: int
    subject_is_source: bool = False
    reference: int | None = None
    """併入項次5: the number of the row that takes it in."""


@dataclass(frozen=True, slots=True)
class Renaming:
    """An old name (None: the item's case) and the new one."""

    old: Name | None
    new: Name
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Splitting:
    """A case (None: the item's) and what it becomes."""

    source: Name | None
    parts: tuple[Name, ...]
    start: int
    end: int


@cache
def _words() -> dict[str, re.Pattern[str]]:
    data = tomllib.loads(files("loaders.lexicon").joinpath("lineage.toml").read_text("utf-8"))
    return {key: re.compile(pattern) for key, pattern in data.items()}


def mergers(text: str, asserted: Asserted) -> list[Merger]:
    """Every merger that a sentence asserts."""
    words, names = _words(), quoted(text)
    found: list[Merger] = []
    for composed in words["composed"].finditer(text):
        inside = _names_between(text, names, composed.start("sources"), composed.end("sources"))
        target = _before(names, composed.start()) or _bare_before(text, composed.start())
        if len(inside) >= 2 and target:
            found.append(Merger(tuple(inside), target, composed.start(), composed.end()))
    if found:
        return found
    for verb in words["absorb"].finditer(text):
        if _in_quotes(names, verb.start()) or not asserted(text, verb.start(), verb.end()):
            continue
        row = re.match(r"(?:本表|表列)?(?:項次|第|編號)\s*(\d{1,2})", text[verb.end() :])
        target = next((n for n in names if n.outer_start - verb.end() in range(0, 6)), None) or (None if row else _bare_after(text, verb.end()))
        if target is None and row is None or target and re.fullmatch(r".{0,4}平臺|.{1,8}組|.{0,6}合作(?:交流)?平臺", target.text):
            continue
        sources = [n for n in names if n.outer_end <= verb.start()]
        last = _row_before(text, sources, verb.start())
        found.append(Merger(tuple(last), target, verb.start(), target.outer_end if target else verb.end(), not last, int(row[1]) if row else None))
    if found:
        return found
    for verb in words["merge"].finditer(text):
        if _in_quotes(names, verb.start()) or not asserted(text, verb.start(), verb.end()):
            continue
        sources = _row_before(text, [n for n in names if n.outer_end <= verb.start()], verb.start())
        target = _new_name(text, names, verb.end())
        row = _ROW_BEFORE.search(text[: verb.start()])
        if row:
            number = numeral(row[1])
            return [Merger((), target, row.start(), target.outer_end if target else verb.end(), True, number)]
        if sources or target or re.search(r"(?:案|二者|兩者|併)$", text[: verb.start()]):
            found.append(Merger(tuple(sources), target, verb.start(), target.outer_end if target else verb.end(), not sources))
    return found[:1] if len(found) > 1 and not found[0].target else found


def renamings(text: str, asserted: Asserted) -> list[Renaming]:
    """Every change of name that a sentence asserts."""
    words, names = _words(), quoted(text)
    found: list[Renaming] = []
    for former in words["former"].finditer(text):
        new = _before(names, former.start()) or _bare_before(text, former.start())
        old = next((n for n in names if n.start >= former.start() and n.end <= former.end()), None)
        if old is None:
            old = Name(former.start("old"), former.end("old"), former["old"], former.start("old"), former.end("old"), quoted=False)
        if new:
            found.append(Renaming(old, new, former.start(), former.end()))
    for key in ("rename", "rename_as"):
        for verb in words[key].finditer(text):
            if _in_quotes(names, verb.start()) or not asserted(text, verb.start(), verb.end()):
                continue
            if key == "rename" and words["not_a_name"].search(text[: verb.start()]) and not re.search(r"名稱|案名|更名|改名|正名|定名", verb[0]):
                continue
            new = _new_name(text, names, verb.end(), need_quotes=verb[0].endswith(("修正為", "變更為", "調整為", "更改為", "改為", "修正成")) and "名" not in verb[0])
            if new is None:
                continue
            olds = [n for n in names if n.outer_end <= verb.start()]
            old = olds[-1] if olds and verb.start() - olds[-1].outer_end <= 40 and not re.search(r"[。；]", text[olds[-1].outer_end : verb.start()]) else None
            found.append(Renaming(old, new, verb.start(), new.outer_end))
    return found


def splittings(text: str, asserted: Asserted) -> list[Splitting]:
    """Every split that a sentence asserts."""
    names = quoted(text)
    for verb in _words()["split"].finditer(text):
        if _in_quotes(names, verb.start()) or not asserted(text, verb.start(), verb.end()):
            continue
        after = [n for n in names if n.outer_start >= verb.end()]
        parts = _row_after(text, after, verb.end())
        if len(parts) >= 2:
            sources = [n for n in names if n.outer_end <= verb.start()]
            return [Splitting(sources[-1] if sources else None, tuple(parts), verb.start(), parts[-1].outer_end)]
    return []


def renaming_requested(text: str) -> re.Match[str] | None:
    """The words that ask for a new name without giving it."""
    return _words()["request"].search(text)


def same_named(text: str) -> tuple[str, ...]:
    """Short names of platforms that ran a case of one name side by side (原雙北及北桃分別辦理)."""
    found = _words()["same_name"].search(text)
    if not found:
        return ()
    words = found["platforms"] or found["platforms2"] or ""
    return tuple(w for w in re.split(r"[、及與和，]|原", words) if 1 < len(w) <= 6)


def _in_quotes(names: list[Name], at: int) -> bool:
    return any(n.outer_start < at < n.outer_end for n in names)


def _names_between(text: str, names: list[Name], start: int, end: int) -> list[Name]:
    inside = [n for n in names if n.start >= start and n.end <= end]
    if len(inside) >= 2:
        return inside
    found = listed(text, start, end)
    return [_without_origin(text, n) for n in found]


def _without_origin(text: str, name: Name) -> Name:
    """原雙北之雙北社會企業交流合作案 → without 原雙北之."""
    lead = re.match(r"(?:原)?[\u3400-\u9fff]{2,6}?之(?=.{4})", name.text) if name.text.startswith("原") else None
    if not lead:
        return name
    return Name(name.start + lead.end(), name.end, name.text[lead.end() :], name.outer_start, name.outer_end, quoted=False)


def _before(names: list[Name], at: int) -> Name | None:
    return next((n for n in reversed(names) if 0 <= at - n.outer_end <= 3), None)


def _bare_before(text: str, at: int) -> Name | None:
    start = max(text.rfind(sign, 0, at) for sign in "，。；：") + 1
    return Name(start, at, text[start:at], start, at, quoted=False) if at - start >= 4 else None


def _row_before(text: str, names: list[Name], at: int) -> list[Name]:
    """The enumeration nearest before a verb."""
    rows = groups(text, names)
    if not rows:
        return []
    row = rows[-1]
    return row if not re.search(r"[。；]", text[row[-1].outer_end : at]) else []


def _row_after(text: str, names: list[Name], at: int) -> list[Name]:
    rows = groups(text, names)
    return rows[0] if rows and rows[0][0].outer_start - at <= 12 else []


_AFTER_VERB = re.compile(
    r"(?:後)?(?:，)?(?:為|成為|成|作)?(?:[一1]|單一|同一|[0-9])?(?:個)?(?:新)?(?:合作)?(?:案|新案)?(?:，|；|：)?(?:且|並|其)?(?:(?:合併後|新|整併後|併案後)?(?:之)?(?:新)?(?:案名|名稱|方案名稱|新案名|計畫名稱)?(?:統一|改|更|訂|定|另)?(?:定|訂|名|改|更名|定名|命名|修正|稱)?(?:為|作|以)?)?(?=「|[\u3400-\u9fffA-Za-z0-9])"
)


def _new_name(text: str, names: list[Name], at: int, need_quotes: bool = False) -> Name | None:
    """The name that follows a verb, quoted or bare."""
    near = next((n for n in names if 0 <= n.outer_start - at <= 24), None)
    if near and not re.search(r"[。；]|，(?!.{0,8}(?:名|稱|為))", text[at : near.outer_start]):
        return near
    if need_quotes:
        return None
    return _bare_after(text, at) if re.search(r"(?:為|成|作)$", text[:at]) or re.match(r"(?:為|成)", text[at:]) else None


def _bare_after(text: str, at: int) -> Name | None:
    start = at + (1 if text[at : at + 1] in "為成：" else 0)
    stop = _STOP.search(text, start + 2)
    end = stop.start() if stop else len(text)
    name = text[start:end].removesuffix("辦理").removesuffix("列管")
    if not 4 <= len(name) <= 50 or re.match(r"[0-9一二三四五六七八九十]+(?:案|個|項)|例行|常態|下列|以下|各", name):
        return None
    return Name(start, start + len(name), name, start, end, quoted=False)
