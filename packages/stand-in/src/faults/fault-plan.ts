import type { FaultRule } from '../settings.js';
import { fraction } from '../text/hash.js';

/** Decides which request meets which fault. */
export interface FaultPlan {
  /** The rule that applies to a request, or undefined. Spends a rule that was for the next few requests. */
  choose(request: FaultedRequest): FaultRule | undefined;
}

/** What the decision rests on. */
export interface FaultedRequest {
  /** Position among the page and API requests, from 1: the same position with the same seed has the same fate. */
  readonly sequence: number;
  /** Path and query. */
  readonly address: string;
  /** The client has solved the challenge. */
  readonly solved: boolean;
}

/** Makes a plan of some rules. */
export function planFaults(rules: readonly FaultRule[], seed: number): FaultPlan {
  const planned = rules.map((rule, position) => ({
    rule,
    position,
    pattern: rule.match === undefined ? undefined : new RegExp(rule.match),
    left: rule.next ?? Number.POSITIVE_INFINITY,
  }));
  return {
    choose: ({ sequence, address, solved }) => {
      for (const entry of planned) {
        const { rule, position, pattern } = entry;
        if (entry.left <= 0) continue;
        if (pattern !== undefined && !pattern.test(address)) continue;
        if (solved && (rule.name === 'challenge' || rule.name === 'challenge-200')) continue;
        if (fraction(`fault:${seed}:${position}:${sequence}`) >= rule.rate) continue;
        entry.left -= 1;
        return rule;
      }
      return undefined;
    },
  };
}
