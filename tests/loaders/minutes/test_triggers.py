"""Words of decision: which kind, which words, how they are meant, and whose they are. One sentence a row."""

from __future__ import annotations

from itertools import pairwise

import pytest

from graph.vocabulary import EdgeType
from loaders.lexicon.decisions import decision_words
from loaders.minutes.triggers import Mood, triggers
from tests.loaders.minutes._reading import squeezed

E = EdgeType
D, R, N, U, P = Mood.DECIDED, Mood.RECOMMENDED, Mood.NEGATED, Mood.UNDECIDED, Mood.PAST
WORDS = decision_words(("基北北桃",))


def meant(sentence: str) -> list[tuple[EdgeType, str, Mood]]:
    """(kind, words, mood) of every trigger."""
    text = squeezed(sentence).text
    return [(t.kind, text[t.start : t.end], t.mood) for t in triggers(text, WORDS)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("本案已達成目標，同意解除列管。", [(E.DELISTED_AT, "解除列管", D)]),
        ("兩市均無後續需求，予以結案。", [(E.DELISTED_AT, "結案", D)]),
        ("本案持續列管。", [(E.CONTINUED_AT, "持續列管", D)]),
        ("請兩市持續推動海廢回收。", [(E.CONTINUED_AT, "持續推動", D)]),
        ("本案同意成案。", [(E.ESTABLISHED_AT, "同意成案", D)]),
        ("本案未獲共識。", [(E.REJECTED_AT, "未獲共識", D)]),
        ("請提案單位撤案。", [(E.WITHDRAWN_AT, "撤案", D)]),
        ("本案自即日起恢復列管。", [(E.REOPENED_AT, "恢復列管", D)]),
        ("本案列為例行性業務。", [(E.ROUTINISED_AT, "列為例行性業務", D)]),
        ("同意嵐川市所請，解除本案列管。", [(E.DELISTED_AT, "解除本案列管", D)]),
        ("同意自列管清冊移除。", [(E.DELISTED_AT, "自列管清冊移除", D)]),
        ("同意解列結案。", [(E.DELISTED_AT, "解列", D)]),
        ("本案列管期限延長一年。", [(E.CONTINUED_AT, "列管期限延長", D)]),
        ("列管不予變更。", [(E.CONTINUED_AT, "列管不予變更", D)]),
        ("本案續留列管清單。", [(E.CONTINUED_AT, "續留列管", D)]),
        (
            "請持續推動，列為下次會議追蹤案件。",
            [(E.CONTINUED_AT, "持續推動", D), (E.CONTINUED_AT, "列為下次會議追蹤", D)],
        ),
        ("不同意嵐川市政府海洋局所請。", [(E.REJECTED_AT, "不同意嵐川市政府海洋局所請", D)]),
        (
            "本次不予列管，下次會議再行討論。",
            [(E.DEFERRED_AT, "本次不予列管", D), (E.DEFERRED_AT, "下次會議再行討論", D)],
        ),
        ("前次會議因資料未齊，未予列案。", [(E.REJECTED_AT, "未予列案", P)]),
        ("今日不作決定。", [(E.DEFERRED_AT, "今日不作決定", D)]),
        ("同意納列新合作案。", [(E.ESTABLISHED_AT, "同意納列新合作案", D)]),
    ],
)
def test_decided(sentence: str, expected: list[tuple[EdgeType, str, Mood]]) -> None:
    assert meant(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "mood"),
    [
        ("建議本案提請副市長層級會議解除列管。", R),
        ("本案提報首長會議同意解列。", R),
        ("本案不予解除列管。", N),
        ("本案尚不宜解列。", N),
        ("本案是否解除列管，請兩市提供意見。", U),
        ("俟潮間帶調查完成後再提請解列。", U),
        ("如民眾反映良好，再行評估解除列管。", U),
        ("請研議解除列管之可行性。", U),
        ("解除列管與否，另行討論。", U),
        ("嵐川市提議解除列管，照案通過。", D),
        ("同意霧嶺市所提解除列管之建議。", D),
        ("因本案前已解除列管，不再說明。", P),
        ("俟試辦完成並提下次會議確認後，再行解除列管。", U),
        ("本案尚未到解列的時候。", U),
        ("同意列入下次副首長層級會議之建議解列案件。", R),
        ("原則支持解列，惟依程序須送副首長層級會議，請業務單位辦理。", R),
        ("兩市均同意解列，請幕僚單位提報副首長層級會議。", R),
        ("同意提送副首長會議報告，並請該會議予以解列。", R),
        ("提請幕僚長會議解列。", R),
        ("由秘書單位納入首長會議解列案件清單提報。", R),
        ("請列入下次副首長層級會議議程提請解列。", R),
        ("解列建議，送副首長會議審議。", R),
        ("解列一節提副首長會議確認。", R),
        ("擬予解列，俟副首長會議核可。", R),
        ("提報首長會議討論解列。", R),
        ("建議於首長會議解除列管。", R),
        ("提請首長會議辦理解列事宜。", R),
        ("解除列管，送首長會議追認。", D),
        ("同意解列，並請於首長會議報告成果。", D),
        ("無待辦事項，解除列管。", D),
        ("所請解列未便同意。", N),
        ("非屬解除列管，併予敘明。", N),
        ("本次會議前無解列案件。", N),
        ("中央核撥補助款後即予解列。", U),
        ("嵐川醫院如完成介接，得於下次會議解列。", U),
        ("至明年仍無成果者，再議解列。", U),
        ("俟檢討後於第1次會議再提解列。", U),
        ("不宜於此時解列。", N),
        ("尚不宜提首長會議解列。", N),
        ("是否解列，提首長會議討論。", U),
        ("嵐川市原提請首長會議解列，經補充後續管。", P),
    ],
)
def test_how_a_delisting_is_meant(sentence: str, mood: Mood) -> None:
    found = [how for kind, _, how in meant(sentence) if kind is E.DELISTED_AT]
    assert found == [mood]


