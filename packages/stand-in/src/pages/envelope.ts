import { scriptJson } from './escape.js';
import { interfaceTexts } from './filler.js';
import type { SearchGeneration } from './generations.js';
import type { PageModel, PageQuery } from './page-model.js';
import { type FixedPiece, fixedPiece, type Piece } from './piece.js';
import { siteLocales } from './site-locales.js';

/** Writes the data of a page as JSON. */
export interface EnvelopeWriter {
  /** What the `__NEXT_DATA__` element holds. */
  nextData(model: PageModel): readonly Piece[];
  /** What the site's data files hold: the page's properties alone. */
  dataFile(model: PageModel): readonly Piece[];
}

/** Number of the build, part of the addresses of scripts and data files. */
export function buildIdOf(frame: SearchGeneration): string {
  return frame === '2023' ? 'Kq3vWz7TtB2mXc9RfLs1Y' : 'Wd8nHj4GpQ6rZa0VbUe5M';
}

/** Prepares the constant part of the data: the interface texts. */
export function openEnvelope(): EnvelopeWriter {
  const texts = fixedTexts();
  const pageProps = (model: PageModel): readonly Piece[] => {
    const own = scriptJson(model.extraProps).slice(1, -1);
    const queries = model.queries.map(answeredQuery).join(',');
    return [
      `{${own}${own === '' ? '' : ','}"dehydratedState":{"mutations":[],"queries":[${queries}]},"_nextI18Next":`,
      texts,
      '}',
    ];
  };
  return {
    nextData: (model) => ['{"props":{"pageProps":', ...pageProps(model), `,${closing(model)}`],
    dataFile: (model) => ['{"pageProps":', ...pageProps(model), ',"__N_SSP":true}'],
  };
}

/** What follows the page's properties; the members differ between the two forms. */
function closing(model: PageModel): string {
  const is2023 = model.frame === '2023';
  const rest = scriptJson({
    page: model.route,
    query: model.routeQuery,
    buildId: buildIdOf(model.frame),
    isFallback: false,
    ...(is2023 ? {} : { isExperimentalCompile: false }),
    gssp: true,
    ...(is2023 ? { customServer: true } : {}),
    appGip: true,
    locale: model.locale,
    locales: siteLocales,
    defaultLocale: 'en',
    scriptLoader: is2023 ? [{ strategy: 'afterInteractive', src: '/scripts/survey.js' }] : [],
  });
  return `${is2023 ? '' : '"isPageExplicit":false,'}"__N_SSP":true},${rest.slice(1)}`;
}

function answeredQuery({ key, dataJson }: PageQuery): string {
  const state = scriptJson({
    dataUpdateCount: 1,
    dataUpdatedAt: Date.now(),
    error: null,
    errorUpdateCount: 0,
    errorUpdatedAt: 0,
    fetchFailureCount: 0,
    fetchFailureReason: null,
    fetchMeta: null,
    isInvalidated: false,
    status: 'success',
    fetchStatus: 'idle',
  });
  const names = scriptJson({ queryKey: key, queryHash: JSON.stringify(key) });
  return `{"state":{"data":${dataJson},${state.slice(1)},${names.slice(1)}`;
}

function fixedTexts(): FixedPiece {
  const i18n = { defaultLocale: 'en', locales: siteLocales };
  return fixedPiece(
    scriptJson({
      initialI18nStore: { en: interfaceTexts() },
      initialLocale: 'en',
      ns: ['translation'],
      userConfig: { i18n, defaultNS: 'translation', localeDetection: false, default: { i18n } },
    }),
  );
}
