import { rejectKind, requireInteger, requireOptions } from "../argument-checks.ts";
import type { Curve } from "../data/curve.ts";
import { curveOf } from "../data/curve-of.ts";
import type { FitOptions } from "../fit-options.ts";
import type { Estimate, FitResult } from "../fit-result.ts";
import type { LeastSquares } from "../least-squares/least-squares.ts";
import type { Stream } from "../random.ts";
import { requireProbability } from "../require-probability.ts";
import type { LawDefinition, Parameters } from "../scaling-law.ts";
import { covarianceOf } from "./covariance.ts";
import { type Basis, type Quantity, quantityOf } from "./interval.ts";
import { coordinatesOf, type Model, modelOf, namesOf, parametersOf } from "./model.ts";
import { resample } from "./resample.ts";
import { search } from "./search.ts";
import { inUnits, unitsOf } from "./units.ts";

/** The best fit of a law to points, with its standard errors and intervals. */
export function fitLaw<P extends string>(
  call: string,
  law: LawDefinition<P>,
  [x, y]: readonly [ArrayLike<number>, ArrayLike<number>],
  options: FitOptions,
  random: Stream | undefined,
): FitResult<P> {
  requireOptions(call, options);
  const { residuals = "log", confidence = 0.95, replicates = 999, interval = "studentised" } = options;
  requireProbability(call, "confidence", confidence);
  requireInteger(call, "replicates", replicates, 20, 1e6);
  if (interval !== "studentised" && interval !== "percentile")
    rejectKind(call, "interval", "be studentised or percentile", interval);
  const given = curveOf(call, x, y, options);
  const freedom = degreesOfFreedom(call, law, given);
  const units = unitsOf(given, residuals);
  const curve = inUnits(given, units, residuals);
  const model = modelOf(law, residuals);
  const best = search(model, curve, startsOf(law, curve));
  const basis: Basis = {
    estimate: estimateOf(model, curve, best),
    replicates: random ? bootstrapFits(model, curve, best.u, replicates, random) : [],
    confidence,
    interval: random ? interval : "student",
    degreesOfFreedom: freedom,
  };
  return {
    law: law.name,
    ...parametersOfFit(law, basis, units),
    ...basis,
    residuals,
    points: curve.x.length,
    residualSum: best.sum,
    bic: criterion(curve, best),
    domain: [Math.min(...given.x), Math.max(...given.x)],
    units,
    convergence: best.convergence,
  };
}

/** Those of the standard errors; there must be some, and as many points as parameters. */
function degreesOfFreedom<P extends string>(
  call: string,
  law: LawDefinition<P>,
  { x, errors }: Curve,
): number {
  const p = namesOf(law).length;
  const least = errors.kind === "scatter" ? p + 1 : p;
  const distinct = new Set(x).size;
  if (distinct < least) rejectKind(call, "x", `have ${least} or more different values`, distinct);
  if (errors.kind === "seeds") return errors.seeds.length - 1;
  return errors.kind === "known" ? Number.POSITIVE_INFINITY : x.length - p;
}

function startsOf<P extends string>(law: LawDefinition<P>, { x, y }: Curve): readonly Float64Array[] {
  // A start may take logarithms where the fit does not.
  const positive = y.map((value) => Math.max(value, 1e-6));
  return law.starts(x, positive).map((start) => coordinatesOf(law, start));
}

function estimateOf(model: Model, curve: Curve, { u, sum }: LeastSquares): Estimate {
  return { coordinates: u, covariance: covarianceOf(model, curve, u, sum) };
}

/** Fits to bootstrap samples, from the best fit; those that do not converge are left out. */
function bootstrapFits(
  model: Model,
  curve: Curve,
  best: Float64Array,
  count: number,
  random: Stream,
): readonly Estimate[] {
  return Array.from({ length: count }, () => resample(model, curve, best, random)).flatMap((sample) => {
    const found = search(model, sample, [best]);
    return found.convergence.converged ? [estimateOf(model, sample, found)] : [];
  });
}

function criterion({ x, errors }: Curve, { u, sum }: LeastSquares): number {
  const n = x.length;
  return (errors.kind === "known" ? sum : n * Math.log(sum / n)) + u.length * Math.log(n);
}

type Parts<P extends string> = Pick<FitResult<P>, "parameters" | "standardErrors" | "intervals">;

/** The parameters in the caller's units; those that are positive by their logarithms. */
function parametersOfFit<P extends string>(
  law: LawDefinition<P>,
  basis: Basis,
  units: readonly [number, number],
): Parts<P> {
  const found = namesOf(law).map((name): readonly [P, Quantity] => {
    const value = (u: Float64Array) => law.rescale(parametersOf(law, u), ...units)[name];
    if (law.parameters[name] === "real") return [name, quantityOf(basis, value)];
    return [name, exponential(quantityOf(basis, (u) => Math.log(value(u))))];
  });
  const collect = <T>(pick: (quantity: Quantity) => T) =>
    Object.fromEntries(found.map(([name, quantity]) => [name, pick(quantity)])) as Record<P, T>;
  return {
    parameters: collect(({ value }) => value) as Parameters<P>,
    standardErrors: collect(({ standardError }) => standardError) as Parameters<P>,
    intervals: collect(({ interval }) => interval),
  };
}

/** What a quantity's logarithm says of it. */
export function exponential({ value, standardError, interval: [low, high] }: Quantity): Quantity {
  const size = Math.exp(value);
  return { value: size, standardError: size * standardError, interval: [Math.exp(low), Math.exp(high)] };
}
