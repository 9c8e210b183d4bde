"""What checks a store and scores what was read: verify, evaluate.

Always true: nothing here changes a store.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from yange.commands.options import counted, json_option, print_json, store_option

MISMATCH = 7


@click.command()
@store_option
@json_option
def verify(store: str, as_json: bool) -> None:
    """Read every passage again in its source 查證.

    The graph is checked against its schema, too. The exit code is 7 when one thing is not as it has to be.

    \b
    Example:
      yange verify
      yange verify --json
    """
    import yange
    from graph.vocabulary import Label

    with yange.open(store) as kg:
        mismatches = kg.verify()
        passages = sum(node.label is Label.PASSAGE for node in kg.graph().nodes.values())
    if as_json:
        print_json({"passages": passages, "mismatches": [str(mismatch) for mismatch in mismatches]})
    else:
        for mismatch in mismatches:
            click.echo(str(mismatch))
        click.echo(f"{counted(passages, 'passage')} read again, {counted(len(mismatches), 'mismatch', 'mismatches')}")
    if mismatches:
        sys.exit(MISMATCH)


@click.command()
@click.argument("gold", type=click.Path(path_type=Path), required=False)
@click.argument("graph", type=click.Path(path_type=Path), required=False)
@click.option(
    "--names",
    type=click.Path(path_type=Path),
    metavar="FILE.csv",
    help="Score the matcher of case names instead, on pairs with the columns left,right,same(0/1),tier.",
)
@click.option("--answers", type=click.Path(path_type=Path), metavar="FILE.csv", help="Write the answer to each pair.")
@store_option
@json_option
def evaluate(
    gold: Path | None, graph: Path | None, names: Path | None, answers: Path | None, store: str, as_json: bool
) -> None:
    """Score a graph against a gold annotation, or the matcher of case names 評量.

    Precision, recall and F1 by edge type, of an exported GRAPH, or else of what the store holds of the document that
    GOLD annotates. With --names the precision and recall of the answers "same" and "different", by tier; an answer
    "unsure" counts as missed.

    \b
    Example:
      yange evaluate tests/gold/samples/雙北-教育文化組-2019.json
      yange evaluate gold.json graph.json --json
      yange evaluate --names tests/gold/case_names.csv
    """
    if (gold is None) == (names is None):
        raise click.UsageError("name either GOLD or --names FILE.csv")
    if names is None and answers is not None:
        raise click.UsageError("--answers goes with --names")
    if names is not None:
        _evaluate_names(names, answers, as_json)
    elif gold is not None:
        _evaluate_graph(gold, graph, store, as_json)


def _evaluate_names(names: Path, answers: Path | None, as_json: bool) -> None:
    from yange.name_scores import read_pairs, score, show_name_scores, write_answers

    scores = score(read_pairs(names))
    if answers is not None:
        write_answers(scores, answers)
    print_json(scores.as_dict()) if as_json else show_name_scores(scores)


def _evaluate_graph(gold: Path, graph: Path | None, store: str, as_json: bool) -> None:
    import yange
    from yange.scores import show_evaluation

    wanted, exported = _read_json(gold), _read_json(graph) if graph else None
    with yange.open(store) as kg:
        result = kg.evaluate(wanted, exported)
    print_json(result.as_dict()) if as_json else show_evaluation(result)


def _read_json(path: Path) -> Any:
    import json

    from graph.errors import InputError

    try:
        return json.loads(path.read_bytes())
    except OSError as error:
        raise InputError(f"{path} cannot be read ({error.strerror}); name another file") from error
    except ValueError as error:
        raise InputError(f"{path} is no JSON ({error}); name another file") from error


COMMANDS: tuple[click.Command, ...] = (verify, evaluate)
