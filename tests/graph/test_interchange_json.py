"""The interchange form as JSON: there and back, and what is told when it is wrong."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from graph.errors import InputError
from graph.interchange import ParsedDocument
from graph.interchange_json import dumps, dumps_without_text, json_schema, loads, loads_with_text


def test_there_and_back(documents: tuple[ParsedDocument, ...]) -> None:
    for document in documents:
        assert loads(dumps(document)) == document
        assert loads_with_text(dumps_without_text(document), document.source.text) == document
        assert document.source.text not in dumps_without_text(document)


def set_at(*steps: int | str) -> Callable[[Any, Any], None]:
    def put(data: Any, value: Any) -> None:
        for step in steps[:-1]:
            data = data[step]
        data[steps[-1]] = value

    return put


@pytest.mark.parametrize(
    ("steps", "value", "says"),
    [
        (
            ("minutes", 0, "cases", 0, "quote", "text"),
            "別的話",
            r"minutes\[0\]\.cases\[0\]\.quote: source\.text does not",
        ),
        (("minutes", 0, "header_quotes", "chairs", "end"), 9999, r"header_quotes\.chairs: source\.text does not"),
        (("minutes", 0, "decisions", 1, "case"), "c9", r"minutes\[0\]\.decisions\[1\]\.case: there is no case 'c9'"),
        (("minutes", 0, "decisions", 0, "type"), "CHAIRS", r"decisions\[0\]\.type: CHAIRS"),
        (("minutes", 0, "decisions", 0, "type"), "RENAMED_TO", r"decisions\[0\]\.target: there is no case None"),
        (("minutes", 0, "decisions", 0, "type"), "REFERRED_TO", r"decisions\[0\]\.target: a REFERRED_TO names"),
        (("minutes", 0, "mentions", 0, "case"), "c9", r"mentions\[0\]\.case"),
        (("minutes", 0, "programs", 0, "case"), "c9", r"programs\[0\]\.case"),
        (("minutes", 0, "action_items", 0, "case"), "c9", r"action_items\[0\]\.case"),
        (("minutes", 0, "cases", 1, "key"), "c1", r"cases\[1\]\.key: 'c1' is taken"),
        (("minutes", 0, "meeting", "level"), "king", r"minutes\[0\]\.meeting\.level: Input should be"),
        (("minutes", 0, "cases", 0, "nmae"), "x", r"minutes\[0\]\.cases\[0\]\.nmae: "),
        (("source", "sha256"), "0", r"source\.sha256: is not"),
        (("format",), "yange.parsed/0", r"format: 'yange\.parsed/0'"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    documents: tuple[ParsedDocument, ...], steps: tuple[int | str, ...], value: object, says: str
) -> None:
    data = json.loads(dumps(documents[0]))
    set_at(*steps)(data, value)
    with pytest.raises(InputError, match=says):
        loads(json.dumps(data))


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "{}"])
def test_what_is_no_such_file_is_told(text: str) -> None:
    with pytest.raises(InputError, match="correct it there"):
        loads(text)


def test_the_schema_is_one_that_tools_can_read() -> None:
    schema = json_schema()
    assert schema["title"] == "yange.parsed/1"
    assert schema["properties"]["minutes"]["type"] == "array"
    assert "ParsedMinutes" in schema["$defs"]
