"""Heading words: which kind of part of the minutes a heading opens. The words are data (headings.toml)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any

from loaders.lexicon.data import read


class Heading(StrEnum):
    """The kinds of parts that minutes have."""

    TITLE = "title"
    DATE = "date"
    PLACE = "place"
    CHAIR = "chair"
    RECORDER = "recorder"
    ATTENDEES = "attendees"
    END = "end"
    OPENING = "opening"
    PREVIOUS = "previous"
    MOTION = "motion"
    RESOLUTION = "resolution"
    CONCLUSION = "conclusion"
    EXPLANATION = "explanation"
    PROGRESS = "progress"
    MEASURES = "measures"
    PROPOSER = "proposer"
    RESPONSIBLE = "responsible"
    SUBJECT = "subject"
    REPORT = "report"
    PROPOSALS = "proposals"


HEADER = frozenset({Heading.TITLE, Heading.DATE, Heading.PLACE, Heading.CHAIR, Heading.RECORDER, Heading.ATTENDEES})
"""Parts that describe the sitting itself."""
AGENDA_LABELS = frozenset(
    {
        Heading.EXPLANATION,
        Heading.PROGRESS,
        Heading.MEASURES,
        Heading.PROPOSER,
        Heading.RESPONSIBLE,
        Heading.RESOLUTION,
    }
)
"""Labels that stand side by side under one agenda item."""


Patterns = tuple[tuple[Heading, re.Pattern[str]], ...]


_ATTACHED = re.compile("附[表件錄圖]|表[一二三四五六七八九十0-9]")
"""How the caption of a table begins, or the name of a paper that is attached to minutes: they head no part."""
_OF_ONE_CASE = re.compile("擬?(?:新增|新提|增列)[^「」]{0,8}「[^」]{4,}」(?:一?案)?$")
"""An agenda item about one new case, which is no heading of such items."""
_RENEWED = re.compile("[更創革翻嶄]新案")
"""What looks like 新案 at the end of a case's name (步道指標更新案)."""


@cache
def _patterns() -> Patterns:
    return patterns(read("headings.toml"))


def patterns(data: Mapping[str, Any]) -> Patterns:
    """Every kind with its words, in the order in which they are asked. In: the data of headings.toml."""
    listed = (
        (Heading(kind), "|".join(re.escape(word).replace(r"\*", ".*") for word in words))
        for part in ("header", "body")
        for kind, words in data[part].items()
    )
    composed = ((Heading(label["kind"]), _composed(**label)) for label in data["labels"])
    return tuple((kind, re.compile(form)) for kind, form in (*listed, *composed))


def _composed(before: list[str], stem: list[str], after: list[str], **_: str) -> str:
    """A pattern for labels that a clerk composes: any words before, one stem, any words after."""
    return f"(?:{'|'.join(before)})*(?:{'|'.join(stem)})(?:{'|'.join(after)})*"


@lru_cache(maxsize=4096)
def heading(words: str) -> Heading | None:
    """The kind of part that a heading opens, or None; ``words`` are folded and squeezed, without number and colon.

    >>> heading("會議時間"), heading("主席結論暨指示（略）"), heading("青創交流合作")
    (<Heading.DATE: 'date'>, <Heading.CONCLUSION: 'conclusion'>, None)
    """
    return meant(words, _patterns())


@cache
def header_words() -> tuple[str, ...]:
    """The labels of the header, as regular expressions."""
    listed = (word for words in read("headings.toml")["header"].values() for word in words)
    return tuple(re.escape(word).replace(r"\*", "[^\\s：]*") for word in sorted(listed, key=len, reverse=True))


def meant(words: str, among: Patterns) -> Heading | None:
    """The first kind that has the words of a heading."""
    bare = re.sub(r"（[^）]*）|[：。:]|[/／]", "", words)
    if not 1 < len(bare) <= 24 or _ATTACHED.match(bare) or _RENEWED.search(bare) or _OF_ONE_CASE.match(bare):
        return None
    return next((kind for kind, pattern in among if pattern.fullmatch(bare)), None)
