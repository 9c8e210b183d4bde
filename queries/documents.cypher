// The documents that passages stand in: whence they came, and the text that offsets count in.
//
// parameters:
//   ids: ids of documents
// columns:
//   id: id of the document
//   path: where it was read from
//   name: its title
//   text: its text
//   page_offsets: offset at which each page begins; empty without pages
//   page_numbers: number of each of those pages
// example: {"ids": ["document:1"]}
MATCH (d:Document) WHERE d.id IN $ids
RETURN d.id AS id, d.path AS path, d.name AS name, d.text AS text, d.page_offsets AS page_offsets, d.page_numbers AS page_numbers
ORDER BY id
