import { mkdir } from 'node:fs/promises';
import { join, parse, resolve } from 'node:path';
import { renamePatiently, sha256Of, whatIsAt } from './file-system.js';
import { type Marker, readMarker, writeMarker } from './marker.js';
import { OutputError, outputError } from './output-error.js';
import { beginFile, type PendingFile } from './pending-file.js';
import { removeLeftovers, temporaryPath } from './temporary-files.js';

/** What a commit did. */
export interface Committed {
  /** Absolute paths of the files written, in the order given. */
  readonly files: readonly string[];
  /** What the user should know: a version of theirs that was kept, a file that had to get another name. */
  readonly warnings: readonly string[];
}

/** A folder for results, in which only files that CuePoint wrote are ever replaced. */
export interface OutputFolder {
  /** Absolute path. */
  readonly path: string;
  /**
   * Begins a file. It stands beside its place until it is committed.
   *
   * @throws {OutputError} `OUTPUT_IN_THE_WAY` when something CuePoint did not write has that name.
   */
  begin(name: string): Promise<PendingFile>;
  /**
   * Puts files in their places, each as a whole. Nothing is lost: a file of that name that was changed since CuePoint
   * wrote it is kept under a numbered name, and when another program holds the place, the new file gets the number.
   *
   * @throws {OutputError} when the disk will not have it.
   */
  commit(files: readonly PendingFile[]): Promise<Committed>;
}

/**
 * Opens a folder for results: makes it when it is missing and clears away what killed runs left behind.
 *
 * @throws {OutputError} `OUTPUT_NOT_A_FOLDER`, `OUTPUT_NO_PERMISSION`, `OUTPUT_NOT_WRITTEN`.
 */
export async function openOutputFolder(folder: string): Promise<OutputFolder> {
  const path = resolve(folder);
  let marker: Marker;
  try {
    await mkdir(path, { recursive: true });
    await removeLeftovers(path);
    marker = await readMarker(path);
  } catch (error) {
    throw outputError(path, error);
  }

  return {
    path,
    begin: async (name) => {
      const target = join(path, name);
      const found = await whatIsAt(target);
      if (found === 'folder' || (found === 'file' && !marker.has(name))) throw inTheWay(target, found);
      return beginFile(target, temporaryPath(path));
    },
    commit: async (files) => {
      try {
        const before = marker;
        marker = await withHashes(before, files);
        await writeMarker(path, marker);
        const placed: Placed[] = [];
        for (const file of files) placed.push(await place(file, path, before));
        return { files: placed.map((one) => one.path), warnings: placed.flatMap((one) => one.warnings) };
      } catch (error) {
        throw outputError(path, error);
      }
    },
  };
}

interface Placed {
  readonly path: string;
  readonly warnings: readonly string[];
}

async function place(file: PendingFile, folder: string, before: Marker): Promise<Placed> {
  const target = join(folder, file.name);
  const warnings: string[] = [];
  try {
    warnings.push(...(await keepForeignVersion(target, before.get(file.name) ?? [])));
    await renamePatiently(file.path, target);
    return { path: target, warnings };
  } catch (error) {
    const other = await freeName(target, 'new');
    // Where this fails as well it is the folder, not the file, and the first error says more.
    await renamePatiently(file.path, other).catch(() => Promise.reject(error));
    warnings.push(`${target} could not be replaced (is it open in another program?), so the new one is ${other}.`);
    return { path: other, warnings };
  }
}

/** Moves what stands at `target` aside, unless it is byte for byte what CuePoint wrote. */
async function keepForeignVersion(target: string, ownHashes: readonly string[]): Promise<readonly string[]> {
  const found = await whatIsAt(target);
  if (found === 'nothing') return [];
  if (found === 'file' && ownHashes.includes(await sha256Of(target))) return [];
  const kept = await freeName(target, 'kept');
  await renamePatiently(target, kept);
  return [`${target} had been changed since CuePoint wrote it; that version was kept as ${kept}.`];
}

/** `results.kept-1.csv`, or the first number that is free. */
async function freeName(target: string, word: string): Promise<string> {
  const { dir, name, ext } = parse(target);
  for (let number = 1; ; number += 1) {
    const candidate = join(dir, `${name}.${word}-${number}${ext}`);
    if ((await whatIsAt(candidate)) === 'nothing') return candidate;
  }
}

async function withHashes(marker: Marker, files: readonly PendingFile[]): Promise<Marker> {
  const next = new Map(marker);
  for (const file of files) next.set(file.name, [await file.close(), ...(marker.get(file.name) ?? []).slice(0, 1)]);
  return next;
}

function inTheWay(path: string, found: 'file' | 'folder'): OutputError {
  return new OutputError(
    'OUTPUT_IN_THE_WAY',
    path,
    `${path} is ${found === 'folder' ? 'a folder' : 'a file'} that CuePoint did not write, so it was left alone.`,
    { hint: 'Move it away, or choose another output folder.' },
  );
}
