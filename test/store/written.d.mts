import type { RecordedResult } from '@cuepoint/store';

export function bodyOf(index: number): string;
export function resultOf(index: number): RecordedResult;
