"""Lines → logical lines: joined, cut and cleaned, with nothing lost that belongs to the text."""

from __future__ import annotations

import pytest

from loaders.folding import fold
from loaders.lexicon.headings import Heading
from loaders.outline.lines import Block, Joiner
from loaders.outline.markup import prepare


def read(text: str) -> tuple[str, list[Block]]:
    view = prepare(fold(text))
    return view, Joiner(view, 0, len(view)).run()


def bodies(text: str) -> list[str]:
    view, blocks = read(text)
    return [block.body(view).text for block in blocks]


def labels(text: str) -> list[tuple[Heading | None, str]]:
    view, blocks = read(text)
    return [(block.heading, block.after_label(view).text) for block in blocks]


def rows(text: str) -> list[list[str]]:
    view, blocks = read(text)
    return [
        ["".join("".join(view[s:e].split()) for s, e in cell) for cell in block.cells]
        for block in blocks
        if block.cells
    ]


# ------------------------------------------------------------ wrapped lines


def test_a_wrapped_line_goes_on() -> None:
    text = "一、本案由新北市政府及桃園市政府共同辦理，請兩市於\n期限內提出成果。\n二、其餘照案通過。"
    assert bodies(text) == ["本案由新北市政府及桃園市政府共同辦理，請兩市於期限內提出成果。", "其餘照案通過。"]


def test_a_word_broken_by_the_line_is_whole_again() -> None:
    assert bodies("決議：本案「青年創業交\n流合作」持續列管。") == ["決議：本案「青年創業交流合作」持續列管。"]


def test_a_number_that_the_wrapping_put_first_is_no_new_item() -> None:
    text = "一、請各市於七月十日前函復成果，並依前次會議決議第\n三、四項辦理完竣後提送。\n二、散會。"
    assert len(bodies(text)) == 2


def test_a_full_stop_ends_a_line() -> None:
    assert bodies("本案持續列管。\n下次會議另定。") == ["本案持續列管。", "下次會議另定。"]


def test_an_english_word_keeps_its_blank() -> None:
    assert bodies("地 點：Google  Meet 線上 會議") == ["地點：Google Meet線上會議"]


# ------------------------------------------------------------ broken rows


def test_every_broken_row_of_a_table_is_whole_again() -> None:
    first, second = "1\t青創交流\t臺北市政府產業\n發展局\t持續列管\n", "2\t農業交流\t新北市政府農\n業局\t解除列管"
    assert rows("項次\t案名\t機關\t決議\n" + first + second)[1:] == [
        ["1", "青創交流", "臺北市政府產業發展局", "持續列管"],
        ["2", "農業交流", "新北市政府農業局", "解除列管"],
    ]


def test_a_line_before_the_next_number_ends_the_row_above() -> None:
    text = "項次\t案名\t決議\n1\t青創交流\t提請副首長層\n級會議解列。\n2\t農業交流\t持續列管\n以上各案照案通過。"
    assert rows(text)[1:] == [["1", "青創交流", "提請副首長層級會議解列。"], ["2", "農業交流", "持續列管"]]
    assert bodies(text)[-1] == "以上各案照案通過。"


def test_a_group_between_rows_without_numbers_stays_apart() -> None:
    assert len(rows("案名\t機關\t決議\n青創交流\t新北市\t持續列管\n農業組\n農業交流\t臺北市\t持續列管")) == 3


def test_numbers_may_stand_in_another_column() -> None:
    text = "組別\t項次\t案名\t機關\t決議\n交通組\t1\t橋梁通報\t工務\n局\t解列\n\t2\t聯合取締\t警察\n局\t續管"
    assert rows(text)[1:] == [["交通組", "1", "橋梁通報", "工務局", "解列"], ["", "2", "聯合取締", "警察局", "續管"]]


def test_a_row_between_pipes_goes_on_to_its_last_pipe() -> None:
    head = "| 案名 | 決議 |\n|---|---|\n"
    assert rows(head + "| 青創交流 | 持\n續列管 |\n|  | 解\n列\n |")[1:] == [["青創交流", "持續列管"], ["", "解列"]]
    assert rows(head + "| 青創交流 | 持續\n\n列管 |")[1:] == [["青創交流", "持續"]]


# ------------------------------------------------------------ page furniture


