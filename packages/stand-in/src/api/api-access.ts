import type { StandInSettings } from '../settings.js';

/** How often each token was used. */
export interface ApiAccess {
  use(token: string): number;
  reset(): void;
}

/** Starts with unused tokens. */
export function openApiAccess(): ApiAccess {
  const uses = new Map<string, number>();
  return {
    use: (token) => {
      const count = (uses.get(token) ?? 0) + 1;
      uses.set(token, count);
      return count;
    },
    reset: () => uses.clear(),
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
  if (!settings.apiTokens.includes(token)) return 'Invalid token.';
  const expired = settings.apiTokenRequests !== null && access.use(token) > settings.apiTokenRequests;
  return expired ? 'Token has expired.' : undefined;
}
