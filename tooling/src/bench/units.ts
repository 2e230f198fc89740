/** Seconds in a unit that suits them. */
export function duration(seconds: number): string {
  if (seconds >= 1) return `${seconds.toFixed(2)} s`;
  if (seconds >= 1e-3) return `${(seconds * 1e3).toPrecision(3)} ms`;
  return `${(seconds * 1e6).toPrecision(3)} us`;
}

/** Bytes in decimal megabytes. */
export function bytes(count: number): string {
  return `${(count / 1e6).toPrecision(3)} MB`;
}
