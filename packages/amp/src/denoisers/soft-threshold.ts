import { requireLength, requireOptions, requirePositive } from "../argument-checks.ts";
import type { Denoiser } from "../denoiser.ts";
import { requirePrecision } from "../parts/require-precision.ts";

/** Options of `softThreshold`. */
export interface SoftThresholdOptions {
  /** a > 0, the threshold in units of the noise's standard deviation. */
  readonly multiple: number;
}

/**
 * eta = sign(y) max(|y| - theta, 0) of y = B/A, a unit signal in noise of standard deviation 1/sqrt(A), with theta = a/sqrt(A). Its
 * derivative by B is 1/A beyond the threshold. At A = 0 both are 0.
 *
 * @param options - `multiple` a, positive and finite
 * @throws RangeError or TypeError when `multiple` is not as described
 * @see Donoho, De-noising by soft-thresholding, IEEE Transactions on Information Theory 41 (1995)
 */
export function softThreshold(options: SoftThresholdOptions): Denoiser {
  requireOptions("softThreshold", options);
  const { multiple } = options;
  requirePositive("softThreshold", "multiple", multiple);
  return {
    name: "soft-threshold",
    denoiseAll(A, B, mean, variance) {
      requirePrecision("denoiseAll", A);
      requireLength("denoiseAll", "mean", mean.length, B.length, "B.length");
      requireLength("denoiseAll", "variance", variance.length, B.length, "B.length");
      const threshold = multiple * Math.sqrt(A);
      for (let i = 0; i < B.length; i++) {
        const field = B[i]!;
        const beyond = Math.abs(field) > threshold && A > 0;
        // Zero times the field: NaN stays NaN.
        mean[i] = beyond ? (field - Math.sign(field) * threshold) / A : 0 * field;
        variance[i] = beyond ? 1 / A : 0;
      }
    },
    kinks: (A) => [-multiple * Math.sqrt(A), multiple * Math.sqrt(A)],
  };
}
