// What was asked of whom about a case.
//
// parameters:
//   case: id of the case
// columns:
//   id: id of the action item
//   text: what is asked
//   due: last day, ISO 8601, or null
//   due_text: the words that say when, or null
//   case_id: id of the case
//   case: its name
//   meeting_id: id of the sitting, or null
//   meeting: its title, or null
//   date: day of the sitting, or null
//   assignee_id: id of who is asked, or null
//   assignee: who is asked, one row each; null when the sentence names nobody
//   passages: ids of the passages that say so
// example: {"case": "case:1"}
MATCH (a:ActionItem)-[:ABOUT]->(c:`Case` {id: $case})
OPTIONAL MATCH (a)-[d:DECIDED_AT]->(m:Meeting)
OPTIONAL MATCH (a)-[:ASSIGNED_TO]->(w)
RETURN a.id AS id, a.text AS text, a.due AS due, a.due_text AS due_text,
       c.id AS case_id, c.name AS `case`, m.id AS meeting_id, m.name AS meeting, m.date AS date, w.id AS assignee_id, w.name AS assignee, d.passages AS passages
ORDER BY date, id, meeting_id, assignee, assignee_id
