"""What a cluster is called: its id, its official name, and the ids that it had before it became one.

Always true: the official name is the spelling that most sittings list, the latest where they are even; a former id
leads to one case alone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from graph.build.identity import CaseKey, ResolvedCase
from graph.interchange import ParsedCase
from loaders.identity.clusters import Clusters
from loaders.identity.ledger import case_id
from loaders.identity.sittings import Sitting

Names = tuple[dict[CaseKey, str], dict[str, ResolvedCase]]


def named(
    clusters: Clusters,
    cases: Mapping[CaseKey, ParsedCase],
    spellings: Mapping[CaseKey, tuple[str, ...]],
    sittings: Iterable[Sitting],
) -> Names:
    """The id of every case as a sitting speaks of it, and every case by its id."""
    when = {sitting.place: sitting.when for sitting in sittings}
    members: dict[CaseKey, list[CaseKey]] = defaultdict(list)
    for key in cases:
        members[clusters.find(key)].append(key)
    for keys in members.values():
        keys.sort(key=lambda k: (when[k.document, k.sitting], k))
    ids: dict[CaseKey, str] = {}
    resolved: dict[str, ResolvedCase] = {}
    for keys in sorted(members.values(), key=lambda keys: (when[keys[0].document, keys[0].sitting], keys[0])):
        name, platform = _official([cases[key] for key in keys]), cases[keys[-1]].platform
        id = _free(case_id(platform, name), resolved)
        aliases = sorted({spelling for key in keys for spelling in spellings[key]} - {name})
        resolved[id] = ResolvedCase(id, name, tuple(aliases), platform)
        ids.update(dict.fromkeys(keys, id))
    return ids, _with_former_ids(resolved, ids, cases)


def _official(cases: Sequence[ParsedCase]) -> str:
    """The name that counts most among these, which stand in the order of their days."""
    votes: Counter[str] = Counter()
    for case in cases:
        votes[case.name] += 2 if case.position else 1
    latest = {case.name: i for i, case in enumerate(cases)}
    return max(votes, key=lambda name: (votes[name], latest[name], len(name), name))


def _free(id: str, taken: Mapping[str, object]) -> str:
    free, count = id, 2
    while free in taken:
        free = f"{id}#{count}"
        count += 1
    return free


def _with_former_ids(
    resolved: dict[str, ResolvedCase], ids: Mapping[CaseKey, str], cases: Mapping[CaseKey, ParsedCase]
) -> dict[str, ResolvedCase]:
    """Every case with the ids that its names would have alone, but for those that lead elsewhere, too."""
    owners: dict[str, set[str]] = defaultdict(set)
    for key, id in ids.items():
        owners[case_id(cases[key].platform, cases[key].name)].add(id)
    former: dict[str, list[str]] = defaultdict(list)
    for alone in sorted(owners.keys() - resolved.keys()):
        if len(owners[alone]) == 1:
            former[min(owners[alone])].append(alone)
    return {id: replace(case, former_ids=tuple(former.get(id, ()))) for id, case in resolved.items()}
