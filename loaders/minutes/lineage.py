"""How a sentence says that a case goes on as another: renamed, merged, split.

Always true: a step is returned only when the sentence asserts it; 如經同意將更名為, 暫不更名, 尚不同意併案 give none.
Names are spans of the sentence; None stands for the case of the item (本案).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from loaders.lexicon.lineage import lineage_words
from loaders.minutes.names import Name, groups, listed, quoted
from loaders.minutes.row_numbers import BEFORE, FIRST, ROW, row

Asserted = Callable[[str, int, int], bool]
_WITH_ROW = re.compile(rf"與({ROW})$")
_BESIDE = re.compile(
    r"(?:(?:^|[，；])(?:本案|並|擬|爰)?(?:與|和|同|併同)[^，。；「」]{0,10}|(?:建議|提議)(?:本案)?(?:與|和|併同))$"
)
_ALREADY = re.compile("(?:已|業經)$")
_FROM = re.compile(r"(?:由|自)$")
_NO_CASE = re.compile(r".{0,4}平臺|.{1,8}組|.{0,6}合作(?:交流)?平臺")
_NAMING = re.compile(r"名稱|案名|更名|改名|正名|定名")
_OF_ANYTHING = ("修正為", "變更為", "調整為", "更改為", "改為", "修正成")
"""Verbs that change names and all else; the new name after them needs quotes."""
_SHORTEST = 4
"""Characters of the shortest name of a part."""
_STOP = re.compile(r"[，。；：（）！？]|並(?=請|予|持續|同意)|後(?=續|由|持)|，|一案|(?<=.{4})案(?=並|持續|由)")


@dataclass(frozen=True, slots=True)
class Merger:
    """Sources that go into a target. ``target`` None: the sentence leaves the new name to another one.

    ``source_row`` and ``target_row`` are rows of the list that the sentence points to (項次5併入項次2).
    ``if_known``: the target is words without quotes, which name a case only where the sitting knows it.
    """

    sources: tuple[Name, ...]
    target: Name | None
    start: int
    end: int
    subject_is_source: bool = False
    subject_is_target: bool = False
    source_row: str = ""
    target_row: str = ""
    if_known: bool = False


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


def mergers(text: str, asserted: Asserted) -> list[Merger]:
    """Every merger that a sentence asserts; the most telling form that it uses wins."""
    names = quoted(text)
    return _composed(text, names) or _absorbing(text, names, asserted) or _merging(text, names, asserted)


def _composed(text: str, names: list[Name]) -> list[Merger]:
    """C（由A及B合併）."""
    found = []
    for said in lineage_words().composed.finditer(text):
        sources = _names_between(text, names, *said.span("sources"))
        target = _before(names, said.start()) or _bare_before(text, said.start())
        if len(sources) >= 2 and target:
            found.append(Merger(tuple(sources), target, said.start(), said.end()))
    return found


def _absorbing(text: str, names: list[Name], asserted: Asserted) -> list[Merger]:
    """A併入B, 併入項次5, B-02併入本案, 與「B」性質相近，併至該案."""
    found = []
    for verb in _said(lineage_words().absorb, text, names, asserted):
        start, end = verb.span()
        sources, before = tuple(_row_before(text, names, start)), BEFORE.search(text[:start])
        row_before = row(before[1]) if before else ""
        row_after = FIRST.match(text, end)
        target = _near_after(text, names, end)
        pointed = lineage_words().that_case.match(text, end) if target is None else None
        if not sources and (
            _is_aside(text[:start]) or (target and lineage_words().within.match(text, target.outer_end))
        ):
            continue  # 成果併入「A」網頁, 俾利併入整合地圖: what goes in is no case
        aforesaid = next((n for n in reversed(names) if pointed and n.outer_end <= start), None)
        aforesaid = aforesaid or (_kept_by_name(text, names) if pointed else None)
        if aforesaid:
            found.append(Merger((), aforesaid, start, end, subject_is_source=True))
        elif text.startswith("本案", end):
            found.append(Merger(sources, None, start, end, subject_is_target=True, source_row=row_before))
        elif row_after:
            own = not sources and not row_before
            found.append(Merger(sources, target, start, end, own, False, row_before, row(row_after[1])))
        elif target is None and _ALREADY.search(text[:start]):
            continue  # 已併入某署系統運作: what happened to it, in words that are no name
        elif (target := target or _bare_after(text, end)) and not _NO_CASE.fullmatch(target.text):
            own = not sources and not row_before
            loose = not target.quoted and not text.startswith(("案", "一案", "乙案"), target.outer_end)
            found.append(Merger(sources, target, start, target.outer_end, own, source_row=row_before, if_known=loose))
    return found


def _is_aside(ahead: str) -> bool:
    """Whether what goes in is no case but what its clause speaks of."""
    return lineage_words().aside.search(re.split("[，；。：]", ahead)[-1]) is not None


def _near_after(text: str, names: list[Name], at: int) -> Name | None:
    """The quoted name right behind a verb, or behind whoever runs that case (併臺東縣政府所管「B」)."""
    near = next((n for n in names if n.outer_start >= at), None)
    between = text[at : near.outer_start] if near else ""
    return near if len(between) < 6 or lineage_words().run_by.fullmatch(between) else None


def _merging(text: str, names: list[Name], asserted: Asserted) -> list[Merger]:
    """A與B合併為C."""
    found = []
    for verb in _said(lineage_words().merge, text, names, asserted):
        sources = _row_before(text, names, verb.start())
        target = _new_name(text, names, verb.end())
        if sources and target is None and _FROM.search(text[: sources[0].outer_start]):
            return [Merger(tuple(sources), None, sources[0].outer_start, verb.end(), subject_is_target=True)]
        with_row = _WITH_ROW.search(text[: verb.start()])
        if with_row:
            return [Merger((), target, with_row.start(), _end(target, verb), True, source_row=row(with_row[1]))]
        beside = sources and target and _BESIDE.search(text[: sources[0].outer_start])
        if beside and target:  # 與「B」合併，名稱定為「C」
            return [Merger(tuple(sources), target, verb.start(), target.outer_end, subject_is_source=True)]
        keeping = _keeping(text, names, verb, sources) if sources and not (target or found) else None
        if keeping:
            return [keeping]
        if sources or target or re.search(r"(?:案|二者|兩者|併)$", text[: verb.start()]):
            found.append(Merger(tuple(sources), target, verb.start(), _end(target, verb), not sources))
    return found[:1] if len(found) > 1 and not found[0].target else found


def _keeping(text: str, names: list[Name], verb: re.Match[str], together: list[Name]) -> Merger | None:
    """與「B」併案，由該案填報; A與B合併，以後者為案名: one of them goes on and takes the others in."""
    said = lineage_words().kept.search(text)
    if not said or _in_quotes(names, said.start()):
        return None
    start, end, which = verb.start(), verb.end(), said[said.lastindex or 0]
    if which == "本案" or (which == "前者" and len(together) == 1):
        return Merger(tuple(together), None, start, end, subject_is_target=True)
    by_name = _kept_by_name(text, names)
    target = by_name or together[0 if which == "前者" else -1]
    others = tuple(name for name in together if name.text != target.text)
    if len(others) == len(together):
        return None  # a name of its own: what they go on as
    return Merger(others, target, start, end, subject_is_source=not others)


def _kept_by_name(text: str, names: list[Name]) -> Name | None:
    """The quoted name of the case that a sentence says goes on (爾後以「B」單一案件填報)."""
    said = lineage_words().kept.search(text)
    return next((name for name in names if said and name.outer_start == said.start(said.lastindex or 0)), None)


def _said(verbs: re.Pattern[str], text: str, names: list[Name], asserted: Asserted) -> Iterator[re.Match[str]]:
    """The verbs that a sentence asserts itself, outside of names."""
    for verb in verbs.finditer(text):
        if not _in_quotes(names, verb.start()) and asserted(text, verb.start(), verb.end()):
            yield verb


def _end(target: Name | None, verb: re.Match[str]) -> int:
    return target.outer_end if target else verb.end()


def renamings(text: str, asserted: Asserted) -> list[Renaming]:
    """Every change of name that a sentence asserts."""
    words, names = lineage_words(), quoted(text)
    found = list(_formerly(text, names))
    for verb in _said(words.rename, text, names, asserted):
        if verb[0].startswith("名稱") and words.other_name.search(text[: verb.start()]):
            continue
        if not words.not_a_name.search(text[: verb.start()]) or _NAMING.search(verb[0]):
            needs_quotes = verb[0].endswith(_OF_ANYTHING) and "名" not in verb[0]
            found += _renaming(text, names, verb, needs_quotes)
    for verb in _said(words.rename_as, text, names, asserted):
        needs_quotes = verb[0].endswith(_OF_ANYTHING) and "名" not in verb[0]
        found += _renaming(text, names, verb, needs_quotes)
    return found


def _formerly(text: str, names: list[Name]) -> Iterator[Renaming]:
    """B（原案名：A）."""
    for former in lineage_words().former.finditer(text):
        new = _before(names, former.start()) or _bare_before(text, former.start())
        old = next((n for n in names if n.start >= former.start() and n.end <= former.end()), None)
        if old is None:
            start, end = former.span("old")
            old = Name(start, end, former["old"], start, end, quoted=False)
        if new:
            yield Renaming(old, new, former.start(), former.end())


def _renaming(text: str, names: list[Name], verb: re.Match[str], needs_quotes: bool) -> Iterator[Renaming]:
    """A更名為B; the old name stands near before the verb, in the same sentence."""
    new = _new_name(text, names, verb.end(), needs_quotes)
    old = next((n for n in reversed(names) if n.outer_end <= verb.start()), None)
    if old and (verb.start() - old.outer_end > 40 or re.search(r"[。；]", text[old.outer_end : verb.start()])):
        old = None
    if old and new and lineage_words().replaced.search(text[: old.outer_start]):
        old = None  # 「甲」調整為「乙」，定案名稱為「C」
    part = old and lineage_words().part_of_name.search(text[: old.outer_start])
    if new and not part and not text.startswith("或", new.outer_end):
        yield Renaming(old, new, verb.start(), new.outer_end)


def splittings(text: str, asserted: Asserted) -> list[Splitting]:
    """Every split that a sentence asserts."""
    names = quoted(text)
    for verb in _said(lineage_words().split, text, names, asserted):
        after = [n for n in names if n.outer_start >= verb.end()]
        parts = _row_after(text, after, verb.end())
        if len(parts) >= 2 and _are_parts(text, parts):
            sources = [n for n in names if n.outer_end <= verb.start()]
            return [Splitting(sources[-1] if sources else None, tuple(parts), verb.start(), parts[-1].outer_end)]
    return []


def _are_parts(text: str, parts: list[Name]) -> bool:
    """Whether what a case is told apart into are cases, and no turns or sorts (「北區」與「南區」兩梯次)."""
    shortest = min(len(part.text) for part in parts)
    return shortest >= _SHORTEST and not lineage_words().sorts.match(text, parts[-1].outer_end)


def renaming_requested(text: str) -> re.Match[str] | None:
    """The words that ask for a new name without giving it."""
    return lineage_words().request.search(text)


def same_named(text: str) -> tuple[str, ...]:
    """Short names of platforms that ran a case of one name side by side (原雙北及北桃分別辦理)."""
    found = lineage_words().same_name.search(text)
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
    return [_without_origin(n) for n in found]


def _without_origin(name: Name) -> Name:
    """原雙北之雙北社會企業交流合作案 → without 原雙北之."""
    lead = re.match(r"(?:原)?[\u3400-\u9fff]{2,6}?之(?=.{4})", name.text) if name.text.startswith("原") else None
    if not lead:
        return name
    start = name.start + lead.end()
    return Name(start, name.end, name.text[lead.end() :], name.outer_start, name.outer_end, quoted=False)


def _before(names: list[Name], at: int) -> Name | None:
    return next((n for n in reversed(names) if 0 <= at - n.outer_end <= 3), None)


def _bare_before(text: str, at: int) -> Name | None:
    start = max(text.rfind(sign, 0, at) for sign in "，。；：") + 1
    return Name(start, at, text[start:at], start, at, quoted=False) if at - start >= 4 else None


def _row_before(text: str, names: list[Name], at: int) -> list[Name]:
    """The enumeration nearest before a verb."""
    rows = groups(text, [name for name in names if name.outer_end <= at])
    if not rows:
        return []
    row = rows[-1]
    return row if not re.search(r"[。；]", text[row[-1].outer_end : at]) else []


def _row_after(text: str, names: list[Name], at: int) -> list[Name]:
    rows = groups(text, names)
    return rows[0] if rows and rows[0][0].outer_start - at <= 12 else []


def _new_name(text: str, names: list[Name], at: int, need_quotes: bool = False) -> Name | None:
    """The name that follows a verb, quoted or bare."""
    near = next((n for n in names if 0 <= n.outer_start - at <= 24), None)
    if near and not re.search(r"[。；]|，(?!.{0,8}(?:名|稱|為))", text[at : near.outer_start]):
        return near
    if need_quotes:
        return None
    names_it = text[:at].endswith(("為", "成", "作")) or text.startswith(("為", "成"), at)
    return _bare_after(text, at) if names_it else None


def _bare_after(text: str, at: int) -> Name | None:
    start = at + (1 if text[at : at + 1] in "為成：" else 0)
    stop = _STOP.search(text, start + 2)
    end = stop.start() if stop else len(text)
    name = text[start:end].removesuffix("辦理").removesuffix("列管")
    if not 4 <= len(name) <= 50 or lineage_words().no_new_name.search(name) or re.match(
        r"[後前](?!者)|[^「]{0,8}(?:例行|常態|經常)|時|[0-9一二三四五六七八九十]+(?:案|個|項)|下列|以下|各", name
    ):
        return None
    return Name(start, start + len(name), name, start, end, quoted=False)
