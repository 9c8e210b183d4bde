"""Labels: listed words first, then those that a clerk composes."""

from __future__ import annotations

import pytest

from loaders.lexicon.headings import Heading, heading


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("研商結論", Heading.RESOLUTION),
        ("本案審查結果", Heading.RESOLUTION),
        ("決議及辦理情形", Heading.RESOLUTION),
        ("前次會議決議", Heading.PROGRESS),
        ("最新執行情形說明", Heading.PROGRESS),
        ("研考意見", Heading.MEASURES),
        ("討論紀要", Heading.EXPLANATION),
        ("各縣市意見", Heading.EXPLANATION),
        ("發起城市", Heading.PROPOSER),
        ("配合機關", Heading.RESPONSIBLE),
        ("議案名稱", Heading.SUBJECT),
        ("主席裁示事項", Heading.CONCLUSION),
        ("青創交流合作", None),
        ("決", None),
    ],
)
def test_the_kind_of_part_that_words_open(words: str, kind: Heading | None) -> None:
    assert heading(words) is kind
