"""Pictures of who works together, within pages.

Always true: what a picture leaves out for want of room stands in the table beside it.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from api.pages.pictures import SCREEN, within
from api.pages.view import View
from queries.participation import Participation
from visualizations.citations import Citations
from visualizations.collaboration import Options, matrix_figures, network, network_figures

_LINKS = 40
_CELLS = 24


def woven(held: Participation, title: str, view: View) -> Markup:
    """The network of agencies that share cases, the closest pairs of it."""
    options = Options(view.language, view.calendar)
    return within(network_figures(network(held, options, most=_LINKS), title, SCREEN, Citations()), view, view.sel)


def crossed(held: Participation, title: str, view: View) -> Markup | None:
    """Agencies by cases; None where there are more cases than a page has room for."""
    if not 0 < len(held.cases) <= _CELLS:
        return None
    options = Options(view.language, view.calendar)
    return within(matrix_figures(held, title, SCREEN, options, Citations()), view, view.sel)


def any_shared(held: Participation) -> bool:
    """Whether two agencies share a case."""
    cases: Sequence[str] = [part.case.id for part in held.parts]
    return len(set(cases)) < len(cases)
