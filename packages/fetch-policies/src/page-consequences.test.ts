import type { Page } from '@cuepoint/core';
import { describe, expect, it } from 'vitest';
import { classifyOnce } from './page-consequences.js';

describe('classifyOnce', () => {
  it('looks at each page once', () => {
    const looked: Page[] = [];
    const classify = classifyOnce((page) => {
      looked.push(page);
      return page.status === 200 ? 'ok' : 'blocked';
    });
    const pages = [200, 403].map((status) => ({
      url: 'u',
      status,
      headers: {},
      body: '',
      fetchedBy: 'test',
      timing: { startedAt: 0, networkMs: 0, bodyBytes: 0 },
    }));
    const verdicts = [...pages, ...pages].map((page) => classify(page, 'search'));
    expect(verdicts).toEqual(['ok', 'blocked', 'ok', 'blocked']);
    expect(looked).toEqual(pages);
  });
});
