"""The pages that are made from the code: ``make docs`` writes them, a test says when they are out of date.

Always true: a page is a pure function of the code it describes; nothing in it is written by hand but its first lines.
"""

from __future__ import annotations

import json
import re
import shlex
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import chdir
from pathlib import Path

import click
from click.testing import CliRunner, Result

from graph import schema
from graph.interchange_json import json_schema
from graph.rules import EdgeRule, NodeRule, Property
from queries.catalogue import Query, catalogue
from yange.cli import main

HERE = Path(__file__).resolve().parent
MADE = "<!-- made by docs/write.py; run `make docs` after changing the code -->\n"


def pages() -> dict[str, str]:
    """Every made page by its file name."""
    return {
        "cli.md": command_line(),
        "graph.md": graph(),
        "queries.md": queries(),
        "parsed.schema.json": json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n",
        "../README.md": readme(),
        **pictures(),
    }


def pictures() -> dict[str, str]:
    """The pictures that the pages show, drawn from the samples by the commands that the pages name."""
    commands = re.findall(r"^yange (draw .+ -o (\S+\.svg))$", (HERE / "pictures.md").read_text("utf-8"), re.MULTILINE)
    with tempfile.TemporaryDirectory() as folder, chdir(HERE.parent):
        environment = {"YANGE_STORE": f"{folder}/yange.kgl"}
        _answer(CliRunner(env=environment).invoke(main, ["load", "samples"]))
        for command, file in commands:
            words = [f"{folder}/{file}" if word == file else word for word in shlex.split(command)]
            _answer(CliRunner(env=environment).invoke(main, words))
        return {f"images/{file}": (Path(folder) / file).read_text("utf-8") for _, file in commands}


def readme() -> str:
    """The README as it is written, with the answers of its session put in anew."""
    text = (HERE.parent / "README.md").read_text("utf-8")
    before, session, after = re.split(r"(?<=```console\n)(.*?)(?=```\n)", text, maxsplit=1, flags=re.DOTALL)
    commands = [line.removeprefix("$ ") for line in session.split("\n") if line.startswith("$ ")]
    with tempfile.TemporaryDirectory() as folder, chdir(HERE.parent):
        environment = {"YANGE_STORE": f"{folder}/yange.kgl"}
        answers = [_answer(CliRunner(env=environment).invoke(main, shlex.split(line)[1:])) for line in commands]
        told = "".join(f"$ {command}\n{answer}" for command, answer in zip(commands, answers, strict=True))
    return before + told.replace(f"{folder}/", "") + after


def command_line() -> str:
    """The help of every command, as a page."""
    settings = {"terminal_width": 100, "max_content_width": 100}
    root = click.Context(main, info_name="yange", **settings, **main.context_settings)
    parts = [MADE, "# The command line 命令列\n", _block(main.get_help(root))]
    for context in _contexts(main, root):
        parts += [f"## {context.command_path}\n", _block(context.command.get_help(context))]
    return "\n".join(parts)


def _contexts(group: click.Group, parent: click.Context) -> Iterator[click.Context]:
    """Every command below a group, and those below it."""
    for name in group.list_commands(parent):
        context = click.Context(
            group.commands[name], parent=parent, info_name=name, terminal_width=100, max_content_width=100
        )
        yield context
        if isinstance(context.command, click.Group):
            yield from _contexts(context.command, context)


def graph() -> str:
    """Labels, edge types and their properties, from the schema's one table."""
    parts = [
        MADE,
        "# The graph 圖譜\n",
        "Every edge also has `meeting` (id of the sitting at which it came about) and:\n",
        _properties(schema.COMMON),
        "## Nodes\n",
        *(_node(rule) for rule in schema.NODES.values()),
        "## Edges\n",
        *(_edge(rule) for rule in schema.EDGES.values()),
    ]
    return "\n".join(parts)


def queries() -> str:
    """The catalogue: meaning, parameters, columns, example and text of every query."""
    parts = [MADE, "# The catalogue of queries 查詢目錄\n"]
    parts.append("The same Cypher on every store. From Python: `yange.open(store).ask(name, **parameters)`.\n")
    return "\n".join([*parts, *(_query(query) for query in catalogue().values())])


def _answer(result: Result) -> str:
    if result.exit_code:
        raise RuntimeError(result.stderr or str(result.exception))
    return result.stdout


def _block(text: str, language: str = "text") -> str:
    body = "\n".join(line.rstrip() for line in text.rstrip().split("\n"))
    return f"```{language}\n{body}\n```\n"


def _node(rule: NodeRule) -> str:
    return f"### {rule.label}\n\n{rule.says}\n\n{_properties(rule.properties)}"


def _edge(rule: EdgeRule) -> str:
    ends = ", ".join(f"{source} → {target}" for source, target in rule.ends)
    own = f"\n\n{_properties(rule.properties)}" if rule.properties else "\n"
    return f"### {rule.type}\n\n{ends}: {rule.says}{own}"


def _properties(properties: Iterable[Property]) -> str:
    rows = ["| property | in Cypher | value | says |", "|---|---|---|---|"]
    for one in properties:
        value = ", ".join(one.values) if one.values else str(one.kind)
        rows.append(f"| {one.name} | `{one.key}` | {value}{'' if one.required else ', or unknown'} | {one.says} |")
    return "\n".join(rows) + "\n"


def _query(query: Query) -> str:
    parameters = [f"- `${name}`: {says}" for name, says in query.parameters.items()]
    columns = [f"- `{name}`: {says}" for name, says in query.columns.items()]
    example = f"Example: `{json.dumps(dict(query.example), ensure_ascii=False)}`\n"
    lines = [f"## {query.name}\n", query.meaning + "\n"]
    lines += ["Parameters:\n", *parameters, ""] if parameters else []
    return "\n".join([*lines, "Columns:\n", *columns, "", example, _block(query.text, "cypher")])


if __name__ == "__main__":
    for name, text in pages().items():
        (HERE / name).write_text(text, "utf-8")
        print((HERE / name).resolve().relative_to(HERE.parent))
