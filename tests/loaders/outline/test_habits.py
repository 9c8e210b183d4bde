"""Words that a text numbers its items with, and labels that no lexicon holds: learnt from their neighbours."""

from __future__ import annotations

from loaders.folding import fold
from loaders.lexicon.headings import Heading
from loaders.outline.habits import Habits, habits
from loaders.outline.markup import prepare


def learnt(text: str) -> Habits:
    return habits(prepare(fold(text)))


def test_a_word_that_numbers_items_is_learnt_from_the_labels_beneath() -> None:
    text = "課題一　夜間公車延駛\n說明：略。\n決議：同意。\n課題二　步道指標更新\n決議：緩議。\n"
    assert learnt(text).items == {"課題"}


def test_a_word_with_a_number_and_no_labels_beneath_numbers_nothing() -> None:
    assert learnt("階段一：調查。\n階段二：施工。\n階段三：驗收。\n").items == frozenset()


def test_numbers_that_do_not_follow_each_other_number_nothing() -> None:
    assert learnt("臺北一：甲\n決議：同意。\n臺北五：乙\n決議：同意。\n").items == frozenset()


def test_a_label_that_closes_items_and_decides_opens_the_decision() -> None:
    text = "案由一：甲\n說明：略。\n拍板：同意成案。\n案由二：乙\n說明：略。\n拍板：持續列管。\n"
    assert learnt(text).labels == {"拍板": Heading.RESOLUTION}


def test_a_label_before_a_known_decision_explains_and_does_not_decide() -> None:
    text = "案由一：甲\n梗概：同意成案。\n決議：緩議。\n案由二：乙\n梗概：持續列管。\n決議：同意。\n"
    assert learnt(text).labels == {"梗概": Heading.EXPLANATION}


def test_a_label_that_always_decides_where_no_known_one_does() -> None:
    first = "1. 甲\n主政機關：臺北市\n定奪：同意解列。\n補充說明：略。\n"
    text = first + "2. 乙\n主政機關：臺北市\n定奪：續管。\n補充說明：略。\n"
    assert learnt(text).labels == {"定奪": Heading.RESOLUTION}


def test_a_label_with_nothing_but_agencies_names_who_acts() -> None:
    text = "案由一：甲\n倡者：臺北市政府交通局\n出力者：基隆市政府交通處\n決議：同意。\n"
    assert learnt(text).labels == {"倡者": Heading.PROPOSER, "出力者": Heading.RESPONSIBLE}


def test_who_speaks_is_no_label() -> None:
    text = "案由一：甲\n說明：略。\n王委員：同意成案。\n案由二：乙\n說明：略。\n王委員：同意。\n"
    assert learnt(text).labels == {}


def test_offices_that_open_decisions_with_what_others_suggest() -> None:
    text = "編號A-01　甲\n進度說明：略。\n審查意見：同意除管。\n編號A-02　乙\n進度說明：略。\n審查意見：續管。\n"
    assert learnt(text).heading("審查意見") is Heading.RESOLUTION
    assert learnt(text + "決議：照審查意見辦理。\n").heading("決議") is Heading.RESOLUTION


def test_a_label_of_handling_with_a_result_always_behind_it_decides() -> None:
    text = "一、甲\n處理：續管\n二、乙\n- 處理：解列\n"
    assert learnt(text).labels == {"處理": Heading.RESOLUTION}
    assert learnt(text.replace("處理", "後續處置")).labels == {"後續處置": Heading.RESOLUTION}


def test_a_label_of_handling_without_words_of_decision_decides_nothing() -> None:
    assert learnt("一、甲\n處理：已函請機關配合。\n二、乙\n處理：續管\n").labels == {}


def test_a_label_behind_a_bullet_is_learnt_and_one_behind_a_number_is_not() -> None:
    text = "案由一：甲\n- 拍板：同意成案。\n案由二：乙\n- 拍板：持續列管。\n"
    assert learnt(text).labels == {"拍板": Heading.RESOLUTION}
    assert learnt(text.replace("- 拍", "1.拍")).labels == {}
