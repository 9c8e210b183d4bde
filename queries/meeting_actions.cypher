// What a sitting asked of whom.
//
// parameters:
//   meeting: id of the meeting
// columns:
//   id: id of the action item
//   text: what is asked
//   due: last day, ISO 8601, or null
//   due_text: the words that say when, or null
//   case_id: id of the case it is about, or null
//   case: its name, or null
//   assignee_id: id of who is asked, or null
//   assignee: who is asked, one row each; null when the sentence names nobody
//   passages: ids of the passages that say so
// example: {"meeting": "meeting:1"}
MATCH (a:ActionItem)-[d:DECIDED_AT]->(m:Meeting {id: $meeting})
OPTIONAL MATCH (a)-[:ABOUT]->(c:`Case`)
OPTIONAL MATCH (a)-[:ASSIGNED_TO]->(w)
RETURN a.id AS id, a.text AS text, a.due AS due, a.due_text AS due_text, c.id AS case_id, c.name AS `case`,
       w.id AS assignee_id, w.name AS assignee, d.passages AS passages
ORDER BY id, `case`, case_id, assignee, assignee_id
