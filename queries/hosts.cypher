// Which cities host which sittings.
//
// parameters: none
// columns:
//   meeting: id of the sitting
//   city: name of the city
// example: {}
MATCH (c:City)-[:HOSTS]->(m:Meeting)
RETURN m.id AS meeting, c.name AS city
ORDER BY meeting, city
