import { expect } from "vitest";

/** Mean and standard error of each entry over repetitions. */
export interface Averages {
  readonly mean: readonly number[];
  readonly standardError: readonly number[];
}

/** Runs a trial at seeds 1 to `seeds`. */
export function overSeeds(seeds: number, trial: (seed: number) => readonly number[]): Averages {
  const rows = Array.from({ length: seeds }, (_, i) => trial(i + 1));
  const columns = rows[0]!.map((_, j) => rows.map((row) => row[j]!));
  const mean = columns.map((values) => values.reduce((sum, value) => sum + value, 0) / seeds);
  const standardError = columns.map((values, j) =>
    Math.sqrt(values.reduce((sum, value) => sum + (value - mean[j]!) ** 2, 0) / (seeds - 1) / seeds),
  );
  return { mean, standardError };
}

/** |mean - theory| <= max(4 standard errors, 0.05), entry by entry. */
export function expectTheory({ mean, standardError }: Averages, theory: readonly number[]): void {
  expect(mean.length).toBe(theory.length);
  theory.forEach((value, j) => {
    const bound = Math.max(4 * standardError[j]!, 0.05);
    const message = `entry ${j}: ${mean[j]} (s.e. ${standardError[j]}) against ${value}`;
    expect(Math.abs(mean[j]! - value), message).toBeLessThanOrEqual(bound);
  });
}
