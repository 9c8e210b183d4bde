// Every statement of the graph: each edge, and the passages that say so.
//
// parameters: none
// columns:
//   type: edge type
//   source: id of the node it leaves
//   target: id of the node it reaches
//   date: day, or null
//   passages: ids of the passages that say so
// example: {}
MATCH (a)-[e]->(b)
RETURN type(e) AS type, a.id AS source, b.id AS target, e.date AS date, e.passages AS passages
ORDER BY source, target, type, date, e.meeting
