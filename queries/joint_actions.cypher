// What was asked of an agency and of others together: action items that name several agencies, one of which it is.
//
// parameters:
//   agency: id of the agency
// columns:
//   partner: id of another agency that the same action item is assigned to
//   id: id of the action item
//   text: what is asked
//   due: last day, ISO 8601, or null
//   due_text: the words that say when, or null
//   case_id: id of the case it is about, or null
//   case: name of that case, or null
//   platform: platform of the sitting that asks, or null
//   meeting_id: id of the sitting that asks
//   meeting: its title
//   date: day of that sitting, or null
//   passages: ids of the passages that say so
// example: {"agency": "agency:1"}
MATCH (a:Agency {id: $agency})<-[:ASSIGNED_TO]-(i:ActionItem)-[:ASSIGNED_TO]->(b:Agency)
WHERE a.id <> b.id
MATCH (i)-[d:DECIDED_AT]->(m:Meeting)
OPTIONAL MATCH (i)-[:ABOUT]->(c:`Case`)
RETURN DISTINCT b.id AS partner, i.id AS id, i.text AS text, i.due AS due, i.due_text AS due_text, c.id AS case_id, c.name AS `case`,
       m.platform AS platform, m.id AS meeting_id, m.name AS meeting, m.date AS date, d.passages AS passages
ORDER BY partner, date, id, meeting_id, case_id
