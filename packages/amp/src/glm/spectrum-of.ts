import { reject, rejectKind, requireFiniteArray } from "../argument-checks.ts";
import type { VampSpec } from "./vamp-state-evolution-steps.ts";

/**
 * The mean over a list of squared singular values, each as likely; list the zeros too.
 *
 * @param squaredSingularValues - N of them
 * @throws TypeError or RangeError for a list that is empty, not finite or negative
 */
export function spectrumOf(squaredSingularValues: ArrayLike<number>): VampSpec["spectrum"] {
  requireFiniteArray("spectrumOf", "squaredSingularValues", squaredSingularValues);
  const values = Array.from(squaredSingularValues);
  values.forEach((value, i) => {
    if (value < 0) reject("spectrumOf", `squaredSingularValues[${i}]`, "be at least 0", value);
  });
  if (values.length === 0) rejectKind("spectrumOf", "squaredSingularValues", "not be empty", "none");
  return (f) => values.reduce((sum, value) => sum + f(value), 0) / values.length;
}
