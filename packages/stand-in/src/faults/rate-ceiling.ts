/** Counts answers over the last second. */
export interface RateCeiling {
  /** Whether one more answer is within the ceiling; if so it is counted. */
  admit(now: number, perSecond: number): boolean;
}

/** Starts with an empty second. */
export function openRateCeiling(): RateCeiling {
  let admitted: number[] = [];
  return {
    admit: (now, perSecond) => {
      admitted = admitted.filter((at) => at > now - 1000);
      if (admitted.length >= perSecond) return false;
      admitted.push(now);
      return true;
    },
  };
}
