import { CuePointError } from '@cuepoint/core';

/**
 * - `FETCHER_UNKNOWN`: no built-in fetcher, package or file of that name.
 * - `FETCHER_INCOMPATIBLE`: made for another version of the contract.
 * - `FETCHER_BROKEN`: it cannot be loaded, is no plug-in, or makes no fetcher.
 * - `FETCHER_OPTIONS_INVALID`: it refuses the options it was given.
 */
export type FetcherErrorCode =
  | 'FETCHER_UNKNOWN'
  | 'FETCHER_INCOMPATIBLE'
  | 'FETCHER_BROKEN'
  | 'FETCHER_OPTIONS_INVALID';

/** The fetcher that was asked for cannot be used. */
export class FetcherError extends CuePointError<FetcherErrorCode> {
  override readonly name = 'FetcherError';
}
