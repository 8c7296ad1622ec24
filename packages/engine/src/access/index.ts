export type { AccessToken, Renewable, TokenDescription } from './access-token.js';
export { ACCESS_DEFAULTS } from './defaults.js';
export { parseToken } from './parse-token.js';
export { redact } from './redact.js';
export { HIDDEN, Secret } from './secret.js';
export { TokenError, type TokenErrorCode } from './token-error.js';
export { openTokenFile, type TokenFile, type TokenFileOptions } from './token-file.js';
export { createTokenSource, type TokenSourceOptions } from './token-source.js';
