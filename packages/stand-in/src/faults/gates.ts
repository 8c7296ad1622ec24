/** Whether a client gives itself away as a program: no `User-Agent`, or one of a robot or a program library. */
export function looksLikeRobot(userAgent: string | undefined): boolean {
  if (userAgent === undefined || userAgent.trim() === '') return true;
  return /bot\b|crawl|spider|^(?:node|undici|curl|wget|python|go-http-client|java|okhttp|axios|libwww)(?:[/ -]|$)/i.test(
    userAgent,
  );
}

/** Whether a search has more pairs of parentheses than the site allows, which is one. */
export function hasTooManyParentheses(query: string): boolean {
  return (query.match(/\([^()]*\)/g) ?? []).length > 1;
}

/** The cookie of a visitor who has solved the challenge. */
export const solvedCookie = 'cf_clearance=solved-here';

/** Whether a request carries that cookie. */
export function hasSolved(cookies: string | undefined): boolean {
  return (cookies ?? '').split(/;\s*/).includes(solvedCookie);
}
