import { errorMessage, type PageClass } from '@cuepoint/core';

/** What was looked at, in the order of the report. */
export type CheckName =
  | 'node'
  | 'settings'
  | 'config_folder'
  | 'data_folder'
  | 'cache_folder'
  | 'sqlite'
  | 'pages_file'
  | 'data_file'
  | 'token'
  | 'site';

/** What came of looking at one thing. Holds no token. */
export interface Check {
  readonly name: CheckName;
  /** Nothing here stands in the way of a run. */
  readonly ok: boolean;
  /** What was found, as one sentence. */
  readonly finding: string;
  /** What to do about it; absent where there is nothing to do. */
  readonly advice?: string;
  /** Of `site`: the class of its answer; absent when none came. */
  readonly pageClass?: PageClass;
}

/** Looks at something; whatever is thrown becomes the finding, and its hint the advice. */
export async function attempt(name: CheckName, look: () => Promise<Omit<Check, 'name'>>): Promise<Check> {
  try {
    return { name, ...(await look()) };
  } catch (error) {
    const hint = typeof error === 'object' && error !== null && 'hint' in error ? error.hint : undefined;
    return { name, ok: false, finding: errorMessage(error), ...(typeof hint === 'string' ? { advice: hint } : {}) };
  }
}
