"""How a sentence says that a case goes on as another."""

from __future__ import annotations

import pytest

from graph.vocabulary import EdgeType
from loaders.minutes.lineage import renaming_requested, renamings, same_named, splittings
from loaders.minutes.mergers import mergers
from tests.loaders.minutes._reading import minutes, said, squeezed


def always(_text: str, _start: int, _end: int) -> bool:
    return True


def never(_text: str, _start: int, _end: int) -> bool:
    return False


@pytest.mark.parametrize(
    ("sentence", "sources", "target"),
    [
        ("「漁村走讀」併入「海岸慢遊」。", ["漁村走讀"], "海岸慢遊"),
        ("「漁村走讀」及「漁村市集」合併為「漁村嘉年華」。", ["漁村走讀", "漁村市集"], "漁村嘉年華"),
        ("「漁村走讀」、「漁村市集」整併為漁村嘉年華合作案。", ["漁村走讀", "漁村市集"], "漁村嘉年華合作案"),
        ("「漁村嘉年華」（由「漁村走讀」及「漁村市集」合併而成）", ["漁村走讀", "漁村市集"], "漁村嘉年華"),
        ("本案併入「海岸慢遊」。", [], "海岸慢遊"),
        ("整併「漁村走讀」及「漁村市集」2案為「漁村嘉年華」。", ["漁村走讀", "漁村市集"], "漁村嘉年華"),
    ],
)
def test_mergers(sentence: str, sources: list[str], target: str) -> None:
    (merger,) = mergers(squeezed(sentence).text, always)
    assert [name.text for name in merger.sources] == sources
    assert merger.target is not None and merger.target.text == target
    assert merger.subject_is_source is (not sources)


@pytest.mark.parametrize(
    ("sentence", "sources", "target"),
    [
        ("與「海岸慢遊」併案，由該案填報。", [], "海岸慢遊"),
        ("與「海岸慢遊」合併，以後者為案名。", [], "海岸慢遊"),
        ("工作項目移列「海岸慢遊」項下，兩案併案。", [], "海岸慢遊"),
        ("「漁村走讀」與「海岸慢遊」合併，以後者名義列管。", ["漁村走讀"], "海岸慢遊"),
        ("「漁村走讀」與「海岸慢遊」併案，沿用前者案名。", ["海岸慢遊"], "漁村走讀"),
        ("依建議辦理，併入後者，爾後以「海岸慢遊」單一案件填報。", [], "海岸慢遊"),
        ("爰與「海岸慢遊」整併，由該案接續辦理。", [], "海岸慢遊"),
        ("與項次1「海岸慢遊」併案，爾後以項次1填報。", [], "海岸慢遊"),
        ("本案內容由「海岸慢遊」吸收，兩案合而為一。", [], "海岸慢遊"),
        ("「漁村走讀」課程與「海岸慢遊」相同，併入「海岸慢遊」。", ["漁村走讀"], "海岸慢遊"),
    ],
)
def test_of_cases_put_together_the_one_that_is_kept_takes_the_others_in(
    sentence: str, sources: list[str], target: str
) -> None:
    (merger,) = mergers(squeezed(sentence).text, always)
    assert [name.text for name in merger.sources] == sources
    assert merger.target is not None and merger.target.text == target
    assert merger.subject_is_source is (not sources)


@pytest.mark.parametrize(
    ("sentence", "sources", "own"),
    [
        ("併同提案二「漁村走讀」推動，兩案整併，仍以「海岸慢遊」為案名續管。", ["漁村走讀"], True),
        ("「漁村走讀」與「漁村市集」合而為一，以「海岸慢遊」為名繼續追蹤。", ["漁村走讀", "漁村市集"], False),
    ],
)
def test_cases_put_together_under_another_name(sentence: str, sources: list[str], own: bool) -> None:
    (merger,) = mergers(squeezed(sentence).text, always)
    assert [name.text for name in merger.sources] == sources
    assert merger.target is not None and merger.target.text == "海岸慢遊"
    assert merger.subject_is_source is own


