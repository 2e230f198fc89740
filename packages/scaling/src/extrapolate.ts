import { requirePositive } from "./argument-checks.ts";
import { exponential } from "./estimate/fit-law.ts";
import { quantityOf } from "./estimate/interval.ts";
import { modelOf, parametersOf } from "./estimate/model.ts";
import type { FitResult } from "./fit-result.ts";
import type { ScalingLaw } from "./scaling-law.ts";

/** What a fitted law says at one x. */
export interface Extrapolation {
  /** Where. */
  readonly x: number;
  /** The value of the law. */
  readonly value: number;
  /** Of the value. */
  readonly standardError: number;
  /** Of the confidence of the fit; for the law, not for a point with noise of its own. */
  readonly interval: readonly [low: number, high: number];
  /** The factor by which x lies outside of the data; 1 within them. */
  readonly beyond: number;
  /** Outside of the data: that the interval takes the law for granted there. */
  readonly warning?: string;
}

/**
 * The value of a fitted law at x with its interval, and a warning where x lies outside of the data.
 *
 * @param law - the law that was fitted
 * @param fit - what it found
 * @param x - a positive number
 * @throws RangeError when x is not positive
 */
export function extrapolate<P extends string>(
  law: ScalingLaw<P>,
  fit: FitResult<P>,
  x: number,
): Extrapolation {
  requirePositive("extrapolate", "x", x);
  const [xUnit, yUnit] = fit.units;
  const model = modelOf(law, fit.residuals);
  const value = (u: Float64Array) => model.transform(yUnit * law.evaluate(parametersOf(law, u), x / xUnit));
  const quantity = quantityOf(fit, value);
  const warning = warningOf(x, fit.domain);
  return { x, ...(fit.residuals === "log" ? exponential(quantity) : quantity), ...warning };
}

function warningOf(
  x: number,
  [least, largest]: readonly [number, number],
): Pick<Extrapolation, "beyond" | "warning"> {
  const beyond = Math.max(1, x / largest, least / x);
  if (beyond === 1) return { beyond };
  const end = x > largest ? `end at ${largest}` : `begin at ${least}`;
  return {
    beyond,
    warning: `${x} is outside of the data, which ${end}: the interval holds if the law does, there too`,
  };
}
