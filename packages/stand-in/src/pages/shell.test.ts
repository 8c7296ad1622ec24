import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nextDataOf } from '../../test/next-data.js';
import { rawGet } from '../../test/raw-client.js';
import { tideCatalogue } from '../../test/tide-catalogue.js';
import { type StandIn, startStandIn } from '../start-stand-in.js';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn({ catalogue: tideCatalogue, shell: true });
});
afterAll(() => standIn.close());

describe('an empty page whose script gets the data', () => {
  it.each(['/search/tracks?q=low+tide', '/track/t/102'])('%s', async (path) => {
    const page = await rawGet(`${standIn.url}${path}`);
    expect(page.status).toBe(200);
    expect(page.text).toContain('<div id="__next"></div>');
    expect(page.text).not.toContain('9001');
    expect(page.text).not.toContain('type="application/json"');

    const shown = await runScriptOf(page.text, path);
    standIn.configure({ shell: false });
    const whole = nextDataOf((await rawGet(`${standIn.url}${path}`)).text);
    standIn.configure({ shell: true });
    expect(shown.data.props.pageProps.dehydratedState.queries[0].state.data).toEqual(
      whole.props.pageProps.dehydratedState.queries[0]?.state.data,
    );
    expect(shown.text).toContain('Low Tide');
  });
});

/** Runs the page's own script with the few parts of a browser that it uses. */
async function runScriptOf(html: string, path: string): Promise<{ data: ReturnType<typeof JSON.parse>; text: string }> {
  const script = /<script>\n(\(async[\s\S]*?)<\/script>/.exec(html)?.[1] ?? '';
  const elements: FakeElement[] = [];
  const element = (tag: string): FakeElement => {
    const made: FakeElement = {
      tag,
      attributes: {},
      textContent: '',
      setAttribute: (name, value) => {
        made.attributes[name] = value;
      },
      append: () => undefined,
    };
    elements.push(made);
    return made;
  };
  const url = new URL(path, standIn.url);
  await runInNewContext(script, {
    location: { pathname: url.pathname, search: url.search },
    document: { getElementById: () => element('root'), createElement: element, body: element('body') },
    fetch: async (address: string) => {
      const { text } = await rawGet(`${standIn.url}${address}`);
      return { text: async () => text };
    },
  });
  const data = elements.find((one) => one.attributes.id === '__NEXT_DATA__');
  return {
    data: JSON.parse(data?.textContent ?? 'null'),
    text: elements
      .filter((one) => one !== data)
      .map((one) => one.textContent)
      .join(' '),
  };
}

interface FakeElement {
  readonly tag: string;
  readonly attributes: Record<string, string>;
  textContent: string;
  setAttribute(name: string, value: string): void;
  append(): void;
}
