/** "1 track", "2 tracks". */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Milliseconds as a person says them: "0.4 s", "12 s", "3 min 05 s", "1 h 02 min". */
export function duration(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} min ${pad(whole % 60)} s`;
  return `${Math.floor(minutes / 60)} h ${pad(minutes % 60)} min`;
}

/** Bytes as a person says them: "312 bytes", "9.8 kB", "44 kB", "1.2 MB". */
export function size(bytes: number): string {
  if (bytes < 1000) return plural(bytes, 'byte');
  const [unit, factor] = bytes < 999_500 ? ['kB', 1000] : bytes < 999_500_000 ? ['MB', 1000 ** 2] : ['GB', 1000 ** 3];
  const value = bytes / factor;
  return `${value < 9.95 ? value.toFixed(1) : Math.round(value)} ${unit}`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
