import { z } from 'zod';
import type { FetcherOptionValues } from '../fetchers/fetcher-options.js';
import type {
  ChoiceRule,
  ChoicesRule,
  FolderRule,
  NumberRule,
  PairsRule,
  RateRule,
  Rule,
  SwitchRule,
  TextRule,
  UrlRule,
  WholeNumberRule,
} from './rule.js';
import type { MaxRate, Settings } from './settings.js';
import { SETTINGS } from './table.js';

/** Checks a value of one setting, as it stands in the config file. */
export function schemaFor(rule: TextRule | UrlRule): z.ZodType<string>;
export function schemaFor(rule: WholeNumberRule | NumberRule): z.ZodType<number>;
export function schemaFor(rule: RateRule): z.ZodType<MaxRate>;
export function schemaFor(rule: SwitchRule): z.ZodType<boolean>;
export function schemaFor(rule: PairsRule): z.ZodType<FetcherOptionValues>;
export function schemaFor(rule: FolderRule): z.ZodType<string | null>;
export function schemaFor<Choice extends string>(rule: ChoiceRule<Choice>): z.ZodType<Choice>;
export function schemaFor<Choice extends string>(rule: ChoicesRule<Choice>): z.ZodType<Choice[]>;
export function schemaFor(rule: Rule): z.ZodType<Settings[keyof Settings]>;
export function schemaFor(rule: Rule): z.ZodType<unknown> {
  switch (rule.kind) {
    case 'text':
      return z.string().trim().min(1);
    case 'url':
      // A slash at the end would double the one that every path begins with.
      return z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''));
    case 'whole':
      return z.int().min(rule.min).max(rule.max);
    case 'number':
      return z.number().gt(rule.above).max(rule.max);
    case 'rate':
      return z.union([z.number().gt(0), z.enum(['auto', 'unlimited'])]);
    case 'switch':
      return z.boolean();
    case 'folder':
      return z.string().min(1).nullable();
    case 'pairs':
      return z.record(z.string().min(1), z.union([z.string(), z.number(), z.boolean()]));
    case 'choice':
      return z.enum(rule.choices);
    case 'choices':
      return z
        .array(z.enum(rule.choices))
        .min(1)
        .transform((chosen) => [...new Set(chosen)]);
  }
}

/** Checks a complete set of settings; what it returns is typed without a cast. */
export const settingsSchema: z.ZodType<Settings> = z.strictObject({
  fetcher: schemaFor(SETTINGS.fetcher.rule),
  fetcherOption: schemaFor(SETTINGS.fetcherOption.rule),
  siteUrl: schemaFor(SETTINGS.siteUrl.rule),
  apiUrl: schemaFor(SETTINGS.apiUrl.rule),
  maxConcurrentTracks: schemaFor(SETTINGS.maxConcurrentTracks.rule),
  maxConcurrentRequests: schemaFor(SETTINGS.maxConcurrentRequests.rule),
  maxInFlight: schemaFor(SETTINGS.maxInFlight.rule),
  timeout: schemaFor(SETTINGS.timeout.rule),
  attempts: schemaFor(SETTINGS.attempts.rule),
  maxRate: schemaFor(SETTINGS.maxRate.rule),
  maxRequests: schemaFor(SETTINGS.maxRequests.rule),
  prefer: schemaFor(SETTINGS.prefer.rule),
  source: schemaFor(SETTINGS.source.rule),
  cache: schemaFor(SETTINGS.cache.rule),
  offline: schemaFor(SETTINGS.offline.rule),
  out: schemaFor(SETTINGS.out.rule),
  format: schemaFor(SETTINGS.format.rule),
  quiet: schemaFor(SETTINGS.quiet.rule),
  verbose: schemaFor(SETTINGS.verbose.rule),
});
