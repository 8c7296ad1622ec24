import type { MetricsDocument } from '../document/metrics-document.js';

/**
 * The document as JSON, piece by piece: a run of many thousand tracks does not fit into one string.
 * Each query, page and track stands on a line of its own, so that line tools can work with the file.
 */
export function* documentText(document: MetricsDocument): Generator<string> {
  let separator = '{\n';
  for (const [key, value] of Object.entries(document)) {
    yield `${separator}  ${JSON.stringify(key)}: `;
    separator = ',\n';
    if (Array.isArray(value)) yield* arrayText(value);
    else yield JSON.stringify(value, null, 2).replaceAll('\n', '\n  ');
  }
  yield '\n}\n';
}

function* arrayText(items: readonly unknown[]): Generator<string> {
  let separator = '[\n';
  for (const item of items) {
    yield `${separator}    ${JSON.stringify(item)}`;
    separator = ',\n';
  }
  yield items.length === 0 ? '[]' : '\n  ]';
}
