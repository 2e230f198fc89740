import type { Assumed } from "../engines/assumed.ts";
import { UNINFORMATIVE } from "../engines/end-of-run.ts";
import type { FactorState } from "../engines/factor-state.ts";
import { meanProduct } from "../engines/vectors.ts";
import type { Prior } from "../prior.ts";
import type { LearnableFamily, PriorParameters } from "./family.ts";
import type { LearnOptions } from "./learn-options.ts";
import type { Learnt } from "./learnt.ts";
import { positiveOr } from "./posteriors-of.ts";
import { requireLearn } from "./require-learn.ts";

/** A sweep to learn from. */
interface Swept {
  readonly iteration: number;
  /** max over factors of |w - w_old|^2/|w|^2. */
  readonly residual: number;
  readonly factors: readonly FactorState[];
}

/** A problem whose priors and variances may be learnt. */
export interface Learnable {
  readonly names: readonly string[];
  /** What the first sweep takes for true. */
  readonly assumed: Assumed;
  /** A step of expectation maximisation for the variance of channel c, from the factors that a sweep left and what it took for true. */
  noise(c: number, factors: readonly FactorState[], assumed: Assumed): number;
}

/** Learns from sweep to sweep. */
export interface Learner {
  /** What the next sweep is to take for true, and the largest relative change of a parameter or variance, squared. */
  step(swept: Swept): { readonly assumed: Assumed; readonly change: number };
  /** What has been learnt so far. */
  learnt(): Learnt;
}

/** Estimates that change by less than this, relative and squared, have settled. */
const SETTLED = 1e-3;

/**
 * The learner of a run: variances move after every sweep, parameters of priors once the estimates have settled, since before that fields
 * are noise. Undefined where there is nothing to be learnt.
 */
export function learner(call: string, problem: Learnable, options?: LearnOptions): Learner | undefined {
  if (options === undefined) return undefined;
  const { families, noise, after } = requireLearn(call, problem, options);
  if (![...families, ...noise].some(Boolean)) return undefined;
  let { assumed } = problem;
  let parameters = assumed.denoisers.map((denoiser, a) => families[a] && (denoiser as Prior).parameters);
  let settled = !families.some(Boolean);
  const step: Learner["step"] = ({ iteration, residual, factors }) => {
    settled ||= residual <= SETTLED || iteration >= after;
    const before = [assumed.variances, ...parameters];
    const variances = assumed.variances.map((D, c) =>
      noise[c] ? positiveOr(D, problem.noise(c, factors, assumed)) : D,
    );
    const teaches = factors.map(
      (factor, a) => settled && isInformative(factor, assumed.denoisers[a] as Prior),
    );
    parameters = parameters.map((old, a) =>
      old && teaches[a] ? updated(families[a]!, old, factors[a]!) : old,
    );
    const denoisers = assumed.denoisers.map((old, a) =>
      parameters[a] && teaches[a] ? families[a]!.make(parameters[a]) : old,
    );
    assumed = { denoisers, variances };
    return { assumed, change: settled ? changeOf(before, [variances, ...parameters]) : Infinity };
  };
  const learnt = (): Learnt => ({
    priors: Object.fromEntries(
      problem.names.flatMap((name, a) => (parameters[a] ? [[name, parameters[a]]] : [])),
    ),
    variances: assumed.variances,
  });
  return { step, learnt };
}

/** Whether an estimate has not vanished, so that its fields say something of its prior. */
function isInformative({ estimate, precision }: FactorState, { secondMoment }: Prior): boolean {
  return precision > 0 && meanProduct(estimate, estimate) >= UNINFORMATIVE * secondMoment;
}

function updated(
  family: LearnableFamily,
  parameters: PriorParameters,
  { precision, fields }: FactorState,
): PriorParameters {
  return family.update(parameters, precision, fields!);
}

type Values = PriorParameters | readonly number[] | undefined;

/** The largest squared change, relative to a value or to a thousandth of the largest beside it. */
function changeOf(before: readonly Values[], now: readonly Values[]): number {
  const changes = now.flatMap((values = [], i) => {
    const least = 1e-3 * Math.max(...Object.values(values).map(Math.abs));
    const old = Object.values(before[i] ?? []);
    return Object.values(values).map(
      (value, k) => ((value - old[k]!) / Math.max(Math.abs(value), least)) ** 2,
    );
  });
  return Math.max(0, ...changes);
}
