import { CuePointError } from '@cuepoint/core';

/** Requests per second to one host: a number above 0 (fractions allowed: 0.5 is one in two seconds), or no limit. */
export type Rate = number | 'unlimited';

/** Everything the policies can be told. Times in milliseconds. */
export interface PolicySettings {
  /** Times a request is sent before its fault is given back, the first one included. 1–10. */
  readonly attempts: number;
  /** Most the first wait between two attempts lasts; each further one doubles. The true wait is drawn from 0 up to it. */
  readonly backoffMs: number;
  /** Where that doubling ends. */
  readonly backoffMaxMs: number;
  /** How long a host is left alone when it asks us to slow down without saying for how long; doubles each time. */
  readonly pushbackMs: number;
  /** Where that doubling ends. A `Retry-After` is obeyed beyond it. */
  readonly pushbackMaxMs: number;
  /** Shortest wait after being asked to slow down: `Retry-After: 0` would otherwise become a flood of free attempts. */
  readonly pushbackMinMs: number;
  /** Longest time a host may put us off without one good answer; past it the run stops. */
  readonly stallLimitMs: number;
  /** Refusals in a row after which nothing more is sent for the rest of the run. 1 and up. */
  readonly blockedLimit: number;
  /** Most requests of a run, every attempt counted; 0 for no bound. The run stops when it would need one more. */
  readonly maxRequests: number;
  /** Requests to one host in a run after which the user is told, once; 0 for never. Loopback is not counted. */
  readonly manyRequests: number;
  /** Most requests in flight over the whole run. 1–100. A fetcher that serves fewer at once lowers it. */
  readonly maxInFlight: number;
  /** The ceiling for each host, or `by-host`: `politeRatePerSecond`, and no limit on loopback. */
  readonly ratePerSecond: Rate | 'by-host';
  /** The ceiling for any host that is not this machine. */
  readonly politeRatePerSecond: Rate;
  /**
   * Added to each sliding second, so that requests which travel at unequal speed do not meet in one second at the
   * server. Costs that share of the rate: 50 is 5 %.
   */
  readonly rateMarginMs: number;
  /**
   * Bytes of answers kept, so that a page is asked for once within a run; counted as they came, before `lighten`.
   * 0 keeps none.
   */
  readonly keptBytes: number;
}

/** Every default of this package. */
export const POLICY_DEFAULTS: PolicySettings = {
  attempts: 3,
  backoffMs: 1_000,
  backoffMaxMs: 30_000,
  pushbackMs: 5_000,
  pushbackMaxMs: 60_000,
  pushbackMinMs: 1_000,
  stallLimitMs: 15 * 60_000,
  blockedLimit: 3,
  maxRequests: 0,
  manyRequests: 300,
  maxInFlight: 50,
  ratePerSecond: 'by-host',
  politeRatePerSecond: 4,
  rateMarginMs: 50,
  keptBytes: 256 * 1024 * 1024,
};

/**
 * The settings with every gap filled from the defaults.
 *
 * @throws {CuePointError} `POLICY_SETTING_INVALID` naming every value that is out of its range.
 */
export function completeSettings(given: Partial<PolicySettings> = {}): PolicySettings {
  const settings = { ...POLICY_DEFAULTS, ...given };
  const faults = [
    expectWhole('attempts', settings.attempts, 1, 10),
    expectWhole('maxInFlight', settings.maxInFlight, 1, 100),
    expectWhole('blockedLimit', settings.blockedLimit, 1, Number.MAX_SAFE_INTEGER),
    expectWhole('maxRequests', settings.maxRequests, 0, Number.MAX_SAFE_INTEGER),
    expectWhole('manyRequests', settings.manyRequests, 0, Number.MAX_SAFE_INTEGER),
    expectRate('ratePerSecond', settings.ratePerSecond),
    expectRate('politeRatePerSecond', settings.politeRatePerSecond),
    ...AMOUNTS.map((name) => expectAmount(name, settings[name])),
  ].filter((fault) => fault !== undefined);
  if (faults.length > 0) throw new CuePointError('POLICY_SETTING_INVALID', `Fetch settings: ${faults.join('; ')}.`);
  return settings;
}

const AMOUNTS = [
  'backoffMs',
  'backoffMaxMs',
  'pushbackMs',
  'pushbackMaxMs',
  'pushbackMinMs',
  'stallLimitMs',
  'rateMarginMs',
  'keptBytes',
] as const;

function expectWhole(name: string, value: number, least: number, most: number): string | undefined {
  if (Number.isInteger(value) && value >= least && value <= most) return undefined;
  const range = most === Number.MAX_SAFE_INTEGER ? `from ${least} up` : `from ${least} to ${most}`;
  return `${name} must be a whole number ${range}, not ${value}`;
}

function expectAmount(name: string, value: number): string | undefined {
  return Number.isFinite(value) && value >= 0 ? undefined : `${name} must be a number from 0 up, not ${value}`;
}

function expectRate(name: string, value: Rate | 'by-host'): string | undefined {
  if (value === 'unlimited' || value === 'by-host') return undefined;
  if (typeof value === 'number' && Number.isFinite(value) && value > 0) return undefined;
  return `${name} must be a number above 0 or "unlimited", not ${value}`;
}
