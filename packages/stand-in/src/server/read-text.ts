import type { IncomingMessage } from 'node:http';
import { StandInError } from '../catalogue/stand-in-error.js';

/**
 * The body of a request as text.
 *
 * @param most Longest body that is read, in characters.
 * @throws {StandInError} `STAND_IN_OPTIONS` when it is longer.
 */
export async function readText(request: IncomingMessage, most: number): Promise<string> {
  let text = '';
  for await (const part of request.setEncoding('utf8')) {
    text += String(part);
    if (text.length > most) throw new StandInError('STAND_IN_OPTIONS', 'The body is too long.', 'Send less.');
  }
  return text;
}
