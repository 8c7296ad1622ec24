import type { Bar } from './chart-data.js';
import { escapeHtml } from './html.js';

/** Bars beneath one another: name, bar, figure. For a screen reader they are a table. */
export function barsHtml(bars: readonly Bar[]): string {
  const longest = bars.reduce((most, { value }) => Math.max(most, value), 0);
  const rows = bars.map(({ name, value, words }) => {
    const width = longest === 0 ? 0 : Math.round((1000 * value) / longest) / 10;
    const bar = `<svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect width="${width}" height="1"/></svg>`;
    return `<tr><th scope="row">${escapeHtml(name)}</th><td class="wide">${bar}</td><td>${escapeHtml(words)}</td></tr>`;
  });
  return `<table class="bars">${rows.join('')}</table>`;
}

/**
 * A figure over time, as steps.
 *
 * @param values One for each equal stretch.
 * @param seconds How long all stretches are together.
 */
export function stepsSvg(values: readonly number[], seconds: number): string {
  const top = values.reduce((most, value) => Math.max(most, value), 1);
  const steps = values.map((value, index) => `V${top - value}H${index + 1}`).join('');
  const path = `M0 ${top}${steps}V${top}Z`;
  return [
    `<figure><svg class="steps" viewBox="0 0 ${values.length} ${top}" preserveAspectRatio="none" role="img"`,
    ` aria-label="Requests in flight over time, at most ${top}"><path d="${path}"/></svg>`,
    `<figcaption><span>0 s</span><span>at most ${top} at once</span><span>${seconds.toFixed(1)} s</span></figcaption></figure>`,
  ].join('');
}
