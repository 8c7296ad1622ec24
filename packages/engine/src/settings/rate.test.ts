import { describe, expect, it } from 'vitest';
import { loopback, rateFor } from './rate.js';

describe('loopback', () => {
  it.each([
    ['http://127.0.0.1:8080/search', true],
    ['http://127.1/', true],
    ['http://[::1]:3000', true],
    ['http://localhost', true],
    ['http://LOCALHOST.', false],
    ['http://shop.localhost:1', true],
    ['https://www.beatport.com', false],
    ['http://127.0.0.1.example.com', false],
    ['http://localhost.example.com', false],
    ['http://10.0.0.1', false],
  ])('%s: %s', (url, expected) => {
    expect(loopback(url)).toBe(expected);
  });
});

describe('rateFor', () => {
  it.each([
    ['auto', 'https://www.beatport.com', 4],
    ['auto', 'http://127.0.0.1:1', Number.POSITIVE_INFINITY],
    ['unlimited', 'https://www.beatport.com', Number.POSITIVE_INFINITY],
    [0.5, 'http://127.0.0.1:1', 0.5],
  ] as const)('%s at %s is %s', (rate, url, expected) => {
    expect(rateFor(rate, url)).toBe(expected);
  });
});
