import type { Page } from '@cuepoint/core';
import { BEATPORT_DEFAULTS } from '../defaults.js';
import { member } from '../payload/member.js';
import { looksLikeTrack, readRows } from '../rows/read-rows.js';
import { isChallenge } from './challenge.js';
import { type PageReading, refused } from './page-reading.js';
import { readRefusal } from './refusal.js';

/**
 * Reads an answer of the API about tracks: one track, a list under `results`, a search's list under `tracks`, the
 * search service's under `data`, or a bare list (recommendations).
 */
export function readApiPage(page: Page, baseUrl: string): PageReading {
  const refusal = readRefusal(page, 'api');
  if (refusal !== undefined) return refusal;
  if (page.body.length > BEATPORT_DEFAULTS.maxPayloadChars) return refused('unknown-shape', 'an oversized answer');
  const answer = parse(page.body);
  if (answer === undefined) return readNonJson(page);
  const rows = rowsIn(answer);
  if (rows === undefined) return refused('unknown-shape', 'JSON without tracks');
  const { tracks, skipped } = readRows(rows, baseUrl);
  if (tracks.length > 0) return { class: 'ok', tracks, skipped, source: 'payload' };
  if (rows.length === 0) return { class: 'empty' };
  return refused('unknown-shape', `none of ${rows.length} rows is a track that can be read`);
}

function rowsIn(answer: unknown): readonly unknown[] | undefined {
  if (looksLikeTrack(answer)) return [answer];
  const places = [answer, member(answer, 'results'), member(answer, 'tracks'), member(answer, 'data')];
  return places.find((rows): rows is unknown[] => Array.isArray(rows));
}

function readNonJson(page: Page): PageReading {
  if (isChallenge(page)) return refused('blocked', `status ${page.status} with a challenge`);
  const begunAsJson = /^\s*(?:[[{]|$)/.test(page.body);
  return begunAsJson ? refused('transient', 'the answer is cut short') : refused('missing-payload', 'not JSON');
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
