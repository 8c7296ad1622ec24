import { readFile, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { errorCode, errorMessage } from '@cuepoint/core';
import type { MetricsDocument } from '../document/metrics-document.js';
import { metricsDocumentSchema } from '../document/metrics-document.js';
import { MetricsError } from '../errors/metrics-error.js';
import { documentText } from './document-text.js';
import { writeAtomically } from './write-atomically.js';

/** Choices for writing a metrics document. */
export interface ExportMetricsOptions {
  /** How a generated file name begins. Default `cuepoint`. */
  readonly base?: string;
}

/**
 * Writes a metrics document as JSON, as a whole or not at all. Missing folders are made.
 *
 * @param fileOrFolder A file, or a folder (one that exists, or a path that ends with a separator), in which the file
 *   is then named `{base}_metrics_{YYYYMMDD_HHMMSS}.json` by the UTC time at which the document was made.
 *   An existing metrics document is replaced.
 * @returns The absolute path of the file.
 * @throws {MetricsError} `METRICS_IN_THE_WAY`, `METRICS_NOT_WRITTEN`.
 */
export async function exportMetrics(
  document: MetricsDocument,
  fileOrFolder: string,
  options: ExportMetricsOptions = {},
): Promise<string> {
  const target = resolve(fileOrFolder);
  const named = `${options.base ?? 'cuepoint'}_metrics_${fileTime(document.generated)}.json`;
  const file = (await isFolder(fileOrFolder)) ? join(target, named) : target;
  await refuseForeignFile(file);
  try {
    await writeAtomically(file, documentText(document));
  } catch (error) {
    throw notWritten(file, error);
  }
  return file;
}

/**
 * Makes sure, before a run, that its metrics will not find something else in their way.
 *
 * @param fileOrFolder As for `exportMetrics`.
 * @throws {MetricsError} `METRICS_IN_THE_WAY`, `METRICS_NOT_WRITTEN`.
 */
export async function checkMetricsTarget(fileOrFolder: string): Promise<void> {
  if (!(await isFolder(fileOrFolder))) await refuseForeignFile(resolve(fileOrFolder));
}

async function isFolder(path: string): Promise<boolean> {
  if (path.endsWith('/') || path.endsWith(sep)) return true;
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

/** An empty file holds nothing that could be lost, and is what a temporary-file tool makes. */
async function refuseForeignFile(file: string): Promise<void> {
  const text = await existingText(file);
  if (text === undefined || text === '' || isMetricsDocument(text)) return;
  throw new MetricsError(
    'METRICS_IN_THE_WAY',
    file,
    `${file} exists and is not a metrics file, so it was left alone.`,
    {
      hint: 'Choose another file name, or move that file away.',
    },
  );
}

async function existingText(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    // One that is too long to read is not provably ours.
    if (errorCode(error) === 'ERR_STRING_TOO_LONG') return 'unreadable';
    throw notWritten(file, error);
  }
}

/** Any version counts: a document of an older program is still a metrics document. */
function isMetricsDocument(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    const { version: _, ...identity } = metricsDocumentSchema.shape;
    return typeof value === 'object' && value !== null && Object.keys(identity).every((key) => key in value);
  } catch {
    return false;
  }
}

function notWritten(file: string, error: unknown): MetricsError {
  return new MetricsError('METRICS_NOT_WRITTEN', file, `${file} could not be written: ${errorMessage(error)}`, {
    hint: 'Check that the folder may be written to and that the disk has room, or choose another file.',
    cause: error,
  });
}

function fileTime(iso: string): string {
  return iso.replace(/[-:]/g, '').replace('T', '_').slice(0, 15);
}
