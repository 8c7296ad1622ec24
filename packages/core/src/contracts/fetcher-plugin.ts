import type { Fetcher } from './fetcher.js';

/** What a fetcher is told about the run it works in. */
export interface FetcherContext {
  /** Origins it may talk to, for example `https://www.beatport.com`; redirects to any other are refused. */
  readonly allowedOrigins: readonly string[];
  /** Time for one attempt, from sending to the last byte, in milliseconds. */
  readonly timeoutMs: number;
  /** Largest body it reads, in bytes after decompression. */
  readonly maxBodyBytes: number;
  /** Sent as `User-Agent`. */
  readonly userAgent: string;
  /** Most requests the run will have in flight, so that a pool can be sized. */
  readonly maxInFlight: number;
  /** Where a fetcher says what a developer may want to know; the user sees it with `--verbose`. */
  readonly log: (message: string) => void;
}

/**
 * A schema that can check an unknown value: any implementation of the Standard Schema interface, version 1
 * (zod, valibot and arktype are).
 */
export interface OptionsSchema<Options> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: string;
    /** Checks a value; of an object with options, every one. */
    readonly validate: (value: unknown) => SchemaResult<Options> | Promise<SchemaResult<Options>>;
    readonly types?: { readonly input: unknown; readonly output: Options } | undefined;
    /** The options as JSON Schema, where the library can tell: `cuepoint fetchers` shows them. */
    readonly jsonSchema?: {
      /** What a user may write, before defaults are filled in. */
      readonly input: (options: { readonly target: 'draft-2020-12' }) => unknown;
    };
  };
}

/** What a schema says of a value. */
export type SchemaResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly SchemaIssue[] };

/** What is wrong with a value, and in which part of it. */
export interface SchemaIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** What a plug-in package exports by default. */
export interface FetcherPlugin<Options = unknown> {
  /** Version of this contract. */
  readonly apiVersion: 1;
  /** The name on the command line. */
  readonly name: string;
  /** One line for `cuepoint fetchers`. */
  readonly summary: string;
  /**
   * How many requests its fetcher serves at once, for `cuepoint fetchers`; `max-in-flight` when it takes as many as the
   * run has. Absent where it depends on something else. A run goes by the fetcher's own `concurrency`.
   */
  readonly concurrency?: number | 'max-in-flight';
  /** Checks the plug-in's own options. */
  readonly options: OptionsSchema<Options>;
  /** Makes a fetcher. The caller owns it and disposes of it. */
  create(options: Options, context: FetcherContext): Fetcher | Promise<Fetcher>;
}
