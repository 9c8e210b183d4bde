// Where the minutes of each sitting begin: the document, and the words by which it opens there.
//
// parameters: none
// columns:
//   meeting: id of the sitting
//   document: id of the document
//   start: offset of the first character of its title, or of its first words
//   stop: offset after them
// example: {}
MATCH (m:Meeting)-[e:RECORDED_IN]->(d:Document)
UNWIND e.passages AS one
MATCH (p:Passage {id: one})
RETURN m.id AS meeting, d.id AS document, p.start AS start, p.stop AS stop
ORDER BY document, start, stop, meeting
