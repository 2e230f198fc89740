import type { Results, Trial, Verdict } from "../experiment.ts";
import type { Point } from "../point.ts";
import type { Row } from "../row.ts";
import { decimal } from "./decimal.ts";
import { meanOf } from "./mean.ts";

/** Trials that are compared with theory in the mean. */
export interface Compared<P extends Point, R extends Row> {
  /** Which of the results'. */
  readonly trials: readonly Trial<P, R>[];
  /** Cells of the row, by the labels that evidence gives them. */
  readonly cells: Readonly<Record<string, keyof R>>;
  /** Deviation of a mean that is allowed for finite dimensions beside the standard error. */
  readonly band: number;
}

/**
 * Whether trials agree with their theory in the mean, each at its own point: within four standard errors of the difference, or within
 * `band`. Evidence such as `u 0.331 +- 0.030 (theory 0.350)`.
 */
export function agreement<P extends Point, R extends Row>(
  results: Results<P, R>,
  { trials, cells, band }: Compared<P, R>,
): Verdict {
  const verdicts = Object.entries(cells).map(([label, cell]) => {
    const values = trials.map(({ result }) => Number(result[cell]));
    const theory = trials.map(({ point }) => Number(results.theory(point)[cell]));
    const { mean, standardError } = meanOf(values.map((value, i) => value - theory[i]!));
    return {
      holds: Math.abs(mean) <= Math.max(4 * standardError, band),
      evidence: `${label} ${decimal(meanOf(values).mean)} +- ${decimal(standardError)} (theory ${decimal(meanOf(theory).mean)})`,
    };
  });
  return {
    holds: trials.length > 0 && verdicts.every(({ holds }) => holds),
    evidence: trials.length > 0 ? verdicts.map(({ evidence }) => evidence).join(", ") : "no trials",
  };
}
