export { type BoundedOptions, bounded } from './bounded.js';
export { type BreakerOptions, type BreakerState, breaker } from './breaker.js';
export { type BudgetOptions, budget, type ManyRequests } from './budget.js';
export {
  type CachedOptions,
  type CacheMode,
  type CacheUse,
  cached,
  type PageCache,
  type StoredPage,
} from './cached.js';
export { type Clock, systemClock } from './clock.js';
export { completeSettings, POLICY_DEFAULTS, type PolicySettings, type Rate } from './defaults.js';
export { type FetcherStack, type FetcherStackOptions, fetcherStack } from './fetcher-stack.js';
export { Halt, type HaltReason } from './halt.js';
export { type ObservedOptions, observed } from './observed.js';
export { type OnceOptions, once } from './once.js';
export { type OpeningOptions, opening } from './opening.js';
export { type Consequence, PAGE_CONSEQUENCES } from './page-consequences.js';
export { createPlaces, type Places } from './places.js';
export { createRateLimiter, hostOf, type RateLimiter, type RateLimiterOptions } from './rate-limiter.js';
export { type RatedOptions, rated } from './rated.js';
export { type Hold, type RetryOptions, retry } from './retry.js';
export { parseHttpDate, retryAfterMs } from './retry-after.js';
