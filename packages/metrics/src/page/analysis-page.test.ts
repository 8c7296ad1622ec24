import { describe, expect, it } from 'vitest';
import { recording } from '../../test-support/recording.js';
import { analysisPage } from './analysis-page.js';
import { inFlightOverTime, latencyClasses, slowestTracks, whereTheTimeGoes } from './chart-data.js';
import { stepsSvg } from './charts.js';

const document = recording({ tracks: 4, networkMs: 100, parseMs: 50, scoreMs: 50 });

describe('the figures behind the charts', () => {
  it('counts requests in flight: each track waits for 100 of its 200 ms', () => {
    // A little off the edges of the stretches, on which rounding would decide.
    const pages = document.page_metrics.map((page) => ({
      ...page,
      started_at: page.started_at + 0.01,
      network_time: 0.08,
    }));
    expect(inFlightOverTime({ ...document, page_metrics: pages }, 8)).toEqual([1, 0, 1, 0, 1, 0, 1, 0]);
    const [first] = pages;
    const long = { ...document, page_metrics: first === undefined ? [] : [first, { ...first, network_time: 0.75 }] };
    expect(inFlightOverTime(long, 8)).toEqual([2, 1, 1, 1, 1, 1, 1, 1]);
    expect(inFlightOverTime(recording({ tracks: 0 }), 3)).toEqual([0, 0, 0]);
  });

  it('says where the time went', () => {
    expect(whereTheTimeGoes(document).map(({ name, words }) => `${name}: ${words}`)).toEqual([
      'waiting for a turn: 0.00 s, 0 %',
      'network: 0.40 s, 50 %',
      'reading pages: 0.20 s, 25 %',
      'scoring: 0.20 s, 25 %',
      'other: 0.00 s, 0 %',
    ]);
  });

  it('counts every request in one class', () => {
    const slower = document.page_metrics.map((page, index) => ({ ...page, network_time: 0.1 * (index + 1) }));
    const classes = latencyClasses({ ...document, page_metrics: slower }, 4);
    expect(classes.map(({ name, value }) => [name, value])).toEqual([
      ['0–100 ms', 0],
      ['100–200 ms', 1],
      ['200–300 ms', 1],
      ['300–400 ms', 2],
    ]);
    expect(latencyClasses(recording({ tracks: 0 }), 4)).toEqual([]);
  });

  it('names the slowest tracks first', () => {
    const tracks = document.track_metrics.map((track, index) => ({ ...track, total_time: index }));
    expect(slowestTracks({ ...document, track_metrics: tracks }, 2).map(({ value }) => value)).toEqual([3, 2]);
  });

  it('draws steps from the left to the right', () => {
    expect(stepsSvg([1, 2], 3)).toContain('viewBox="0 0 2 2"');
    expect(stepsSvg([1, 2], 3)).toContain('<path d="M0 2V1H1V0H2V2Z"/>');
  });
});

describe('analysisPage', () => {
  it('needs nothing but itself', () => {
    const page = analysisPage(document);
    expect(page).toMatch(/^<!doctype html>\n/);
    expect(page).not.toMatch(/<script|<link|https?:|url\(|@import/);
    for (const title of ['Recommendation: implement', 'Requests in flight over time', 'Slowest tracks', 'Session']) {
      expect(page).toContain(`<h2>${title}</h2>`);
    }
    expect(page).toContain('prefers-color-scheme: dark');
  });

  it('shows a title as it is, whatever it is', () => {
    const evil = `"><script>alert('1')</script>&`;
    const tracks = document.track_metrics.map((track) => ({ ...track, track_title: evil }));
    const page = analysisPage({ ...document, track_metrics: tracks });
    expect(page).not.toContain('<script');
    expect(page).toContain('&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;</th>');
  });

  it('bears an empty run', () => {
    expect(analysisPage(recording({ tracks: 0 }))).toContain('Insufficient data');
  });
});
