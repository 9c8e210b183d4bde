// Reads {name: {text, parameters}} from standard input and prints {name: [errors]} by Neo4j's own linter, for Cypher 5 and 25.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(pathToFileURL(`${process.argv[2]}/package.json`));
const { lintCypherQuery } = require('@neo4j-cypher/language-support');
const ERROR = 1;

let text = '';
for await (const chunk of process.stdin) text += chunk;
const found = {};
for (const [name, { text: query, parameters }] of Object.entries(JSON.parse(text))) {
  for (const version of ['5', '25']) {
    const { diagnostics } = lintCypherQuery(`CYPHER ${version}\n${query}`, { parameters });
    const errors = diagnostics.filter((one) => one.severity === ERROR).map((one) => one.message);
    if (errors.length) found[`${name} (Cypher ${version})`] = errors;
  }
}
console.log(JSON.stringify(found));
