// Writes schema/results.schema.json from the zod schema. Run after a build whenever the format changes.
import { writeFileSync } from 'node:fs';
import { resultsJsonSchema } from '../dist/index.js';

const file = new URL('../schema/results.schema.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(resultsJsonSchema(), null, 2)}\n`);
