/** How much an export holds. */
export interface ExportSize {
  readonly tracks: number;
  readonly playlists: number;
  readonly temposPerTrack: number;
  readonly marksPerTrack: number;
  readonly seed: number;
}
export const DEFAULT_SIZE: ExportSize;
/** The export as pieces of text, one per track or playlist. */
export function generateExport(size?: Partial<ExportSize>): Generator<string>;
/** Writes the export to a file. */
export function writeExport(path: string, size?: Partial<ExportSize>): Promise<void>;
