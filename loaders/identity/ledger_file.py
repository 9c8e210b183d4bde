"""The ledger of judgements as a file: CSV in UTF-8, one judgement a line, made to be read, compared and edited by hand.

Always true: a line is added at the end and never taken away (``undone`` says when it was taken back); what cannot be
read is told with the file, the line and the reason, and the file is left as it is.
"""

from __future__ import annotations

import csv
import hashlib
import io
import os
from collections.abc import Container, Iterable, Iterator
from dataclasses import astuple, fields, replace
from datetime import datetime
from pathlib import Path

from graph.errors import InputError, NotFoundError
from graph.judgement import Judged, Judgement
from loaders.identity.ledger import Contradiction, Ledger, canonical, said

COLUMNS = tuple(field.name for field in fields(Judged))
_FORMULA = ("=", "+", "-", "@")
"""What a spreadsheet takes for a formula; such a text is kept behind an apostrophe."""
_SHORTEST = 4


def read(path: Path) -> Ledger:
    """The ledger in a file; an empty one where there is no file. Raises: InputError with file, line and reason."""
    return Ledger() if not path.exists() else _whole(path, _lines(path))


def judge(path: Path, judgement: Judgement, left: str, right: str, *, who: str, why: str, when: datetime) -> Judged:
    """Write one judgement down.

    In: the file, made where it is not there; what was said of which two ids; who said it, why, and when. Out: the line,
    or the one that already says so. Raises: Contradiction, and then nothing is written; InputError.
    """
    known, time = read(path), when.isoformat(timespec="seconds")
    judged = Judged("", judgement, left, right, _one_line(who), time, _one_line(why))
    for field, problem in _problems(judged):
        raise InputError(f"{field} {problem}")
    for held in known.judgements:
        pairs = [[canonical(one.left), canonical(one.right)] for one in (held, judged)]
        if judgement is not Judgement.BECAME:
            pairs = [sorted(pair) for pair in pairs]
        if not held.undone and held.judgement is judgement and pairs[0] == pairs[1]:
            return held
    judged = _named(judged, {held.id for held in known.judgements})
    Ledger.of((*known.judgements, judged))
    _append(path, judged)
    return judged


def undo(path: Path, id: str, when: datetime) -> Judged:
    """Take a judgement back.

    In: the file; the judgement's id, or enough of its beginning. Out: the line as it was. Raises: NotFoundError for an
    id that no judgement that holds has, or that several have; InputError.
    """
    known = read(path).judgements
    found = [one for one in known if one.id.startswith(id) and not one.undone]
    if len(id) < _SHORTEST or len(found) != 1:
        why = "several judgements have" if len(found) > 1 else "no judgement that holds has"
        raise NotFoundError(f"{why} the id {id}; yange ledger lists them")
    gone = replace(found[0], undone=when.isoformat(timespec="seconds"))
    write(path, [gone if one.id == gone.id else one for one in known])
    return found[0]


def write(path: Path, judgements: Iterable[Judged]) -> None:
    """Make the file say these judgements, at once or not at all. Raises: InputError when it cannot be written."""
    beside = path.with_name(path.name + ".new")
    try:
        beside.write_text("".join(map(_line, (COLUMNS, *map(astuple, judgements)))), "utf-8", newline="")
        os.replace(beside, path)
    except OSError as error:
        raise InputError(f"{path} cannot be written ({error.strerror}); check who may write it") from error


def _append(path: Path, judged: Judged) -> None:
    try:
        with path.open("a+b") as file:
            empty = file.seek(0, os.SEEK_END) == 0
            if not empty:
                file.seek(-1, os.SEEK_END)
            broken = not empty and file.read(1) != b"\n"
            before = _line(COLUMNS) if empty else "\n" * broken
            file.write((before + _line(astuple(judged))).encode())
    except OSError as error:
        raise InputError(f"{path} cannot be written ({error.strerror}); check who may write it") from error


