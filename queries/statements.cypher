// Every statement of the graph: each edge between which nodes, and the passages that say so.
//
// parameters: none
// columns:
//   type: edge type
//   source: id of the node it leaves
//   source_name: its name
//   source_label: its label
//   target: id of the node it reaches
//   target_name: its name
//   target_label: its label
//   date: day, or null
//   passages: ids of the passages that say so
// example: {}
MATCH (a)-[e]->(b)
RETURN type(e) AS type, a.id AS source, a.name AS source_name, labels(a)[0] AS source_label,
       b.id AS target, b.name AS target_name, labels(b)[0] AS target_label, e.date AS date, e.passages AS passages
ORDER BY source, target, type, date, e.meeting