@pytest.mark.parametrize("number", ["- 1 -", "第 1 頁", "第1頁，共3頁", "1/3", "Page 1 of 3", "1"])
def test_page_numbers_are_no_text(number: str) -> None:
    assert bodies(f"本案由兩市共同辦理，\n{number}\n並持續列管。") == ["本案由兩市共同辦理，並持續列管。"]


def test_running_titles_beside_page_numbers_are_no_text() -> None:
    page = "\n基北北桃教育文化組會議紀錄\n第 {} 頁\n"
    text = "一、甲案。" + page.format(1) + "二、乙案。" + page.format(2) + "三、丙案。" + page.format(3)
    assert bodies(text) == ["甲案。", "乙案。", "丙案。"]


def test_a_label_that_repeats_beside_page_numbers_stays() -> None:
    text = "決議：照案通過。\n第 1 頁\n決議：照案通過。\n第 2 頁"
    assert bodies(text) == ["決議：照案通過。", "決議：照案通過。"]


def test_rules_are_no_text() -> None:
    assert bodies("一、甲案。\n----------\n二、乙案。\n＿＿＿＿＿") == ["甲案。", "乙案。"]


# ------------------------------------------------------------ labels


def test_a_recorder_at_the_end_of_another_line_is_lifted_out() -> None:
    assert labels("地點：新北市政府 5 樓會議室　　　　紀錄：陳小明") == [
        (Heading.PLACE, "新北市政府5樓會議室"),
        (Heading.RECORDER, "陳小明"),
    ]


def test_a_recorder_between_the_halves_of_a_sentence_does_not_part_them() -> None:
    text = "主席：王局長大明（林副局長\n紀錄：陳小明\n二華代理）"
    assert labels(text) == [(Heading.CHAIR, "王局長大明（林副局長二華代理）"), (Heading.RECORDER, "陳小明")]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("時間：113年5月6日　地點：臺中市政府", [(Heading.DATE, "113年5月6日"), (Heading.PLACE, "臺中市政府")]),
        ("主席：王局長大明　　紀錄：林小華", [(Heading.CHAIR, "王局長大明"), (Heading.RECORDER, "林小華")]),
        (
            "時間：113年5月6日 下午2:30  地點：5樓  主持人：王大明",
            [(Heading.DATE, "113年5月6日下午2：30"), (Heading.PLACE, "5樓"), (Heading.CHAIR, "王大明")],
        ),
        ("時　間：113年5月6日　地　點：5樓", [(Heading.DATE, "113年5月6日"), (Heading.PLACE, "5樓")]),
        ("一、時間：113年5月6日　地點：5樓", [(Heading.DATE, "113年5月6日"), (Heading.PLACE, "5樓")]),
        ("開會時間：113年5月6日開會地點：5樓", [(Heading.DATE, "113年5月6日"), (Heading.PLACE, "5樓")]),
        ("主席：王大明　說明：代理", [(Heading.CHAIR, "王大明說明：代理")]),
        ("案由：青創交流　提案單位：臺中市", [(Heading.SUBJECT, "青創交流"), (Heading.PROPOSER, "臺中市")]),
        ("時間：下午 2 時 （原訂時間：3 時）", [(Heading.DATE, "下午2時（原訂時間：3時）")]),
    ],
)
def test_labels_that_share_a_line(line: str, expected: list[tuple[Heading, str]]) -> None:
    assert labels(line) == [(kind, fold(words)) for kind, words in expected]


def test_padded_labels() -> None:
    assert labels("主　　　席：王大明\n紀　錄：林小華") == [(Heading.CHAIR, "王大明"), (Heading.RECORDER, "林小華")]


@pytest.mark.parametrize(
    "line",
    [
        "【決議】照案通過。",
        "【決議】：照案通過。",
        "◎決議：照案通過。",
        "＊決議：照案通過。",
        "〈決議〉照案通過。",
        "[決議] 照案通過。",
        "●決議：照案通過。",
    ],
)
def test_decorated_labels(line: str) -> None:
    assert labels(line) == [(Heading.RESOLUTION, "照案通過。")]


def test_a_decorated_heading_alone() -> None:
    assert labels("【決議】\n照案通過。") == [(Heading.RESOLUTION, "照案通過。")]


