import type { CatalogTrackId } from '@cuepoint/core';

/** What is expected on a page of the site. `id` is absent where nothing tells it. */
export type Wanted = { readonly kind: 'search' } | { readonly kind: 'track'; readonly id: CatalogTrackId | undefined };
