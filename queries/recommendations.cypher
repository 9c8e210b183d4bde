// The last time that a sitting asked a higher one to delist each case, whatever came of it.
//
// parameters:
//   day: ISO day as of which to ask
// columns:
//   case: id of the case
//   name: its official name
//   platform: its platform, or null
//   date: day of the recommendation
//   meeting: id of the sitting that recommended
//   group: the group that sat, or null
//   passages: ids of the passages that say so
// example: {"day": "2024-12-31"}
MATCH (c:`Case`)-[r:DELISTING_RECOMMENDED_AT]->(m:Meeting)
WHERE r.date <= $day
WITH c, r, m ORDER BY c.id, r.date DESC, m.id
WITH c, collect({date: r.date, meeting: m.id, body: m.group, passages: r.passages})[0] AS last
RETURN c.id AS `case`, c.name AS name, c.platform AS platform, last.date AS date, last.meeting AS meeting, last.body AS group,
       last.passages AS passages
ORDER BY date, name, `case`
