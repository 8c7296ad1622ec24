import { join } from 'node:path';
import { type AccessToken, describeToken, type TokenDescription } from './access-token.js';
import { parseToken } from './parse-token.js';
import { redact } from './redact.js';
import type { Secret } from './secret.js';
import { readStoredToken, removeStoredToken, storeToken } from './stored-token.js';

/** The user's token, kept in a file of its own that only the user may read. */
export interface TokenFile {
  /** Absolute path. */
  readonly path: string;
  /**
   * Keeps the token that a text holds (see `parseToken`), in place of any other.
   *
   * @throws {TokenError} `TOKEN_UNREADABLE`, `TOKEN_FILE_UNUSABLE`.
   */
  login(text: string): Promise<TokenDescription>;
  /**
   * Forgets the token. The API is not told: whoever else has it can go on using it until it expires.
   *
   * @returns whether there was one.
   * @throws {TokenError} `TOKEN_FILE_UNUSABLE`.
   */
  logout(): Promise<boolean>;
  /** What may be shown of it. @throws {TokenError} `TOKEN_FILE_UNUSABLE`. */
  describe(): Promise<TokenDescription>;
  /** The token itself; undefined when there is none. @throws {TokenError} `TOKEN_FILE_UNUSABLE`. */
  read(): Promise<AccessToken | undefined>;
  /** Keeps a renewed token. @throws {TokenError} `TOKEN_FILE_UNUSABLE`. */
  replace(token: AccessToken): Promise<void>;
  /** Takes every token that this object has seen out of a text, for logs and messages. */
  redact(text: string): string;
}

/** Where the file is and how it is read. */
export interface TokenFileOptions {
  /** The folder of the configuration: `appFolders().config`. Made when missing, for the user alone. */
  readonly folder: string;
  /** The client that tokens were issued to, for those that do not name it themselves. Default: unknown. */
  readonly clientId?: string;
  /** Milliseconds since 1970. Default `Date.now`. */
  readonly now?: () => number;
}

/** The token in `token.json` of the configuration folder. */
export function openTokenFile(options: TokenFileOptions): TokenFile {
  const { now = Date.now } = options;
  const path = join(options.folder, 'token.json');
  const seen = new Map<string, Secret>();
  const remember = (token: AccessToken): AccessToken => {
    for (const secret of [token.accessToken, token.refreshToken]) {
      if (secret !== undefined) seen.set(secret.reveal(), secret);
    }
    return token;
  };
  const read = async (): Promise<AccessToken | undefined> => {
    const token = await readStoredToken(path);
    if (token === undefined) return undefined;
    const clientId = token.clientId ?? options.clientId;
    return remember({ ...token, ...(clientId === undefined ? {} : { clientId }) });
  };
  const replace = async (token: AccessToken): Promise<void> => {
    remember(token);
    await storeToken(path, token);
  };
  const describe = async (): Promise<TokenDescription> => describeToken(await read(), now());
  return {
    path,
    read,
    replace,
    describe,
    login: async (text) => {
      await replace(parseToken(text, now()));
      return describe();
    },
    logout: () => removeStoredToken(path),
    redact: (text) => redact(text, seen.values()),
  };
}