def test_an_event_held_together_merges_no_cases() -> None:
    found = mergers(squeezed("與「海岸慢遊」合併辦理成果展，由該案單位填報。").text, always)
    assert all(merger.target is None for merger in found)


def test_a_merger_may_point_to_a_row_of_the_list() -> None:
    (merger,) = mergers(squeezed("本案併入項次5辦理。").text, always)
    assert (merger.target, merger.target_row) == (None, "5")


@pytest.mark.parametrize(
    ("sentence", "old", "new"),
    [
        ("「漁村走讀」更名為「海岸慢遊」。", "漁村走讀", "海岸慢遊"),
        ("本案名稱修正為「海岸慢遊」。", None, "海岸慢遊"),
        ("本案名稱自即日起改用「海岸慢遊」。", None, "海岸慢遊"),
        ("以「海岸慢遊」為本案名稱，續予推動。", None, "海岸慢遊"),
        ("各市同意新案名「海岸慢遊」。", None, "海岸慢遊"),
        ("案名異動為「海岸慢遊」。", None, "海岸慢遊"),
        ("原案名「漁村走讀」修正為「海岸慢遊」。", "漁村走讀", "海岸慢遊"),
        ("同意案名改為海岸慢遊推廣計畫，並持續列管。", None, "海岸慢遊推廣計畫"),
        ("「海岸慢遊」（原案名：漁村走讀）", "漁村走讀", "海岸慢遊"),
    ],
)
def test_renamings(sentence: str, old: str | None, new: str) -> None:
    (renaming,) = renamings(squeezed(sentence).text, always)
    assert (renaming.old.text if renaming.old else None, renaming.new.text) == (old, new)


@pytest.mark.parametrize(
    "sentence",
    [
        "案名調整為較能反映內容之名稱。",
        "案名異動為何，請說明。",
        "以「海岸慢遊」為名稱之網站上線。",
        "主政單位改為「霧嶺市」。",
        "會議時間變更為「下午三時」。",
        "本案持續列管。",
        "「海岸更名為內海」由嵐川市說明。",
    ],
)
def test_what_is_no_renaming(sentence: str) -> None:
    assert renamings(squeezed(sentence).text, always) == []


def test_splittings() -> None:
    (split,) = splittings(squeezed("「漁村走讀」拆分為「南岸走讀」及「北岸走讀」。").text, always)
    assert split.source is not None and split.source.text == "漁村走讀"
    assert [part.text for part in split.parts] == ["南岸走讀", "北岸走讀"]
    (own,) = splittings(squeezed("本案分列「南岸走讀」、「北岸走讀」2案。").text, always)
    assert own.source is None


@pytest.mark.parametrize(
    "sentence",
    [
        "「漁村走讀」併入「海岸慢遊」。",
        "「漁村走讀」更名為「海岸慢遊」。",
        "「漁村走讀」拆分為「南岸走讀」及「北岸走讀」。",
    ],
)
def test_nothing_that_is_not_asserted(sentence: str) -> None:
    text = squeezed(sentence).text
    assert (mergers(text, never), renamings(text, never), splittings(text, never)) == ([], [], [])


def test_a_new_name_may_be_asked_for_without_being_given() -> None:
    assert renaming_requested("請霧嶺市重新研提案名。")
    assert renaming_requested("請調整本案名稱後續提。")
    assert not renaming_requested("本案名稱調整為「海岸慢遊」。")


def test_cases_of_one_name_on_two_platforms() -> None:
    assert same_named("海岸慢遊（原雙北及北桃分別辦理之合作案）合併") == ("雙北", "北桃")
    assert same_named("海岸慢遊（原雙北合作案）") == ()


