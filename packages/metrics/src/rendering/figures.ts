/** Seconds for people: "2.35 s", "0.050 s", "64.0 s". */
export function secondsWords(seconds: number): string {
  const digits = seconds >= 10 ? 1 : seconds >= 1 || seconds === 0 ? 2 : 3;
  return `${seconds.toFixed(digits)} s`;
}

/** A percentage as it stands in the document: "82.94 %". */
export function percentWords(percentage: number): string {
  return `${percentage} %`;
}
