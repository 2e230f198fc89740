import type { RowPanel } from "../backend.ts";
import { makeReflector, norm, reflect } from "./reflector.ts";

/** Row by row, each reflector going to all rows after it. */
export function referenceReducePanel({ X, cols, start, end, rank, least, vectors, tau }: RowPanel): number[] {
  const kept: number[] = [];
  const rest = (i: number, column: number): Float64Array => X.subarray(i * cols + column, (i + 1) * cols);
  for (let i = start; i < end; i++) {
    const j = rank + kept.length;
    if (j === cols) break;
    const x = rest(i, j);
    if (norm(x) <= least[i]!) continue;
    const v = vectors.subarray(j * (cols + 1), (j + 1) * cols);
    tau[j] = makeReflector(x, v);
    for (let below = i + 1; below < end; below++) reflect(rest(below, j), v, tau[j]!);
    kept.push(i);
  }
  return kept;
}