@pytest.mark.parametrize("words", ["表單業已整併為單一版本，供兩市參用。", "兩市窗口合併為聯合服務台。"])
def test_words_without_quotes_that_nothing_calls_a_case_are_none(words: str) -> None:
    sitting = minutes("壹、列管案件辦理情形", f"一、「漁村走讀」：{words}", "二、「海岸慢遊」：持續列管。")
    assert {kind for kind, _, _ in said(sitting)} == {"CONTINUED_AT"}
    assert {case.name for case in sitting.cases} == {"漁村走讀", "海岸慢遊"}


def test_one_name_on_two_platforms_is_two_cases_that_merge() -> None:
    words = "原霧嶺平臺「漁村走讀」與原嵐川平臺「漁村走讀」，內容相近，合併為「兩市漁村走讀」。"
    steps = [step for step in minutes("壹、討論事項", f"決議：{words}").decisions if step.type == "MERGES_INTO"]
    assert len({step.case for step in steps}) == 2 and len({step.target for step in steps}) == 1


def test_a_split_told_before_what_becomes_of_each_part() -> None:
    (split,) = splittings(squeezed("一分為二，「漁村走讀」照常列管；「漁村市集」部分提首長會議解列。").text, always)
    assert [part.text for part in split.parts] == ["漁村走讀", "漁村市集"]


def test_each_part_of_such_a_split_has_its_own_decision() -> None:
    sitting = minutes(
        "壹、討論事項",
        "案由一：漁村走讀及漁村市集",
        "決議：一分為二，「漁村走讀推廣」照常列管；「漁村市集聯展」部分即送首長會議解除列管。",
    )
    told = said(sitting)
    assert ("CONTINUED_AT", "漁村走讀推廣", None) in told
    assert ("DELISTING_RECOMMENDED_AT", "漁村市集聯展", None) in told
    assert not {name for kind, name, _ in told if kind == "CONTINUED_AT"} & {"漁村市集聯展"}


def test_cases_counted_above_their_list_are_put_together_by_one_decision() -> None:
    sitting = minutes(
        "壹、討論事項",
        "一、下列二案工作相近：",
        "（一）漁村走讀推廣",
        "（二）漁村市集聯展",
        "決定：二案整為一案，統稱「漁村嘉年華」，列管。",
    )
    into = {(name, target) for kind, name, target in said(sitting) if kind == "MERGES_INTO"}
    assert into == {("漁村走讀推廣", "漁村嘉年華"), ("漁村市集聯展", "漁村嘉年華")}


def test_one_name_before_a_new_one_is_that_of_the_number_which_opens_the_statement() -> None:
    sitting = minutes(
        "壹、列管案件",
        "｜編號｜案名｜建議｜",
        "｜1｜漁村走讀推廣｜續管｜",
        "｜2｜漁村市集聯展｜續管｜",
        "決議：均照建議辦理；編號2案名修正為「海岸慢遊推廣」。",
    )
    assert ("RENAMED_TO", "漁村市集聯展", "海岸慢遊推廣") in said(sitting)
    assert {name for kind, name, _ in said(sitting) if kind == "RENAMED_TO"} == {"漁村市集聯展"}


@pytest.mark.parametrize(
    "head",
    [
        "霧嵐合作交流平臺「漁村走讀推廣」與嵐川合作交流平臺「漁村走讀推廣」",
        "霧嵐合作交流平臺「漁村走讀推廣」與嵐川合作交流平臺「漁村走讀推廣」是否合併，提請討論。",
    ],
)
def test_one_name_on_two_platforms_in_the_head_of_an_item(head: str) -> None:
    sitting = minutes("壹、討論事項", f"一、{head}", "決議：二案名稱相同，合併為「漁村嘉年華」，列管。")
    merged = [d for d in sitting.decisions if d.type is EdgeType.MERGES_INTO]
    platforms = {case.platform for case in sitting.cases if case.key in {d.case for d in merged}}
    assert platforms == {"霧嵐合作交流平臺", "嵐川合作交流平臺"}


