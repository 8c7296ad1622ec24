import type { Credit } from '@cuepoint/core';
import type { CheerioAPI } from 'cheerio/slim';
import { tidy } from '../rows/values.js';

/** The number a link of the store ends in: `/artist/deadmau5/26182` gives 26182. Links may be relative or absolute. */
export function linkId(href: string | undefined): number | undefined {
  const digits = /\/(\d{1,15})\/?(?:[?#]|$)/.exec(href ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** The visible text of an element, white space collapsed. */
export function nodeText(selection: ReturnType<CheerioAPI>): string {
  return tidy(selection.text());
}

/** Those whom links to artists name. */
export function linkedPeople($: CheerioAPI, links: ReturnType<CheerioAPI>): readonly Credit[] {
  return links.toArray().flatMap((link): Credit[] => {
    const name = nodeText($(link)) || tidy($(link).attr('title') ?? '');
    const id = linkId($(link).attr('href'));
    if (name === '') return [];
    return [id === undefined ? { name } : { id, name }];
  });
}
