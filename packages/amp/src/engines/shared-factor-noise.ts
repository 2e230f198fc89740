import { residualVariance, squaredNorm } from "../learning/residual-variance.ts";
import type { FactorState } from "./factor-state.ts";
import type { SharedFactorProblem } from "./shared-factor-problem.ts";

/** The noise variance of channel c by a step of expectation maximisation, as `channelVariance`. */
export function sharedFactorNoise(
  { channels, sizes }: SharedFactorProblem,
  c: number,
  states: readonly FactorState[],
): number {
  const { observed, factors, unit } = channels[c]!;
  const over = (value: (a: number) => number): number =>
    factors.reduce((product, a) => product * value(a), 1);
  return residualVariance({
    squares: observed.squares(),
    signal: observed.form(factors.map((a) => states[a]!.estimate)),
    power: over((a) => squaredNorm({ mean: states[a]!.estimate, variance: states[a]!.variance })),
    scale: 1 / unit,
    count: over((a) => sizes[a]!),
  });
}
