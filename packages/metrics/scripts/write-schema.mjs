// Writes schema/metrics.schema.json from the zod schema. Run after a build whenever the format changes.
import { writeFileSync } from 'node:fs';
import { metricsJsonSchema } from '../dist/index.js';

const file = new URL('../schema/metrics.schema.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(metricsJsonSchema(), null, 2)}\n`);
