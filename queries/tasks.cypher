// What is asked about cases and not yet due: action items that say until when, the most pressing first.
//
// parameters:
//   cases: ids of the cases
//   from: first due day to count
//   day: ISO day by which it had been asked, or null for all that is known
// columns:
//   case: id of the case
//   id: id of the action item
//   text: what is asked
//   due: last day, ISO 8601
//   date: day of the sitting that asks, or null
//   start: offset of its first words in their document, or null
// example: {"cases": ["case:1"], "from": "2024-01-01", "day": null}
UNWIND $cases AS one
MATCH (m:Meeting)<-[d:DECIDED_AT]-(i:ActionItem)-[:ABOUT]->(c:`Case` {id: one})
WHERE i.due >= $from AND ($day IS NULL OR m.date <= $day)
OPTIONAL MATCH (p:Passage) WHERE p.id IN d.passages
RETURN c.id AS `case`, i.id AS id, i.text AS text, i.due AS due, m.date AS date, min(p.start) AS start
ORDER BY due, date, id, `case`
