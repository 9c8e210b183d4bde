// Every passage of a document.
//
// parameters:
//   document: id of the document
// columns:
//   id: id of the passage
//   start: offset of its first character
//   stop: offset after its last character
//   text: its words
//   section: place in the document's outline, or null
// example: {"document": "document:1"}
MATCH (p:Passage {document: $document})
RETURN p.id AS id, p.start AS start, p.stop AS stop, p.text AS text, p.section AS section
ORDER BY start, stop, id
