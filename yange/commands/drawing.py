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
    from visualizations.files.saving import Picture
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
    from yange.pictures import lineage_picture, select_cases

    def picture(kg: Knowledge) -> Picture:
        cases, called = select_cases(kg, names, options["platform"], options["group"], cypher)
        return lineage_picture(chronicle(kg.store, cases, as_of), called, inferred=inferred, **_look(options))

    _save(picture, options)


def _look(options: dict[str, Any]) -> dict[str, Any]:
    """The options that say how a picture looks, in the words of the library."""
    from visualizations.drawing.profile import PROFILES, ProfileName
    from visualizations.words import Calendar, Language

    screen = options["output"].suffix.lower() in (".svg", ".png", ".html")
    name = options["profile"] or (ProfileName.SCREEN if screen else ProfileName.A4_LANDSCAPE)
    return {
        "profile": PROFILES[ProfileName(name)],
        "language": Language(options["lang"]),
        "calendar": Calendar(options["calendar"]),
        "title": options["title"],
        "since": options["since"],
        "until": options["until"],
    }


def _save(picture: Callable[[Knowledge], Picture], options: dict[str, Any]) -> None:
    """Make a picture of a store, write it, and say which files."""
    import yange
    from visualizations.files.saving import save_picture

    with yange.open(options["store"]) as kg:
        made = picture(kg)
    for path in save_picture(made, options["output"]):
        click.echo(str(path))


COMMANDS = (draw,)