@pytest.mark.parametrize(
    ("sentence", "retold"),
    [
        ("依第3次副市長層級會議決議，本案解除列管。", "第3次副市長層級會議"),
        ("本案業於113年4月2日小組會議同意解列。", "113年4月2日小組會議"),
        ("前次會議決議持續列管本案。", "前次會議"),
        ("依第3次副市長層級會議決議辦理，本次同意解除列管。", ""),
        ("本案同意解除列管。", ""),
        ("第4次副首長會議業於113年4月2日召開，決議略以：「甲案」解除列管。", "113年4月2日"),
        ("113年度首長會議裁示「甲案」、「乙案」等2案，前者同意解除列管。", ""),
    ],
)
def test_decisions_of_other_sittings_are_told_as_theirs(sentence: str, retold: str) -> None:
    (found,) = triggers(squeezed(sentence).text, WORDS)
    assert found.mood is D
    assert found.retold.endswith(retold) and bool(found.retold) == bool(retold)


def test_words_in_quotes_decide_nothing() -> None:
    assert meant("「漁港解除列管示範計畫」由嵐川市說明。") == []


def test_a_platform_s_word_for_its_cities_expands_a_case() -> None:
    assert [kind for kind, _, _ in meant("本案擴大至基北北桃辦理。")] == [E.EXPANDED_AT]
    assert triggers(squeezed("本案擴大至霧嶺嵐川辦理。").text, WORDS) == []


def test_one_sentence_may_establish_and_expand() -> None:
    assert {kind for kind, _, mood in meant("本案同意新增為4市合作案。") if mood is D} >= {
        E.ESTABLISHED_AT,
        E.EXPANDED_AT,
    }


def test_what_a_proposal_wishes_is_decided_when_it_is_passed() -> None:
    text = squeezed("建議解除列管。").text
    assert [t.mood for t in triggers(text, WORDS)] == [R]
    assert [t.mood for t in triggers(text, WORDS.proposed())] == [D]


def test_triggers_stand_in_order_and_apart() -> None:
    found = triggers(squeezed("「甲案」解除列管，「乙案」持續列管，「丙案」撤案。").text, WORDS)
    assert [t.kind for t in found] == [E.DELISTED_AT, E.CONTINUED_AT, E.WITHDRAWN_AT]
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("列管不變，請補充成果。", E.CONTINUED_AT),
        ("保留於列管清單。", E.CONTINUED_AT),
        ("請依規劃持續推動。", E.CONTINUED_AT),
        ("仍以一案列管。", E.CONTINUED_AT),
        ("讀卡機更新未竟，列管如前。", E.CONTINUED_AT),
        ("中央動向未明，按原計畫進行。", E.CONTINUED_AT),
        ("自本次會議起納回追蹤。", E.REOPENED_AT),
        ("准予納案，請函送期程表。", E.ESTABLISHED_AT),
        ("本案成案（編號海114-01）。", E.ESTABLISHED_AT),
        ("本案不成案（採購疑義）。", E.REJECTED_AT),
        ("本案參與縣市增列該二縣。", E.EXPANDED_AT),
        ("依嵐川市政府建議解除列管。", E.DELISTED_AT),
        ("追蹤至本次會議止。", E.DELISTED_AT),
        ("同意先行列管，細節後議。", E.ESTABLISHED_AT),
        ("討論後決議納入本平臺合作案件。", E.ESTABLISHED_AT),
        ("本提案不納入平臺合作項目。", E.REJECTED_AT),
        ("延後至下次會議決定。", E.DEFERRED_AT),
        ("開放全體會員縣市參加。", E.EXPANDED_AT),
        ("參與縣市擴大為3個。", E.EXPANDED_AT),
        ("擴大辦理，其餘縣市均加入。", E.EXPANDED_AT),
        ("納入兩市環保局例行協調，同意解列。", E.ROUTINISED_AT),
        ("改由各院所依例行轉診程序辦理。", E.ROUTINISED_AT),
        ("教材改由各市逐年更新，屬經常性業務，解除追蹤。", E.ROUTINISED_AT),
    ],
)
def test_offices_say_the_same_in_many_ways(sentence: str, kind: EdgeType) -> None:
    assert (kind, D) in [(found, how) for found, _, how in meant(sentence)]


