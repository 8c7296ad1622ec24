import { z } from 'zod';
import { metricsDocumentSchema } from './metrics-document.js';

/**
 * The JSON Schema (draft 2020-12) of a metrics document, as shipped in `schema/metrics.schema.json`.
 *
 * It lets unknown fields pass: documents of the same version may gain fields, and a reader who checks against an
 * older copy of the schema must not refuse them.
 */
export function metricsJsonSchema(): Readonly<Record<string, unknown>> {
  const schema = z.toJSONSchema(metricsDocumentSchema, {
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    },
  });
  return { title: 'CuePoint metrics', ...schema };
}
