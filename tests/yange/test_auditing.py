"""audit, on the command line: over the bundled samples, as text, JSON and CSV, and with findings put aside."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

from yange.commands.auditing import _KINDS, _SEVERITIES, FINDINGS

Yange = Callable[..., Result]


def test_the_samples_have_findings_and_the_exit_code_says_so(run: Yange, loaded: Path) -> None:
    result = run("audit", "--store", loaded)
    assert result.exit_code == FINDINGS == 3
    assert "ordinal_gap  medium" in result.stdout and "教育文化組缺113年第4次之紀錄" in result.stdout
    assert "findings" in result.stderr


def test_json_quotes_what_stands_in_the_files(run: Yange, loaded: Path) -> None:
    found = json.loads(run("audit", "--store", loaded, "--json").stdout)
    assert found == json.loads(run("audit", "--store", loaded, "--json").stdout)
    for one in found:
        assert set(one["message"]) == {"zh", "en"} and set(one["subject"]) == {"id", "label", "name"}
        for cited in (one, *one["evidence"]):
            assert Path(cited["path"]).read_text("utf-8")[cited["start"] : cited["end"]] == cited["quote"]


def test_csv_has_a_row_for_each_finding_of_a_kind(run: Yange, loaded: Path) -> None:
    result = run("audit", "--store", loaded, "--csv", "--kind", "recommended_not_delisted", "--kind", "relisted")
    rows = list(csv.DictReader(result.stdout.splitlines(keepends=True)))
    assert {row["kind"] for row in rows} == {"recommended_not_delisted"} and len(rows) == 2
    assert rows[0]["message_en"].startswith("建議酷課雲開放本市師生使用新北 OpenID 登入")


def test_nothing_that_remains_is_nothing_wrong(run: Yange, loaded: Path) -> None:
    result = run("audit", "--store", loaded, "--kind", "relisted")
    assert (result.exit_code, result.stdout) == (0, "")
    assert run("audit", "--store", loaded, "--severity", "low").exit_code == 0


def test_findings_are_put_aside_with_reasons(run: Yange, loaded: Path, tmp_path: Path) -> None:
    ids = [one["id"] for one in json.loads(run("audit", "--store", loaded, "--json").stdout)]
    file = tmp_path / "seen.toml"
    file.write_text("".join(f'[[suppress]]\nid = "{id}"\nreason = "seen"\n' for id in ids), "utf-8")
    result = run("audit", "--store", loaded, "--suppressions", file)
    assert (result.exit_code, result.stdout) == (0, "") and f"{len(ids)} put aside" in result.stderr
    file.write_text(f'[[suppress]]\nid = "{ids[0]}"\n', "utf-8")
    result = run("audit", "--store", loaded, "--suppressions", file)
    assert result.exit_code == FINDINGS and f"{file}, line 1" in result.stderr and "without a reason" in result.stderr


def test_the_file_beside_the_store_counts_without_being_named(run: Yange, samples: list[Path], tmp_path: Path) -> None:
    store = tmp_path / "mine.kgl"
    run("load", *samples, "--store", store)
    (one, *_) = json.loads(run("audit", "--store", store, "--json").stdout)
    (tmp_path / "mine.audit.toml").write_text(f'[[suppress]]\nid = "{one["id"]}"\nreason = "seen"\n', "utf-8")
    assert one["id"] not in run("audit", "--store", store, "--json").stdout


def test_a_wrong_call_is_told(run: Yange, loaded: Path) -> None:
    assert run("audit", "--store", loaded, "--json", "--csv").exit_code == 2
    assert run("audit", "--store", loaded, "--kind", "nonsense").exit_code == 2


def test_the_choices_are_those_of_the_audit() -> None:
    from queries.audit import Kind, Severity

    assert list(_KINDS) == [kind.value for kind in Kind] and list(_SEVERITIES) == [one.value for one in Severity]
