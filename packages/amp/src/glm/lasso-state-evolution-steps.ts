import { normalDensity } from "@onsager/hermite";
import { reject, requireOptions, requirePositive } from "../argument-checks.ts";
import type { Prior } from "../prior.ts";
import { normalCdf } from "../special/normal-tail.ts";
import { requirePrior } from "../state-evolution/options.ts";
import type { Status } from "../status.ts";
import {
  type EvolutionOptions,
  type EvolutionSettings,
  evolutionSettings,
  statusOf,
} from "./evolution-settings.ts";

/** A LASSO problem in the limit. */
export interface LassoSpec {
  /** delta = n/N, observations per dimension. */
  readonly ratio: number;
  /** sigma^2, variance of the noise on observations. */
  readonly variance: number;
  /** a, the threshold in units of tau. */
  readonly multiple: number;
  /** The law of the coordinates of x*. */
  readonly prior: Prior;
}

/** State evolution of LASSO AMP after a step. */
export interface LassoStateEvolutionState {
  /** Steps so far; 0 at the start. */
  readonly iteration: number;
  /** How it ended; undefined while it goes on. */
  readonly status: Status | undefined;
  /** E(x - x*)^2: rho at the start, then E(soft(X + tau Z; a tau) - X)^2 at the tau before. */
  readonly error: number;
  /** sqrt(sigma^2 + error/delta), the standard deviation of the effective noise. */
  readonly tau: number;
  /** Change of tau^2 in the last step, relative to tau^2 or 1e-30 of the first; infinite at the start. */
  readonly residual: number;
}

const defaults: EvolutionSettings = { tolerance: 1e-14, maximumIterations: 10_000 };

/** Beyond this multiple of the first tau^2 it grows for ever. */
const DIVERGED = 1e6;
/** Below this part of the first, tau^2 is zero: without noise it falls for ever where recovery is perfect. */
const FAINT = 1e-30;

/** Checks a problem and how to follow it. */
export function lassoSettings(spec: LassoSpec, options: EvolutionOptions): EvolutionSettings {
  const call = "lassoStateEvolution";
  requireOptions(call, spec);
  const { ratio, variance, multiple, prior } = spec;
  requirePositive(call, "ratio", ratio);
  requirePositive(call, "multiple", multiple);
  if (!(variance >= 0 && variance < Infinity)) reject(call, "variance", "be at least 0 and finite", variance);
  requirePrior(call, "prior", prior);
  return evolutionSettings(call, options, defaults);
}

/**
 * State evolution of AMP for the LASSO, step by step: tau^2 <- sigma^2 + E(soft(X + tau Z; a tau) - X)^2/delta, from x = 0. Yields
 * the start, then a state a step. Below the Donoho-Tanner threshold for no multiple, and for one too small, tau grows for ever.
 *
 * @param spec - `ratio` delta, `variance` sigma^2, `multiple` a, `prior`
 * @param options - `tolerance` (default 1e-14, relative, of tau^2), `maximumIterations` (default 10000)
 * @throws TypeError or RangeError for a part that is not as described
 * @see Donoho, Maleki, Montanari (2009); Bayati and Montanari, The LASSO risk for Gaussian matrices (2012)
 */
export function* lassoStateEvolutionSteps(
  spec: LassoSpec,
  options: EvolutionOptions = {},
): Generator<LassoStateEvolutionState, void> {
  const settings = lassoSettings(spec, options);
  const { ratio, variance, multiple, prior } = spec;
  const squareOf = (error: number): number => variance + error / ratio;
  let error = prior.secondMoment;
  let square = squareOf(error);
  const [least, largest] = [FAINT * square, DIVERGED * square];
  yield { iteration: 0, status: undefined, error, tau: Math.sqrt(square), residual: Infinity };
  for (let iteration = 1; ; iteration++) {
    const risk = squaredError(prior, Math.sqrt(square), multiple);
    const next = squareOf(risk);
    const finite = next < Infinity;
    const residual = finite ? Math.abs(next - square) / Math.max(next, least) : Infinity;
    if (finite) [error, square] = [risk, next];
    const status = finite && square <= largest ? statusOf({ iteration, residual }, settings) : "diverged";
    yield { iteration, status, error, tau: Math.sqrt(square), residual };
    if (status !== undefined) return;
  }
}

/** E (soft(X + tau Z; a tau) - X)^2: the risk of soft thresholding at mu = X/tau, in closed form over Z. */
function squaredError(prior: Prior, tau: number, a: number): number {
  const risk = (mu: number): number => {
    const inside = normalCdf(a - mu) - normalCdf(-a - mu);
    const ends = (a - mu) * normalDensity(a + mu) + (a + mu) * normalDensity(a - mu);
    return 1 + a * a + (mu * mu - a * a - 1) * inside - ends;
  };
  return tau * tau * overPrior(prior, (x) => risk(x / tau));
}

/** P(|X + tau Z| > a tau). */
export function supportOf(prior: Prior, tau: number, a: number): number {
  return overPrior(prior, (x) => normalCdf(x / tau - a) + normalCdf(-x / tau - a));
}

/** E f(X). */
function overPrior(prior: Prior, f: (x: number) => number): number {
  return prior.expectation(0, 0, f);
}
