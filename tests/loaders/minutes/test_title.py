"""Titles of sittings: platform, group, level, year, ordinal."""

from __future__ import annotations

import pytest

from graph.vocabulary import Level
from loaders.minutes.title import Title, level_of, platform_name, read_title
from tests.loaders.minutes._reading import squeezed

TWO, FOUR = "雙北合作交流平臺", "基北北桃合作交流平臺"


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("114年度「基北北桃」海洋組第2次工作會議紀錄", Title(FOUR, "海洋組", Level.WORKING_GROUP, 114, 2)),
        ("2019雙北合作「海洋組」第1次小組會議紀錄", Title(TWO, "海洋組", Level.WORKING_GROUP, 108, 1)),
        ("雙北合作交流平臺108年度市長層級會議紀錄", Title(TWO, None, Level.MAYOR, 108, None)),
        ("基北北桃合作平臺第4次副市長層級會議紀錄", Title(FOUR, None, Level.DEPUTY_MAYOR, None, 4)),
        (
            "霧嵐合作交流平臺一百一十四年第三次副首長會議紀錄",
            Title("霧嵐合作交流平臺", None, Level.DEPUTY_MAYOR, 114, 3),
        ),
        ("「霧嵐」合作「海洋組」114年第2次會議紀錄", Title("霧嵐合作交流平臺", "海洋組", Level.WORKING_GROUP, 114, 2)),
        ("霧嵐區域發展推動委員會114年首長會議紀錄", Title("霧嵐區域發展推動委員會", None, Level.MAYOR, 114, None)),
        ("「霧嵐」區域合作平臺114年首長會議紀錄", Title("霧嵐區域合作平臺", None, Level.MAYOR, 114, None)),
        (
            "霧嵐合作交流平臺海洋工作圈114年首次會議紀錄",
            Title("霧嵐合作交流平臺", "海洋工作圈", Level.WORKING_GROUP, 114, 1),
        ),
        ("會議紀錄", Title(None, None, Level.OTHER, None, None)),
    ],
)
def test_read_title(words: str, title: Title) -> None:
    assert read_title(squeezed(words).text) == title


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("前次副首長會議", Level.DEPUTY_MAYOR),
        ("第2次市長層級會議", Level.MAYOR),
        ("市（縣）長層級會議", Level.MAYOR),
        ("上次小組會議", Level.WORKING_GROUP),
        ("秘書長層級協調會", Level.OTHER),
        ("前次會議", Level.OTHER),
    ],
)
def test_level_of(words: str, level: Level) -> None:
    assert level_of(words) is level


def test_platform_names_follow_the_lexicon_or_the_pattern() -> None:
    assert platform_name("雙北") == TWO
    assert platform_name("霧嵐") == "霧嵐合作交流平臺"
    assert platform_name("霧嵐論壇") == "霧嵐論壇"
