// Cases that a sitting asked a higher one to delist, and that nothing has ended since.
//
// parameters:
//   day: ISO day as of which to ask
// columns:
//   id: id of the case
//   name: its official name
//   platform: its platform, or null
//   recommended: day of the last recommendation
//   meeting: id of the sitting that recommended, or null
//   passages: ids of the passages that say so
// example: {"day": "2024-12-31"}
MATCH (c:`Case`)-[r:DELISTING_RECOMMENDED_AT]->(:Meeting)
WHERE r.date <= $day
WITH c, r ORDER BY c.id, r.date DESC, r.meeting
WITH c, collect(r)[0] AS r
OPTIONAL MATCH (c)-[e:DELISTED_AT|ROUTINISED_AT|RENAMED_TO|MERGES_INTO|SPLITS_INTO|WITHDRAWN_AT]->()
WHERE e.date >= r.date AND e.date <= $day
WITH c, r, count(e) AS ended
WHERE ended = 0
RETURN c.id AS id, c.name AS name, c.platform AS platform, r.date AS recommended, r.meeting AS meeting, r.passages AS passages
ORDER BY recommended, name, id
