import { requireInteger, requireOptions, requirePositive } from "./argument-checks.ts";
import { gaussianExpectation } from "./gaussian-expectation.ts";
import { hermite } from "./hermite.ts";
import { maximumHermiteOrder } from "./maximum-order.ts";
import { expectationSample, type Sample } from "./sample.ts";

/** Options of `informationExponent` and `generativeExponent`. */
export interface ExponentOptions {
  /** Highest order to look at, an integer from 1 to `maximumHermiteOrder`; default 7. */
  readonly maximumOrder?: number;
  /** Coefficients of the standardised label up to this count as 0; default 1e-5. */
  readonly tolerance?: number;
}

/** Quadrature is this much more accurate than what counts as 0. */
const quadratureAccuracy = 0.1;

/** The options with their defaults, checked. */
export function exponentOptions(call: string, options: ExponentOptions): Required<ExponentOptions> {
  requireOptions(call, options);
  const { maximumOrder = 7, tolerance = 1e-5 } = options;
  requireInteger(call, "maximumOrder", maximumOrder, 1, maximumHermiteOrder);
  requirePositive(call, "tolerance", tolerance);
  return { maximumOrder, tolerance };
}

/** min{k >= 1: E[t(z) h_k(z)] != 0 for one of the labels t}; a RangeError when quadrature cannot tell. */
export function firstCorrelatedOrder(
  call: string,
  labels: readonly ((z: number) => number)[],
  kinks: readonly number[],
  { maximumOrder, tolerance }: Required<ExponentOptions>,
): number | undefined {
  const coefficient = (label: (z: number) => number, order: number): Sample => {
    const options = { kinks, tolerance: quadratureAccuracy * tolerance };
    return expectationSample(gaussianExpectation((z) => label(z) * hermite(order, z), options));
  };
  for (let order = 1; order <= maximumOrder; order++) {
    const coefficients = labels.map((label) => coefficient(label, order));
    if (coefficients.some(({ value, error }) => Math.abs(value) > tolerance + error)) return order;
    requireKnown(call, Math.max(...coefficients.map(({ error }) => error)), tolerance);
  }
  return undefined;
}

function requireKnown(call: string, error: number, tolerance: number): void {
  if (error <= tolerance) return;
  const rule = `have coefficients that quadrature gives to ${tolerance} (are all kinks declared?)`;
  throw new RangeError(`${call}: link must ${rule}, got an error of ${error}`);
}
