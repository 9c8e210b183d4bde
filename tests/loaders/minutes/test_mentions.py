"""Who proposes a case, by the words around an agency or a group."""

from __future__ import annotations

import pytest

from graph.interchange import ParsedMinutes
from graph.vocabulary import Role
from tests.loaders.minutes._reading import minutes

CASE = "夜航渡輪加班"


def proposers(sitting: ParsedMinutes) -> set[tuple[str, str]]:
    """(body, name of the case) of every proposer."""
    names = {case.key: case.name for case in sitting.cases}
    return {(m.body.name, names[m.case]) for m in sitting.mentions if m.case and m.role is Role.PROPOSER}


@pytest.mark.parametrize(
    "lines",
    [
        ("一、討論案：「夜航渡輪加班」，提請討論。", "說明：臺北市政府交通局提。", "決議：同意成案。"),
        ("一、夜航渡輪加班（新提案，臺北市政府交通局）", "決議：同意成案。"),
        ("一、臺北市政府交通局前提之「夜航渡輪加班」，同意成案。",),
        ("一、臺北市政府交通局提報新增「夜航渡輪加班」，同意成案。",),
    ],
)
def test_who_proposes(lines: tuple[str, ...]) -> None:
    assert proposers(minutes("壹、討論事項", *lines)) == {("臺北市政府交通局", CASE)}


@pytest.mark.parametrize(
    ("words", "groups"),
    [
        ("交通組提報新增「夜航渡輪加班」1案，同意新增。", {"交通組"}),
        ("交通組提報「夜航渡輪加班」持續列管，洽悉。", set()),
        ("交通組提報「夜航渡輪加班」解除列管1案，同意解除列管。", set()),
    ],
)
def test_a_group_that_reports_what_it_has_proposes_nothing(words: str, groups: set[str]) -> None:
    assert {body for body, _ in proposers(minutes("壹、議題小組提報事項", f"一、{words}"))} == groups


def test_whoever_proposes_a_case_proposes_its_old_name() -> None:
    renamed = minutes(
        "壹、討論事項",
        "案由一：「夜航渡輪加班」更名案，提請討論。",
        "提案單位：臺北市政府交通局",
        "決議：同意更名為「藍色水路夜航」。",
    )
    assert proposers(renamed) == {("臺北市政府交通局", CASE)}


def test_who_speaks_for_a_case_before_the_ruling_has_to_do_with_that_case_alone() -> None:
    sitting = minutes(
        "壹、列管案件",
        "一、夜航渡輪加班",
        "二、燈塔聯合開放",
        "臺北市政府交通局：「夜航渡輪加班」已增班。",
        "決議：均持續列管。",
    )
    names = {case.key: case.name for case in sitting.cases}
    told = {names[m.case] for m in sitting.mentions if m.case and m.body.name == "臺北市政府交通局"}
    assert told == {CASE}


@pytest.mark.parametrize("words", ["夜航渡輪加班（臺北市政府交通局主辦）", "夜航渡輪加班（主辦：臺北市政府交通局）"])
def test_whoever_is_in_charge_proposes_nothing(words: str) -> None:
    found = minutes("壹、列管案", f"一、{words}", "決議：持續列管。")
    assert proposers(found) == set()
    assert "臺北市政府交通局" in {mention.body.name for mention in found.mentions}


def roles(sitting: ParsedMinutes) -> set[tuple[str, Role]]:
    """(body, role) of everyone named with a case."""
    return {(mention.body.name, mention.role) for mention in sitting.mentions}


LEAD, AID = "臺北市政府交通局", "新北市政府交通局"


@pytest.mark.parametrize(
    "lines",
    [
        (f"一、{CASE}", f"主辦機關：{LEAD}", f"協辦機關：{AID}", "決議：持續列管。"),
        (f"一、「{CASE}」（主政：{LEAD}；協辦：{AID}）：持續列管。",),
        (f"一、「{CASE}」：由{LEAD}主辦、{AID}協辦，持續列管。",),
        ("案名\t主辦機關\t協辦機關\t決議", f"{CASE}\t{LEAD}\t{AID}\t持續列管", f"燈塔聯合開放\t{LEAD}\t{AID}\t續管"),
    ],
)
def test_who_leads_and_who_only_helps(lines: tuple[str, ...]) -> None:
    found = roles(minutes("壹、列管案", *lines))
    assert {(LEAD, Role.RESPONSIBLE), (AID, Role.PARTICIPANT)} <= found


def test_an_enumeration_shares_its_role() -> None:
    found = roles(minutes("壹、列管案", f"一、「{CASE}」：請{LEAD}及{AID}續辦，持續列管。"))
    assert {(LEAD, Role.RESPONSIBLE), (AID, Role.RESPONSIBLE)} <= found


def test_whoever_speaks_means_their_own_office() -> None:
    found = roles(minutes("壹、討論事項", f"案由一：「{CASE}」", f"{AID}：本局已備妥船班。", "決議：同意成案。"))
    assert {body for body, _ in found} == {AID}


def test_several_propose_together() -> None:
    found = minutes("壹、討論事項", f"案由一：「{CASE}」。（臺北市政府、新北市政府共同提案）", "決議：同意成案。")
    assert proposers(found) == {("臺北市", CASE), ("新北市", CASE)}


def test_a_mention_is_quoted_without_the_stops_around_it() -> None:
    found = minutes("壹、列管案", f"一、「{CASE}」：請{LEAD}續辦，持續列管。")
    assert {m.quote.text for m in found.mentions if m.body.name == LEAD} == {f"請{LEAD}續辦，持續列管"}
