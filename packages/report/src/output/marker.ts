import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '@cuepoint/core';
import { z } from 'zod';
import { renamePatiently } from './file-system.js';
import { beginFile } from './pending-file.js';
import { temporaryPath } from './temporary-files.js';

/** The file by which CuePoint recognises what it wrote. */
const MARKER_NAME = '.cuepoint-output.json';

/**
 * What CuePoint wrote into a folder: per file name the SHA-256 of its bytes, newest first. The one before is kept
 * too, because the marker is written before the files are put in place, and a run may be killed in between.
 */
export type Marker = ReadonlyMap<string, readonly string[]>;

const markerSchema = z.object({
  version: z.literal(1),
  about: z.string(),
  files: z.record(z.string(), z.array(z.string())),
});

/** The marker of a folder; empty when there is none, or none that can be understood. */
export async function readMarker(folder: string): Promise<Marker> {
  try {
    const value: unknown = JSON.parse(await readFile(join(folder, MARKER_NAME), 'utf8'));
    const { data } = markerSchema.safeParse(value);
    return new Map(Object.entries(data?.files ?? {}));
  } catch (error) {
    if (error instanceof SyntaxError || errorCode(error) === 'ENOENT') return new Map();
    throw error;
  }
}

/** Replaces the marker of a folder. */
export async function writeMarker(folder: string, marker: Marker): Promise<void> {
  const value: z.infer<typeof markerSchema> = {
    version: 1,
    about: 'The files CuePoint wrote here. A rerun replaces these, and nothing else.',
    files: Object.fromEntries([...marker].map(([name, hashes]) => [name, [...hashes]])),
  };
  const file = await beginFile(join(folder, MARKER_NAME), temporaryPath(folder));
  await file.append(`${JSON.stringify(value, null, 2)}\n`);
  await file.close();
  await renamePatiently(file.path, join(folder, MARKER_NAME));
}
