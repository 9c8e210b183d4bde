"""Why two names are one case or two: explain.

Always true: nothing is read from or written to a store.
"""

from __future__ import annotations

import click

from yange.commands.options import json_option, print_json


@click.command()
@click.argument("left", metavar="A")
@click.argument("right", metavar="B")
@json_option
def explain(left: str, right: str, as_json: bool) -> None:
    """Say whether two case names mean one case, and why 解釋.

    The answer is same, different or unsure, with a score from 0 to 1 and the reasons.

    \b
    Example:
      yange explain 捕獸鋏聯合稽查 捕獸銹聯合稽查
      yange explain 淡水河左岸照明 淡水河右岸照明 --json
    """
    from loaders.identity.comparison import compare

    result = compare(left, right)
    if as_json:
        reasons = [
            {"reason": f.reason, "left": f.left, "right": f.right, "zh": f.chinese, "en": f.english}
            for f in result.features
        ]
        names = {"left": left, "right": right}
        print_json({**names, "verdict": result.verdict, "score": result.score, "features": reasons})
        return
    click.echo(f"{result.verdict}  {result.score:.2f}\n  {left}\n  {right}")
    for feature in result.features:
        click.echo(f"- {feature.chinese} ({feature.english})")


COMMANDS: tuple[click.Command, ...] = (explain,)
"""What cli.py adds."""
