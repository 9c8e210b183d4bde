// The edges among some nodes, to draw them.
//
// parameters:
//   ids: ids of the nodes
// columns:
//   type: edge type
//   source: id of the node it leaves
//   target: id of the node it reaches
//   date: day, or null
//   inferred: true when no sentence states it
//   passages: ids of the passages that say so
// example: {"ids": ["case:1", "agency:1"]}
MATCH (a)-[e]->(b)
WHERE a.id IN $ids AND b.id IN $ids
RETURN type(e) AS type, a.id AS source, b.id AS target, e.date AS date, e.inferred AS inferred, e.passages AS passages
ORDER BY source, target, type, date, e.meeting
