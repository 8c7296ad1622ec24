import { z } from 'zod';
import { resultRowSchema } from '../rows/result-row.js';
import { runSummarySchema } from './run-summary.js';

/** Version of the format of `results.json`. */
export const RESULTS_VERSION = '1.0';

/**
 * The whole of `results.json`. The one definition of the format: the type and the published JSON Schema come from
 * here. `tracks` depends on the library, the settings and the store's answers alone, never on time or concurrency.
 */
export const resultsDocumentSchema = z.object({
  version: z.literal(RESULTS_VERSION).describe('Version of this format.'),
  generated: z.string().describe('When the file was written, ISO 8601 in UTC.'),
  run: runSummarySchema,
  tracks: z.array(resultRowSchema).describe('In the order of the playlists.'),
});

/** The whole of `results.json`. */
export type ResultsDocument = Readonly<z.infer<typeof resultsDocumentSchema>>;

/**
 * The JSON Schema (draft 2020-12) of `results.json`, as shipped in `schema/results.schema.json`.
 *
 * It lets unknown fields pass: files of the same version may gain fields, and a reader who checks against an older
 * copy of the schema must not refuse them.
 */
export function resultsJsonSchema(): Readonly<Record<string, unknown>> {
  const schema = z.toJSONSchema(resultsDocumentSchema, {
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    },
  });
  return { title: 'CuePoint results', ...schema };
}
