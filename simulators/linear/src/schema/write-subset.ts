import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { subsetOf } from './subset.ts';

// node src/schema/write-subset.ts <path of Linear's schema.graphql>
const [schemaFile] = process.argv.slice(2);
if (!schemaFile) throw new Error("Name the file of Linear's whole schema");
const { text, newer } = subsetOf(pathToFileURL(resolve(schemaFile)));
writeFileSync(new URL('../../schema.graphql', import.meta.url), text);
process.stdout.write(`newer than the reference, kept in schema-newer.graphql: ${newer.join(', ')}\n`);
