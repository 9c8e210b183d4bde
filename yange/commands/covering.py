"""What was read and what was not: coverage, and the user's own lexicon.

Always true: only ``lexicon add`` writes, and only the user's lexicon file; nothing opens a store.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from yange.commands.options import json_option, lexicon_option, print_json

if TYPE_CHECKING:
    from graph.errors import InputError
    from graph.interchange import ParsedDocument

BAD_FILE = 2
_KINDS = ("platform", "region", "group", "city", "agency", "organization", "program", "phrase", "heading")


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--lines", is_flag=True, help="Show every line with what it gave rise to.")
@lexicon_option
@json_option
def coverage(files: tuple[Path, ...], lines: bool, as_json: bool) -> None:
    """Which lines of a file gave rise to something, and which did not 涵蓋率.

    For every part of the minutes how many of its lines were used, the sentences that look like decisions and gave
    nothing, and labels that are not known: what to add with "yange lexicon add". No store is read or written.

    \b
    Example:
      yange coverage minutes.txt
      yange coverage samples --json
      yange coverage minutes.txt --lines
    """
    from loaders.coverage import coverage as account
    from yange.coverage import as_dict, show

    problems: list[InputError] = []
    documents = list(_parsed(files, problems))
    accounts = [account(document) for document in documents]
    if as_json:
        print_json([as_dict(one) for one in accounts])
    else:
        for number, (document, one) in enumerate(zip(documents, accounts, strict=True)):
            click.echo("\n" * (number > 0), nl=False)
            show(one, document.source.text, lines=lines)
    _tell(problems)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def lexicon() -> None:
    """Words of your own, beside those that Yange ships 自訂詞庫.

    They stand in a TOML file: yange.lexicon.toml in the working directory, or the one that --lexicon or YANGE_LEXICON
    names. docs/lexicon.md shows how to teach Yange a new platform.
    """


@lexicon.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE]...")
@lexicon_option
@json_option
def check(files: tuple[Path, ...], as_json: bool) -> None:
    """Check the lexicon and your own words 檢查詞庫.

    Tells what is wrong, with line and reason, and which words are known already, stand for two things, or are found in
    none of the FILEs. The exit code is 2 where something is wrong.

    \b
    Example:
      yange lexicon check
      yange lexicon check minutes/*.txt --lexicon ours.toml
    """
    from loaders.lexicon.checking import Severity
    from loaders.lexicon.checking import check as checked
    from loaders.lexicon.own import own_file
    from loaders.reading import read_all

    problems: list[InputError] = []
    texts = [document.text for document in read_all(files, problems.append)]
    remarks = checked(own_file(), texts)
    if as_json:
        print_json({"file": str(own_file() or "") or None, "remarks": remarks})
    else:
        for one in remarks:
            word = f"“{one.word}”: " if one.word else ""
            click.echo(f"{one.file}:{one.line}: {one.severity}: {word}{one.reason}")
        own = own_file()
        told = _called(own) if own else "no lexicon of your own is in use; the shipped one"
        click.echo(f"{told}: {_count(remarks, Severity.ERROR)}, {_count(remarks, Severity.WARNING)}")
    _tell(problems)
    if any(one.severity is Severity.ERROR for one in remarks):
        sys.exit(BAD_FILE)


@lexicon.command()
@click.argument("kind", type=click.Choice(_KINDS))
@click.argument("words", nargs=-1, required=True, metavar="WORD...")
@click.option(
    "--means", metavar="MEANING", help="What phrases or headings mean (delisted, resolution, tracked_cases …)."
)
@click.option("--word", metavar="TEXT", help="platform: what its cities are called together.")
@click.option("--member", "members", multiple=True, metavar="CITY", help="platform, region: a city of it; repeatable.")
@click.option("--group", "groups", multiple=True, metavar="NAME", help="platform: an issue group; repeatable.")
@click.option(
    "--short", multiple=True, metavar="TEXT", help="city: its name without 市 or 縣; organization: a short form."
)
@click.option("--office", "offices", multiple=True, metavar="TEXT", help="city: its government's name; repeatable.")
@click.option("--city", metavar="NAME", help="agency, organization: the city it belongs to.")
@click.option("--type", "sort", metavar="KIND", help="organization, program: company, school, event, service …")
@lexicon_option
def add(kind: str, words: tuple[str, ...], **said: Any) -> None:
    """Add words to your own lexicon 增列詞彙.

    The first WORD is the name, the others are further spellings; of phrases and headings all are words, and "*" stands
    for a few characters. The file is made where there is none; what stands in it stays.

    \b
    Example:
      yange lexicon add platform 花東縱谷鄉鎮合作平臺 --word 縱谷 --member 玉里鎮 --member 池上鄉
      yange lexicon add city 玉里鎮 --office 玉里鎮公所
      yange lexicon add phrase --means delisted 下架 除名
      yange lexicon add heading --means resolution 合意
    """
    from loaders.lexicon.adding import added
    from loaders.lexicon.kinds import Kind
    from loaders.lexicon.own import FILE, own_file, text_of, use

    file = own_file() or Path(FILE)
    text = text_of(file) if file.exists() else ""
    if not text:
        use(None)  # it is about to be made
    changed = added(text, str(file), Kind(kind), words, _fields(Kind(kind), said))
    if changed == text:
        click.echo(f"{_called(file)} already has it")
        return
    _save(file, changed)
    use(file)
    click.echo(f"{kind} {'、'.join(words)} added to {_called(file)}")


def _called(file: Path) -> str:
    """A file's path from here, where it lies below."""
    return str(file.relative_to(Path.cwd())) if file.is_absolute() and file.is_relative_to(Path.cwd()) else str(file)


def _fields(kind: Any, said: dict[str, Any]) -> dict[str, Any]:
    """The options as the fields of this kind; a usage error for one that it does not have."""
    from loaders.lexicon.kinds import FORMS, Kind

    named = {"members": "cities"} if kind is Kind.REGION else {}
    form = FORMS[kind]
    fields = {named.get(key, "kind" if key == "sort" else key): value for key, value in said.items() if value}
    for field, value in fields.items():
        if field not in form.fields:
            raise click.UsageError(f"a {kind} takes no such option; it has {', '.join(sorted(form.fields))}")
        if field == "short" and field in form.texts:
            fields[field] = value[0]
    if form.name == "means" and "means" not in fields:
        from loaders.lexicon.meanings import MEANINGS

        raise click.UsageError(f"say with --means what it means: {', '.join(MEANINGS[kind])}")
    return {key: list(value) if isinstance(value, tuple) else value for key, value in fields.items()}


def _save(file: Path, text: str) -> None:
    """Write the whole file or nothing."""
    from graph.errors import InputError

    half = file.with_name(f".{file.name}.half")
    try:
        half.write_text(text, "utf-8")
        os.replace(half, file)
    except OSError as error:
        half.unlink(missing_ok=True)
        raise InputError(f"{file} cannot be written ({error.strerror}); name another file with --lexicon") from error


def _parsed(files: tuple[Path, ...], problems: list[InputError]) -> list[ParsedDocument]:
    from yange.loading import parsed

    return list(parsed(files, problems.append))


def _tell(problems: list[InputError]) -> None:
    for problem in problems:
        click.echo(f"yange: {problem}", err=True)
    if problems:
        sys.exit(BAD_FILE)


def _count(remarks: Any, severity: str) -> str:
    number = sum(one.severity == severity for one in remarks)
    return f"{number} {severity}{'' if number == 1 else 's'}"


COMMANDS: tuple[click.Command, ...] = (coverage, lexicon)
