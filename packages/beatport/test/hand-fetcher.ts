import {
  type CatalogTrackId,
  FetchError,
  type FetchErrorCode,
  type Fetcher,
  type FetchOptions,
  type Page,
  type PageRequest,
} from '@cuepoint/core';
import { isCatalogTrackId } from '../src/urls/track-id.js';

/** What a request is answered with. */
export type Answer = (request: PageRequest, options: FetchOptions) => Page | Promise<Page>;

/** A fetcher that answers from a function, and remembers what it was asked for. */
export function fetcherOf(answer: Answer): Fetcher & { readonly requests: PageRequest[] } {
  const requests: PageRequest[] = [];
  return {
    name: 'hand',
    concurrency: 4,
    requests,
    fetch: async (request, options = {}) => {
      requests.push(request);
      return answer(request, options);
    },
    [Symbol.asyncDispose]: async () => {},
  };
}

/** No page, and this instead. */
export function refuse(code: FetchErrorCode): Answer {
  return ({ url }) => {
    throw new FetchError(code, url, 'no answer');
  };
}

/** A number as a track's id. */
export function idOf(value: number): CatalogTrackId {
  if (!isCatalogTrackId(value)) throw new Error(`${value} is no track id`);
  return value;
}