def test_one_name_on_two_platforms_in_a_resolution() -> None:
    sitting = minutes(
        "壹、討論事項",
        "一、案由：新舊案件整併，提請討論。",
        "決議：霧嵐合作交流平臺「漁村走讀推廣」與嵐川合作交流平臺「漁村走讀推廣」合併為「漁村嘉年華」，列管。",
    )
    merged = {d.case for d in sitting.decisions if d.type is EdgeType.MERGES_INTO}
    platforms = {case.platform for case in sitting.cases if case.key in merged}
    assert platforms == {"霧嵐合作交流平臺", "嵐川合作交流平臺"}


def test_a_head_with_several_numbers_names_several_cases() -> None:
    sitting = minutes(
        "【追蹤案1】海廢回收推廣",
        "決定：續管。",
        "【追蹤案2、3】漁村走讀推廣、漁村市集聯展",
        "決定：合併為「漁村嘉年華」一案續管。",
    )
    into = {(name, target) for kind, name, target in said(sitting) if kind == "MERGES_INTO"}
    assert into == {("漁村走讀推廣", "漁村嘉年華"), ("漁村市集聯展", "漁村嘉年華")}


OLD, SECOND, NEW = "漁村走讀推廣", "漁村市集串聯", "漁村嘉年華"
BOTH_INTO = {("MERGES_INTO", OLD, NEW), ("MERGES_INTO", SECOND, NEW)}


@pytest.mark.parametrize(
    "told",
    [
        f"本案係113年由「{OLD}」及「{SECOND}」兩案合併而成。",
        f"本案由「{OLD}」、「{SECOND}」2案併案而來。",
    ],
)
def test_what_a_case_was_made_of_is_told_beneath_it(told: str) -> None:
    found = said(minutes("壹、列管案件", f"一、「{NEW}」", told, "決議：持續列管。"))
    assert found == {*BOTH_INTO, ("CONTINUED_AT", NEW, None)}


def test_cases_listed_one_a_line_are_put_together_by_their_count() -> None:
    lines = (f"一、「{OLD}」：工作相同。", f"二、「{SECOND}」：工作相同。", f"三、前開2案合併為「{NEW}」，持續列管。")
    assert said(minutes("壹、列管案件", *lines)) >= BOTH_INTO


def test_a_part_that_is_split_off_is_a_case_of_its_own() -> None:
    found = said(minutes("壹、列管案件", f"一、「{OLD}」：自本案分出另立「{NEW}」，本案持續列管。"))
    assert found >= {("SPLITS_INTO", OLD, NEW), ("CONTINUED_AT", OLD, None)}


@pytest.mark.parametrize(
    "told",
    [
        f"「{OLD}」與「{SECOND}」合併採購，各自列管。",
        f"「{OLD}」與「{SECOND}」尚不宜併案，均續列管。",
        f"「{OLD}」擬併入「{SECOND}」一節，未獲同意，均持續列管。",
    ],
)
def test_what_is_only_done_together_goes_on_as_it_is(told: str) -> None:
    found = said(minutes("壹、列管案件", f"一、{OLD}", f"二、{SECOND}", f"決議：{told}"))
    assert not {kind for kind, _, _ in found} & {"MERGES_INTO", "RENAMED_TO"}


def test_what_is_taken_out_goes_nowhere() -> None:
    rows = ("1. 海嘯警報演練", "2. 土石流防災疏散", "3. 防災士跨域培訓")
    told = "主席裁示：除「防災士跨域培訓」仍單獨列管外，其餘2案均併入「複合災害聯合整備」。"
    merged = {(old, new) for kind, old, new in said(minutes("列管案件：", *rows, told)) if kind == "MERGES_INTO"}
    assert merged == {("海嘯警報演練", "複合災害聯合整備"), ("土石流防災疏散", "複合災害聯合整備")}


