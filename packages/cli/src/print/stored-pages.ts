import type { StoredPages } from '@cuepoint/engine';
import { plural, size } from './words.js';

/** What is stored of pages, for a person. Times in UTC. */
export function storedPagesText(stored: StoredPages): string {
  const { path, pages, fileBytes, oldest, newest, kinds } = stored;
  if (oldest === undefined || newest === undefined) return `No pages are stored in ${path}.`;
  return [
    `${plural(pages, 'page')} (${size(fileBytes)}) in ${path}`,
    row('search pages', kinds.search),
    row('track pages', kinds.track),
    row('API answers', kinds.api),
    `oldest ${minute(oldest)}, newest ${minute(newest)} (UTC)`,
  ].join('\n');
}

/** The same for a program: bytes, and times in ISO 8601; null where there is no page. */
export function storedPagesJson(stored: StoredPages): object {
  const { path, pages, bytes, fileBytes, oldest, newest, kinds } = stored;
  return { path, pages, bytes, file_bytes: fileBytes, oldest: iso(oldest), newest: iso(newest), kinds };
}

function row(name: string, { pages, bytes }: StoredPages['kinds']['search']): string {
  return `  ${name.padEnd(12)}  ${String(pages).padStart(6)}  ${size(bytes)}`;
}

function minute(time: number): string {
  return new Date(time).toISOString().slice(0, 16).replace('T', ' ');
}

function iso(time: number | undefined): string | null {
  return time === undefined ? null : new Date(time).toISOString();
}
