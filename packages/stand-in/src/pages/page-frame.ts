import { buildIdOf, type EnvelopeWriter } from './envelope.js';
import { escapeHtml } from './escape.js';
import { phrase, styleRules } from './filler.js';
import { type SearchGeneration, searchGenerations } from './generations.js';
import type { PageModel } from './page-model.js';
import { type FixedPiece, fixedPiece, type Piece } from './piece.js';
import { shellScript } from './shell-script.js';
import { siteLocales } from './site-locales.js';

/**
 * How much of itself a page holds.
 *
 * - `whole`: data and all.
 * - `shell`: an empty page whose script gets the data. `empty-shell`: the same, and its script never does.
 */
export type PageDress = 'whole' | 'shell' | 'empty-shell';

/** Puts the HTML of the site around a page's data. */
export interface PageFrame {
  render(model: PageModel, dress: PageDress): readonly Piece[];
}

/** Prepares the constant parts of the HTML, for both forms of it. */
export function openFrame(envelope: EnvelopeWriter): PageFrame {
  const fixed = new Map(searchGenerations.map((generation) => [generation, fixedParts(generation)]));
  const partsOf = (generation: SearchGeneration): FixedParts => fixed.get(generation) ?? fixedParts(generation);
  return {
    render: (model, dress) => {
      const parts = partsOf(model.frame);
      const head: readonly Piece[] = [openingHead(model), parts.restOfHead];
      if (dress === 'shell' || dress === 'empty-shell') {
        return [...head, '<div id="__next"></div>', dress === 'shell' ? shellScript : '', parts.end];
      }
      return [
        ...head,
        parts.header,
        escapeHtml(model.typed),
        parts.afterSearchField,
        model.main,
        parts.footer,
        '<script id="__NEXT_DATA__" type="application/json">',
        ...envelope.nextData(model),
        '</script>',
        parts.end,
      ];
    },
  };
}

interface FixedParts {
  readonly restOfHead: FixedPiece;
  readonly header: FixedPiece;
  readonly afterSearchField: FixedPiece;
  readonly footer: FixedPiece;
  readonly end: FixedPiece;
}

function openingHead(model: PageModel): string {
  const is2023 = model.frame === '2023';
  const mark = is2023 ? '' : ' data-next-head=""';
  const site = is2023 ? '' : 'https://www.beatport.com';
  const address = escapeHtml(model.address);
  const languages = siteLocales
    .slice(1)
    .map((locale) => `<link rel="alternate" hreflang="${locale}" href="${site}/${locale}${address}"${mark}/>`);
  const title = escapeHtml(model.title);
  const description = escapeHtml(model.description);
  const social =
    model.image === undefined
      ? ''
      : `<meta property="og:title" content="${title}"${mark}/><meta property="og:description" content="${description}"${mark}/>` +
        `<meta property="og:image" content="${model.image}"${mark}/><meta name="twitter:title" content="${title}"${mark}/>` +
        `<meta name="twitter:card" content="summary_large_image"${mark}/>`;
  return (
    `<!DOCTYPE html><html lang="${model.locale}"><head><meta charset="utf-8"${mark}/>` +
    `<meta name="viewport" content="width=device-width"${mark}/>` +
    `<link rel="canonical" hreflang="en" href="${site}${address}"${mark}/>${languages.join('')}` +
    `<title${mark}>${title}</title><meta name="description" content="${description}"${mark}/>${social}`
  );
}

function fixedParts(generation: SearchGeneration): FixedParts {
  const build = buildIdOf(generation);
  const chunks = ['webpack', 'framework', 'main', 'pages/_app', '9039', '8436', 'pages/search']
    .map((chunk) => `<script src="/_next/static/chunks/${chunk}.js" defer=""></script>`)
    .join('');
  const links = Array.from(
    { length: 60 },
    (_, index) => `<li><a class="Footer-style__Link" href="/page/${index}">${phrase(`footer:${index}`, 3)}</a></li>`,
  ).join('');
  return {
    restOfHead: fixedPiece(
      `<meta name="bp-env" content="production"/><link rel="icon" href="data:,"/>` +
        `<link rel="stylesheet" href="/_next/static/css/site.css" data-n-g=""/><noscript data-n-css=""></noscript>${chunks}` +
        `<script src="/_next/static/${build}/_buildManifest.js" defer=""></script>` +
        `<style data-styled="" data-styled-version="5.3.11">${styleRules()}</style></head><body class="site">`,
    ),
    header: fixedPiece(
      '<div id="__next"><div><div class="Header-style__HeaderWrapper"><ul><li><a href="/">' +
        '<img src="data:," alt="Logo" data-testid="header-mainnav-link-bplogo"/></a></li><li class="search">' +
        '<input id="search-field" name="search-field" data-testid="header-search-input" type="text" value="',
    ),
    afterSearchField: fixedPiece('"/></li></ul></div><main class="MainLayout-style__MainContent">'),
    footer: fixedPiece(
      `</main><footer class="Footer-style__Wrapper"><ul>${links}</ul><button>Manage Cookie Preferences</button></footer></div></div>`,
    ),
    end: fixedPiece(
      `<noscript><img alt="" src="data:,"/></noscript>${generation === '2026' ? detectionScript : ''}</body></html>`,
    ),
  };
}

/** The check that the site's shield adds to the end of every page since 2026. */
const detectionScript =
  '<script>(function(){var d=document,s=d.createElement("script");' +
  's.src="/cdn-cgi/challenge-platform/scripts/jsd/main.js";d.head.appendChild(s);})();</script>';