@pytest.mark.parametrize("sentence", ["活動開放其他縣市參加。", "歡迎其他縣市加入。", "將研議開放其他縣市加入。"])
def test_who_may_come_to_an_event_widens_no_case(sentence: str) -> None:
    assert not [kind for kind, _, how in meant(sentence) if kind is E.EXPANDED_AT and how is D]


def test_what_another_sitting_asked_for_is_told_as_its() -> None:
    asked, *_ = triggers(squeezed("上次小組會議決議提請首長會議解列；惟應續辦。").text, WORDS)
    assert (asked.mood, asked.retold) == (R, "上次小組會議")
    (own,) = triggers(squeezed("依上次小組會議決議，提請首長會議解列。").text, WORDS)
    assert (own.mood, own.retold) == (R, "")


def test_words_at_the_head_of_a_sentence_lend_it_to_that_sitting() -> None:
    (found,) = triggers(squeezed("該次會議中，嵐川市所提「甲案」不予成案。").text, WORDS)
    assert found.kind is E.REJECTED_AT and found.retold == "該次會議"


@pytest.mark.parametrize(
    ("sentence", "kind", "mood"),
    [
        ("如擬，改列例行業務，不再列管。", E.DELISTED_AT, D),
        ("不宜驟然解除列管，請再執行一年。", E.DELISTED_AT, N),
        ("前次納入列管後尚無廠商投標。", E.ESTABLISHED_AT, P),
        ("副首長會議建議結束列管，本次會議核可。", E.DELISTED_AT, D),
        ("修正後通過，擬辦改為「續予列管至年底為止」。", E.CONTINUED_AT, D),
        ("擬將「推動塗氟，提升完成率」解除列管。", E.DELISTED_AT, U),
        ("全數完成，無須再列。", E.DELISTED_AT, D),
        ("自列管案件中移出。", E.DELISTED_AT, D),
        ("還差一段，仍掛在表上。", E.CONTINUED_AT, D),
        ("三縣一致支持，列入合作清單。", E.ESTABLISHED_AT, D),
        ("目前尚不列入。", E.DEFERRED_AT, D),
        ("同意「漁村走讀」成案。", E.ESTABLISHED_AT, D),
        ("不同意「漁村走讀」成案。", E.REJECTED_AT, D),
        ("報告結果提副縣長層級會議報告，並建請該會議同意解除列管。", E.DELISTED_AT, R),
        ("「漁村走讀」更名及解列方式，提請討論。", E.DELISTED_AT, U),
        ("前次會議曾議及本次解列，暫不解列。", E.DELISTED_AT, U),
        ("俟場次結束後，再於下次會議研議解列。", E.DELISTED_AT, U),
        ("請提案單位修正計畫後，再提小組會議。", E.DEFERRED_AT, D),
        ("請主席團於首長會議提請解除列管，照案通過。", E.DELISTED_AT, R),
        ("兩案維持各自列管。", E.CONTINUED_AT, D),
        ("請甲局及乙局持續採樣。", E.CONTINUED_AT, D),
        ("不宜暫緩，請甲局持續辦理。", E.DEFERRED_AT, N),
        ("原擬撤回，經說明後同意保留。", E.WITHDRAWN_AT, U),
        ("經討論不宜即行解除列管。", E.DELISTED_AT, N),
        ("仍予列管，並請甲局適時重啟。", E.REOPENED_AT, U),
        ("新增「漁村走讀」1案，照案通過。", E.ESTABLISHED_AT, D),
        ("於114年第1次工作會議再行審議。", E.DEFERRED_AT, D),
        ("後續交流當作常態。", E.ROUTINISED_AT, D),
    ],
)
def test_how_plain_words_are_meant(sentence: str, kind: EdgeType, mood: Mood) -> None:
    assert (kind, mood) in [(found, how) for found, _, how in meant(sentence)]


def test_a_delisting_put_off_is_no_case_put_off() -> None:
    assert [(kind, how) for kind, _, how in meant("准免續管一節，容下次再議。")] == [(E.DELISTED_AT, U)]


def test_what_only_follows_from_another_sitting_is_not_said_twice() -> None:
    (found,) = triggers(squeezed("依第6次副首長會議決議，「甲案」業已解除列管，本次不再列表。").text, WORDS)
    assert found.retold == "第6次副首長會議"


def test_a_sitting_named_by_its_level_alone_decided_what_it_already_did() -> None:
    found, *_ = triggers(squeezed("副首長會議已逕予結束列管，本次僅供知悉。").text, WORDS)
    assert (found.mood, found.retold) == (D, "副首長會議")


def test_an_aforesaid_sitting_that_put_a_case_on_the_list() -> None:
    (found,) = triggers(squeezed("前述副首長會議並將「甲案」列為合作案。").text, WORDS)
    assert (found.kind, found.retold) == (E.ESTABLISHED_AT, "前述副首長會議")
