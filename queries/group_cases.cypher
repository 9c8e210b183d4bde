// Which issue groups dealt with which cases: at a sitting of theirs, or because the case was referred to them.
//
// parameters:
//   from: first ISO day to count, or null; with a bound, what has no day does not count
//   to: last ISO day to count, or null
// columns:
//   group: id of the group
//   case: the case, {id, name, platform}
//   type: DISCUSSED_AT or REFERRED_TO
//   meeting: id of the sitting whose minutes say so, or null
//   date: day of that sitting, or null
//   passages: ids of the passages that say so
// example: {"from": null, "to": null}
MATCH (c:`Case`)-[e:DISCUSSED_AT]->(m:Meeting)-[:HELD_BY]->(g:Group)
WHERE ($from IS NULL OR e.date >= $from) AND ($to IS NULL OR e.date <= $to)
RETURN g.id AS group, {id: c.id, name: c.name, platform: c.platform} AS `case`, type(e) AS type,
       e.meeting AS meeting, e.date AS date, e.passages AS passages
UNION ALL
MATCH (c:`Case`)-[e:REFERRED_TO]->(g:Group)
WHERE ($from IS NULL OR e.date >= $from) AND ($to IS NULL OR e.date <= $to)
RETURN g.id AS group, {id: c.id, name: c.name, platform: c.platform} AS `case`, type(e) AS type,
       e.meeting AS meeting, e.date AS date, e.passages AS passages
