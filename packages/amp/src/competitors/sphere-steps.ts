import type { Backend } from "@onsager/linalg";
import { requireInteger, requireOptions, requirePositive } from "../argument-checks.ts";
import type { Denoiser } from "../denoiser.ts";
import type { AmpState } from "../engines/amp-state.ts";
import { startOf } from "../engines/factor-state.ts";
import { iterate } from "../engines/iterate.ts";
import { factorNames, sharedFactorProblem } from "../engines/shared-factor-problem.ts";
import { startVectors } from "../engines/start-vectors.ts";
import { atUnitScale } from "../engines/vectors.ts";
import type { SharedFactorModel } from "../models.ts";
import type { Stream } from "../random.ts";
import { requireNames } from "../require-names.ts";
import { gradients } from "./gradient.ts";

/** Options of the descents on spheres. */
export interface SphereOptions {
  /** Where to start, rescaled to |w|^2 = N; by default entries from N(0, 1). */
  readonly start?: Readonly<Record<string, Float64Array>>;
  /** Largest number of steps; default 500. */
  readonly maximumIterations?: number;
  /** Ends the run once max over factors of |w - w_old|^2/|w|^2 is at most this; default 1e-12. */
  readonly tolerance?: number;
  /** The kernels; default `backend()` of `@onsager/linalg`. */
  readonly backend?: Backend;
}

/** A step of one factor: from its vector and its gradient, before it is put back on the sphere |w|^2 = N. */
export type SphereStep = (w: Float64Array, gradient: Float64Array) => Float64Array;

/** Steps of all factors at once from random vectors on their spheres; factors without a channel stay where they are. */
export function* sphereSteps(
  call: string,
  model: SharedFactorModel,
  options: SphereOptions,
  step: SphereStep,
  random: Stream,
): Generator<AmpState, void> {
  requireOptions(call, options);
  const { start = {}, maximumIterations = 500, tolerance = 1e-12, backend } = options;
  requireInteger(call, "maximumIterations", maximumIterations, 1, 2 ** 31);
  requirePositive(call, "tolerance", tolerance);
  requireNames(call, "start", start, factorNames(call, model));
  const problem = sharedFactorProblem(call, model, sphereOfEach(model), backend);
  const seen = problem.names.map((_, a) => problem.channels.some(({ factors }) => factors.includes(a)));
  try {
    const first = startVectors(call, problem, start, random).map((w) => startOf(atUnitScale(w)));
    const sweep = (factors: typeof first): typeof first => {
      const vectors = factors.map(({ estimate }) => estimate);
      const g = gradients(problem, vectors);
      return factors.map((factor, a) =>
        seen[a] ? { ...factor, estimate: atUnitScale(step(vectors[a]!, g[a]!)) } : factor,
      );
    };
    yield* iterate(problem, first, (factors) => sweep([...factors]), {
      damping: 0,
      maximumIterations,
      tolerance,
    });
  } finally {
    problem.dispose();
  }
}

/** The problem's checks ask for a denoiser each; on spheres none is used. */
function sphereOfEach({ sizes }: SharedFactorModel): Record<string, Denoiser> {
  const sphere: Denoiser = { name: "sphere", denoiseAll: () => undefined };
  return Object.fromEntries(Object.keys(sizes).map((name) => [name, sphere]));
}
