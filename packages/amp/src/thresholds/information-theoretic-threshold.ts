import { requireFunction, requirePositive } from "../argument-checks.ts";
import { findRoot } from "../find-root.ts";
import type { Branches } from "./branches.ts";

/** Branches closer than this in all overlaps are the same. */
const same = 1e-6;

/**
 * The information-theoretic threshold along any parameter: where the informed and the uninformed branch have the same free entropy.
 * Where a curve of fixed points is known, `firstOrderTransition` is quicker.
 *
 * @param branchesAt - the branches at a value of the parameter, as `symmetricBranches` and `sharedFactorBranches` give them
 * @param hard - a value at which the informed branch is better and out of reach; positive
 * @param impossible - a value at which the uninformed branch is better, or the only one; positive
 * @throws RangeError or TypeError if they are not such values
 */
export function informationTheoreticThreshold(
  branchesAt: (value: number) => Branches,
  hard: number,
  impossible: number,
): number {
  const call = "informationTheoreticThreshold";
  requireFunction(call, "branchesAt", branchesAt);
  requirePositive(call, "hard", hard);
  requirePositive(call, "impossible", impossible);
  return findRoot((value) => advantage(branchesAt(value)), hard, impossible);
}

/** Phi of the informed branch over that of the uninformed; -1 where there is but one branch. */
function advantage({ informed, uninformed }: Branches): number {
  const apart = Object.keys(informed.overlaps).some(
    (name) => Math.abs(informed.overlaps[name]! - uninformed.overlaps[name]!) > same,
  );
  return apart ? informed.freeEntropy - uninformed.freeEntropy : -1;
}
