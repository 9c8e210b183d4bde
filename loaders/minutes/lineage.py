"""How a sentence says that a case goes on as another: renamed, split; mergers are told by ``loaders.minutes.mergers``.

Always true: a step is returned only when the sentence asserts it; 如經同意將更名為, 暫不更名 give none.
Names are spans of the sentence; None stands for the case of the item (本案).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.lexicon.lineage import lineage_words
from loaders.minutes.beside import (
    Asserted,
    bare_before,
    name_before,
    names_before,
    names_behind,
    new_name,
    verbs_asserted,
)
from loaders.minutes.names import Name, quoted
from loaders.numerals import numeral

_NAMING = re.compile(r"名稱|案名|更名|改名|正名|定名")
_OF_ANYTHING = ("修正為", "變更為", "調整為", "更改為", "改為", "修正成")
"""Verbs that change names and all else; the new name after them needs quotes."""
_SHORTEST = 4
"""Characters of the shortest name of a part."""


@dataclass(frozen=True, slots=True)
class Renaming:
    """An old name (None: the item's case) and the new one."""

    old: Name | None
    new: Name
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Splitting:
    """A case (None: the item's) and what it becomes; ``goes_on``: it only loses a part and stays what it is."""

    source: Name | None
    parts: tuple[Name, ...]
    start: int
    end: int
    goes_on: bool = False


def renamings(text: str, asserted: Asserted) -> list[Renaming]:
    """Every change of name that a sentence asserts."""
    words = lineage_words()
    names = [name for name in quoted(text) if not words.word.match(text, name.outer_end)]
    found = list(_formerly(text, names))
    for verb in verbs_asserted(words.rename, text, names, asserted):
        ahead = text[: verb.start()]
        other = words.other_name.search(ahead)
        of_other = other and (verb[0].startswith("名稱") or "「" in other[0] or words.online.search(ahead))
        if of_other or words.slogan.search(ahead):
            continue  # 程式已由「A」改名「B」, 網站改名為「B」, 標語定名為「B」
        if not words.not_a_name.search(text[: verb.start()]) or _NAMING.search(verb[0]):
            needs_quotes = verb[0].endswith(_OF_ANYTHING) and "名" not in verb[0]
            found += _renaming(text, names, verb, needs_quotes)
    for verb in verbs_asserted(words.rename_as, text, names, asserted):
        if words.other_name.search(text[: verb.start()]):
            continue  # 開幕活動改以「B」名義辦理
        needs_quotes = verb[0].endswith(_OF_ANYTHING) and "名" not in verb[0]
        found += _renaming(text, names, verb, needs_quotes)
    return found


def _formerly(text: str, names: list[Name]) -> Iterator[Renaming]:
    """B（原案名：A）."""
    for former in lineage_words().former.finditer(text):
        new = name_before(names, former.start()) or bare_before(text, former.start())
        old = next((n for n in names if n.start >= former.start() and n.end <= former.end()), None)
        if old is None:
            start, end = former.span("old")
            old = Name(start, end, former["old"], start, end, quoted=False)
        if new:
            yield Renaming(old, new, former.start(), former.end())


def _renaming(text: str, names: list[Name], verb: re.Match[str], needs_quotes: bool) -> Iterator[Renaming]:
    """A更名為B; the old name stands near before the verb, in the same sentence."""
    if pairs := _one_by_one(text, names, verb):
        yield from pairs
        return
    new = new_name(text, names, verb.end(), needs_quotes)
    before = [name for name in names if name.outer_end <= verb.start()]
    old = before[-1] if before else None
    between = text[old.outer_end : verb.start()] if old else ""
    if old and lineage_words().part_renamed.fullmatch(between):
        return  # 「A」之看板改稱…
    if len(before) > 1 and "前者" in between and "後者" not in between:
        old = before[-2]  # 「A」與「B」二案，前者…更名為「C」
    elif old and (len(between) > 40 or re.search(r"[。；]", between)):
        old = None
    if old and new and lineage_words().replaced.search(text[: old.outer_start]):
        old = None  # 「甲」調整為「乙」，定案名稱為「C」
    if old and new and (_of_offices(old, new) or _of_office_behind(between, new)):
        return
    if old is None and lineage_words().of_office.search(text[: verb.start()]):
        return  # 某縣文物保存辦公室4月起改稱…
    part = old and lineage_words().part_of_name.search(text[: old.outer_start])
    if new and not part and not text.startswith("或", new.outer_end):
        yield Renaming(old, new, verb.start(), new.outer_end)


def _one_by_one(text: str, names: list[Name], verb: re.Match[str]) -> list[Renaming]:
    """「A」及「B」2案，名稱分別修正為「C」及「D」: as many new names as old ones, in their order."""
    olds, news = (
        names_before(text, names, verb.start()),
        names_behind(text, [n for n in names if n.outer_start >= verb.end()], verb.end()),
    )
    several = len(news) == len(olds) > 1 and "分別" in text[olds[-1].outer_end : news[0].outer_start]
    pairs = zip(olds, news, strict=True) if several else ()
    return [Renaming(old, new, verb.start(), new.outer_end) for old, new in pairs]


def _of_offices(old: Name, new: Name) -> bool:
    """Whether it is an office that changes its name (「文化發展科」更名為「語言文化科」)."""
    office = lineage_words().office
    return bool(office.fullmatch(old.text) and office.fullmatch(new.text))


def _of_office_behind(between: str, new: Name) -> bool:
    """Whether an office named behind a case is what changes its name (「A」：協辦之某局更名為某署)."""
    words = lineage_words()
    return bool(words.of_office.search(between) and words.office.fullmatch(new.text))


def splittings(text: str, asserted: Asserted) -> list[Splitting]:
    """Every split that a sentence asserts."""
    names = quoted(text)
    for verb in verbs_asserted(lineage_words().halved, text, names, asserted):
        heads = [n for n in names if n.outer_start >= verb.end() and text[n.outer_start - 1] in "，；："]
        row = names_behind(text, [n for n in names if n.outer_start >= verb.end()], verb.end())
        heads = row if len(row) == numeral(verb["count"]) else heads  # 一分為三，改以「A」、「B」及「C」推動
        if len(heads) == numeral(verb["count"]) and all(len(n.text) >= _SHORTEST for n in heads):
            return [Splitting(None, tuple(heads), verb.start(), heads[-1].outer_end)]
    for verb in verbs_asserted(lineage_words().split_off, text, names, asserted):
        if parts := names_behind(text, [n for n in names if n.outer_start >= verb.end()], verb.end()):
            return [Splitting(None, tuple(parts), verb.start(), parts[-1].outer_end, goes_on=True)]
    for verb in verbs_asserted(lineage_words().split, text, names, asserted):
        after = [n for n in names if n.outer_start >= verb.end()]
        parts = names_behind(text, after, verb.end())
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
