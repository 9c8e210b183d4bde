"""A user's own words: laid over what ships, forgotten when put aside, known to worker processes, refused when wrong."""

from __future__ import annotations

import multiprocessing
import tomllib
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import InputError
from graph.governance import governance
from graph.vocabulary import EdgeType
from loaders.lexicon.adding import added
from loaders.lexicon.bodies import agencies, cities
from loaders.lexicon.checking import Severity, check
from loaders.lexicon.data import read, shipped
from loaders.lexicon.decisions import decision_words
from loaders.lexicon.headings import Heading, heading
from loaders.lexicon.kinds import FORMS, Kind
from loaders.lexicon.laying import laid_over, pattern
from loaders.lexicon.meanings import EVENTS, HEADINGS, LISTS, MEANINGS, STEPS
from loaders.lexicon.own import VARIABLE, entries, own_words, use
from loaders.lexicon.platforms import group_named, platform_named, regions
from loaders.lexicon.programs import program_words
from loaders.minutes import parse
from loaders.reading import Document
from tests.loaders.lexicon.platforms_of_our_own import TEACH_OVERSEAS

OURS = """
[[platform]]
name = "縱谷鄉鎮合作平臺"
word = "縱谷"
members = ["玉里鎮", { city = "池上鄉", since = "2023" }]

[[region]]
word = "縱谷雙鎮"
cities = ["玉里鎮", "關山鎮"]

[[city]]
name = "玉里鎮"
offices = ["玉里鎮公所"]

[[group]]
name = "交通組"
aliases = ["行路分會"]

[[agency]]
name = "新北市政府經濟發展局"
aliases = ["經展局"]

[[program]]
name = "縱谷米之夜"
kind = "event"

[[phrase]]
means = "delisted"
words = ["准予*下架"]

[[heading]]
means = "resolution"
words = ["合意"]
"""


@pytest.fixture
def ours(tmp_path: Path) -> Iterator[Path]:
    """Our own words in use, for the length of a test."""
    file = tmp_path / "ours.toml"
    file.write_text(OURS, "utf-8")
    use(file)
    yield file
    use(None)


def test_every_kind_is_laid_over_what_ships_and_gone_when_put_aside(ours: Path) -> None:
    platform = platform_named("縱谷")
    assert platform is not None and platform.members_on("2022-01-01") == ("玉里鎮",)
    assert regions()["縱谷雙鎮"] == ("玉里鎮", "關山鎮") and regions()["中彰投"]
    assert cities()["玉里鎮"].short == "玉里" and len(cities()) == 23
    assert getattr(group_named("行路分會"), "name", None) == getattr(group_named("交通小組"), "name", None) == "交通組"
    assert {"經展局"} <= set(agencies()["新北市政府經濟發展局"].aliases)
    assert program_words().known["縱谷米之夜"] == ("縱谷米之夜", "event")
    delisted = dict(decision_words().events)[EdgeType.DELISTED_AT]
    assert delisted.search("准予本案下架") and not delisted.search("准予，下架") and delisted.search("解除列管")
    assert heading("合意") is Heading.RESOLUTION
    use(None)
    assert platform_named("縱谷") is None and len(cities()) == 22 and heading("合意") is None


def test_an_entry_of_a_known_name_adds_to_it(ours: Path) -> None:
    before = next(e for e in shipped("groups.toml")["group"] if e["name"] == "交通組")
    after = next(e for e in read("groups.toml")["group"] if e["name"] == "交通組")
    assert after["aliases"] == [*before["aliases"], "行路分會"]
    assert governance()["雙北合作交流平臺"].word == "雙北"


def _delists(text: str) -> int:
    document = parse(Document(text, "a.txt", "a"))
    return sum(d.type is EdgeType.DELISTED_AT for m in document.minutes for d in m.decisions)


def test_processes_that_are_started_know_the_words(ours: Path) -> None:
    head = "雙北合作「交通組」第1次小組會議紀錄\n一、時間：113年5月8日\n二、討論\n"
    text = head + "案由一：「公車轉乘」案\n決議：准予即日下架。\n"
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        assert pool.submit(_delists, text).result() == _delists(text) == 1
    use(None)
    assert _delists(text) == 0


@pytest.mark.parametrize(
    "words", ["不予即日下架", "俟成果提出後再准予本案下架", "是否准予本案下架，另行研議", "尚未准予即日下架"]
)
def test_what_takes_a_shipped_decision_back_takes_ours_back(ours: Path, words: str) -> None:
    head = "雙北合作「交通組」第1次小組會議紀錄\n一、時間：113年5月8日\n二、討論\n"
    assert _delists(f"{head}案由一：「公車轉乘」案\n決議：{words}。\n") == 0


def test_the_page_shows_a_file_that_is_right_and_commands_that_were_tried(root: Path) -> None:
    page = (root / "docs/lexicon.md").read_text("utf-8")
    shown = entries(page.partition("```toml\n")[2].partition("```")[0], "docs/lexicon.md")
    assert set(shown) == set(Kind)
    commands = [
        line.removeprefix("yange lexicon add ") for line in page.split("\n") if line.startswith("yange lexicon add")
    ]
    assert sorted(commands) == sorted(TEACH_OVERSEAS.strip().split("\n"))


def test_a_word_is_text_and_no_regular_expression() -> None:
    assert pattern("下架(.*)") == r"下架（\.[^，。；]{0,12}?）"
    assert laid_over("decisions.toml", shipped("decisions.toml"), {}) == shipped("decisions.toml")


