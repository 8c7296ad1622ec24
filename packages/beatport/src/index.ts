export { type ApiCatalog, type ApiCatalogOptions, createApiCatalog } from './catalog/api-catalog.js';
export { mergeTrack } from './catalog/merge-track.js';
export { createSiteCatalog, type SiteCatalogOptions } from './catalog/site-catalog.js';
export type { TokenSource } from './catalog/token-source.js';
export { BEATPORT_DEFAULTS } from './defaults.js';
export { RENDERED } from './html/selectors.js';
export { extractBody } from './reading/extract-body.js';
export {
  type FailureClass,
  type FailureClassRule,
  PAGE_CLASSES,
  type PageClassFailure,
  type PageClassRule,
} from './reading/page-classes.js';
export { createPageReader, type PageReader, type PageReaderOptions, type TimedReading } from './reading/page-reader.js';
export type {
  EmptyReading,
  PageReading,
  ReadOptions,
  RefusalReason,
  RefusedReading,
  TracksReading,
} from './reading/page-reading.js';
export { classify, parseSearchPage, parseTrackPage, readPage } from './reading/read-page.js';
export { type ApiUrls, createApiUrls } from './urls/api-urls.js';
export { createPageUrls, type PageUrls } from './urls/page-urls.js';
export { slugify } from './urls/slugify.js';
export { isCatalogTrackId, readTrackId } from './urls/track-id.js';
