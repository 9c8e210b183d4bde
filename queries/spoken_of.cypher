// Sittings that are only spoken of, with the first day on which they were and the words that do.
//
// parameters: none
// columns:
//   meeting: id of the sitting
//   told: day of the first sitting that speaks of it, or null
//   passages: ids of the passages that do, as far as one statement about a case goes
// example: {}
MATCH (m:Meeting {stub: true})
OPTIONAL MATCH (:`Case`)-[e]->(m)
WITH m, e, coalesce(e.reported, e.date) AS told
ORDER BY m.id, told, e.passages
WITH m, min(told) AS told, collect(e.passages) AS passages
RETURN m.id AS meeting, told, passages[0] AS passages
ORDER BY meeting
