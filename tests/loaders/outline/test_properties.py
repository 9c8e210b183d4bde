"""What holds for any text: every character knows its place, sittings keep apart, nothing fails and nothing explodes."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.folding import Flow, fold
from loaders.outline.lines import Joiner
from loaders.outline.markup import prepare
from loaders.outline.sittings import Sitting, sittings
from loaders.outline.tree import Section

WORDS = [
    *"、。，：；（）「」『』【】〈〉-·\t\n 　|#*>",
    *"壹貳一二三12①A",
    "113年度「中彰投」合作平臺交通組第2次會議紀錄\n",
    "113年5月6日",
    "時間：",
    "地點：",
    "主席：王大明",
    "紀錄：林小華",
    "會議名稱",
    "案由一：",
    "案由：",
    "說明：",
    "決議：",
    "提案單位：",
    "（一）",
    "1.",
    "第3頁",
    "公車轉乘案",
    "本案持續列管。",
    "Google Meet",
    "𠮷",
    "台",
    "\u200b",
    "\x0b",
    "ﬀ",
]
MINUTES = st.lists(st.sampled_from(WORDS), max_size=60).map("".join)


def flows(found: tuple[Sitting, ...]) -> list[Flow]:
    def within(section: Section) -> list[Flow]:
        return [section.body, section.rest, *section.cells]

    return [
        flow
        for one in found
        for flow in (one.title, *(f for top in (*one.header, *one.sections) for s in top.walk() for f in within(s)))
    ]


def holds(text: str) -> None:
    """Every promise of the outline, for one text."""
    view = prepare(fold(text))
    assert len(view) == len(text)
    found = sittings(text)
    for flow in flows(found):
        assert len(flow.text) == len(flow.offsets)
        assert "".join(" " if view[at].isspace() else view[at] for at in flow.offsets) == flow.text
        assert all(a < b for a, b in pairwise(flow.offsets))
    for one in found:
        assert 0 <= one.start <= one.end <= len(text)
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(MINUTES)
def test_texts_made_of_the_words_of_minutes(text: str) -> None:
    holds(text)
    holds("交通組第1次會議紀錄\n時間：113年5月6日\n主席：王大明\n" + text)


@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    holds(text)
    holds("交通組第1次會議紀錄\n時間：113年5月6日\n主席：王大明\n" + text)


@given(st.text(alphabet=st.characters(categories=("P", "S", "Z", "C")), max_size=200))
def test_signs_and_controls_only(text: str) -> None:
    holds(text)


@given(MINUTES)
def test_blocks_never_overlap(text: str) -> None:
    view = prepare(fold(text))
    spans = [span for block in Joiner(view, 0, len(view)).run() for span in block.spans]
    assert all(0 <= s <= e <= len(view) for s, e in spans)
    ordered = sorted(spans)
    assert all(a[1] <= b[0] for a, b in pairwise(ordered))


HEAD = "交通組第1次會議紀錄\n時間：113年5月6日\n主席：王大明\n案由一：甲案\n說明：\n"
REPEATED = [
    *"「」（、。：-|\t\n一1 *#<",
    "一\n",
    "（一",
    "1.",
    "一、\n",
    "紀錄：\n",
    "紀錄： ",
    "時間：",
    "。決議：",
    "決議\t通過\n",
    "a\tb\tc\nd\te\n",
    "會議紀錄\n",
    "第1頁\n甲\n",
    "壹、\n（一）\n1.\n",
    "【決議】",
    "「甲",
    "臺北市、",
    "一、甲。\n1.乙。\n",
    "提案一\n案由：甲\n說明：乙\n",
]


@pytest.mark.parametrize("piece", REPEATED, ids=ascii)
def test_time_grows_with_the_text_only(piece: str) -> None:
    text = HEAD + "甲" + piece * (40_000 // len(piece)) + "乙"
    began = time.process_time()
    found = sittings(text)
    assert time.process_time() - began < 8  # half a second here; what explodes takes minutes
    assert found and found[-1].end <= len(text)
