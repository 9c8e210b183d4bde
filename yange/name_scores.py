"""How well the matcher of case names answers labelled pairs.

Always true: UNSURE counts as missed; a file is scored as a whole or not at all; the answers do not depend on the clock,
only the speed does.
"""

from __future__ import annotations

import csv
import io
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from graph.errors import InputError
from loaders.identity.comparison import compare, prepare
from loaders.identity.features import Comparison, Verdict

OVERALL = "overall"
_NEEDED = ("left", "right", "same")
_TRUTH = {"1": Verdict.SAME, "0": Verdict.DIFFERENT}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names, whether they are one case, and how hard that is to see."""

    left: str
    right: str
    truth: Verdict
    tier: str = ""


@dataclass(frozen=True, slots=True)
class TierScore:
    """The answers to the pairs of one tier."""

    pairs: int
    unsure: int
    counts: dict[Verdict, tuple[int, int, int]]
    """SAME and DIFFERENT → how many were truly so, were answered so, and both."""

    def precision(self, answer: Verdict) -> float:
        """The share of right ones among the answers; 1 where there is none."""
        _, answered, right = self.counts[answer]
        return right / answered if answered else 1.0

    def recall(self, answer: Verdict) -> float:
        """The share that was found; 1 where there was none to find."""
        true, _, right = self.counts[answer]
        return right / true if true else 1.0

    def as_dict(self) -> dict[str, Any]:
        """As JSON."""
        rates = {
            str(answer): {
                "precision": round(self.precision(answer), 4),
                "recall": round(self.recall(answer), 4),
                "pairs": true,
                "answered": answered,
                "wrong": answered - right,
            }
            for answer, (true, answered, right) in self.counts.items()
        }
        return {"pairs": self.pairs, "unsure": self.unsure, "unsure_share": round(self.unsure / self.pairs, 4), **rates}


@dataclass(frozen=True, slots=True)
class NameScores:
    """All pairs with their answers, the scores by tier and overall, and how fast it went."""

    pairs: tuple[Pair, ...]
    answers: tuple[Comparison, ...]
    tiers: dict[str, TierScore]
    load_seconds: float
    pairs_per_second: int

    def as_dict(self) -> dict[str, Any]:
        """As JSON."""
        tiers = {name: score.as_dict() for name, score in self.tiers.items()}
        return {"tiers": tiers, "load_seconds": round(self.load_seconds, 3), "pairs_per_second": self.pairs_per_second}


def read_pairs(path: Path) -> tuple[Pair, ...]:
    """The labelled pairs of a CSV file with the columns left, right, same (0 or 1) and, if it likes, tier.

    Raises: InputError, with the line, when a row is not as it has to be.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise InputError(f"{path} cannot be read ({error.strerror}); name another file") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not UTF-8 (byte {error.start}); save it as UTF-8") from error
    pairs = tuple(_pairs(path, text))
    if not pairs:
        raise InputError(f"{path} has no pair; write one line for each below the line left,right,same,tier")
    return pairs


def _pairs(path: Path, text: str) -> Iterator[Pair]:
    rows = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        missing = [column for column in _NEEDED if column not in (rows.fieldnames or ())]
        if missing:
            raise InputError(f"{path}, line 1: the column {missing[0]} is missing; begin with left,right,same,tier")
        for row in rows:
            yield _pair(row, f"{path}, line {rows.line_num}")
    except csv.Error as error:
        raise InputError(f"{path}, line {rows.line_num}: no CSV ({error}); mend the line") from error


def _pair(row: dict[str, Any], where: str) -> Pair:
    left, right, same, tier = ((row.get(column) or "").strip() for column in (*_NEEDED, "tier"))
    if not left or not right:
        raise InputError(f"{where}: a name is missing; write both left and right")
    if same not in _TRUTH:
        raise InputError(f"{where}: same is {same!r}; write 1 for one case and 0 for two")
    return Pair(left, right, _TRUTH[same], tier)


def score(pairs: Sequence[Pair]) -> NameScores:
    """Compare every pair. In: labelled pairs, at least one. Out: the answers and their scores."""
    start = time.process_time()
    prepare(name for pair in pairs for name in (pair.left, pair.right))
    loaded = time.process_time()
    answers = tuple(compare(pair.left, pair.right) for pair in pairs)
    seconds = max(time.process_time() - loaded, 1e-9)
    tiers = {tier: _scored(pairs, answers, tier) for tier in dict.fromkeys(pair.tier for pair in pairs) if tier}
    tiers[OVERALL] = _scored(pairs, answers)
    return NameScores(tuple(pairs), answers, tiers, loaded - start, round(len(pairs) / seconds))


def _scored(pairs: Iterable[Pair], answers: Iterable[Comparison], tier: str | None = None) -> TierScore:
    both = [(p.truth, a.verdict) for p, a in zip(pairs, answers, strict=True) if tier is None or p.tier == tier]
    counts = {
        answer: (
            sum(truth is answer for truth, _ in both),
            sum(said is answer for _, said in both),
            sum(truth is said is answer for truth, said in both),
        )
        for answer in (Verdict.SAME, Verdict.DIFFERENT)
    }
    return TierScore(len(both), sum(said is Verdict.UNSURE for _, said in both), counts)


def frozen_run(scores: NameScores) -> str:
    """The answers as CSV: a regression shows as a diff of this text."""
    out = io.StringIO(newline="")
    lines = csv.writer(out, lineterminator="\n")
    lines.writerow(("left", "right", "same", "verdict"))
    for pair, answer in zip(scores.pairs, scores.answers, strict=True):
        lines.writerow((pair.left, pair.right, int(pair.truth is Verdict.SAME), answer.verdict))
    return out.getvalue()


def write_answers(scores: NameScores, path: Path) -> None:
    """Write the frozen run to a file. Raises: InputError when that cannot be."""
    try:
        path.write_text(frozen_run(scores), encoding="utf-8", newline="")
    except OSError as error:
        raise InputError(f"{path} cannot be written ({error.strerror}); name another file") from error


def show_name_scores(scores: NameScores) -> None:
    """A row for each tier, then what was answered wrongly."""
    console = Console(highlight=False, markup=False)
    table = Table(box=None, pad_edge=False, header_style="bold cyan")
    for column in ("", "pairs", "same P", "same R", "different P", "different R", "wrong", "unsure"):
        table.add_column(column, justify="left" if not column else "right")
    for name, tier in scores.tiers.items():
        rates = [f"{rate(answer):.3f}" for answer in tier.counts for rate in (tier.precision, tier.recall)]
        wrong = sum(answered - right for _, answered, right in tier.counts.values())
        table.add_row(name, str(tier.pairs), *rates, str(wrong), f"{tier.unsure / tier.pairs:.1%}")
    console.print(table)
    for pair, answer in zip(scores.pairs, scores.answers, strict=True):
        if answer.verdict not in (pair.truth, Verdict.UNSURE):
            console.print(f"{answer.verdict}, not {pair.truth}: {pair.left} | {pair.right}", soft_wrap=True)
    speed = f"{scores.pairs_per_second:,} pairs a second, dictionaries loaded in {scores.load_seconds:.2f} s"
    console.print(speed)
