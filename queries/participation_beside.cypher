// Who takes part in the cases that an agency takes part in: every mention of an agency with one of them.
//
// parameters:
//   agency: id of the agency
//   from: first ISO day to count, or null; with a bound, what has no day does not count
//   to: last ISO day to count, or null
// columns:
//   agency: id of an agency, the one asked for among them
//   case: the case, {id, name, platform}
//   type: PROPOSES or INVOLVED_IN
//   role: proposer, responsible, host, invited, participant or mentioned; proposer for PROPOSES
//   meeting: id of the sitting whose minutes say so, or null
//   date: day of that sitting, or null
//   inferred: true when no sentence states it
//   passages: ids of the passages that say so
// example: {"agency": "agency:1", "from": null, "to": null}
MATCH (:Agency {id: $agency})-[o:PROPOSES|INVOLVED_IN]->(c:`Case`)
WHERE ($from IS NULL OR o.date >= $from) AND ($to IS NULL OR o.date <= $to)
WITH DISTINCT c
MATCH (a:Agency)-[e:PROPOSES|INVOLVED_IN]->(c)
WHERE ($from IS NULL OR e.date >= $from) AND ($to IS NULL OR e.date <= $to)
RETURN a.id AS agency, {id: c.id, name: c.name, platform: c.platform} AS `case`, type(e) AS type,
       CASE WHEN type(e) = 'PROPOSES' THEN 'proposer' ELSE e.role END AS role,
       e.meeting AS meeting, e.date AS date, e.inferred AS inferred, e.passages AS passages
ORDER BY agency, c.id, date, type, meeting
