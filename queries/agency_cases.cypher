// The cases that an agency has to do with, and what it does in them.
//
// parameters:
//   agency: id of the agency
// columns:
//   id: id of the case
//   name: its official name
//   platform: its platform, or null
//   status: what it is as far as the graph knows, or null
//   type: PROPOSES or INVOLVED_IN
//   role: role in the case's item; null for PROPOSES
//   meeting: id of the sitting whose minutes say so, or null
//   date: day of that sitting, or null
//   passages: ids of the passages that say so
// example: {"agency": "agency:1"}
MATCH (:Agency {id: $agency})-[e:PROPOSES|INVOLVED_IN]->(c:`Case`)
RETURN c.id AS id, c.name AS name, c.platform AS platform, c.status AS status, type(e) AS type, e.role AS role,
       e.meeting AS meeting, e.date AS date, e.passages AS passages
ORDER BY name, id, date, type, meeting, role
