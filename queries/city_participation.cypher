// Which cities take part in which cases under their own name: every mention of a city with a case.
//
// parameters:
//   cases: ids of the cases, or null for all
//   from: first ISO day to count, or null; with a bound, what has no day does not count
//   to: last ISO day to count, or null
// columns:
//   city: id of the city
//   case: the case, {id, name, platform}
//   role: proposer, responsible, host, invited, participant or mentioned; proposer for PROPOSES
//   meeting: id of the sitting whose minutes say so, or null
//   date: day of that sitting, or null
//   passages: ids of the passages that say so
// example: {"cases": null, "from": null, "to": null}
MATCH (a:City)-[e:PROPOSES|INVOLVED_IN]->(c:`Case`)
WHERE ($cases IS NULL OR c.id IN $cases) AND ($from IS NULL OR e.date >= $from) AND ($to IS NULL OR e.date <= $to)
RETURN a.id AS city, {id: c.id, name: c.name, platform: c.platform} AS `case`,
       CASE WHEN type(e) = 'PROPOSES' THEN 'proposer' ELSE e.role END AS role,
       e.meeting AS meeting, e.date AS date, e.passages AS passages
ORDER BY city, c.id, date, role, meeting, passages
