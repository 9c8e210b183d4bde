// What stands around a node: nodes within two steps, the nearest first, up to a cap.
//
// parameters:
//   id: id of the node
//   depth: 1 or 2
//   cap: how many nodes
// columns:
//   id: id of a node
//   name: its name
//   label: its label
//   distance: number of steps
// example: {"id": "case:1", "depth": 1, "cap": 50}
MATCH p = (a {id: $id})-[:PROPOSES|INVOLVED_IN|CONCERNS|RENAMED_TO|MERGES_INTO|SPLITS_INTO|DISCUSSED_AT|HELD_BY|PART_OF|MEMBER_OF|REFERRED_TO|FOLLOWS|ABOUT|ASSIGNED_TO|DECIDED_AT|CHAIRS|RECORDS|HOSTS|ORGANISES|INVOLVES|BASED_ON*1..2]-(n)
WHERE length(p) <= $depth AND n.id <> $id
WITH n, min(length(p)) AS distance
RETURN n.id AS id, n.name AS name, labels(n)[0] AS label, distance
ORDER BY distance, label, name, id LIMIT $cap
