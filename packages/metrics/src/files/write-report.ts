import { resolve } from 'node:path';
import { errorMessage } from '@cuepoint/core';
import { MetricsError } from '../errors/metrics-error.js';
import { writeAtomically } from './write-atomically.js';

/**
 * Writes a rendered report with a line break at its end, as a whole or not at all. Missing folders are made, an
 * existing file is replaced.
 *
 * @returns The absolute path of the file.
 * @throws {MetricsError} `METRICS_NOT_WRITTEN`.
 */
export async function writeReport(text: string, path: string): Promise<string> {
  const file = resolve(path);
  try {
    await writeAtomically(file, [text, '\n']);
  } catch (error) {
    throw new MetricsError('METRICS_NOT_WRITTEN', file, `${file} could not be written: ${errorMessage(error)}`, {
      hint: 'Check that the folder may be written to, or choose another file.',
      cause: error,
    });
  }
  return file;
}
