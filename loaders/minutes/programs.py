"""Programs that an item or a case's name names: listed ones anywhere, others by how event names end.

Always true: a year or an ordinal in front (2023, 113年度, 第二屆) is no part of a program's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.lexicon.programs import program_words
from loaders.minutes.names import quoted

_EDITION = re.compile(r"^(?:(?:20\d\d|1[01]\d|[一二三四五六七八九十]+)(?:年度?)?(?:的)?|第[一二三四五六七八九十\d]+屆|\d{1,2}月(?:\d{1,2}日|底|中旬|份)?|今年度?|本年度?|年度)+")
_LEFT = re.compile(
    r"(?:[，。；：、（）「」『』！？]|(?:辦理|舉辦|主辦|承辦|協辦|參加|參與|結合|配合|推動|籌辦|籌備|有關|關於|訂於|預計|將於|及|與|和|以及|或|請|為|之|的|於|在|由|赴|至|邀|為因應|因應|搭配|協助|持續|共同|合作|規劃|提供|運用|透過|上架|支援|配合|依|\d{1,2}月|\d{1,2}日|年度|月底|月中))"
)


@dataclass(frozen=True, slots=True)
class ProgramFound:
    """A program and where its name stands."""

    start: int
    end: int
    name: str
    kind: str


def programs(text: str) -> Iterator[ProgramFound]:
    """Every program that a text names."""
    words = program_words()
    taken: list[tuple[int, int]] = []
    for found in words.spellings.finditer(text):
        if found[0].isascii() and (text[found.start() - 1 : found.start()].isalnum() and text[found.start() - 1].isascii()):
            continue
        name, kind = words.known[found[0].replace(" ", "").casefold()]
        taken.append(found.span())
        yield ProgramFound(*found.span(), name, kind)
    for ending in words.ending.finditer(text):
        start, end = _bounds(text, ending.end())
        if any(start < e and s < end for s, e in taken):
            continue
        name = text[start:end]
        edition = _EDITION.match(name)
        if edition:
            start, name = start + edition.end(), name[edition.end() :]
        if 4 <= len(name) <= 20 and not words.stop.search(name) and not re.match(r"[\u3400-\u9fffA-Za-z]", text[end : end + 1] or "。") or _closed(text, start, end, name):
            taken.append((start, end))
            yield ProgramFound(start, end, name, "event")


def _bounds(text: str, end: int) -> tuple[int, int]:
    for quote in quoted(text):
        if quote.start < end <= quote.end and quote.end == end:
            return quote.start, end
    start = 0
    for left in _LEFT.finditer(text, max(0, end - 24), end - 2):
        start = left.end()
    return max(start, end - 20), end


def _closed(text: str, start: int, end: int, name: str) -> bool:
    """A name that is followed by a word which cannot belong to it."""
    return 4 <= len(name) <= 20 and not program_words().stop.search(name) and bool(re.match(r"(?:活動|期間|當日|及|與|和|等|辦理|舉辦|企劃|共同|，|之|的|於|將|已|業|預|訂|在|由|並|時|參|展出|宣傳|相關|系列|籌|主|開|閉|結|成果|推|行|合|套票|露出|試辦|擺攤|設攤)", text[end:]))
