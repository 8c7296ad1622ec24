import { z } from 'zod';

const pageDataSchema = z.looseObject({
  props: z.looseObject({
    pageProps: z.looseObject({
      dehydratedState: z.object({
        mutations: z.array(z.unknown()),
        queries: z.array(
          z.object({
            state: z.looseObject({ data: z.any(), status: z.string() }),
            queryKey: z.array(z.unknown()),
            queryHash: z.string(),
          }),
        ),
      }),
    }),
  }),
  page: z.string(),
  query: z.record(z.string(), z.string()),
  buildId: z.string(),
  locale: z.string(),
});

/** The data element of a page, read the way a client of the site reads it. */
export function nextDataOf(html: string): z.output<typeof pageDataSchema> {
  const found = /<script id="__NEXT_DATA__" type="application\/json">([^<]+)<\/script><noscript>/.exec(html);
  return pageDataSchema.parse(JSON.parse(found?.[1] ?? 'null'));
}