def test_a_bullet_that_begins_like_a_header_label_is_an_item() -> None:
    assert labels("· 出席學術研討會") == [(None, "出席學術研討會")]


def test_labels_after_a_full_stop() -> None:
    text = "說明：兩市已交換資料，提請討論。擬辦：建請解列。決議：照案\n通過。"
    assert labels(text) == [
        (Heading.EXPLANATION, "兩市已交換資料，提請討論。"),
        (Heading.MEASURES, "建請解列。"),
        (Heading.RESOLUTION, "照案通過。"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "說明：前次會議「討論後。決議：同意。」仍有效。",
        "說明：已辦理（如附件。決議：同意）。",
        "說明：完成。網址：example",
    ],
)
def test_labels_that_are_quoted_or_unknown_stay(line: str) -> None:
    assert len(labels(line)) == 1


# ------------------------------------------------------------ tables


def test_a_header_as_a_table() -> None:
    text = "會議名稱\t交通組第2次會議\n時間\t113年5月6日\t地點\t5樓\n主席：\t王大明\t紀錄：\t林小華"
    assert labels(text) == [
        (Heading.TITLE, "交通組第2次會議"),
        (Heading.DATE, "113年5月6日"),
        (Heading.PLACE, "5樓"),
        (Heading.CHAIR, "王大明"),
        (Heading.RECORDER, "林小華"),
    ]


def test_a_header_as_a_table_with_pipes() -> None:
    assert labels("| 時間 | 113年5月6日 14:00 |\n| --- | --- |\n| 地點 | 5樓 |") == [
        (Heading.DATE, "113年5月6日14：00"),
        (Heading.PLACE, "5樓"),
    ]


def test_a_pair_of_cells_is_a_label_and_its_text() -> None:
    assert labels("案由\t青創交流合作案\n決議\t一、照案通過。") == [
        (Heading.SUBJECT, "青創交流合作案"),
        (Heading.RESOLUTION, "一、照案通過。"),
    ]


@pytest.mark.parametrize(
    "line",
    ["案由\t決議", "序號\t案由\t決議", "出席單位\t職稱\t姓名", "1\t決議", "時間\t地點\t主席", "青創交流\t照案通過"],
)
def test_a_row_that_is_no_label_stays_a_row(line: str) -> None:
    assert rows(line) == [line.split("\t")]


def test_a_row_that_was_wrapped_is_one_row() -> None:
    text = "項次\t案名\t提案\t決議\n1\t青創交流合\n作案\t臺中市\t同意\n解列\n2\t科展\t彰化縣\t持續列管\n"
    assert rows(text)[:2] == [["項次", "案名", "提案", "決議"], ["1", "青創交流合作案", "臺中市", "同意"]]
    assert ["2", "科展", "彰化縣", "持續列管"] in rows(text)


def test_a_row_wrapped_at_the_page_width_without_numbers() -> None:
    text = (
        "案名\t提案單位\t辦理情形\t決議\n"
        "中彰投青年創業交流平臺合作\t臺中市政府經濟發展局\t已辦理三場說\n"
        "明會並完成交流網站\t持續列管\n"
        "夜市環境改善\t彰化縣政府建設處\t完成\t解除列管\n"
    )
    assert rows(text)[1] == [
        "中彰投青年創業交流平臺合作",
        "臺中市政府經濟發展局",
        "已辦理三場說明會並完成交流網站",
        "持續列管",
    ]
    assert len(rows(text)) == 3


def test_short_rows_of_their_own_are_not_put_together() -> None:
    text = "序\t案名\t決議\n1\t青創\n2\t科展\n\n序\t案名\t決議\n甲\t乙\n丙\t丁"
    assert [row for row in rows(text) if len(row) == 2] == [["1", "青創"], ["2", "科展"], ["甲", "乙"], ["丙", "丁"]]


# ------------------------------------------------------------ mark-up


def test_markdown_and_tags_are_no_text() -> None:
    assert bodies("## 決議\n\n**照案通過。**\n> 一、<b>甲案</b>&nbsp;續辦。") == ["決議照案通過。", "甲案續辦。"]


def test_prepare_keeps_every_place() -> None:
    for text in ("| 甲 | 乙 |", "### 標題", "> 引文", "【決議】：照案", "<p>甲</p>**乙**"):
        assert len(prepare(fold(text))) == len(text)
