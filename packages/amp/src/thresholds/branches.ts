import { mutualInformationOf } from "../free-entropy/free-entropy-of.ts";
import type { SharedFactorSpec, SymmetricSpec } from "../models.ts";
import type { Prior } from "../prior.ts";
import type { StateEvolutionOptions } from "../state-evolution/options.ts";
import { drive, type Run } from "../state-evolution/run.ts";
import { sharedFactorRun } from "../state-evolution/shared-factor-state-evolution-steps.ts";
import type { StateEvolution } from "../state-evolution/state-evolution.ts";
import { symmetricRun } from "../state-evolution/symmetric-state-evolution-steps.ts";

/** A fixed point of Bayes-AMP. */
export interface Branch extends StateEvolution {
  readonly freeEntropy: number;
}

/** What a random start reaches and what a start at the truth reaches. */
export interface Branches {
  /** From a random start. */
  readonly uninformed: Branch;
  /** From the truth. */
  readonly informed: Branch;
  /** Whether the informed branch has the larger free entropy: it is Bayes-optimal and out of reach. Else the uninformed one is optimal. */
  readonly hard: boolean;
  /**
   * Between observations and factors, per coordinate of the first factor: U(rho)/2 - max Phi. U(rho) is sum_c prod alpha rho/D_c for
   * shared factors, sum_c rho^p/(p D_c) for one vector.
   */
  readonly mutualInformation: number;
}

/** Options of the branches: those of state evolution, which is Bayes-optimal here. */
export type BranchesOptions = Omit<StateEvolutionOptions, "denoiser">;

/** A difference of free entropies that may be rounding. */
const slack = 1e-12;

/**
 * Both fixed points of Bayes-AMP for one vector seen through symmetric matrices and tensors.
 *
 * @param spec - orders and noise variances
 * @param prior - the law of the coordinates of x
 * @param options - `tolerance`, `maximumIterations`
 * @throws TypeError or RangeError as `symmetricStateEvolution`
 */
export function symmetricBranches(
  spec: SymmetricSpec,
  prior: Prior,
  options: BranchesOptions = {},
): Branches {
  return branchesOf((start) => symmetricRun("symmetricBranches", spec, prior, { ...options, start }));
}

/**
 * Both fixed points of Bayes-AMP for factors that share matrices and tensors.
 *
 * @param spec - ratios and channels
 * @param priors - the prior of each factor by its name, or one for all
 * @param options - `tolerance`, `maximumIterations`
 * @throws TypeError or RangeError as `sharedFactorStateEvolution`
 */
export function sharedFactorBranches(
  spec: SharedFactorSpec,
  priors: Prior | Readonly<Record<string, Prior>>,
  options: BranchesOptions = {},
): Branches {
  return branchesOf((start) => sharedFactorRun("sharedFactorBranches", spec, priors, { ...options, start }));
}

function branchesOf(run: (start: "uninformed" | "informed") => Run): Branches {
  const [below, above] = [run("uninformed"), run("informed")];
  const uninformed = drive(below, {}) as Branch;
  const informed = drive(above, {}) as Branch;
  const hard = informed.freeEntropy > uninformed.freeEntropy + slack * (1 + Math.abs(uninformed.freeEntropy));
  const largest = Math.max(informed.freeEntropy, uninformed.freeEntropy);
  return { uninformed, informed, hard, mutualInformation: mutualInformationOf(below.evolved, largest) };
}
