"""The matcher of case names on labelled pairs: how good it has to be, and that it answers as it did before.

When an answer is meant to change, write the frozen run anew and read its diff:
``yange evaluate --names tests/gold/case_names.csv --answers tests/gold/case_names.run.csv``.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from loaders.identity.features import Verdict
from tests.gold.corpus import GOLD
from yange.name_scores import OVERALL, NameScores, frozen_run, read_pairs, score

BENCHMARKS = sorted(path for path in GOLD.glob("case_names*.csv") if not path.name.endswith(".run.csv"))
RECALL = {"clear": 0.99, "medium": 0.9, "hard": 0.6}
PRECISION = {"clear": 1.0, "medium": 0.995, "hard": 0.98}

every_benchmark = pytest.mark.parametrize("path", BENCHMARKS, ids=lambda path: path.stem)


@cache
def _scores(path: Path) -> NameScores:
    return score(read_pairs(path))


@every_benchmark
@pytest.mark.parametrize("tier", RECALL)
@pytest.mark.parametrize("answer", [Verdict.SAME, Verdict.DIFFERENT])
def test_is_as_good_as_it_has_to_be(path: Path, tier: str, answer: Verdict) -> None:
    found = _scores(path).tiers[tier]
    assert found.recall(answer) >= RECALL[tier]
    assert found.precision(answer) >= PRECISION[tier]


@every_benchmark
def test_asks_a_person_about_a_fifth_at_most(path: Path) -> None:
    overall = _scores(path).tiers[OVERALL]
    assert overall.unsure <= overall.pairs / 5


@every_benchmark
def test_answers_as_it_did_before(path: Path) -> None:
    frozen = path.with_suffix(".run.csv")
    if not frozen.exists():
        pytest.skip(f"{frozen.name} is not written yet")
    assert frozen_run(_scores(path)).splitlines() == frozen.read_text("utf-8").splitlines()


def test_the_benchmark_is_large_and_half_of_it_are_different_cases() -> None:
    pairs = read_pairs(GOLD / "case_names.csv")
    truths = Counter(pair.truth for pair in pairs)
    assert len(pairs) >= 600
    assert len({frozenset((pair.left, pair.right)) for pair in pairs}) == len(pairs)
    assert truths[Verdict.DIFFERENT] >= 0.45 * len(pairs)
    assert {pair.tier for pair in pairs} == set(RECALL)
