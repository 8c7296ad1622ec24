import { scriptJson } from './escape.js';
import type { PageModel } from './page-model.js';

/** The same page after a redesign that no client has seen: the data is where it was, under names that nobody knows. */
export function unknownShape(model: PageModel): PageModel {
  const dataJson = scriptJson({ node: { kind: 'entity', fields: [{ k: 'a', v: 1 }] } });
  return { ...model, queries: model.queries.map(({ key }) => ({ key, dataJson })) };
}
