/**
 * The slug the store would give a title: "Noisia's Remix" becomes `noisias-remix`, "Drum & Bass" `drum-bass`.
 *
 * The store finds a track by its id whatever the slug says, so a guess makes a readable link and nothing depends on it.
 *
 * @returns `track` when no letter or digit is left, as for a title in Japanese.
 */
export function slugify(title: string): string {
  const slug = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9_\s-]/g, '')
    .replace(/[\s-]+/g, '-')
    .replace(/^[-_]+|[-_]+$/g, '');
  return slug === '' ? 'track' : slug;
}
