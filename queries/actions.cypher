// What is asked of whom by when: action items by the body that owes them, within a span of due days.
//
// parameters:
//   body: id of the agency, city or organization, or null for everybody
//   from: first due day, ISO 8601, or null
//   to: last due day, ISO 8601, or null
// columns:
//   id: id of the action item
//   text: what is asked
//   due: last day, or null
//   due_text: the words that say when, or null
//   assignee_id: id of who is asked, one row each; null when the sentence names nobody
//   assignee: its name, or null
//   case_id: id of the case it is about, or null
//   case: its name, or null
//   meeting_id: id of the sitting that asks
//   meeting: its title
//   date: day of that sitting, or null
//   passages: ids of the passages that say so
// example: {"body": null, "from": "2024-01-01", "to": null}
MATCH (i:ActionItem)-[d:DECIDED_AT]->(m:Meeting)
WHERE ($from IS NULL OR i.due >= $from) AND ($to IS NULL OR i.due <= $to)
OPTIONAL MATCH (i)-[:ASSIGNED_TO]->(w)
WITH i, d, m, w
WHERE $body IS NULL OR w.id = $body
OPTIONAL MATCH (i)-[:ABOUT]->(c:`Case`)
RETURN i.id AS id, i.text AS text, i.due AS due, i.due_text AS due_text, w.id AS assignee_id, w.name AS assignee,
       c.id AS case_id, c.name AS `case`, m.id AS meeting_id, m.name AS meeting, m.date AS date, d.passages AS passages
ORDER BY due, date, id, meeting_id, assignee, assignee_id, case_id
