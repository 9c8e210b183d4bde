"""The command line on a store that holds the bundled samples."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from yange.cli import main

Yange = Callable[..., Result]

_MINUTES = """113年度「基北北桃合作交流平臺」環境保護組第1次工作小組會議紀錄

壹、時間：113年4月10日（三）上午10時
貳、地點：臺北市政府環境保護局會議室
參、主席：林主任秘書小明　紀錄：陳大文

肆、討論事項

案由一：「河川水質聯合監測」案，提請討論。

決議：同意成案，請新北市政府環境保護局於113年6月30日前提送計畫書。

案由二：「淨灘志工交流」案，提請討論。

決議：本案持續列管。

伍、散會：上午11時。
"""


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Yange:
    """``run("load", "samples")`` calls the command in this process; the answer has stdout, stderr and exit_code."""
    monkeypatch.delenv("YANGE_STORE", raising=False)

    def call(*arguments: object) -> Result:
        return CliRunner().invoke(main, [str(argument) for argument in arguments], prog_name="yange")

    return call


@pytest.fixture(scope="session")
def loaded(tmp_path_factory: pytest.TempPathFactory, samples: list[Path]) -> Path:
    """A store with the samples; tests only read it."""
    import yange

    path = tmp_path_factory.mktemp("cli") / "samples.kgl"
    with yange.open(path) as kg:
        assert kg.load(samples).problems == ()
    return path


@pytest.fixture
def minutes(tmp_path: Path) -> Path:
    """A small sitting of our own."""
    path = tmp_path / "minutes.txt"
    path.write_text(_MINUTES, "utf-8")
    return path
