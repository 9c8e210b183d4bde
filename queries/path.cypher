// How two nodes hang together: the shortest chains of edges between them, whatever the direction.
//
// parameters:
//   a: id of the one
//   b: id of the other
//   limit: how many chains
// columns:
//   nodes: the nodes along the chain, each {id, name, label}
//   types: types of the edges between them
//   length: number of edges
// example: {"a": "case:1", "b": "agency:1", "limit": 5}
MATCH (a {id: $a}), (b {id: $b})
WHERE a.id <> b.id
MATCH p = allShortestPaths((a)-[:PROPOSES|INVOLVED_IN|CONCERNS|RENAMED_TO|MERGES_INTO|SPLITS_INTO|DISCUSSED_AT|HELD_BY|PART_OF|MEMBER_OF|REFERRED_TO|ABOUT|ASSIGNED_TO|DECIDED_AT|CHAIRS|RECORDS|HOSTS|ORGANISES|INVOLVES|BASED_ON|RECORDED_IN*..8]-(b))
WITH [n IN nodes(p) | {id: n.id, name: n.name, label: labels(n)[0]}] AS nodes, [r IN relationships(p) | type(r)] AS types, length(p) AS length
RETURN nodes, types, length
ORDER BY reduce(key = '', n IN nodes | key + n.id + ' '), reduce(key = '', t IN types | key + t + ' ') LIMIT $limit