def test_every_meaning_leads_to_a_place_in_the_shipped_files() -> None:
    assert set(EVENTS.values()) == set(shipped("decisions.toml")["events"])
    assert set(STEPS.values()) <= shipped("lineage.toml").keys()
    assert set(HEADINGS) == set(Heading) == {k for part in ("header", "body") for k in shipped("headings.toml")[part]}
    assert set(LISTS.values()) <= shipped("agenda.toml")["lists"].keys()


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('[[phrase]]\nmeans = "delistd"\nwords = ["下架"]', 2, "cannot mean “delistd”"),
        ('\n[[fraze]]\nmeans = "delisted"', 2, "the nearest is “phrase”"),
        ('[[group]]\nname = "甲組"\nalias = ["乙"]', 3, "the nearest is “aliases”"),
        ('[[group]]\nname = "甲組"\naliases = "乙"', 3, "a list of texts"),
        ('[[group]]\nname = "甲組"\n\n[[group]]\naliases = ["乙"]', 4, "has no “name”"),
        ('[group]\nname = "甲組"', 1, "[[group]]"),
        ('[[city]]\nname = " "', 2, "not empty"),
        ('[[phrase]]\nmeans = "delisted"\nwords = ["*架"]', 3, "two characters"),
        ('[[phrase]]\nmeans = "delisted"\nwords = ["自*清*單*除名"]', 3, "2 “*” at most"),
        ('[[group]]\nname = "甲組"\naliases = ["乙"', 3, "no TOML"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, line: int, words: str, tmp_path: Path) -> None:
    file = tmp_path / "wrong.toml"
    file.write_text(text, "utf-8")
    use(file)
    try:
        with pytest.raises(InputError) as told:
            own_words()
        (remark,) = check(file)
    finally:
        use(None)
    assert f"{file}:{line}: " in str(told.value) and words in str(told.value)
    assert (remark.severity, remark.line) == (Severity.ERROR, line) and words in remark.reason


def test_the_shipped_lexicon_is_sound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    assert check(None) == ()


def test_doubtful_words_are_told(tmp_path: Path) -> None:
    file = tmp_path / "doubtful.toml"
    file.write_text(
        '[[phrase]]\nmeans = "delisted"\nwords = ["解列", "繼續列管", "下架"]\n[[phrase]]\nmeans = "continued"\n'
        'words = ["下架"]\n[[group]]\nname = "觀光班"\naliases = ["交通小組"]\n[[heading]]\nmeans = "resolution"\n'
        'words = ["說明"]\n[[platform]]\nname = "縱谷平臺"\nmembers = ["玉里鎮"]\n',
        "utf-8",
    )
    use(file)
    remarks = check(file, ["同意解列，繼續列管，「觀光」班，說明：下架。交通小組"])
    use(None)
    assert [(r.severity, r.line, r.word) for r in remarks] == [
        (Severity.WARNING, 3, "解列"), (Severity.WARNING, 3, "繼續列管"), (Severity.WARNING, 6, "下架"),
        (Severity.WARNING, 9, "交通小組"), (Severity.WARNING, 12, "說明"), (Severity.WARNING, 13, "玉里鎮"),
        (Severity.WARNING, 14, "縱谷平臺"),
    ]  # fmt: skip
    assert "交通組" in remarks[3].reason and "none of the files" in remarks[6].reason


def test_adding_keeps_what_stands_and_says_nothing_twice() -> None:
    text = added("# ours\n", "x.toml", Kind.PLATFORM, ["縱谷平臺"], {"word": "縱谷", "members": ["玉里鎮"]})
    text = added(text, "x.toml", Kind.PHRASE, ["下架"], {"means": "delisted"})
    text = added(text, "x.toml", Kind.PHRASE, ["除名", "下架"], {"means": "delisted"})
    text = added(text, "x.toml", Kind.PLATFORM, ["縱谷平台", "縱谷會"], {"members": ["池上鄉"]})
    assert text.startswith("# ours\n") and added(text, "x.toml", Kind.PHRASE, ["除名"], {"means": "delisted"}) == text
    assert tomllib.loads(text) == {
        "platform": [{"name": "縱谷平臺", "word": "縱谷", "members": ["玉里鎮", "池上鄉"], "aliases": ["縱谷會"]}],
        "phrase": [{"means": "delisted", "words": ["下架", "除名"]}],
    }


def test_adding_to_a_shipped_platform_keeps_what_ships() -> None:
    text = added("", "x.toml", Kind.PLATFORM, ["雙北合作交流平臺", "雙城會"], {})
    (entry,) = tomllib.loads(text)["platform"]
    assert entry["aliases"] == [*governance()["雙北合作交流平臺"].aliases, "雙城會"] and "members" not in entry
    text = added(text, "x.toml", Kind.PLATFORM, ["中臺灣區域治理平臺"], {"members": ["花蓮縣"]})
    members = tomllib.loads(text)["platform"][1]["members"]
    assert members[-1] == "花蓮縣" and {"city": "新竹市", "since": "2023"} in members


@given(st.data())
def test_whatever_is_added_can_be_read(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(Kind))
    words = data.draw(st.lists(st.text("下架甲乙\"'\\[]=#\n\u3000 ", min_size=2, max_size=6), min_size=1, max_size=3))
    said = {"means": data.draw(st.sampled_from(MEANINGS[kind]))} if kind in MEANINGS else {}
    if kind is Kind.REGION:
        said = {"cities": ["臺北市"]}
    try:
        text = added("", "x.toml", kind, words, said)
    except InputError as error:
        assert "x.toml:" in str(error)
        return
    rows = entries(text, "x.toml")[kind]
    form = FORMS[kind]
    held = (
        [*rows[0].get(form.words, ())] if form.name == "means" else [rows[0][form.name], *rows[0].get(form.words, ())]
    )
    assert held[0] == words[0] and set(held) - set(said.get("cities", ())) <= set(words)
