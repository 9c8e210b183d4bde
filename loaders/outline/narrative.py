"""Minutes told in sentences: the header that the first paragraph tells, and the hour in the last one.

Always true: every part is a stretch of the sitting's own text; nothing is told where a line with a label says it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from loaders.folding import Flow
from loaders.lexicon.headings import Heading
from loaders.numerals import NUMERAL
from loaders.outline.lines import Block
from loaders.outline.marks import Style
from loaders.outline.tree import Section

HOUR = rf"(?:上午|下午|中午|晚上|晚間|早上)?[{NUMERAL}]{{1,3}}(?:時|點|：)(?:[{NUMERAL}]{{1,3}}分?|半|整)?"
DAY = (
    rf"(?:(?:中華民國|民國)?[{NUMERAL}]{{2,7}}年[{NUMERAL}]{{1,3}}月[{NUMERAL}]{{1,3}}日|(?<!\d)\d{{2,4}}[./-]\d{{1,2}}[./-]\d{{1,2}}(?!\d))"
    r"(?:（[^）]{1,8}）)?"
)
_CONVENED = r"(?:召開|舉行|舉辦|召集|開會|進行|辦理)"
_MET = re.compile(
    rf"(?P<date>{DAY}(?:{HOUR}(?:起|[至～-]{HOUR})?)?)(?:，?(?:假|在|於|借)(?P<place>[^，。；]{{2,40}}?))?，?{_CONVENED}"
)
_DATED = re.compile(
    rf"(?P<date>{DAY}(?:，?{HOUR}(?:整|起|[至～-]{HOUR})?)?)(?:[，、]?(?:假|在|於|借)?(?P<place>[^，。；：]{{2,40}}))?。?"
)
"""A line that is nothing but a day, an hour and a place."""
_WHEN = re.compile(
    rf"(?P<date>{DAY}(?:，?{HOUR}(?:整|正|起)?(?:[至～-]{HOUR})?)?)(?:，(?:假|在|於)?(?P<place>[^，。；：）]{{2,40}}))?"
)
"""Day, hour and place in the head of a sitting."""
_TOLD = (
    (
        Heading.CHAIR,
        re.compile(r"由(?P<said>[^，。；由]{3,40}?)(?:擔任|任|為)(?:會議)?主席|由(?P<also>[^，。；由]{3,40}?)主持"),
    ),
    (
        Heading.RECORDER,
        re.compile(
            r"由(?P<said>[^，。；由]{2,40}?)(?:擔任|負責|為)?[紀記]錄(?=[，。；]|$)|"
            r"[，。；](?P<name>(?![^，。；]{0,2}(?:會議|前次|上次|本次|確認|書面|作成|列入|如附))[\u3400-\u9fff]{2,4}?)(?:擔任|負責)?[紀記]錄(?=[，。；]|$)|"
            r"[紀記]錄(?:人員?|者)?(?:為|係|由)(?P<also>[^，。；由]{2,40}?)(?:擔任|負責)?(?=[，。；]|$)"
        ),
    ),
)
_CLOSED = re.compile(rf"(?:於|至|迄|(?<=[，。；]))(?P<said>{HOUR})(?:許)?(?:圓滿|順利|宣布)?(?:結束|散會|閉會)")
_HEAD = 6
"""Lines among which one is nothing but the day."""
_FIRST = 3
"""Paragraphs among which one tells when the sitting was held."""


def narrates(view: str, blocks: Iterable[Block]) -> bool:
    """Whether one of the first paragraphs tells when the sitting was held."""
    return any(_MET.search(text.text) for text in islice(_paragraphs(view, blocks), _FIRST))


def told_header(view: str, blocks: list[Block]) -> tuple[Section, ...]:
    """Day, place, chair, recorder and end of a sitting, where its paragraphs tell them."""
    for text in islice(_paragraphs(view, blocks), _FIRST):
        met = _MET.search(text.text)
        if met:
            return (*_opening(text, met), *_end(view, blocks))
    for text in (block.body(view) for block in blocks[:_HEAD] if not (block.heading or block.cells)):
        dated = _DATED.fullmatch(text.text)
        if dated:
            return tuple(_opening(text, dated))
    return ()


def told_in(head: Flow) -> tuple[Section, ...]:
    """Day and place of a sitting, where its head names them."""
    said = _WHEN.search(head.text)
    return tuple(_opening(head, said)) if said else ()


def _opening(text: Flow, met: re.Match[str]) -> Iterator[Section]:
    yield _section(Heading.DATE, text.cut(*met.span("date")))
    if met["place"]:
        yield _section(Heading.PLACE, text.cut(*met.span("place")))
    for kind, form in _TOLD if met.re is _MET else ():
        said = form.search(text.text)
        if said:
            yield _section(kind, text.cut(*said.span(said.lastgroup or 0)))


def _end(view: str, blocks: list[Block]) -> Iterator[Section]:
    for text in islice(_paragraphs(view, reversed(blocks)), _FIRST):
        said = _CLOSED.search(text.text)
        if said:
            yield _section(Heading.END, text.cut(*said.span("said")))
            return


def _paragraphs(view: str, blocks: Iterable[Block]) -> Iterator[Flow]:
    for block in blocks:
        if not (block.mark or block.cells or block.heading):
            body = block.body(view)
            if body.text.endswith("。"):
                yield body


def _section(kind: Heading, words: Flow) -> Section:
    return Section(Style.LABEL, None, "", "", kind, words, words, "")