def test_several_numbers_go_into_one() -> None:
    rows = (f"項次1：{NEW}", f"項次2：{OLD}", f"項次3：{SECOND}")
    assert said(minutes("一、列管案件如下：", *rows, "二、決議：項次2、項次3併入項次1辦理。")) >= BOTH_INTO


def test_parts_may_stand_on_lines_of_their_own() -> None:
    lines = (f"案由一：「{OLD}」執行方式，提請討論。", "決議：同意分案為以下2案：", f"（一）{SECOND}", f"（二）{NEW}")
    assert said(minutes("壹、討論事項", *lines)) >= {("SPLITS_INTO", OLD, SECOND), ("SPLITS_INTO", OLD, NEW)}


def test_a_case_goes_into_what_another_was_renamed_to() -> None:
    told = f"「{OLD}」更名為「{NEW}」；「{SECOND}」併入更名後之「{NEW}」，持續列管。"
    found = said(minutes("壹、決議", f"（一）{told}"))
    assert found >= {("RENAMED_TO", OLD, NEW), ("MERGES_INTO", SECOND, NEW)}


def test_what_goes_into_another_ends_and_the_other_goes_on() -> None:
    rows = (f"一、「{OLD}」：工作項目均併入「{NEW}」，本案併入後予以解列。", f"二、「{NEW}」：請持續辦理。")
    assert said(minutes("壹、列管案件", *rows)) == {
        ("MERGES_INTO", OLD, NEW),
        ("DELISTED_AT", OLD, None),
        ("CONTINUED_AT", NEW, None),
    }


@pytest.mark.parametrize(
    ("told", "step"),
    [
        (f"「{OLD}」業經主辦單位於本年4月修正案名為「{NEW}」。", ("RENAMED_TO", OLD, NEW)),
        (f"「{OLD}」已於前次會議併入「{NEW}」，一併報告。", ("MERGES_INTO", OLD, NEW)),
    ],
)
def test_a_change_that_a_report_tells_stands(told: str, step: tuple[str, str, str]) -> None:
    assert step in said(minutes("壹、報告事項", f"一、{told}", "決定：洽悉。"))


@pytest.mark.parametrize(
    "told",
    [
        f"「{OLD}」：協辦之林務局業更名為林業及自然保育署，本案持續列管。",
        f"「{OLD}」：共用之巡查程式已由「巡一巡」改名「守護者」，本案持續列管。",
        f"「{OLD}」：兩案年度成果報告合併為一份「年度合作成果報告」，持續列管。",
        f"「{OLD}」：與觀光組合併召開會議，持續列管。",
    ],
)
def test_what_else_changes_its_name_or_is_put_together_is_no_step(told: str) -> None:
    assert said(minutes("壹、列管案件", f"一、{told}")) == {("CONTINUED_AT", OLD, None)}


def steps(*lines: str) -> set[tuple[str, str, str | None]]:
    """The steps of lineage that some minutes tell."""
    return {one for one in said(minutes(*lines)) if one[0] in ("RENAMED_TO", "MERGES_INTO", "SPLITS_INTO")}


def test_every_name_that_led_to_the_present_one() -> None:
    told = "一、「漁村走讀」：本案最初名為「漁村散步」，111年改名為「漁村漫遊」，112年再改為現名，請持續辦理。"
    assert steps("壹、列管案件", told) == {
        ("RENAMED_TO", "漁村散步", "漁村漫遊"),
        ("RENAMED_TO", "漁村漫遊", "漁村走讀"),
    }


@pytest.mark.parametrize(
    "words",
    [
        "宣傳標語定名為「慢慢走」",
        "中央已將該工程更名為「海岸工程」，本案案名仍予沿用",
        "今年度活動名稱由「散步日」改為「漫遊日」",
        "主題暫名「慢慢走」",
    ],
)
def test_what_is_called_otherwise_and_is_no_case(words: str) -> None:
    sitting = minutes("壹、列管案件", f"一、「漁村走讀」：{words}，本案持續列管。")
    assert [case.name for case in sitting.cases] == ["漁村走讀"]
    assert said(sitting) == {("CONTINUED_AT", "漁村走讀", None)}


