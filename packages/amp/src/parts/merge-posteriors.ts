import type { Posteriors } from "./posteriors.ts";

/** Adds a part, of a weight's logarithm, to mixtures: by the laws of total expectation and variance, in which no term cancels another. */
export function mergePosteriors(into: Posteriors, part: Posteriors, logWeight: number, count: number): void {
  const { mean, variance, logPartition } = into;
  for (let i = 0; i < count; i++) {
    const advantage = part.logPartition[i]! + logWeight - logPartition[i]!;
    const ratio = Math.exp(-Math.abs(advantage));
    const more = 1 / (1 + ratio);
    const less = ratio * more;
    const weight = advantage > 0 ? more : less;
    const rest = advantage > 0 ? less : more;
    const distance = part.mean[i]! - mean[i]!;
    variance[i] = rest * variance[i]! + weight * part.variance[i]! + weight * distance * (rest * distance);
    mean[i] = rest * mean[i]! + weight * part.mean[i]!;
    logPartition[i]! += Math.max(advantage, 0) + Math.log(1 + ratio);
  }
}
