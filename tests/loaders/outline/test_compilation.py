"""Several sittings under one title, each behind a short head."""

from __future__ import annotations

import pytest

from loaders.folding import fold
from loaders.outline.compilation import compiled

TITLE = "霧嶺與嵐川合作交流平臺海洋組113年會議紀錄彙編\n"
SAID = "主席：施副局長若梅\n一、夜航渡輪加班：持續列管。\n"


@pytest.mark.parametrize(
    "heads",
    [
        ("第1次會議（113年3月5日）", "第2次會議（113年9月12日）"),
        ("【第1次會議】113年3月5日", "【第2次會議】113年9月12日"),
        ("一、第1次會議", "二、第2次會議"),
        ("113年3月5日第1次會議紀錄", "113年9月12日第2次會議紀錄"),
    ],
)
def test_each_head_opens_a_sitting(heads: tuple[str, str]) -> None:
    text = fold(TITLE + "".join(f"{head}\n{SAID}" for head in heads))
    title, parts = compiled(text)
    assert title.text == "".join(TITLE.split())
    assert [part.head.text for part in parts] == ["".join(fold(head).split()) for head in heads]
    assert all("夜航渡輪加班" in text[part.start : part.end] for part in parts)


@pytest.mark.parametrize(
    "text",
    [
        TITLE + "第1次會議（113年3月5日）\n" + SAID,
        TITLE + "第1次會議（113年3月5日）\n" + SAID + "第1次會議（113年3月5日）\n" + SAID,
        TITLE + "一、報告事項。\n第1次會議（113年3月5日）\n" + SAID + "第2次會議（113年9月12日）\n" + SAID,
        TITLE + "第1次會議（113年3月5日）\n第2次會議（113年9月12日）\n",
    ],
    ids=["one head", "the same head twice", "something said above", "nothing said beneath"],
)
def test_anything_else_is_no_compilation(text: str) -> None:
    assert compiled(fold(text))[1] == ()
