"""The judgements of people on names: same, different, became, undo, ledger, review.

Always true: every judgement is written into the ledger before anything else is done; what contradicts another is
refused.
"""

from __future__ import annotations

import getpass
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from yange.commands.options import json_option, ledger_option, print_json, store_option

if TYPE_CHECKING:
    from graph.judgement import Doubt, Judgement
    from yange.review import Review

_F = TypeVar("_F", bound=Callable[..., Any])


def _who() -> str:
    """The login name; UsageError where the system knows none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError) as error:
        raise click.UsageError("say who judges with --who or YANGE_WHO") from error


def judging_options(command: _F) -> _F:
    """``--who``, and where ledger and store are."""
    who = click.option(
        "--who",
        metavar="NAME",
        envvar="YANGE_WHO",
        default=_who,
        show_default="the login name",
        show_envvar=True,
        help="Who judges.",
    )
    return who(ledger_option(store_option(command)))


def pair_options(command: _F) -> _F:
    """Two names, and why they are judged so."""
    why = click.option("--why", metavar="TEXT", default="", help="The reason, for whoever reads the ledger.")
    platform = click.option("--platform", metavar="NAME", default="", help="The platform that both names stand on.")
    return platform(why(judging_options(command)))


@click.command()
@click.argument("a")
@click.argument("b")
@pair_options
def same(a: str, b: str, **options: Any) -> None:
    """Say that two names are one case 同一案.

    A and B are names in any spelling, parts of names, or ids; a name that several cases have wants its platform before
    it. The graph follows at once, and with every load from now on.

    \b
    Example:
      yange same 環教小尖兵 環境教育小尖兵
      yange same "雙北 青創交流" 青年創業交流合作 --why "會後與承辦確認"
    """
    _judge("same", a, b, **options)


@click.command()
@click.argument("a")
@click.argument("b")
@pair_options
def different(a: str, b: str, **options: Any) -> None:
    """Say that two names are different cases 不同案.

    They never become one again, not even by way of a third name; nor does one count as the other's successor unless a
    sentence says so.

    \b
    Example:
      yange different 左岸自行車道 右岸自行車道
    """
    _judge("different", a, b, **options)


@click.command()
@click.argument("old")
@click.argument("new")
@pair_options
def became(old: str, new: str, **options: Any) -> None:
    """Say that a case went on as another 成為.

    They stay two cases; a RENAMED_TO that is marked as inferred leads from OLD to NEW.

    \b
    Example:
      yange became 地熱發電廠經驗交流 新興能源經驗交流
    """
    _judge("became", old, new, **options)


@click.command()
@click.argument("id")
@ledger_option
@store_option
def undo(id: str, ledger: str | None, store: str) -> None:
    """Take a judgement back 復原.

    ID is that of "yange ledger", or enough of its beginning. The line stays in the ledger and counts no more.

    \b
    Example:
      yange undo 3f2a9c
    """
    import yange
    from loaders.identity.ledger import said

    with yange.open(store, ledger) as kg:
        click.echo(f"undone: {said(kg.undo(id))}")


@click.command("ledger")
@click.option("--all", "every", is_flag=True, help="Show as well what was undone.")
@ledger_option
@store_option
@json_option
def show_ledger(every: bool, ledger: str | None, store: str, as_json: bool) -> None:
    """The judgements that hold 判定紀錄.

    The ledger is a CSV file beside the store (docs/identity.md); it may be edited by hand.

    \b
    Example:
      yange ledger
      yange ledger --all --json
    """
    import yange
    from yange.terminal import show_rows

    with yange.open(store, ledger) as kg:
        held = [one for one in kg.judgements() if every or not one.undone]
    if as_json:
        print_json(held)
        return
    if not held:
        click.echo("Nothing was judged yet. 尚無判定", err=True)
        return
    ends = [[id.removeprefix("case:").partition("/") for id in (one.left, one.right)] for one in held]
    show_rows(
        [
            {
                "id": one.id,
                "judgement 判定": one.judgement.value,
                "left 甲": left,
                "right 乙": right,
                "platform 平臺": platform if platform == other else f"{platform}、{other}",
                "who": one.who,
                "when": one.when,
                "why": one.why,
                **({"undone": one.undone} if every else {}),
            }
            for one, ((platform, _, left), (other, _, right)) in zip(held, ends, strict=True)
        ]
    )


@click.command()
@judging_options
@json_option
def review(who: str, ledger: str | None, store: str, as_json: bool) -> None:
    """Judge doubtful names, one pair after the other 審核.

    Shows both names with what the minutes say and asks for a key: s they are the same, d different, b the left one
    became the right one, u unsure, skip (or nothing) to come back later, q to quit; words after the key are the reason.
    Every answer is written at once, so a review can be broken off at any time; at the end the graph is built anew.

    \b
    Example:
      yange review
      yange review --json
    """
    import yange

    with yange.open(store, ledger) as kg:
        doubts = kg.doubts()
        if as_json:
            print_json(doubts)
            return
        _walk(kg.review, doubts, who)


def _walk(review: Review, doubts: list[Doubt], who: str) -> None:
    """Ask about one doubt after the other, then build the graph."""
    judged = 0
    try:
        for number, doubt in enumerate(doubts, 1):
            if review.answers(doubt):  # by way of an answer given a moment ago
                continue
            answer = _asked(review, doubt, f"{number}/{len(doubts)}", who)
            if answer is None:
                break
            judged += answer
    finally:
        changed = bool(judged) and review.apply()
        left = sum(not review.answers(doubt) for doubt in doubts)
        built = " The graph was built anew." if changed else ""
        click.echo(f"{judged} judged, {left} left open.{built} 已判定 {judged}，尚餘 {left}")


def _asked(review: Review, doubt: Doubt, place: str, who: str) -> bool | None:
    """Show a doubt and ask until there is an answer. Out: whether it was judged; None to quit."""
    from graph.errors import InputError
    from yange.questions import KEYS, show_doubt

    show_doubt(doubt, place)
    while True:
        try:
            key, _, why = click.prompt("s/d/b/u/skip/q", default="skip", show_default=False).strip().partition(" ")
        except click.Abort:
            return None
        if key == "q":
            return None
        if key == "skip":
            return False
        if key not in KEYS:
            click.echo("s same 同一案, d different 不同案, b became 成為, u unsure 不確定, skip 略過, q quit 離開")
            continue
        try:
            review.judge(KEYS[key], doubt.left.id, doubt.right.id, who=who, why=why, apply=False)
        except InputError as error:
            click.echo(f"yange: {error}", err=True)
            continue
        return True


def _judge(
    judgement: str, a: str, b: str, *, platform: str, who: str, why: str, ledger: str | None, store: str
) -> None:
    """Write one judgement down and tell what it changed."""
    import yange
    from graph.judgement import Judgement
    from loaders.identity.ledger import said

    with yange.open(store, ledger) as kg:
        ids = [kg.review.meant(name, platform).id for name in (a, b)]
        kind: Judgement = Judgement(judgement)
        click.echo(said(kg.review.judge(kind, ids[0], ids[1], who=who, why=why)))


COMMANDS: tuple[click.Command, ...] = (review, same, different, became, undo, show_ledger)
