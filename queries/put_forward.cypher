// Cases that a working group put forward or accepted, and that no higher sitting had spoken of by then.
//
// parameters:
//   day: ISO day as of which to ask
// columns:
//   case: id of the case
//   name: its official name
//   platform: its platform, or null
//   type: PROPOSED_AT, ESTABLISHED_AT or DEFERRED_AT
//   date: day on which the group did so
//   meeting: id of the sitting
//   group: the group that sat, or null
//   passages: ids of the passages that say so
// example: {"day": "2024-12-31"}
MATCH (c:`Case`)-[e:PROPOSED_AT|ESTABLISHED_AT|DEFERRED_AT]->(m:Meeting {level: 'working_group'})
WHERE e.date <= $day
OPTIONAL MATCH (c)-[h:DISCUSSED_AT]->(up:Meeting)
WHERE up.level IN ['mayor', 'deputy_mayor'] AND up.platform = m.platform AND coalesce(h.date, h.reported) <= $day
WITH c, e, m, count(h) AS higher
WHERE higher = 0
RETURN c.id AS `case`, c.name AS name, c.platform AS platform, type(e) AS type, e.date AS date, m.id AS meeting, m.group AS group,
       e.passages AS passages
ORDER BY date, name, `case`, type, meeting
