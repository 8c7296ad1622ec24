import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerConformance, conformancePrefix, sendJson } from '../conformance/conformance-routes.js';
import type { SeenLog } from '../conformance/seen.js';
import type { FaultPlan } from '../faults/fault-plan.js';
import { hasSolved, hasTooManyParentheses, looksLikeRobot, solvedCookie } from '../faults/gates.js';
import { latencyOf } from '../faults/latency.js';
import type { RateCeiling } from '../faults/rate-ceiling.js';
import { forbidden, refusalOf, solvePath, tooMany } from '../faults/refusals.js';
import { shellDataPath } from '../pages/shell-script.js';
import type { FaultRule, StandInSettings } from '../settings.js';
import { type Answer, jsonAnswer } from './answer.js';
import { type Controls, controlAnswer, controlPrefix } from './control-routes.js';
import { deliver } from './deliver.js';
import { readText } from './read-text.js';
import type { OpenRecord, RequestKind } from './request-log.js';
import type { SiteRoutes } from './site-routes.js';

/** What the handler works with; the settings and the plan of faults change when the stand-in is configured. */
export interface HandlerParts {
  readonly controls: Controls;
  readonly site: SiteRoutes;
  readonly seen: SeenLog;
  readonly ceiling: RateCeiling;
  settings(): StandInSettings;
  faults(): FaultPlan;
}

/** Makes the function that answers every request. */
export function makeHandler(parts: HandlerParts): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    // A client that goes away in the middle is part of the tests; without a listener it would end the process.
    response.on('error', () => undefined);
    const url = addressOf(request);
    if (url.pathname.startsWith(controlPrefix)) {
      answerControl(parts, request, response, url);
      return;
    }
    if (url.pathname === `${conformancePrefix}seen`) {
      sendJson(response, parts.seen.seen());
      return;
    }
    if (url.pathname === `${conformancePrefix}seen/reset`) {
      parts.seen.reset();
      sendJson(response, { reset: true });
      return;
    }
    const kind = kindOf(url.pathname);
    const { pathname: path, search: query } = url;
    const record = parts.controls.log.start({ method: request.method ?? 'GET', path, query, kind });
    response.once('close', () => {
      if (response.headersSent) record.status(response.statusCode);
      record.end();
    });
    if (kind === 'test') {
      response.once('close', parts.seen.arrived(request.url ?? ''));
      answerConformance({ request, response, url });
    } else if (kind === 'asset') {
      deliver({ request, response, record }, assetAnswer(url), { compress: false });
    } else if (kind === 'api' && request.method === 'POST') {
      readText(request, mostFormCharacters).then(
        (form) => answerStore(parts, { request, response, url, record, kind, form }),
        () => response.destroy(),
      );
    } else {
      answerStore(parts, { request, response, url, record, kind, form: undefined });
    }
  };
}

/** Longest form that is read. */
const mostFormCharacters = 20_000;

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly record: OpenRecord;
  readonly kind: RequestKind;
  /** What was posted to the API. */
  readonly form: string | undefined;
}

function answerStore(parts: HandlerParts, exchange: Exchange): void {
  const { response, record } = exchange;
  const settings = parts.settings();
  const decided = decide(parts, exchange, settings);
  if (decided.fault !== undefined) record.fault(decided.fault.name);
  const options = { compress: settings.compress, fault: decided.fault };
  const wait = latencyOf(settings.latency, settings.seed, record.sequence);
  if (wait <= 0) {
    deliver(exchange, decided.answer(), options);
    return;
  }
  // The head goes out late; the work is done after the wait, as by a site that queues a request before answering it.
  const timer = setTimeout(() => deliver(exchange, decided.answer(), options), wait);
  response.once('close', () => clearTimeout(timer));
}

/** Decides, on arrival, what a request will be answered with: the order of arrival alone decides a request's fate. */
function decide(
  parts: HandlerParts,
  { request, url, record, kind, form }: Exchange,
  settings: StandInSettings,
): { readonly answer: () => Answer; readonly fault: FaultRule | undefined } {
  if (kind === 'page') {
    const refused =
      (settings.refuseRobots && looksLikeRobot(request.headers['user-agent'])) ||
      hasTooManyParentheses(url.searchParams.get('q') ?? '');
    if (refused) return { answer: forbidden, fault: undefined };
  }
  const perSecond = settings.ceilingPerSecond;
  if (perSecond !== null && !parts.ceiling.admit(record.arrivedAt, perSecond)) {
    return { answer: () => tooMany({ 'retry-after': '1' }), fault: undefined };
  }
  const address = `${url.pathname}${url.search}`;
  const { sequence } = record;
  const fault = parts.faults().choose({ sequence, address, solved: hasSolved(request.headers.cookie) });
  const refusal = fault === undefined ? undefined : refusalOf(fault, address);
  if (refusal !== undefined) return { answer: () => refusal, fault };
  if (kind === 'data') return { answer: () => parts.site.shellData(url, settings), fault };
  if (kind === 'api') {
    const { authorization } = request.headers;
    return { answer: () => parts.site.api({ url, authorization, form, settings }, fault), fault };
  }
  return { answer: () => parts.site.page(url, settings, fault), fault };
}

function answerControl(parts: HandlerParts, request: IncomingMessage, response: ServerResponse, url: URL): void {
  controlAnswer(parts.controls, request, url.pathname).then(
    (answer) => {
      response.writeHead(answer.status, { ...answer.headers });
      response.end(answer.body.join(''));
    },
    () => response.destroy(),
  );
}

function kindOf(path: string): RequestKind {
  if (path.startsWith(conformancePrefix)) return 'test';
  if (path.startsWith('/v4/')) return 'api';
  if (path === shellDataPath) return 'data';
  if (path === solvePath || path.startsWith('/_next/static/') || path.startsWith('/cdn-cgi/')) return 'asset';
  return 'page';
}

/** Scripts and styles that pages refer to are there and empty; the way out of a challenge sets its cookie. */
function assetAnswer(url: URL): Answer {
  if (url.pathname === solvePath) {
    const to = url.searchParams.get('to');
    return jsonAnswer(
      to === null ? 200 : 302,
      { solved: true },
      {
        'set-cookie': `${solvedCookie}; Path=/; HttpOnly`,
        ...(to === null ? {} : { location: to }),
      },
    );
  }
  const type = url.pathname.endsWith('.css') ? 'text/css' : 'text/javascript';
  return { status: 200, headers: { 'content-type': type, 'cache-control': 'public, max-age=31536000' }, body: [''] };
}

function addressOf(request: IncomingMessage): URL {
  const address = request.url ?? '/';
  // "//x" alone would be read as the host x, so the origin goes before it as text.
  const whole = `http://${request.headers.host ?? '127.0.0.1'}${address.startsWith('/') ? '' : '/'}${address}`;
  // An exception here would end the process: a client may send any Host.
  return new URL(URL.canParse(whole) ? whole : 'http://127.0.0.1/unreadable-address');
}
