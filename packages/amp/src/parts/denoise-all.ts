import { requireLength } from "../argument-checks.ts";
import { blockSize } from "../quadrature/rule.ts";
import { mixturePosteriors } from "./mixture-posteriors.ts";
import type { Component } from "./part.ts";
import { requirePrecision } from "./require-precision.ts";
import type { Workspace } from "./workspace.ts";

/** Requires a precision, and as many results as fields. */
export function requireDenoiseAll(
  A: number,
  B: Float64Array,
  mean: Float64Array,
  variance: Float64Array,
): void {
  requirePrecision("denoiseAll", A);
  requireLength("denoiseAll", "mean", mean.length, B.length, "B.length");
  requireLength("denoiseAll", "variance", variance.length, B.length, "B.length");
}

/** Posterior means and variances of a mixture at all fields B; `mean` may be B itself. */
export function denoiseAll(
  components: readonly Component[],
  workspace: Workspace,
  A: number,
  B: Float64Array,
  mean: Float64Array,
  variance: Float64Array,
): void {
  requireDenoiseAll(A, B, mean, variance);
  const { fields, total } = workspace;
  for (let start = 0; start < B.length; start += blockSize) {
    const count = Math.min(blockSize, B.length - start);
    for (let i = 0; i < count; i++) fields[i] = B[start + i]!;
    mixturePosteriors(components, A, count, workspace);
    for (let i = 0; i < count; i++) mean[start + i] = total.mean[i]!;
    for (let i = 0; i < count; i++) variance[start + i] = total.variance[i]!;
  }
}
