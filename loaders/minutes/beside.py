"""Names that stand beside a verb of lineage: the row before it, the new name behind it, quoted or bare.

Always true: a name is a span of the sentence; what ends a clause ends the search.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from loaders.lexicon.lineage import lineage_words
from loaders.minutes.names import Name, groups, listed

Asserted = Callable[[str, int, int], bool]
"""Whether a sentence asserts the words between two places."""
_COMES_OUT = re.compile("(?:更名|改名|易名|正名|改稱|合併|整併|修正|調整|變更)[^，。；「」]{0,6}[為成稱]$|併入$|改稱$")
"""What stands before a name that something became."""
_STOP = re.compile(r"[，。；：（）！？]|並(?=請|予|持續|同意)|後(?=續|由|持)|，|一案|(?<=.{4})案(?=並|持續|由)")


def verbs_asserted(verbs: re.Pattern[str], text: str, names: list[Name], asserted: Asserted) -> Iterator[re.Match[str]]:
    """The verbs that a sentence asserts itself, outside of names."""
    for verb in verbs.finditer(text):
        if not in_quotes(names, verb.start()) and asserted(text, verb.start(), verb.end()):
            yield verb


def in_quotes(names: list[Name], at: int) -> bool:
    """Whether a place lies inside a quoted name."""
    return any(n.outer_start < at < n.outer_end for n in names)


def names_between(text: str, names: list[Name], start: int, end: int) -> list[Name]:
    """The names between two places, quoted or, where no two are, enumerated without quotes."""
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


def name_before(names: list[Name], at: int) -> Name | None:
    """The quoted name that ends right before a place."""
    return next((n for n in reversed(names) if 0 <= at - n.outer_end <= 3), None)


def bare_before(text: str, at: int) -> Name | None:
    """The words of the clause before a place, as a name without quotes."""
    start = max(text.rfind(sign, 0, at) for sign in "，。；：") + 1
    return Name(start, at, text[start:at], start, at, quoted=False) if at - start >= 4 else None


def names_before(text: str, names: list[Name], at: int) -> list[Name]:
    """The enumeration nearest before a verb."""
    rows = groups(text, [name for name in names if name.outer_end <= at])
    if not rows:
        return []
    made = [at for at, name in enumerate(rows[-1][:-1]) if _COMES_OUT.search(text[: name.outer_start])]
    row = rows[-1][made[-1] + 1 :] if made else rows[-1]  # 「A」更名為「B」，「C」併入「D」
    return row if not re.search(r"[。；]", text[row[-1].outer_end : at]) else []


def names_behind(text: str, names: list[Name], at: int) -> list[Name]:
    """The enumeration that follows right behind a verb."""
    rows = groups(text, names)
    return rows[0] if rows and rows[0][0].outer_start - at <= 12 else []


def new_name(text: str, names: list[Name], at: int, need_quotes: bool = False) -> Name | None:
    """The name that follows a verb, quoted or bare."""
    near = next((n for n in names if 0 <= n.outer_start - at <= 24), None)
    if near and not re.search(r"[。；]|，(?!.{0,8}(?:名|稱|為))", text[at : near.outer_start]):
        return near
    if near and lineage_words().as_name.match(text, at, near.outer_start):
        return near if lineage_words().is_name.match(text, near.outer_end) else None
    if need_quotes:
        return None
    names_it = text[:at].endswith(("為", "成", "作", "：", "改稱")) or text.startswith(("為", "成"), at)
    return bare_after(text, at) if names_it else None


def bare_after(text: str, at: int) -> Name | None:
    """The words behind a verb, up to where their clause ends, as a name without quotes."""
    start = at + (1 if text[at : at + 1] in "為成：" else 0)
    if _STOP.match(text, start):
        return None  # 同意改稱，請持續辦理
    stop = _STOP.search(text, start + 2)
    end = stop.start() if stop else len(text)
    name = text[start:end].removesuffix("辦理").removesuffix("列管")
    if (
        not 4 <= len(name) <= 50
        or lineage_words().no_new_name.search(name)
        or re.match(
            r"[後前](?!者)|[^「]{0,8}(?:例行|常態|經常)|時|[0-9一二三四五六七八九十]+(?:案|個|項)|下列|以下|各", name
        )
    ):
        return None
    return Name(start, start + len(name), name, start, end, quoted=False)
