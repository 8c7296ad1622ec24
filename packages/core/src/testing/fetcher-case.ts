/** One promise of the `Fetcher` contract. */
export interface FetcherCase {
  /** What is promised, as a sentence. Stable: `skip` refers to it. */
  readonly name: string;
  /** Rejects with an assertion error when the promise is broken. */
  run(): Promise<void>;
}
