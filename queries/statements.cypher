// Every statement of the graph: each edge, and the passages that say so.
//
// parameters: none
// columns:
//   type: edge type
//   source: id of the node it leaves
//   target: id of the node it reaches
//   role: role of a body or of an organiser, or null
//   date: day, or null
//   inferred: whether no sentence states it
//   confidence: 1 when stated
//   passages: ids of the passages that say so
// example: {}
MATCH (a)-[e]->(b)
RETURN type(e) AS type, a.id AS source, b.id AS target, e.role AS role, e.date AS date,
       e.inferred AS inferred, e.confidence AS confidence, e.passages AS passages
ORDER BY source, target, type, date, e.meeting
