import type { Growth } from "./job.ts";
import type { JobResult, Standing } from "./race.ts";
import { bytes, duration } from "./units.ts";

/** The slope of log y over log x by least squares. */
export function fittedExponent(points: readonly (readonly [x: number, y: number])[]): number {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  const mean = (at: 0 | 1): number => logs.reduce((sum, point) => sum + point[at], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const along = logs.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0);
  return along / logs.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
}

/** Time and memory by size of the sizes that were run, and the exponents fitted to them; the first row is the head. No rows below two sizes. */
export function growthRows({ name, sizes }: Growth, results: readonly JobResult[]): string[][] {
  const found = sizes.flatMap(({ N, job, bytes }) => {
    const result = results.find((other) => other.name === job);
    return result ? [{ N, bytes, standings: result.standings }] : [];
  });
  if (found.length < 2) return [];
  const labels = Object.keys(found[0]!.bytes).filter((label) =>
    found.every(({ standings }) => standings.some((standing) => standing.label === label)),
  );
  const median = (standings: readonly Standing[], label: string): number =>
    standings.find((standing) => standing.label === label)!.seconds.median;
  const body = found.map((size) => [
    String(size.N),
    ...labels.map((label) => `${duration(median(size.standings, label))}, ${bytes(size.bytes[label]!)}`),
  ]);
  const exponents = labels.map((label) =>
    fittedExponent(found.map(({ N, standings }) => [N, median(standings, label)])).toFixed(2),
  );
  return [[`${name}: N`, ...labels], ...body, ["fitted exponent of the time", ...exponents]];
}