def test_all_but_one_go_into_one() -> None:
    row = "「漁村走讀」、「漁港夜市」、「海岸音樂」"
    told = f"一、本組列管3案（{row}）整併事宜：除「漁港夜市」維持單獨列管外，其餘2案合併為「海岸慢遊」。"
    assert steps("壹、決議", told) == {
        ("MERGES_INTO", "漁村走讀", "海岸慢遊"),
        ("MERGES_INTO", "海岸音樂", "海岸慢遊"),
    }


def test_groups_that_merge_are_no_cases() -> None:
    told = (
        "依112年度首長會議決議，原「交通組」與「都市發展組」自113年起合併為「交通及都市發展組」，案件由本組接續列管。"
    )
    sitting = minutes("壹、報告事項", told, "裁示：洽悉。")
    assert sitting.cases == () and said(sitting) == set()


def test_one_of_two_platforms_of_one_name() -> None:
    told = "一、漁村走讀（原霧嶺列管）、漁村走讀（原嵐川列管）：同名二案合併為「海岸慢遊」。"
    merged = [one for one in minutes("壹、檢視結果", told).decisions if one.type == "MERGES_INTO"]
    assert len({one.case for one in merged}) == 2 and len({one.target for one in merged}) == 1


def test_a_case_renamed_before_goes_into_another_under_its_new_name() -> None:
    told = "一、漁村走讀：前於111年第2次會議更名為「漁村漫遊」。因與「海岸音樂」工作重疊，本次決議併入該案。"
    assert steps("壹、列管案件", told, "二、海岸音樂：持續列管。") == {
        ("RENAMED_TO", "漁村走讀", "漁村漫遊"),
        ("MERGES_INTO", "漁村漫遊", "海岸音樂"),
    }


def test_rows_that_share_a_new_name_are_merged() -> None:
    rows = ("1\t漁村走讀\t海岸慢遊", "2\t海岸音樂\t海岸慢遊", "3\t漁港夜市\t潮間帶夜市", "4\t燈塔開放\t不整併")
    told = ("壹、討論事項", "案由：列管案整併，提請討論。", "項次\t現行案名\t整併後案名", *rows, "決議：照案通過。")
    assert steps(*told) == {
        ("MERGES_INTO", "漁村走讀", "海岸慢遊"),
        ("MERGES_INTO", "海岸音樂", "海岸慢遊"),
        ("RENAMED_TO", "漁港夜市", "潮間帶夜市"),
    }


def test_an_event_beside_which_something_was_done_takes_no_case_in() -> None:
    told = "一、漁村走讀：業併同「海岸音樂」活動推廣完畢，解除列管。"
    assert steps("壹、列管案件", told) == set()


@pytest.mark.parametrize(
    "words", ["兩縣均同意合併，合併後案名定為「海岸慢遊」", "請評估可否合併為一案，本次均持續列管"]
)
def test_two_names_without_quotes_that_are_spoken_of_together(words: str) -> None:
    sitting = minutes("壹、決議", f"一、漁村走讀推廣、海岸音樂巡演：{words}。")
    assert {"漁村走讀推廣", "海岸音樂巡演"} <= {case.name for case in sitting.cases}


def test_a_site_on_the_net_that_is_called_otherwise_is_no_case() -> None:
    sitting = minutes("壹、列管案件", "一、漁村走讀：資訊網站改名為「慢慢走」，本案解除列管。")
    assert [case.name for case in sitting.cases] == ["漁村走讀"]
    assert said(sitting) == {("DELISTED_AT", "漁村走讀", None)}
