// Every renaming, merger and split of a case, with the sitting that took it and the sentences that say so.
//
// parameters: none
// columns:
//   type: RENAMED_TO, MERGES_INTO or SPLITS_INTO
//   source: the older case, {id, name, platform}
//   target: the younger one, {id, name, platform}
//   date: day on which it came about, or null
//   reported: day of the sitting that tells of it, when another one decided, or null
//   meeting: id of the sitting, or null
//   inferred: true when no sentence states it
//   confidence: 1 when stated
//   passages: ids of the passages that state it
// example: {}
MATCH (a:`Case`)-[s:RENAMED_TO|MERGES_INTO|SPLITS_INTO]->(b:`Case`)
RETURN type(s) AS type, {id: a.id, name: a.name, platform: a.platform} AS source, {id: b.id, name: b.name, platform: b.platform} AS target,
       s.date AS date, s.reported AS reported, s.meeting AS meeting, s.inferred AS inferred, s.confidence AS confidence,
       s.passages AS passages
ORDER BY date, type, a.id, b.id, meeting