def _whole(path: Path, lines: Iterator[tuple[int, Judged]]) -> Ledger:
    """The ledger of these lines; InputError that names the lines where ids meet or judgements contradict each other."""
    found: dict[str, tuple[int, Judged]] = {}
    for number, judged in lines:
        first, same = found.setdefault(judged.id, (number, judged))
        if same != judged:
            raise InputError(f"{path} line {number}: the id {judged.id} is taken by line {first}; leave it empty")
    try:
        return Ledger.of(judged for _, judged in found.values())
    except Contradiction as error:
        one, *others = (f"line {number}: {said(one)}" for number, one in (found[j.id] for j in error.judgements))
        raise InputError(
            f"{path} {one}, which contradicts {'; '.join(others)}. Fill in undone in one of them, or take its line out"
        ) from error


def _lines(path: Path) -> Iterator[tuple[int, Judged]]:
    """Every judgement with its line. Raises: InputError."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise InputError(f"{path} cannot be read ({error.strerror}); check who may read it") from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise InputError(f"{path} line {line}: is not UTF-8; save the file as UTF-8") from error
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        head = next(rows, [])
        if sorted(head) != sorted(COLUMNS):
            raise InputError(f"{path} line 1: the columns must be {','.join(COLUMNS)}")
        begins = rows.line_num + 1
        for row in rows:
            if any(row):
                yield begins, _judged(f"{path} line {begins}", head, row)
            begins = rows.line_num + 1
    except csv.Error as error:
        raise InputError(f"{path} line {rows.line_num}: {error}; mend its quotes and commas") from error


def _judged(where: str, head: list[str], row: list[str]) -> Judged:
    """A row as a judgement; InputError naming the column and what is wrong."""
    if len(row) != len(head):
        raise InputError(f"{where}: has {len(row)} fields instead of {len(head)}; put a text with commas in quotes")
    held = {name: value.strip() for name, value in zip(head, row, strict=True)}
    held |= {name: _bared(held[name]) for name in ("who", "why")}
    kind = held.pop("judgement")
    if kind not in list(Judgement):
        raise InputError(f"{where}: judgement {kind!r} is none of {', '.join(Judgement)}")
    judged = Judged(judgement=Judgement(kind), **held)
    for field, problem in _problems(judged):
        raise InputError(f"{where}: {field} {problem}")
    return judged if judged.id else _named(judged)


def _problems(judged: Judged) -> Iterator[tuple[str, str]]:
    for field in ("left", "right"):
        try:
            canonical(getattr(judged, field))
        except ValueError as error:
            yield field, str(error)
            return
    if canonical(judged.left) == canonical(judged.right):
        yield "right", "is the same name as left; a judgement is about two"
    if not judged.who:
        yield "who", "is empty; say who judged"
    for field in ("when", "undone"):
        value = getattr(judged, field)
        if not _is_time(value) and (value or field == "when"):
            yield field, f"{value!r} is no time with its zone; write it as 2026-03-01T09:00:00+08:00"


def _is_time(text: str) -> bool:
    try:
        return datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False


def _named(judged: Judged, taken: Container[str] = ()) -> Judged:
    """The judgement with an id made of all it says, so that two files that are put together agree."""
    parts = "\0".join(astuple(replace(judged, id="", undone="")))
    while (id := hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:12]) in taken:
        parts += "\0"  # said, undone and said again within a second
    return replace(judged, id=id)


def _line(values: tuple[str, ...]) -> str:
    text = io.StringIO()
    guarded = (f"'{value}" if value.startswith(_FORMULA) else value for value in values)
    csv.writer(text, lineterminator="\n").writerow(guarded)
    return text.getvalue()


def _bared(text: str) -> str:
    return text[1:] if text.startswith("'") and text[1:].startswith(_FORMULA) else text


def _one_line(text: str) -> str:
    """A text without line breaks, control characters and what UTF-8 cannot say."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())
