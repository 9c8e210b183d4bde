// Which platforms went into which others.
//
// parameters: none
// columns:
//   source: id of the platform that went
//   source_name: its name
//   target: id of the platform that took it in
//   target_name: its name
//   date: day, or null
//   passages: ids of the passages that say so
// example: {}
MATCH (p:Platform)-[e:MERGES_INTO]->(q:Platform)
RETURN p.id AS source, p.name AS source_name, q.id AS target, q.name AS target_name, e.date AS date, e.passages AS passages
ORDER BY source, target, date, passages
