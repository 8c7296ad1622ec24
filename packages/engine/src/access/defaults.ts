/** Every default of the access to the API, in one place. */
export const ACCESS_DEFAULTS = {
  /** Milliseconds before its end from which a token counts as expired: a request may wait that long for its turn. */
  expireEarlyMs: 30_000,
  /** Milliseconds within which a renewal must be answered. */
  renewTimeoutMs: 30_000,
  /** Milliseconds after a failed renewal before another is tried: every track of a run would try one. */
  renewPauseMs: 30_000,
  /** Longest answer to a renewal, in bytes; a true one has some 300. */
  maxAnswerBytes: 64 * 1024,
  /** Shortest and longest token, in characters. Real ones have 30, signed ones some 1,000; a shorter text is a typo. */
  minTokenChars: 8,
  maxTokenChars: 8_192,
  /** Longest text that is looked at for a token, in characters. */
  maxPastedChars: 100_000,
} as const;
