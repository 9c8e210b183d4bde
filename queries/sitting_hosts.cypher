// Which cities host which sittings, and who says so.
//
// parameters:
//   from: first ISO day to count, or null; with a bound, what has no day does not count
//   to: last ISO day to count, or null
// columns:
//   city: id of the city
//   meeting: id of the sitting
//   name: its title, or null
//   platform: its platform, or null
//   date: its day, or null
//   inferred: true when no line names the host and the platform's rota does
//   passages: ids of the passages that say so
// example: {"from": null, "to": null}
MATCH (c:City)-[e:HOSTS]->(m:Meeting)
WHERE ($from IS NULL OR m.date >= $from) AND ($to IS NULL OR m.date <= $to)
RETURN c.id AS city, m.id AS meeting, m.name AS name, m.platform AS platform, m.date AS date, e.inferred AS inferred,
       e.passages AS passages
ORDER BY date, meeting, city, inferred, passages
