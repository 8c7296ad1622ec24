import type { CatalogTrackId } from '@cuepoint/core';
import { BEATPORT_DEFAULTS } from '../defaults.js';

/** Whether a value can be a track's number in the store: a whole number from 1. */
export function isCatalogTrackId(value: unknown): value is CatalogTrackId {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}

/**
 * Reads a track's id from what a person may paste: a bare number, a link with any slug and any locale prefix, a link
 * without its scheme, an embed link, a link into the API.
 *
 * @param text The number or the link; white space around it is ignored.
 * @param baseUrl A further site whose links are accepted, beside every host of beatport.com.
 * @returns undefined for anything else, links to releases, charts and other sites included.
 */
export function readTrackId(text: string, baseUrl: string = BEATPORT_DEFAULTS.baseUrl): CatalogTrackId | undefined {
  const trimmed = text.trim();
  if (/^\d+$/.test(trimmed)) return toTrackId(trimmed);
  const url = parseUrl(/^https?:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`);
  if (url === undefined) return undefined;
  const ours = /(^|\.)beatport\.com$/.test(url.hostname) || url.host === parseUrl(baseUrl)?.host;
  return ours ? trackIdInUrl(url) : undefined;
}

/** The track's id in the URL of a page, whatever its host. */
export function trackIdOfPageUrl(pageUrl: string): CatalogTrackId | undefined {
  const url = parseUrl(pageUrl);
  return url === undefined ? undefined : trackIdInUrl(url);
}

/** `/track/{slug}/{id}`, behind a locale or a `/_next/data/{build}/{locale}`; the API's `/catalog/tracks/{id}/`. */
const TRACK_PATH = /\/(?:track\/[^/]*|catalog\/tracks)\/(\d+)(?:\.json)?\/?$/;

function trackIdInUrl(url: URL): CatalogTrackId | undefined {
  const inPath = TRACK_PATH.exec(url.pathname)?.[1];
  if (inPath !== undefined) return toTrackId(inPath);
  const embedded = url.pathname === '/track' || url.searchParams.get('type') === 'track';
  return embedded ? toTrackId(url.searchParams.get('id') ?? '') : undefined;
}

function toTrackId(digits: string): CatalogTrackId | undefined {
  const id = /^\d+$/.test(digits) ? Number(digits) : 0;
  return isCatalogTrackId(id) ? id : undefined;
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
