"""The rules of platforms: what the data says, what follows from it, and a user's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import InputError
from graph.governance import LEXICON, VARIABLE, Turn, governance
from graph.vocabulary import Level

FOUR = "基北北桃合作交流平臺"
CITIES = {"基隆市", "臺北市", "新北市", "桃園市"}
OWN = """
[[platform]]
name = "星海合作平臺"
members = ["甲市", { city = "乙縣", since = "2024-05-01" }]
consensus = { cities = 2 }
levels = { mayor = { per_year = 1, decides = true }, working_group = { per_year = 3 } }
[platform.rota.working_group]
2024 = ["甲市", "乙縣", "甲市"]
2025 = ["乙縣", "甲市", "乙縣"]
"""


def test_the_rota_of_the_four_cities_goes_on_after_its_table() -> None:
    four = governance()[FOUR]
    assert four.turn(Level.WORKING_GROUP, 2023, 1) is None
    assert four.turn(Level.WORKING_GROUP, 2023, 2) == Turn("新北市", inferred=False)
    assert four.turn(Level.MAYOR, 2026, 1) == Turn("桃園市", inferred=False)
    assert four.turn(Level.MAYOR, 2027, 1) == Turn("新北市", inferred=True)
    assert four.turn(Level.DEPUTY_MAYOR, 2027, 2) == Turn("臺北市", inferred=True)
    assert four.turn(Level.WORKING_GROUP, 2030, 3) == Turn("臺北市", inferred=True)


def test_a_sitting_is_known_by_its_number_within_the_year_or_through_the_years() -> None:
    four = governance()[FOUR]
    assert four.place_of(Level.WORKING_GROUP, 2023, 1) == (2023, 2)
    assert four.place_of(Level.DEPUTY_MAYOR, None, 4) == four.place_of(Level.DEPUTY_MAYOR, 2024, 2) == (2024, 2)
    assert four.place_of(Level.WORKING_GROUP, 2024, 5) is None
    assert four.host_of(Level.DEPUTY_MAYOR, 2024, 4) == Turn("桃園市", inferred=False)


@given(st.integers(2023, 2100), st.integers(1, 4))
def test_every_turn_belongs_to_a_member(year: int, period: int) -> None:
    for platform in governance().values():
        for level in platform.rota:
            turn = platform.turn(level, year, period)
            assert turn is None or turn.city in {member.city for member in platform.members}


def test_all_agree_or_as_many_as_the_rule_says(tmp_path: Path) -> None:
    four = governance()[FOUR]
    assert four.consensus and four.consensus.needed(4) == 4 and four.consensus.joining == "voluntary"
    assert set(four.members_on("2024-01-01")) == CITIES
    assert [level for level, rules in four.levels.items() if rules.decides] == [Level.MAYOR, Level.DEPUTY_MAYOR]
    assert four.levels[Level.WORKING_GROUP].delists_unlisted


def test_a_platform_of_ones_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "own.toml"
    file.write_text(OWN, "utf-8")
    own = governance(file)["星海合作平臺"]
    assert (own.word, own.members_on("2024-01-01"), own.members_on("2024-06-01")) == (
        "星海合作平臺", ("甲市",), ("甲市", "乙縣"),
    )  # fmt: skip
    assert own.consensus and own.consensus.needed(2) == 2
    assert own.turn(Level.WORKING_GROUP, 2026, 1) == Turn("甲市", inferred=True)
    assert "星海合作平臺" not in governance()
    for variable in (VARIABLE, LEXICON):
        monkeypatch.setenv(variable, str(file))
        assert "星海合作平臺" in governance() and FOUR in governance()
        monkeypatch.delenv(variable)


def test_an_entry_of_a_known_name_says_only_what_differs(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text(f'[[platform]]\nname = "{FOUR}"\nuntil = "2030-01-01"\n', "utf-8")
    changed = governance(file)[FOUR]
    assert changed.until == "2030-01-01" and changed.rota == governance()[FOUR].rota


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[[platform", "no governance file"),
        ('[[platform]]\nword = "甲"', "name"),
        ('platform = "甲"', "no governance file"),
        ('[[platform]]\nname = "甲"\nlevels = { mayor = { per_year = 0 } }', "per_year"),
        ('[[platform]]\nname = "甲"\nlevels = { emperor = { per_year = 1 } }', "emperor"),
        ('[[platform]]\nname = "甲"\nrota = { mayor = { soon = ["乙市"] } }', "soon"),
        ('[[platform]]\nname = "甲"\nmembers = [{ town = "乙" }]', "town"),
    ],
)
def test_a_file_that_says_something_else_is_told_with_its_reason(tmp_path: Path, text: str, reason: str) -> None:
    file = tmp_path / "own.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(InputError, match=reason) as told:
        governance(file)
    assert str(file) in str(told.value)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        governance(tmp_path / "none.toml")


def test_the_example_of_the_documentation_is_one(tmp_path: Path, root: Path) -> None:
    text = (root / "docs/governance.md").read_text("utf-8")
    file = tmp_path / "example.toml"
    file.write_text(text.split("```toml\n")[1].split("```")[0], "utf-8")
    own = governance(file)["星海合作平臺"]
    assert own.turn(Level.WORKING_GROUP, 2024, 1) is None
    assert own.turn(Level.WORKING_GROUP, 2026, 4) == Turn("屏東縣", inferred=True)
