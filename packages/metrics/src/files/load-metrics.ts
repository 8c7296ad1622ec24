import { readFile } from 'node:fs/promises';
import { errorCode, errorMessage } from '@cuepoint/core';
import { z } from 'zod';
import { METRICS_VERSION, type MetricsDocument, metricsDocumentSchema } from '../document/metrics-document.js';
import { MetricsError } from '../errors/metrics-error.js';
import { missingFields } from './missing-fields.js';

/** A metrics document as read from a file. */
export interface LoadedMetrics {
  readonly document: MetricsDocument;
  /** One sentence for each kind of field that was missing and has been read as its zero; empty for a whole document. */
  readonly notes: readonly string[];
}

/**
 * Reads a metrics document. Fields that are missing are read as their zero, with a note; fields that are
 * not known are left out.
 *
 * @throws {MetricsError} `METRICS_NOT_FOUND`, `METRICS_NOT_READ`, `METRICS_MALFORMED`, `METRICS_VERSION`.
 */
export async function loadMetrics(file: string): Promise<LoadedMetrics> {
  const value = parseJson(file, await readText(file));
  checkVersion(file, value);
  const parsed = metricsDocumentSchema.safeParse(value);
  if (!parsed.success) throw malformed(file, firstProblem(parsed.error));
  const notes = missingFields(value, parsed.data).map(
    ({ path, times }) => `${path} is missing${times > 1 ? ` in ${times} places` : ''} and was read as empty or 0.`,
  );
  return { document: parsed.data, notes };
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') {
      throw new MetricsError('METRICS_NOT_FOUND', file, `There is no metrics file ${file}.`, {
        hint: 'A run writes one when it is given --metrics FILE.',
        cause: error,
      });
    }
    throw new MetricsError('METRICS_NOT_READ', file, `${file} could not be read: ${errorMessage(error)}`, {
      cause: error,
    });
  }
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw malformed(file, errorMessage(error), error);
  }
}

function checkVersion(file: string, value: unknown): void {
  const { data } = z.object({ version: z.string() }).safeParse(value);
  if (data === undefined || data.version === METRICS_VERSION) return;
  throw new MetricsError(
    'METRICS_VERSION',
    file,
    `${file} is of version ${data.version}; this program reads ${METRICS_VERSION}.`,
    { hint: 'Read it with the version of CuePoint that wrote it, or newer.' },
  );
}

function firstProblem(error: z.ZodError): string {
  const [issue] = error.issues;
  if (issue === undefined) return error.message;
  return issue.path.length === 0 ? issue.message : `${issue.path.map(String).join('.')}: ${issue.message}`;
}

function malformed(file: string, problem: string, cause?: unknown): MetricsError {
  return new MetricsError('METRICS_MALFORMED', file, `${file} is not a metrics file. ${problem}`, {
    hint: 'Export the metrics again, or check that this is the right file.',
    ...(cause === undefined ? {} : { cause }),
  });
}
