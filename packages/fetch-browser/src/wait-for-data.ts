import { BROWSER_DEFAULTS } from './defaults.js';
import { lookExpression, type Nothing, pageAround, type Shown } from './page-data.js';
import type { Tab } from './tab.js';
import { until } from './until.js';
import type { Visit } from './visit.js';

/**
 * What the page shows, once it does.
 *
 * @returns undefined when nothing came in time.
 */
export async function dataOf(tab: Tab, visit: Visit, ms: number): Promise<Shown | undefined> {
  const look = lookExpression(visit.request.ready ?? [], visit.isPersonal);
  try {
    const handle = await until(
      tab.page.waitForFunction<Shown | Nothing>(look, undefined, { timeout: ms, polling: BROWSER_DEFAULTS.pollMs }),
      visit.signal,
    );
    const seen = await until(handle.jsonValue(), visit.signal);
    return 'nothing' in seen ? undefined : seen;
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError') return undefined;
    throw error;
  }
}

/** A page with its data, as its data script alone or as it is drawn. */
export async function drawnBody(tab: Tab, visit: Visit, shown: Shown | undefined): Promise<string> {
  return shown !== undefined && 'json' in shown ? pageAround(shown.json) : until(tab.page.content(), visit.signal);
}
