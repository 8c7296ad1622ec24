import { sumOf } from '../collector/numbers.js';
import type { MetricsDocument } from '../document/metrics-document.js';

/** A body is held as bytes and, while it is read, as a text of up to two bytes a character. */
const COPIES_OF_A_BODY = 3;

/** What one more request in flight holds, in bytes: its body as it comes over the wire, as bytes and as text. */
export function extraMemoryPerRequest({ page_metrics: pages }: MetricsDocument): number {
  const fetched = pages.filter((page) => page.attempts > 0);
  if (fetched.length === 0) return 0;
  return sumOf(fetched, (page) => page.wire_bytes + COPIES_OF_A_BODY * page.body_bytes) / fetched.length;
}
