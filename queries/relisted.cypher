// Cases that were delisted and are kept on the list at a later sitting, with no decision to put them back.
//
// parameters:
//   day: ISO day as of which to ask
// columns:
//   id: id of the case
//   name: its official name
//   platform: its platform, or null
//   delisted: day on which it was first delisted
//   listed: day of a later sitting that keeps it on the list
//   meeting: id of that sitting
//   passages: ids of the passages that say so
// example: {"day": "2024-12-31"}
MATCH (c:`Case`)-[d:DELISTED_AT]->(:Meeting)
WHERE d.date <= $day
WITH c, min(d.date) AS delisted
MATCH (c)-[a:CONTINUED_AT]->(m:Meeting)
WHERE a.date > delisted AND a.date <= $day AND a.reported IS NULL
OPTIONAL MATCH (c)-[r:REOPENED_AT|ESTABLISHED_AT|PROPOSED_AT]->(:Meeting)
WHERE r.date > delisted AND r.date <= a.date
WITH c, delisted, a, m, count(r) AS reopened
WHERE reopened = 0
RETURN c.id AS id, c.name AS name, c.platform AS platform, delisted, a.date AS listed, m.id AS meeting, a.passages AS passages
ORDER BY listed, name, id, meeting
