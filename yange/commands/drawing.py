"""The pictures: draw lineage, matrix, pairs, ranking and network.

Always true: drawing opens the store for reading; nothing is written before the whole picture is made.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from yange.commands.options import Day, as_of_option, calendar_option, language_option, store_option

if TYPE_CHECKING:
    from queries.participation import Participation
    from visualizations.files.saving import Picture
    from visualizations.pictures import Look
    from yange.knowledge import Knowledge

_F = TypeVar("_F", bound=Callable[..., Any])


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def draw() -> None:
    """Draw pictures for reports 繪圖.

    The ending of the output file says what is written: .svg and .png (one file a page), .pdf, .html, .docx, .odt; of
    some pictures .dot and .mmd, too. Pages are laid out in real sizes, with no text below 8 points.
    """


def picture_options(command: _F) -> _F:
    """What all pictures have in common: output, profile, language, calendar, title, store."""
    for option in (
        store_option,
        click.option("--title", metavar="TEXT", help="The picture's title."),
        calendar_option,
        language_option,
        click.option(
            "--profile",
            type=click.Choice(["screen", "a4-portrait", "a4-landscape", "slide"]),
            help="What it is laid out for.  [default: screen for .svg, .png and .html, else a4-landscape]",
        ),
        click.option(*("-o", "--output"), type=click.Path(path_type=Path), required=True, help="The file to write."),
    ):
        command = option(command)
    return command


def period_options(command: _F) -> _F:
    """``--from`` and ``--to``."""
    until = click.option("--to", "until", type=Day(), metavar="DATE", help="Last day shown.")
    since = click.option("--from", "since", type=Day(first=True), metavar="DATE", help="First day shown.")
    return since(until(command))


@draw.command()
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--platform", metavar="NAME", help="All cases of a platform.")
@click.option("--group", metavar="NAME", help="All cases of an issue group.")
@click.option("--cypher", metavar="QUERY", help="The cases whose ids a question answers with.")
@click.option("--inferred", is_flag=True, help="Show inferred steps, too (dashed).")
@period_options
@as_of_option
@picture_options
def lineage(names: tuple[str, ...], cypher: str | None, inferred: bool, as_of: str | None, **options: Any) -> None:
    """Lanes on a date axis: what became of cases 沿革圖.

    One lane a case; mergers fan in, splits fan out, renamings hand over; every arrow has the number of the quote that
    states it. NAME is a case in any spelling; its whole lineage is drawn.

    \b
    Example:
      yange draw lineage 環教小尖兵 -o lineage.svg
      yange draw lineage --group 產業民生組 --profile a4-portrait -o lineage.pdf
      yange draw lineage --platform 雙北 --from 109 --to 111 -o lineage.docx
      yange draw lineage --cypher 'MATCH (c:`Case`)-[:DELISTED_AT]->() RETURN c.id' -o delisted.png
    """
    from queries.chronicle import chronicle
    from visualizations.pictures import lineage_picture
    from yange.selection import select_cases

    def picture(kg: Knowledge) -> Picture:
        cases, called = select_cases(kg, names, options["platform"], options["group"], cypher)
        bounds = {"since": options["since"], "until": options["until"]}
        return lineage_picture(chronicle(kg.store, cases, as_of), called, _look(options), inferred=inferred, **bounds)

    _save(picture, options)


def scope_options(command: _F) -> _F:
    """``--platform``, ``--group``, ``--agency``, and what all pictures have in common."""
    for option in (
        picture_options,
        period_options,
        click.option("--agency", metavar="NAME", help="Only cases that this agency takes part in."),
        click.option("--group", metavar="NAME", help="Only cases that sittings of this issue group spoke of."),
        click.option("--platform", metavar="NAME", help="Only cases that sittings of this platform spoke of."),
    ):
        command = option(command)
    return command


@draw.command()
@scope_options
def matrix(**options: Any) -> None:
    """Agencies by cases: who takes part in what 參與矩陣.

    Rows by city, with a shape and a colour for each; filled signs carry the case, hollow ones take part in it.

    \b
    Example:
      yange draw matrix --platform 基北北桃 -o matrix.svg
      yange draw matrix --group 產業民生組 --profile a4-portrait -o matrix.docx
    """
    from visualizations.pictures import matrix_picture

    _save(lambda kg: matrix_picture(_held(kg, options), _look(options)), options)


@draw.command()
@scope_options
def pairs(**options: Any) -> None:
    """Agencies by agencies: how many cases they share 合作矩陣.

    \b
    Example:
      yange draw pairs --platform 基北北桃 -o pairs.pdf
      yange draw pairs --agency 新北市政府經濟發展局 -o pairs.svg
    """
    from visualizations.pictures import pair_picture

    _save(lambda kg: pair_picture(_held(kg, options), _look(options)), options)


@draw.command()
@click.option(
    "--of", type=click.Choice(["pairs", "agencies"]), default="pairs", show_default=True, help="Who is ranked."
)
@click.option("--top", type=click.IntRange(1), metavar="N", help="Only so many.  [default: all]")
@scope_options
def ranking(of: str, top: int | None, **options: Any) -> None:
    """Bars: the closest pairs of agencies, or the busiest agencies 合作排行.

    \b
    Example:
      yange draw ranking --top 20 -o ranking.odt
      yange draw ranking --of agencies --from 112 -o agencies.svg
    """
    from visualizations.collaboration.ranking import Ranked
    from visualizations.pictures import ranking_picture

    _save(lambda kg: ranking_picture(_held(kg, options), _look(options), Ranked(of), top), options)


@draw.command()
@click.option("--cases", is_flag=True, help="Show cases as nodes, too.")
@click.option("--most", type=click.IntRange(1), default=60, show_default=True, help="So many pairs, or cases, at most.")
@click.option("--communities", is_flag=True, help="Outline agencies that work together most.")
@scope_options
def network(cases: bool, most: int, communities: bool, **options: Any) -> None:
    """A network of agencies, or of agencies and cases 合作網絡.

    Nodes keep their places from run to run; shape and colour say the city, width how many cases are shared. As .html it
    can be moved and searched in a browser.

    \b
    Example:
      yange draw network --platform 基北北桃 -o network.svg
      yange draw network --cases --agency 新北市政府教育局 -o network.html
    """
    from visualizations.pictures import network_picture

    def picture(kg: Knowledge) -> Picture:
        return network_picture(_held(kg, options), _look(options), cases=cases, most=most, hulls=communities)

    _save(picture, options)


def _held(kg: Knowledge, options: dict[str, Any]) -> Participation:
    """Who takes part in what, as the options say."""
    from queries.participation import participation

    asked = {name: options[name] for name in ("platform", "group", "agency", "since", "until")}
    return participation(kg.store, **asked)


def _look(options: dict[str, Any]) -> Look:
    """The options that say how a picture looks."""
    from visualizations.collaboration.telling import Options
    from visualizations.drawing.profile import PROFILES, ProfileName
    from visualizations.pictures import Look
    from visualizations.words import Calendar, Language

    screen = options["output"].suffix.lower() in (".svg", ".png", ".html")
    name = options["profile"] or (ProfileName.SCREEN if screen else ProfileName.A4_LANDSCAPE)
    speech = Options(Language(options["lang"]), Calendar(options["calendar"]))
    return Look(PROFILES[ProfileName(name)], speech, options["title"])


def _save(picture: Callable[[Knowledge], Picture], options: dict[str, Any]) -> None:
    """Make a picture of a store, write it, and say which files."""
    import yange
    from visualizations.files.saving import save_picture

    with yange.open(options["store"]) as kg:
        made = picture(kg)
    for path in save_picture(made, options["output"]):
        click.echo(str(path))


COMMANDS = (draw,)
