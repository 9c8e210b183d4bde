// The passages behind an answer, by their ids.
//
// parameters:
//   ids: ids of passages
// columns:
//   id: id of the passage
//   document: id of its document
//   start: offset of its first character in the document's text
//   stop: offset after its last character
//   text: the quoted words
//   section: place in the document's outline
// example: {"ids": ["passage:1"]}
MATCH (p:Passage) WHERE p.id IN $ids
RETURN p.id AS id, p.document AS document, p.start AS start, p.stop AS stop, p.text AS text, p.section AS section
ORDER BY document, start, stop, id
