// Which action item asks whom: one row for each body that an item names.
//
// parameters:
//   from: first ISO day of the sittings to count, or null; with a bound, what has no day does not count
//   to: last ISO day to count, or null
// columns:
//   id: id of the action item
//   text: what is asked
//   assignee: id of the body that is asked, or null when the sentence names nobody
//   case_id: id of the case it is about, or null
//   case: name of that case, or null
//   case_platform: platform of that case, or null
//   meeting: id of the sitting that asks
//   platform: platform of that sitting, or null
//   group: id of the group that sat, or null
//   date: day of that sitting, or null
//   passages: ids of the passages that say so
// example: {"from": null, "to": null}
MATCH (i:ActionItem)-[d:DECIDED_AT]->(m:Meeting)
WHERE ($from IS NULL OR m.date >= $from) AND ($to IS NULL OR m.date <= $to)
OPTIONAL MATCH (m)-[:HELD_BY]->(g:Group)
OPTIONAL MATCH (i)-[:ABOUT]->(c:`Case`)
OPTIONAL MATCH (i)-[:ASSIGNED_TO]->(w)
RETURN DISTINCT i.id AS id, i.text AS text, w.id AS assignee,
       c.id AS case_id, c.name AS `case`, c.platform AS case_platform,
       m.id AS meeting, m.platform AS platform, g.id AS group, m.date AS date, d.passages AS passages
ORDER BY date, id, meeting, assignee, case_id, group, passages
