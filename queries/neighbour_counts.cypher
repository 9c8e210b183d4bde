// How many neighbours nodes have, of some kinds.
//
// parameters:
//   ids: ids of the nodes
//   labels: labels to count
// columns:
//   id: id of the node
//   around: how many nodes of these labels are joined to it; nodes without one are left out
// example: {"ids": ["case:1", "agency:1"], "labels": ["Case", "Agency", "City"]}
UNWIND $ids AS one
MATCH (n {id: one})--(m)
WHERE labels(m)[0] IN $labels AND m.id <> one
RETURN one AS id, count(DISTINCT m.id) AS around
ORDER BY id
