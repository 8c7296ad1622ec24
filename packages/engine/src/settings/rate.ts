import type { MaxRate } from './settings.js';

/** Requests per second to a host that is not this machine, unless the user says otherwise. */
export const POLITE_RATE = 4;

/** Most requests per second to the host of a URL; infinity when there is no ceiling. */
export function rateFor(maxRate: MaxRate, url: string): number {
  if (maxRate === 'unlimited') return Number.POSITIVE_INFINITY;
  if (maxRate !== 'auto') return maxRate;
  return loopback(url) ? Number.POSITIVE_INFINITY : POLITE_RATE;
}

/** True when a URL leads to this machine: `localhost` and its subdomains, 127.0.0.0/8, ::1. */
export function loopback(url: string): boolean {
  const host = new URL(url).hostname;
  // The URL parser has brought every spelling of an IPv4 address ("127.1", "0x7f000001") to four numbers.
  return /^(localhost|.+\.localhost|\[::1\]|127\.\d+\.\d+\.\d+)$/.test(host);
}
