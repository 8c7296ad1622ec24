/** Languages of the site; English has no prefix in a URL. */
export const siteLocales = ['en', 'de', 'fr', 'es', 'it', 'ja', 'pt', 'nl'] as const;

/** Takes the language off a path: `/de/search` is `/search` in German. */
export function splitLocale(path: string): { readonly locale: string; readonly path: string } {
  const [, first = ''] = path.split('/');
  if (first === 'en' || !siteLocales.some((locale) => locale === first)) return { locale: 'en', path };
  return { locale: first, path: path.slice(first.length + 1) || '/' };
}
