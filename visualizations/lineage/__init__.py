"""Lineage lanes: one lane a case on a date axis; mergers fan in, splits fan out, renamings hand over.

``chart`` turns a chronicle into what is to be seen, ``draw`` and ``figures`` lay that out on pages.
"""

from visualizations.lineage.chart import Chart, Options, chart
from visualizations.lineage.pages import draw, figures

__all__ = ["Chart", "Options", "chart", "draw", "figures"]
