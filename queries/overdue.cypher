// Action items whose day is over, and whose case had not ended since they were asked; what later minutes report, queries.reports reads.
//
// parameters:
//   day: ISO day as of which to ask
// columns:
//   id: id of the action item
//   text: what is asked
//   due: its last day
//   assignee: name of who is asked, one row each; null when the sentence names nobody
//   case: name of the case it is about, or null
//   meeting: title of the sitting that asks
//   platform: its platform, or null
//   date: day of that sitting, or null
//   passages: ids of the passages that say so
// example: {"day": "2024-12-31"}
MATCH (i:ActionItem)-[d:DECIDED_AT]->(m:Meeting)
WHERE i.due < $day AND (m.date IS NULL OR m.date <= i.due)
OPTIONAL MATCH (i)-[:ABOUT]->(c:`Case`)
OPTIONAL MATCH (c)-[e:DELISTING_RECOMMENDED_AT|DELISTED_AT|ROUTINISED_AT|REJECTED_AT|WITHDRAWN_AT|REFERRED_TO|RENAMED_TO|MERGES_INTO|SPLITS_INTO]->()
WHERE coalesce(e.date, e.reported) >= m.date AND coalesce(e.date, e.reported) <= $day
WITH i, d, m, c, count(e) AS ended
WHERE ended = 0
OPTIONAL MATCH (i)-[:ASSIGNED_TO]->(w)
RETURN i.id AS id, i.text AS text, i.due AS due, w.name AS assignee, c.name AS `case`, m.name AS meeting, m.platform AS platform,
       m.date AS date, d.passages AS passages
ORDER BY due, id, assignee
