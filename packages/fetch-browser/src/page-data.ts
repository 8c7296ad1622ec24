/// <reference lib="dom" />

/** What a page shows: its data as JSON text, or drawn. */
export type Shown = { readonly json: string } | { readonly drawn: true };

/** A page that shows no data and has no script that could still get it. */
export type Nothing = { readonly nothing: true };

/**
 * Whether the text of a page's data script holds data: sites built with Next.js put it under `props.pageProps`, which
 * is empty while a script still has to get it.
 *
 * Runs here and in the page, so it must not use anything outside itself.
 */
export function holdsData(text: string): boolean {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return false;
  }
  for (const name of ['props', 'pageProps']) {
    if (typeof value !== 'object' || value === null) return false;
    value = Reflect.get(value, name);
  }
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

/**
 * An expression for the page: what it shows by now, or false while something may still come.
 *
 * @param ready CSS selectors, any one of which means that the data is drawn.
 * @param mayMoveOn Someone may lead the tab to another page, so that even a page without scripts is not the last word.
 */
export function lookExpression(ready: readonly string[], mayMoveOn: boolean): string {
  return `(${look.toString()})(${JSON.stringify(ready)}, ${mayMoveOn}, ${holdsData.toString()})`;
}

/** Runs in the page. */
function look(ready: readonly string[], mayMoveOn: boolean, holds: (text: string) => boolean): Shown | Nothing | false {
  const json = document.querySelector('script#__NEXT_DATA__')?.textContent ?? '';
  if (holds(json)) return { json };
  if (ready.some((selector) => document.querySelector(selector) !== null)) return { drawn: true };
  return !mayMoveOn && document.readyState === 'complete' && document.scripts.length === 0 && { nothing: true };
}

/** The data script of a page as it was sent; undefined where there is none with data. */
export function dataIn(html: string): string | undefined {
  const json = DATA_SCRIPT.exec(html)?.[1];
  return json !== undefined && holdsData(json) ? json : undefined;
}

const DATA_SCRIPT = /<script[^<>]*\sid="__NEXT_DATA__"[^<>]*>([^<]*(?:<(?!\/script)[^<]*)*)<\/script/i;

/** The smallest page that holds the same data: the rest of a megabyte is of no use to anyone here. */
export function pageAround(json: string): string {
  // In JSON "<" stands only in strings, where it may be written so; "</script>" in a title must not end the script.
  const safe = json.replaceAll('<', String.raw`\u003c`);
  return `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body><script id="__NEXT_DATA__" type="application/json">${safe}</script></body></html>`;
}
