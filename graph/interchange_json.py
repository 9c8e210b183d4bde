"""The interchange form as JSON: written, read back and checked, and its JSON Schema.

Always true: what ``loads`` gives back can be built into a graph: every quote stands in the text word for word, every
reference to a case finds one. Whatever is wrong is told with the place in the file (``minutes[0].cases[2].quote``).
pydantic is imported when something is read, not before.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from graph import interchange
from graph.errors import InputError
from graph.interchange import FORMAT, Decision, ParsedDocument, ParsedMinutes, Quote, Source
from graph.schema import EVENTS, LINEAGE
from graph.vocabulary import EdgeType

if TYPE_CHECKING:
    from pydantic import TypeAdapter

_DECISIONS = {*EVENTS, *LINEAGE, EdgeType.REFERRED_TO, EdgeType.DISCUSSED_AT}


def dumps(parsed: ParsedDocument, *, indent: int | None = 2) -> str:
    """The document's statements as JSON text. In: what a parser said. Out: text that ``loads`` reads."""
    return json.dumps(parsed, default=_fields, ensure_ascii=False, indent=indent)


def loads(text: str | bytes) -> ParsedDocument:
    """What such a text says. In: JSON. Out: the document. Raises: InputError naming the place and the fault."""
    from pydantic import ValidationError

    try:
        parsed = _adapter().validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        raise InputError(f"{_path(first['loc'])}: {first['msg']}; correct it there and load again") from error
    for path, problem in _problems(parsed):
        raise InputError(f"{path}: {problem}; correct it there and load again")
    return parsed


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the interchange form."""
    schema = _adapter().json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": FORMAT}


def dumps_without_text(parsed: ParsedDocument) -> str:
    """As ``dumps``, in one line and without the document's text, for a store that keeps the text anyway."""
    return dumps(replace(parsed, source=replace(parsed.source, text="")), indent=None)


def loads_with_text(text: str, document: str) -> ParsedDocument:
    """What ``dumps_without_text`` wrote of a document of this text."""
    parsed: ParsedDocument = _adapter().validate_json(text)
    return replace(parsed, source=replace(parsed.source, text=document))


def sha256_of(text: str) -> str:
    """Identity of a document: the SHA-256 of its text in UTF-8, hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@cache
def _adapter() -> TypeAdapter[ParsedDocument]:
    from pydantic import TypeAdapter

    for kind in vars(interchange).values():
        if isinstance(kind, type) and is_dataclass(kind):
            setattr(kind, "__pydantic_config__", {"extra": "forbid"})  # noqa: B010 - a mistyped key is told, not dropped
    return TypeAdapter(ParsedDocument)


def _fields(value: object) -> dict[str, Any]:
    if is_dataclass(value):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    raise TypeError(f"{type(value).__name__} has no place in the interchange form")


def _path(steps: tuple[int | str, ...]) -> str:
    """A place as people write it: minutes[0].cases[2]."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps).lstrip(".") or "the file"


def _problems(parsed: ParsedDocument) -> Iterator[tuple[str, str]]:
    if parsed.format != FORMAT:
        yield "format", f"{parsed.format!r} is not {FORMAT!r}, which this version reads"
    if parsed.source.sha256 != sha256_of(parsed.source.text):
        yield "source.sha256", "is not the SHA-256 of source.text"
    yield from _quotes(parsed, parsed.source, ())
    for index, sitting in enumerate(parsed.minutes):
        yield from _references(sitting, f"minutes[{index}]")


def _quotes(value: object, source: Source, steps: tuple[int | str, ...]) -> Iterator[tuple[str, str]]:
    """Every quote under a value that its source does not say."""
    if isinstance(value, Quote):
        if not 0 <= value.start < value.end or source.text[value.start : value.end] != value.text:
            yield _path(steps), f"source.text does not say {value.text!r} at {value.start}-{value.end}"
    elif isinstance(value, tuple):
        for index, one in enumerate(value):
            yield from _quotes(one, source, (*steps, index))
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _quotes(one, source, (*steps, key))
    elif is_dataclass(value) and not isinstance(value, Source):
        for field in fields(value):
            yield from _quotes(getattr(value, field.name), source, (*steps, field.name))


def _references(sitting: ParsedMinutes, at: str) -> Iterator[tuple[str, str]]:
    keys: set[str] = set()
    for index, case in enumerate(sitting.cases):
        if case.key in keys:
            yield f"{at}.cases[{index}].key", f"{case.key!r} is taken by a case above"
        keys.add(case.key)
    for index, decision in enumerate(sitting.decisions):
        yield from ((f"{at}.decisions[{index}].{field}", says) for field, says in _wrong(decision, keys))
    for name in ("mentions", "programs", "action_items"):
        for index, said in enumerate(getattr(sitting, name)):
            if said.case is not None and said.case not in keys:
                yield f"{at}.{name}[{index}].case", f"there is no case {said.case!r} in this sitting"


def _wrong(decision: Decision, keys: set[str]) -> Iterator[tuple[str, str]]:
    if decision.type not in _DECISIONS:
        yield "type", f"{decision.type} is nothing that a decision can say"
    if decision.case not in keys:
        yield "case", f"there is no case {decision.case!r} in this sitting"
    if decision.type in LINEAGE and decision.target not in keys:
        yield "target", f"there is no case {decision.target!r} in this sitting"
    if decision.type is EdgeType.REFERRED_TO and not decision.target:
        yield "target", "a REFERRED_TO names the group"
