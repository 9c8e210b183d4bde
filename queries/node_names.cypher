// What nodes are called, and what kind of node each is.
//
// parameters:
//   ids: ids of the nodes
// columns:
//   id: id of the node
//   name: its name
//   label: its label
// example: {"ids": ["case:1", "agency:1"]}
MATCH (n) WHERE n.id IN $ids
RETURN n.id AS id, n.name AS name, labels(n)[0] AS label
ORDER BY id
