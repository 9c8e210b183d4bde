// How a case came about and what became of it: every path of renamings, mergers and splits through it, both ways.
//
// parameters:
//   case: id of the case
// columns:
//   direction: ancestor (the path ends in the case) or descendant (the path begins there)
//   cases: the cases along the path, from the older to the younger, each {id, name, platform}
//   steps: the steps between them, each {type, source, target, date, reported, meeting, inferred, confidence, passages}
//   length: number of steps
// example: {"case": "case:1"}
MATCH p = (:`Case` {id: $case})-[:RENAMED_TO|MERGES_INTO|SPLITS_INTO*1..20]->(:`Case`)
RETURN 'descendant' AS direction,
       [n IN nodes(p) | {id: n.id, name: n.name, platform: n.platform}] AS cases,
       [r IN relationships(p) | {type: type(r), source: startNode(r).id, target: endNode(r).id, date: r.date,
         reported: r.reported, meeting: r.meeting, inferred: r.inferred, confidence: r.confidence, passages: r.passages}] AS steps,
       length(p) AS length
UNION ALL
MATCH p = (:`Case` {id: $case})<-[:RENAMED_TO|MERGES_INTO|SPLITS_INTO*1..20]-(:`Case`)
RETURN 'ancestor' AS direction,
       [n IN reverse(nodes(p)) | {id: n.id, name: n.name, platform: n.platform}] AS cases,
       [r IN reverse(relationships(p)) | {type: type(r), source: startNode(r).id, target: endNode(r).id, date: r.date,
         reported: r.reported, meeting: r.meeting, inferred: r.inferred, confidence: r.confidence, passages: r.passages}] AS steps,
       length(p) AS length
