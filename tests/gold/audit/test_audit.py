"""The audit on planted corpora: it finds what was planted, says nothing of what is honest, quotes what stands there.

Always true: floors only go up; a decoy is an honest text that an auditor must not touch.
"""

from __future__ import annotations

import sys
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from queries.audit import Finding, Kind
from tests.gold.audit.planted import CLEAN, Planted, decoys, faults, findings, score

PRECISION, RECALL = 0.97, 0.95
_BY_NAME = {planted.name: planted for planted in (*faults(), *decoys())}


@lru_cache(maxsize=512)
def found(name: str) -> tuple[Finding, ...]:
    """What the audit says of a changed corpus."""
    with TemporaryDirectory() as folder:
        return findings(_BY_NAME[name].texts(), Path(folder), _BY_NAME[name].as_of)


def test_there_is_enough_to_go_by() -> None:
    assert len(CLEAN) >= 12
    assert {planted.kind for planted in faults()} == {kind.value for kind in Kind}
    assert len(_BY_NAME) == len(faults()) + len(decoys()) and len(decoys()) > 40


def test_the_clean_corpus_is_clean(tmp_path: Path) -> None:
    assert findings(CLEAN, tmp_path) == ()


def test_every_kind_reaches_the_floors() -> None:
    table = score((planted, found(planted.name)) for planted in (*faults(), *decoys()))
    lines = [f"{kind:26}{one.planted:8}{one.found:8}{one.false:8}" for kind, one in table.items()]
    sys.stdout.write("\n".join(("", f"{'kind':26}{'planted':>8}{'found':>8}{'false':>8}", *lines, "")))
    hits, planted = sum(s.found for s in table.values()), sum(s.planted for s in table.values())
    false = sum(s.false for s in table.values())
    assert hits / planted >= RECALL
    assert hits / (hits + false) >= PRECISION


@pytest.mark.parametrize("decoy", decoys(), ids=lambda decoy: decoy.name)
def test_nothing_is_said_of_a_decoy(decoy: Planted) -> None:
    assert found(decoy.name) == ()


@pytest.mark.parametrize("fault", faults(), ids=lambda fault: fault.name)
def test_every_quote_stands_where_the_finding_says(fault: Planted) -> None:
    texts = fault.texts()
    for one in found(fault.name):
        for cited in (one, *one.evidence):
            text = texts[Path(cited.path).name]
            assert text[cited.start : cited.end] == cited.quote != ""
            assert text.count("\n", 0, cited.start) + 1 == cited.line
