/** What a process has used so far. */
export interface ResourceUsage {
  /** User and system time, in milliseconds. */
  readonly cpuMs: number;
  /** Largest resident memory so far, in bytes. */
  readonly peakRssBytes: number;
}

/** What this process has used so far, every thread of it included. */
export function processUsage(): ResourceUsage {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  return { cpuMs: (userCPUTime + systemCPUTime) / 1000, peakRssBytes: maxRSS * 1024 };
}
