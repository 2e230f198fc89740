import type { Job } from "@onsager/tooling/bench";

import { streamedGram } from "../../src/index.ts";
import { featureCount } from "../../src/maps/feature-count.ts";
import { bothBuilds } from "../contestants.ts";
import { gaussian, normals } from "../data.ts";

/** Samples of a batch here; NumPy's batch is the one that it is fastest with. */
const BATCH = 2048;

function batches(n: number, d: number) {
  const [{ data }, weights] = [gaussian(n, d, "X"), normals(n, "w")];
  return Array.from({ length: Math.ceil(n / BATCH) }, (_, i) => {
    const [start, end] = [i * BATCH, Math.min(n, (i + 1) * BATCH)];
    const X = { rows: end - start, cols: d, data: data.subarray(start * d, end * d) };
    return { X, weights: weights.subarray(start, end) };
  });
}

/** sum_mu w_mu (V z_mu) z_mu^T / n for p vectors, z the Hermite features of stored samples. */
function hermitePass(order: 2 | 3, n: number, d: number, p: number): Job {
  const m = featureCount(d, order);
  return {
    name: `streamed Hermite pass, order ${order}, d=${d}, n=${n}, ${p} vectors`,
    work: { amount: 4 * n * m * p, unit: "GFLOP/s" },
    python: { call: "hermite_pass", args: [order, n, d, p] },
    contestants: bothBuilds((backend) => {
      const operator = streamedGram(batches(n, d), { dimension: d, order, backend });
      const [V, out] = [gaussian(p, m, "V"), gaussian(p, m, "out")];
      return () => operator.applyBlock?.(V, out);
    }),
  };
}

/** Products with operators that are never stored. */
export const streamedJobs: readonly Job[] = [hermitePass(2, 27_885, 60, 8), hermitePass(3, 4000, 30, 8)];
