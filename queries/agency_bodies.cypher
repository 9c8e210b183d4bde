// What an agency belongs to, and what belongs to it.
//
// parameters:
//   agency: id of the agency
// columns:
//   within: true for what it belongs to, false for what belongs to it
//   id: id of the other body
//   name: its name
//   label: Agency or City
// example: {"agency": "agency:1"}
MATCH (a:Agency {id: $agency})-[e:PART_OF]-(b)
RETURN DISTINCT startNode(e).id = a.id AS within, b.id AS id, b.name AS name, labels(b)[0] AS label
ORDER BY within, name, id
