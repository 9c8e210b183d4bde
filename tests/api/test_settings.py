"""Settings come from the environment, whole or with a reason why not."""

from __future__ import annotations

import json
import logging

import pytest

from api.observing import JsonLines
from api.settings import Settings, from_environment, to_environment
from graph.errors import InputError


def test_nothing_told_is_what_is_usual() -> None:
    assert from_environment({}) == from_environment({"YANGE_TOKEN": "", "YANGE_STORE": ""}) == Settings()


def test_settings_reach_another_process_unchanged() -> None:
    told = Settings("a.kgl", "祕密", ("localhost", "[::1]"), 2.5, 7)
    assert from_environment(to_environment(told)) == told
    assert from_environment(to_environment(Settings())) == Settings()


@pytest.mark.parametrize("number", ["many", "-1", "0", "nan", "inf"])
def test_a_number_that_is_none_is_told(number: str) -> None:
    with pytest.raises(InputError, match="YANGE_QUERY_ROWS"):
        from_environment({"YANGE_QUERY_ROWS": number})


def test_a_log_line_is_one_json_object() -> None:
    record = logging.LogRecord("yange", logging.INFO, __file__, 1, "two\nlines %s", ("甲",), None)
    record.told = {"route": "/x", "ms": 1.5}
    line = JsonLines().format(record)
    told = json.loads(line)
    assert "\n" not in line and told["message"] == "two\nlines 甲" and told["ms"] == 1.5 and told["level"] == "info"
