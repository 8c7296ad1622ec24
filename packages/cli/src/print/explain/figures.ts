import type { Evidence } from '@cuepoint/engine';
import type { Colors } from '../../terminal/terminal.js';
import type { Cell } from './grid.js';

/** Columns of a mark with its weight: "✗ −12.0". */
export const FIGURE_WIDTH = 7;

/** Log-odds with their sign: "+2.3", "−4.0". */
export function signed(value: number): string {
  const text = Math.abs(value).toFixed(1);
  if (Number(text) === 0) return '0.0';
  return `${value < 0 ? '−' : '+'}${text}`;
}

/** A probability of 0–100: "97.4 %". */
export function percent(score: number): string {
  return `${score.toFixed(1)} %`;
}

/** What a comparison says, and how much: a tick, a cross, or a dot where it says nothing. */
export function verdictCell(evidence: Evidence | undefined, colors: Colors): Cell {
  if (evidence === undefined) return { text: '·', color: colors.dim };
  const { mark, color } = {
    agree: { mark: '✓', color: colors.green },
    disagree: { mark: '✗', color: colors.red },
    unknown: { mark: '·', color: colors.dim },
  }[evidence.verdict];
  return { text: `${mark}${signed(evidence.weight).padStart(FIGURE_WIDTH - 1)}`, color };
}

/** A figure without a mark, under those that have one. */
export function figure(text: string): string {
  return text.padStart(FIGURE_WIDTH);
}

/** A probability as a bar. */
export function bar(score: number, width: number): string {
  const full = Math.round((score / 100) * width);
  return '█'.repeat(full) + '░'.repeat(width - full);
}
