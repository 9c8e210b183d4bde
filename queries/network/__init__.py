"""Who works with whom as a network: agencies, cities or issue groups, weighed by what they have in common.

Always true: an edge is the sum of its ties, and a tie is a case, an action item or a sitting that can be read, with its
passages; a figure rests on ties and on nothing else; equal stores give equal networks.
"""

from queries.network.answer import as_dict
from queries.network.change import Change, Direction, EdgeChange, NodeChange, change
from queries.network.edges import Community, Edge, Measure, Network, Node, network
from queries.network.parts import Thing
from queries.network.ties import Actor, Of, Scope, Tie, Weight

__all__ = [
    "Actor",
    "Change",
    "Community",
    "Direction",
    "Edge",
    "EdgeChange",
    "Measure",
    "Network",
    "Node",
    "NodeChange",
    "Of",
    "Scope",
    "Thing",
    "Tie",
    "Weight",
    "as_dict",
    "change",
    "network",
]
