import { mergePosteriors } from "./merge-posteriors.ts";
import type { Component } from "./part.ts";
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
  if (logWeight !== 0) for (let i = 0; i < count; i++) total.logPartition[i]! += logWeight;
  for (const { weight, part } of others) {
    part.posteriors(A, fields, count, own);
    mergePosteriors(total, own, Math.log(weight), count);
  }
}
