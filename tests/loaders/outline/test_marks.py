"""Numbers at the head of a line: every style, what they take of the line, and what only looks like one."""

from __future__ import annotations

import pytest

from loaders.folding import fold
from loaders.outline.marks import Style, mark


@pytest.mark.parametrize(
    ("line", "style", "ordinal", "rest"),
    [
        ("壹、報告事項", Style.FORMAL, 1, "報告事項"),
        ("拾貳、散會", Style.FORMAL, 12, "散會"),
        ("叁　討論事項", Style.FORMAL, 3, "討論事項"),
        ("甲、報告", Style.FORMAL, 1, "報告"),
        ("Ⅲ、討論", Style.FORMAL, 3, "討論"),
        ("一、主席致詞", Style.CJK, 1, "主席致詞"),
        ("二十一、其他", Style.CJK, 21, "其他"),
        ("一 、其他", Style.CJK, 1, "其他"),
        ("（一）青創交流", Style.PAREN_CJK, 1, "青創交流"),
        ("(十二)青創交流", Style.PAREN_CJK, 12, "青創交流"),
        ("（ 三 ）、青創交流", Style.PAREN_CJK, 3, "青創交流"),
        ("㈡青創交流", Style.PAREN_CJK, 2, "青創交流"),
        ("1.首項", Style.DIGIT, 1, "首項"),
        ("１２、首項", Style.DIGIT, 12, "首項"),
        ("(3)首項", Style.PAREN_DIGIT, 3, "首項"),
        ("3）首項", Style.PAREN_DIGIT, 3, "首項"),
        ("②首項", Style.CIRCLED, 2, "首項"),
        ("B. 首項", Style.LETTER, 2, "首項"),
        ("b. 首項", Style.SMALL_LETTER, 2, "首項"),
        ("K. 首項", Style.LETTER, 11, "首項"),
        ("丑、首項", Style.CJK, 2, "首項"),
        ("5.2.1.3　首項", Style.DEEPEST_DECIMAL, 3, "首項"),
        ("第一案：青創交流", Style.CASE, 1, "青創交流"),
        ("第 3 案 青創交流", Style.CASE, 3, "青創交流"),
        ("案由二：青創交流", Style.CASE, 2, "青創交流"),
        ("提案三、青創交流", Style.CASE, 3, "青創交流"),
        ("討論事項（一）：青創交流", Style.CASE, 1, "青創交流"),
        ("議題1「青創交流」", Style.CASE, 1, "「青創交流」"),
        ("議題1【青創交流】", Style.CASE, 1, "【青創交流】"),
        ("列管案（5）青創交流", Style.CASE, 5, "青創交流"),
        ("列管案5：青創交流", Style.CASE, 5, "青創交流"),
        ("二　青創交流：持續列管", Style.CJK, 2, "青創交流：持續列管"),
        ("追蹤案5、6：青創交流、夜航", Style.CASE, 5, "青創交流、夜航"),
        ("管考案3：青創交流", Style.CASE, 3, "青創交流"),
        ("第2案（臺北市）：青創交流", Style.CASE, 2, "（臺北市）：青創交流"),
        ("1121-02 青創交流", Style.CASE, 2, "青創交流"),
        ("案由：青創交流", Style.CASE, None, "：青創交流"),
        ("- 青創交流", Style.BULLET, None, "青創交流"),
        ("●青創交流", Style.BULLET, None, "青創交流"),
        ("※ 青創交流", Style.BULLET, None, "青創交流"),
        ("- （二） 青創交流", Style.PAREN_CJK, 2, "青創交流"),
    ],
)
def test_every_style(line: str, style: Style, ordinal: int | None, rest: str) -> None:
    folded = fold(line)
    found = mark(folded)
    assert found is not None
    assert (found.style, found.ordinal, folded[found.length :].strip()) == (style, ordinal, fold(rest))


@pytest.mark.parametrize(
    "line",
    [
        "",
        "青創交流",
        "113年度合作案",
        "1.5億元",
        "5月6日",
        "14:00開始",
        "一般事項",
        "一 年內完成，並請報告：",
        "一月、二月",
        "三、四月辦理"[2:],
        "（上午）開會",
        "第一次會議",
        "提案單位：臺北市",
        "-",
        "--------",
        "1",
        "、一",
        "列管案（5）",
        "列管案件（12）：",
        "合作案 （5）",
        "案（5）",
        "議題一、議題三：同意解列",
        "項次2、6解除列管",
    ],
)
def test_what_only_looks_like_a_number(line: str) -> None:
    assert mark(fold(line)) is None


def test_the_number_is_kept_as_written() -> None:
    found = mark("（ 二 ）、青創")
    assert found is not None and found.written == "（二）"
