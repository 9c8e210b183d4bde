// Cases that a sitting sent to another group.
//
// parameters:
//   day: ISO day as of which to ask
// columns:
//   case: id of the case
//   name: its official name
//   platform: its platform, or null
//   date: day on which it was sent
//   meeting: id of the sitting that sent it, or null
//   group: name of the group it was sent to
//   to_platform: that group's platform
//   passages: ids of the passages that say so
// example: {"day": "2024-12-31"}
MATCH (c:`Case`)-[e:REFERRED_TO]->(g:Group)
WHERE coalesce(e.date, e.reported) <= $day
RETURN c.id AS `case`, c.name AS name, c.platform AS platform, coalesce(e.date, e.reported) AS date, e.meeting AS meeting,
       g.name AS group, g.platform AS to_platform, e.passages AS passages
ORDER BY date, name, `case`, group, meeting
