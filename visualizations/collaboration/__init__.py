"""Who works together, as pictures: matrices, ranked bars and a network of agencies and cases.

``queries.participation`` says who takes part in what; ``matrix``, ``pair_matrix``, ``ranking`` and ``draw_network``
draw it, each with figures of a report beside it.
"""

from visualizations.collaboration.entries import Ranked
from visualizations.collaboration.matrix import matrix, matrix_figures
from visualizations.collaboration.network import Network, network
from visualizations.collaboration.network_picture import draw_network, network_figures
from visualizations.collaboration.pair_matrix import pair_matrix, pair_matrix_figures
from visualizations.collaboration.ranking import ranking, ranking_figures
from visualizations.collaboration.telling import Options

__all__ = [
    "Network",
    "Options",
    "Ranked",
    "draw_network",
    "matrix",
    "matrix_figures",
    "network",
    "network_figures",
    "pair_matrix",
    "pair_matrix_figures",
    "ranking",
    "ranking_figures",
]
