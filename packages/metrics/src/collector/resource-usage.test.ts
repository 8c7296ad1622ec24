import { expect, it } from 'vitest';
import { processUsage } from './resource-usage.js';

it('tells memory in bytes and processor time in milliseconds', () => {
  const { user, system } = process.cpuUsage();
  const { cpuMs, peakRssBytes } = processUsage();
  const now = process.cpuUsage();
  expect(peakRssBytes).toBeGreaterThan(process.memoryUsage().heapUsed);
  expect(cpuMs).toBeGreaterThanOrEqual((user + system) / 1000 - 1);
  expect(cpuMs).toBeLessThanOrEqual((now.user + now.system) / 1000 + 1);
});
