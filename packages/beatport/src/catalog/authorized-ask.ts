import type { CatalogFailure, CatalogOptions, PageClass, PageRequest } from '@cuepoint/core';
import type { PageReading, RefusalReason } from '../reading/page-reading.js';
import { apiFailure, tokenFailure } from './api-failures.js';
import { type AskTools, askPage } from './ask-page.js';
import { abortedFailure, isFailure } from './failures.js';
import type { TokenSource } from './token-source.js';

/** Asks the API with the user's token. */
export interface AuthorizedAsk {
  /** Why nothing more is asked with the token there is; undefined while all is well. Live. */
  readonly shutOut: CatalogFailure | undefined;
  /**
   * Gets one answer of the API, as `askPage` does. A refused token is renewed, or replaced by a newer one, and the
   * question asked again.
   */
  ask<Checked extends Verdict>(
    question: Question,
    url: string,
    options: CatalogOptions,
    check: (reading: PageReading) => Checked,
  ): Promise<Checked | CatalogFailure>;
}

/** What is asked. A plan that is too small for one search is too small for all, and ends the asking. */
export type Question = 'search' | 'track';

/** What the last word on a page must say. */
export interface Verdict {
  readonly class: PageClass;
  readonly reason?: RefusalReason;
}

/**
 * The token stands in the `authorization` header of the request, and nowhere else.
 *
 * A token that was refused for good is not sent again: each further question would be one more refusal, and the run
 * has thousands. It takes another token to ask again.
 */
export function authorizedAsk(tools: AskTools, token: TokenSource): AuthorizedAsk {
  let shut: Shut | undefined;
  const shutOut = (failure: CatalogFailure, refusal: Omit<Shut, 'failure'> = { renew: false }): CatalogFailure => {
    if (failure.kind !== 'aborted') shut = { failure, ...refusal };
    return failure;
  };

  /** A token that is not known to be refused. */
  async function usable(signal: AbortSignal | undefined): Promise<string | CatalogFailure> {
    const held = await orFailure(token.current(), signal);
    if (typeof held !== 'string') return shutOut(held);
    if (shut?.token !== held) return held;
    return shut.renew ? renewed(held, signal) : shut.failure;
  }

  /** The token to send after a refused one. */
  async function renewed(refused: string, signal: AbortSignal | undefined): Promise<string | CatalogFailure> {
    const fresh = await orFailure(token.refresh(refused), signal);
    if (fresh === undefined || fresh === refused) return shutOut(TOKEN_REFUSED, { token: refused, renew: true });
    return typeof fresh === 'string' ? fresh : shutOut(fresh, { token: refused, renew: true });
  }

  function concluded<Checked extends Verdict>(
    question: Question,
    sent: string,
    answer: Checked,
  ): Checked | CatalogFailure {
    if (answer.reason === 'plan' && question === 'search')
      return shutOut(PLAN_TOO_SMALL, { token: sent, renew: false });
    // An answer that was under way when its token was refused says nothing of the next one.
    if (shut?.token !== sent) shut = undefined;
    return answer;
  }

  return {
    get shutOut() {
      return shut?.failure;
    },
    async ask(question, url, options, check) {
      let sent = await usable(options.signal);
      for (let renewals = 0; ; renewals += 1) {
        if (typeof sent !== 'string') return sent;
        const answer = await send(tools, url, sent, options, check);
        if (isFailure(answer)) return answer;
        if (answer.reason !== 'token') return concluded(question, sent, answer);
        // Tokens refused as soon as they are got: each further question would spend more of them.
        if (renewals === MAX_RENEWALS) return shutOut(TOKEN_REFUSED, { token: sent, renew: false });
        sent = await renewed(sent, options.signal);
      }
    },
  };
}

/** Times one question has its token renewed. More than one, since a token may expire while the question waits its turn. */
const MAX_RENEWALS = 3;

/** Why nothing more is asked. */
interface Shut {
  readonly failure: CatalogFailure;
  /** The token that was refused; absent when there was none to send. */
  readonly token?: string;
  /** No other was to be had. The next question asks for one anew, since the user may log in while a run is under way. */
  readonly renew: boolean;
}

const TOKEN_REFUSED = apiFailure({ class: 'blocked', detail: '', reason: 'token' });
const PLAN_TOO_SMALL = apiFailure({ class: 'blocked', detail: '', reason: 'plan' });

async function send<Checked extends Verdict>(
  tools: AskTools,
  url: string,
  token: string,
  options: CatalogOptions,
  check: (reading: PageReading) => Checked,
): Promise<Checked | CatalogFailure> {
  const headers = { accept: 'application/json', authorization: `Bearer ${token}` };
  const request: PageRequest = { url, kind: 'api', headers };
  const answer = await askPage(tools, request, options, check);
  if (!isFailure(answer)) return answer;
  // A fetcher with a defect may quote the request it could not send.
  return { ...answer, message: answer.message.replaceAll(token, '[token]') };
}

/** What a token source gives, or why it gives nothing. Ends at once with the signal: a renewal can take its time. */
async function orFailure<Given>(
  asked: Promise<Given>,
  signal: AbortSignal | undefined,
): Promise<Given | CatalogFailure> {
  const settled = asked.catch(tokenFailure);
  if (signal === undefined) return settled;
  if (signal.aborted) return abortedFailure();
  return new Promise((resolve) => {
    const end = (): void => resolve(abortedFailure());
    signal.addEventListener('abort', end, { once: true });
    void settled.then(resolve).finally(() => signal.removeEventListener('abort', end));
  });
}
