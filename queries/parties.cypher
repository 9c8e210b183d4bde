// Who stands behind cases: the bodies that propose them, and those that sittings made responsible for them or host of them.
//
// parameters:
//   cases: ids of the cases
//   day: ISO day as of which to ask, or null for all that is known
// columns:
//   case: id of the case
//   role: proposer, responsible or host
//   id: id of the body
//   name: its name
//   label: Agency, City, Organization or Group
//   since: first day on which minutes say so, or null
// example: {"cases": ["case:1"], "day": null}
UNWIND $cases AS one
MATCH (b)-[e:PROPOSES|INVOLVED_IN]->(c:`Case` {id: one})
WHERE (type(e) = 'PROPOSES' OR e.role IN ['proposer', 'responsible', 'host']) AND ($day IS NULL OR e.date <= $day)
RETURN c.id AS `case`, CASE WHEN type(e) = 'PROPOSES' THEN 'proposer' ELSE e.role END AS role,
       b.id AS id, b.name AS name, labels(b)[0] AS label, min(e.date) AS since
ORDER BY `case`, role, since, name, id
