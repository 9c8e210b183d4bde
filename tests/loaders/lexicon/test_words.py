"""The lexicon's words: every file reads, and says what its comments claim."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from loaders.lexicon.agenda import agenda_words
from loaders.lexicon.data import any_of, compiled
from loaders.lexicon.decisions import decision_words
from loaders.lexicon.discriminators import discriminators
from loaders.lexicon.lifecycle import RowWords, lifecycle_words
from loaders.lexicon.lineage import lineage_words
from loaders.lexicon.platform_mergers import platform_merger_words
from loaders.lexicon.programs import program_words
from loaders.lexicon.requests import request_words
from loaders.lexicon.roles import role_words
from loaders.lexicon.tables import Column, column


@pytest.mark.parametrize(
    "words",
    [
        agenda_words,
        decision_words,
        discriminators,
        lifecycle_words,
        lineage_words,
        platform_merger_words,
        program_words,
        request_words,
        role_words,
    ],
)
def test_every_file_of_words_reads_once(words: Callable[[], object]) -> None:
    assert words() is words()


def test_a_table_must_have_the_fields_of_its_class() -> None:
    with pytest.raises(TypeError):
        compiled(RowWords, {"no_case": "組"})
    with pytest.raises(TypeError):
        compiled(RowWords, {"unknown": "組"})
    with pytest.raises(re.error):
        any_of(["(組"])


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("案名", Column.NAME),
        ("提案單位", Column.PROPOSER),
        ("決議", Column.DECISION),
        ("項次", Column.NUMBER),
        ("", None),
    ],
)
def test_columns(head: str, kind: Column | None) -> None:
    assert column(head) is kind


def test_opposites_exclude_each_other_both_ways() -> None:
    assert {("左", "右"), ("右", "左")} <= discriminators().opposites
    assert all(one != other for one, other in discriminators().opposites)
