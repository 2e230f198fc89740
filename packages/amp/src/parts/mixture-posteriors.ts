import type { Component } from "./part.ts";
import type { Posteriors } from "./posteriors.ts";
import type { Workspace } from "./workspace.ts";

/** Writes the posteriors of a mixture at the first `count` fields of a workspace: part k has the weight weight_k Z_k(A, B). */
export function mixturePosteriors(
  components: readonly Component[],
  A: number,
  count: number,
  { fields, total, own }: Workspace,
): void {
  const [first, ...others] = components;
  first!.part.posteriors(A, fields, count, total);
  const logWeight = Math.log(first!.weight);
  for (let i = 0; i < count; i++) total.logPartition[i]! += logWeight;
  for (const { weight, part } of others) {
    part.posteriors(A, fields, count, own);
    merge(total, own, Math.log(weight), count);
  }
}

/** Adds a part to mixtures, by the laws of total expectation and variance: no term cancels another. */
function merge(total: Posteriors, part: Posteriors, logWeight: number, count: number): void {
  const { mean, variance, logPartition } = total;
  for (let i = 0; i < count; i++) {
    const advantage = part.logPartition[i]! + logWeight - logPartition[i]!;
    const ratio = Math.exp(-Math.abs(advantage));
    const more = 1 / (1 + ratio);
    const less = ratio * more;
    const weight = advantage > 0 ? more : less;
    const rest = advantage > 0 ? less : more;
    const distance = part.mean[i]! - mean[i]!;
    variance[i] = rest * variance[i]! + weight * part.variance[i]! + weight * rest * distance * distance;
    mean[i] = rest * mean[i]! + weight * part.mean[i]!;
    logPartition[i]! += Math.max(advantage, 0) + Math.log(1 + ratio);
  }
}
