/**
 * What download sites, uploaders and tools leave in a title and what is no part of it: site names, ids of video and
 * audio platforms, promotion, file extensions, track numbers, keys.
 */

const TOP_LEVEL =
  'com|net|org|ru|vip|pl|hu|ro|bg|info|me|us|eu|to|in|ua|kz|fm|tv|cc|biz|lt|se|xyz|club|site|online|de|cz|fr|nl|br|pw|ws|blog|example';
const SITE = new RegExp(
  `(?:https?://)?(?:www\\.)?[\\w-]+(?:\\.[\\w-]+)*\\.(?:${TOP_LEVEL})\\b(?:/[^\\s()[\\]]*)?`,
  'gi',
);
const WWW = /(?:https?:\/\/|www\.)[^\s()[\]]+/gi;

/** Eleven characters of mixed kind, tight behind a dash: what a video downloader adds to the title. */
const VIDEO_ID = /-(?=[\w-]{0,10}\d)(?=[\w-]{0,10}[a-z])(?=[\w-]{1,10}[A-Z])[\w-]{11}$/;

/** What a shop puts before the title of a file, and a file without tags keeps as its title. */
const SHOP_NUMBER = /^\d{5,9}_(?=\S)/;

/** Takes web addresses out of a text. */
export function stripSites(text: string): string {
  return text.replace(WWW, ' ').replace(SITE, ' ').replace(/\s+/g, ' ').trim();
}

/** Whether a text is nothing but a web address (the artist, label or remixer a download site put in). */
export function isSite(text: string): boolean {
  if (!/[./]/.test(text)) return false;
  return stripSites(text).replace(/[^\p{L}\p{N}]/gu, '').length <= 1;
}

const PROMO =
  /^(?:free(?: ?(?:download|dl|!))?!?|free .*|.* free (?:download|dl)|(?:out )?now|premiere|preview|clip|promo|official.*|lyrics?|audio|video|hd|hq|4k|visuali[sz]er|explicit|dirty|clean|master(?:ed)?(?: version)?|final|full|wip|id|noshare|\d+ ?(?:kbps|bit)|mp3|wav|flac|aiff|out soon|buy ?= ?free.*|download.*|dl|vinyl only|prod\.? .*|.* (?:followers|records?|recordings|music|premiere|exclusive)(?: free.*)?)$/i;
const NUMBER_ID = /^\d{6,}$/;
const YEAR = /^(?:19|20)\d\d$/;
const CATALOGUE_NUMBER = /^[A-Z]{2,10}[ -]?\d{2,5}[A-Z]?$/;

/** Whether what stands in a round bracket is no part of the title. (Square ones hold a label or a number, never a subtitle.) */
export function isJunkBracket(text: string): boolean {
  const trimmed = text.trim();
  const isNumber = NUMBER_ID.test(trimmed) || YEAR.test(trimmed) || CATALOGUE_NUMBER.test(trimmed);
  return isNumber || PROMO.test(trimmed) || isSite(trimmed);
}

/**
 * Takes away what stands around a title: file extension, promotion at either end, ids, tempo and key at the end, track
 * number. A title that is nothing else ("Premiere") stays as it is.
 */
export function stripSurroundings(text: string): string {
  const bare = stripAround(text);
  return /[\p{L}\p{N}]/u.test(bare) || isSite(text) ? bare : text.trim();
}

function stripAround(text: string): string {
  let rest = stripSites(text)
    .replace(SHOP_NUMBER, '')
    .replace(/\.(?:mp3|wav|aiff?|flac|m4a|mp4|ogg)\b/gi, ' ')
    .replace(/^\s*(?:[([]premiere[)\]]\s*[:-]?|premiere\s*[:-])\s*/i, '')
    .replace(/\s(?:free (?:download|dl)|320(?:kbps)?|out now|(?:(?:16|24) ?bit|digital|final) ?master)\s*!*\s*$/i, '')
    .replace(/[\s(]\d{2,3} ?bpm\)?(?=\s*(?:[([]|$))/i, ' ')
    .replace(VIDEO_ID, '')
    .replace(/\s-\s(?:1[0-2]|[1-9])[AB]\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (!rest.includes(' ') && rest.includes('_')) rest = rest.replaceAll('_', ' ');
  rest = rest.replace(/_+/g, ' ').replace(/\s+/g, ' ').trim();
  return stripTrackNumber(rest).replace(/^[\s\-_.]+|[\s\-_]+$/g, '');
}

/**
 * "01. ", "08 ", "1-01 ", "A1 ", "B1. ". A number that is the whole title ("04 (Dub)"), or begins one ("100 Skills"),
 * stays.
 */
function stripTrackNumber(text: string): string {
  const numbered =
    /^(?:0\d|\d-\d\d)(?:[\s.)]+(?:-\s*)?|-\s*)(?=\S)|^(?:[A-D][1-6]|\d{1,2})\.\s+|^[A-D][1-4]\s+(?:-\s+)?/.exec(text);
  if (!numbered) return text;
  const rest = text.slice(numbered[0].length);
  return /^[^([]*\p{L}/u.test(rest) ? rest : text;
}
