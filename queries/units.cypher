// A body and all that belong to it: an agency with its offices and sections, a city with its agencies and schools.
//
// parameters:
//   body: id of the agency, city or organization
// columns:
//   id: id of the body
// example: {"body": "city:新北市"}
MATCH (u)-[:PART_OF*0..4]->(b {id: $body})
RETURN DISTINCT u.id AS id
ORDER BY id
