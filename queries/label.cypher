// What kind of node has an id.
//
// parameters:
//   id: id of the node
// columns:
//   label: its label
//   name: its name
// example: {"id": "case:1"}
MATCH (n {id: $id})
RETURN labels(n)[0] AS label, n.name AS name
ORDER BY label, name
