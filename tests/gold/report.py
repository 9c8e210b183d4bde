"""Where the product and the careful readers differ: ``python -m tests.gold.report traps --show``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from functools import partial

from queries.evaluation.alignment import Alignment, Extracted
from tests.gold.corpus import SETS, Annotated, annotated
from tests.gold.scoring import Scored, scored, total
from tests.metamorphic.variants import VARIANTS


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the report; 0 always, for it judges nothing."""
    options = _options(arguments)
    for name in options.sets or list(SETS):
        chosen = [one for one in annotated(name) if options.document in one.name]
        documents = [_varied(one, options.variant) for one in chosen]
        print(f"# {name}: {len(documents)} documents")
        for document in documents:
            print("\n".join(_document(document, options.show, options.type)))
        print(total(documents).table(), end="\n\n")
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.gold.report", description=__doc__)
    parser.add_argument("sets", nargs="*", metavar="set", help=f"which sets (all without): {', '.join(SETS)}")
    parser.add_argument("--show", action="store_true", help="list every mistake, with line and words")
    parser.add_argument("--type", action="append", default=[], help="list this edge type only (may be repeated)")
    parser.add_argument("--document", default="", help="only documents with this in their name")
    parser.add_argument("--variant", choices=[v.name for v in VARIANTS], help="score the texts written otherwise")
    options = parser.parse_args(arguments)
    unknown = set(options.sets) - set(SETS)
    if unknown:
        parser.error(f"no set {', '.join(sorted(unknown))}; there are {', '.join(SETS)}")
    return options


def _varied(one: Annotated, variant: str | None) -> Scored:
    chosen = next((v for v in VARIANTS if v.name == variant), None)
    return scored(one, chosen.text, chosen.gold) if chosen else scored(one)


def _document(document: Scored, show: bool, types: Sequence[str]) -> Iterator[str]:
    result = document.result
    f1 = "  ".join(f"{part} {result.part(part).f1:.2f}" for part in ("events", "lineage", "actors"))
    header, evidence, cases = result.header, result.evidence, result.cases
    shares = {
        "header": f"{header['right']}/{header['of']}",
        "evidence": f"{evidence['right']}/{evidence['of']}",
        "cases": f"{cases['matched']}/{cases['gold']}",
    }
    yield f"{document.name}: {f1}  " + "  ".join(f"{name} {share}" for name, share in shares.items())
    if not show:
        return
    yield from (f"    header   {id} {name}: wanted {wanted}, got {seen}" for id, name, wanted, seen in header["wrong"])
    yield from (f"    {fault}" for fault in document.faults)
    yield from (f"    no gold  case: {name}" for name in cases["extra"])
    yield from _statements(document, types)


def _statements(document: Scored, types: Sequence[str]) -> Iterator[str]:
    sides = Alignment(document.gold, Extracted.of(document.graph))
    called = {case["id"]: case["name"] for case in document.gold["cases"]}
    called |= {m["id"]: f"{m.get('date') or m.get('title') or m['id']}" for m in document.gold["meetings"]}
    reason = {"missed": partial(_wanted, document, sides), "wrong  ": partial(_found, document, sides)}
    for kind, row in document.result.types.items():
        if types and kind not in types:
            continue
        for label, statements in (("missed", row.missed), ("wrong  ", row.wrong)):
            for statement in statements:
                ends = " → ".join(called.get(end, end) for end in statement[1:])
                yield f"    {label} {kind}  {ends}  {reason[label](statement)}"


def _wanted(document: Scored, sides: Alignment, statement: tuple[str, str, str]) -> str:
    """Line and words of the gold edge."""
    for edge in document.gold["edges"]:
        if (edge["type"], sides.gold_end(edge["from"]), sides.gold_end(edge["to"])) == statement:
            return f"[{edge.get('line', '?')}] {edge.get('quote') or ''}"
    return ""


def _found(document: Scored, sides: Alignment, statement: tuple[str, str, str]) -> str:
    """Line and words of the passage that the graph gives as its reason."""
    nodes = sides.graph.nodes
    for edge in document.graph["edges"]:
        if (edge["type"], sides.found_end(edge["source"]), sides.found_end(edge["target"])) == statement:
            passage = next((nodes[id] for id in edge.get("passages") or () if id in nodes), None)
            if passage is None:
                return ""
            line = document.text.count("\n", 0, passage["start"]) + 1
            return f"[{line}] {''.join(passage['text'].split())[:100]}"
    return ""


if __name__ == "__main__":
    sys.exit(main())
