import type { StandInSettings } from '../settings.js';

/** Which tokens were issued, and how often each was used. */
export interface ApiAccess {
  use(token: string): number;
  /** Whether the token was issued here, since the start or the last reset. */
  isIssued(token: string): boolean;
  /** A new pair of tokens; they are told apart by their numbers. */
  issue(): IssuedTokens;
  /**
   * Takes a refresh token, which is good for one use.
   *
   * @param given Those that are good from the start.
   * @returns false for one that was never good or has been used.
   */
  spend(refreshToken: string, given: readonly string[]): boolean;
  reset(): void;
}

/** What a client is given when it renews its token. */
export interface IssuedTokens {
  readonly access: string;
  readonly refresh: string;
}

/** Starts with unused tokens. */
export function openApiAccess(): ApiAccess {
  const uses = new Map<string, number>();
  const issued = new Set<string>();
  const renewable = new Set<string>();
  const spent = new Set<string>();
  return {
    use: (token) => {
      const count = (uses.get(token) ?? 0) + 1;
      uses.set(token, count);
      return count;
    },
    isIssued: (token) => issued.has(token),
    issue: () => {
      const tokens = {
        access: `stand-in-access-${issued.size + 1}`,
        refresh: `stand-in-refresh-${renewable.size + 1}`,
      };
      issued.add(tokens.access);
      renewable.add(tokens.refresh);
      return tokens;
    },
    spend: (token, given) => {
      if (spent.has(token) || !(renewable.has(token) || given.includes(token))) return false;
      spent.add(token);
      return true;
    },
    reset: () => {
      for (const tokens of [uses, issued, renewable, spent]) tokens.clear();
    },
  };
}

/** Why the API will not answer, in its own words, or undefined when it will. Counts a use of the token. */
export function deniedAccess(
  access: ApiAccess,
  authorization: string | undefined,
  settings: StandInSettings,
): string | undefined {
  const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) return 'Authentication credentials were not provided.';
  if (!settings.apiTokens.includes(token) && !access.isIssued(token)) return 'Invalid token.';
  const expired = settings.apiTokenRequests !== null && access.use(token) > settings.apiTokenRequests;
  return expired ? 'Token has expired.' : undefined;
}
