import type { IncomingMessage } from 'node:http';
import { StandInError } from '../catalogue/stand-in-error.js';
import type { StandInSettings } from '../settings.js';
import { type Answer, jsonAnswer } from './answer.js';
import { readText } from './read-text.js';
import type { RequestLog } from './request-log.js';

/** First part of the addresses from which another process reads and steers the stand-in. */
export const controlPrefix = '/__stand-in/';

/** What can be done from there. */
export interface Controls {
  readonly log: RequestLog;
  configure(changes: unknown): StandInSettings;
  reset(): void;
}

/** Longest body of `configure`. */
const mostConfigureCharacters = 1_000_000;

/** Answers a control request. These are neither logged nor counted, and never meet a fault. */
export async function controlAnswer(controls: Controls, request: IncomingMessage, path: string): Promise<Answer> {
  const name = path.slice(controlPrefix.length);
  if (name === 'stats') return jsonAnswer(200, controls.log.stats());
  if (name === 'log') return jsonAnswer(200, controls.log.records());
  if (request.method === 'POST' && name === 'reset') {
    controls.reset();
    return jsonAnswer(200, { reset: true });
  }
  if (request.method === 'POST' && name === 'configure') return configureAnswer(controls, request);
  return jsonAnswer(404, { error: 'Known here: GET stats, GET log, POST configure, POST reset.' });
}

async function configureAnswer(controls: Controls, request: IncomingMessage): Promise<Answer> {
  try {
    return jsonAnswer(200, controls.configure(JSON.parse(await readText(request, mostConfigureCharacters))));
  } catch (error) {
    if (error instanceof StandInError || error instanceof SyntaxError) return jsonAnswer(400, { error: error.message });
    throw error;
  }
}
