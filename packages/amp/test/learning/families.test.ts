import { stream } from "@onsager/random";
import { describe, expect, test } from "vitest";
import {
  type LearnableFamily,
  learnableFamilies,
  learnPrior,
  learnPriorSteps,
  type Prior,
  type PriorParameters,
} from "../../src/index.ts";
import { meanAndError } from "../helpers/statistics.ts";

interface Planted {
  readonly truth: PriorParameters;
  readonly start: PriorParameters;
}

const planted: Readonly<Record<string, Planted>> = {
  gaussian: { truth: { mean: -0.4, variance: 1.7 }, start: { mean: 1, variance: 0.3 } },
  "sparse-rademacher": { truth: { rho: 0.2, scale: 2 }, start: { rho: 0.5, scale: 1.2 } },
  bernoulli: { truth: { rho: 0.3, scale: 1.5 }, start: { rho: 0.6, scale: 1 } },
  "gauss-bernoulli": { truth: { rho: 0.25, variance: 3 }, start: { rho: 0.6, variance: 1 } },
  "non-negative-gaussian": { truth: { variance: 2 }, start: { variance: 0.5 } },
  exponential: { truth: { scale: 1.3 }, start: { scale: 0.4 } },
  laplace: { truth: { scale: 0.8 }, start: { scale: 3 } },
  discrete: { truth: { "-1": 0.2, "0.5": 0.5, "3": 0.3 }, start: { "-1": 0.4, "0.5": 0.3, "3": 0.3 } },
};

const A = 4;
const seeds = [1, 2, 3, 4, 5, 6, 7, 8];

function fieldsOf(prior: Prior, count: number, seed: number): Float64Array {
  const random = stream(seed).split(prior.name);
  const truth = Float64Array.from({ length: count }, () => prior.sample(random));
  const noise = new Float64Array(count);
  random.split("noise").fillNormal(noise);
  return truth.map((w, i) => A * w + Math.sqrt(A) * noise[i]!);
}

function logLikelihood(prior: Prior, B: Float64Array): number {
  return B.reduce((sum, field) => sum + prior.denoise(A, field).logPartition, 0);
}

describe.each(learnableFamilies.map((family) => ({ name: family.name, family })))(
  "learning $name",
  ({ name, family }) => {
    const { truth, start } = planted[name]!;
    const prior = family.make(truth);

    test("planted parameters are recovered within five standard errors over 8 seeds", () => {
      const learnt = seeds.map((seed) => {
        const { parameters, convergence } = learnPrior(family, start, A, fieldsOf(prior, 2_000, seed), {
          tolerance: 1e-6,
        });
        expect(convergence.converged).toBe(true);
        return parameters;
      });
      for (const [parameter, value] of Object.entries(truth)) {
        const { mean, error } = meanAndError(learnt.map((parameters) => parameters[parameter]!));
        expect(Math.abs(mean - value), `${parameter}: ${mean} +- ${error}`).toBeLessThan(5 * error);
        expect(5 * error).toBeLessThan(0.15 * Math.max(1, Math.abs(value)));
      }
    });

    test("its priors know their name and parameters", () => {
      expect(prior).toMatchObject({ name, parameters: truth });
    });

    test("the likelihood never falls", () => {
      const B = fieldsOf(prior, 300, 1);
      let last = logLikelihood(family.make(start), B);
      for (const { parameters, convergence } of learnPriorSteps(family, start, A, B)) {
        const next = logLikelihood(family.make(parameters), B);
        expect(next).toBeGreaterThanOrEqual(last - 1e-9 * Math.abs(last));
        last = next;
        if (convergence.iterations === 20) break;
      }
    });

    test("at the fixed point the likelihood is stationary in every parameter", () => {
      const B = fieldsOf(prior, 300, 2);
      const { parameters } = learnPrior(family, start, A, B, { tolerance: 1e-12 });
      const names = Object.keys(parameters);
      const [last] = names.slice(-1);
      for (const changed of name === "discrete" ? names.slice(0, -1) : names) {
        const at = (by: number) => {
          const moved: Record<string, number> = { ...parameters, [changed]: parameters[changed]! + by };
          // Weights add up to 1.
          if (name === "discrete") moved[last!] = parameters[last!]! - by;
          return logLikelihood(family.make(moved), B);
        };
        const step = 1e-4;
        const slope = (at(step) - at(-step)) / (2 * step);
        const curvature = Math.abs(at(step) - 2 * at(0) + at(-step)) / (step * step);
        expect(Math.abs(slope)).toBeLessThan(1e-4 * curvature);
      }
    });

    test("bad fields are told by name", () => {
      const update = (precision: number, B: Float64Array) => () => family.update(start, precision, B);
      expect(update(0, Float64Array.of(1))).toThrow("update: A must be a positive finite number, got 0");
      expect(update(1, new Float64Array(0))).toThrow("update: B must have at least one entry, got 0");
      expect(update(1, Float64Array.of(1, Number.NaN))).toThrow("update: B[1] must be a finite number");
    });
  },
);

describe("learnPrior", () => {
  const [family] = learnableFamilies as readonly LearnableFamily[];
  const B = Float64Array.of(3, 1, 2, 7);

  test("ends with its record, the parameters and their prior", () => {
    const run = learnPrior(family!, { mean: 0, variance: 1 }, 2, B, { maximumIterations: 3 });
    expect(run.convergence).toMatchObject({ converged: false, iterations: 3, tolerance: 1e-8 });
    expect(run.prior.mean).toBe(run.parameters.mean);
  });

  test("shows every step, and ends with the signal", () => {
    const seen: number[] = [];
    learnPrior(family!, { mean: 0, variance: 1 }, 2, B, {
      maximumIterations: 4,
      onStep: ({ convergence }) => seen.push(convergence.iterations),
    });
    expect(seen).toEqual([1, 2, 3, 4]);
    expect(() =>
      learnPrior(family!, { mean: 0, variance: 1 }, 2, B, { signal: AbortSignal.abort() }),
    ).toThrow();
  });

  test("bad options are told by name", () => {
    expect(() => learnPrior(family!, { mean: 0, variance: 1 }, 2, B, { tolerance: 0 })).toThrow(
      new RangeError("learnPrior: tolerance must be a positive finite number, got 0"),
    );
    expect(() => learnPrior(family!, { mean: 0, variance: 1 }, 2, B, { maximumIterations: 0 })).toThrow(
      RangeError,
    );
    expect(() => learnPrior({} as never, {}, 2, B)).toThrow("learnPrior: family.update must be a function");
  });

  test("nothing to learn from leaves a parameter as it is", () => {
    const bernoulli = learnableFamilies.find(({ name }) => name === "bernoulli")!;
    const { rho, scale } = bernoulli.update({ rho: 0.5, scale: 1 }, 1, Float64Array.of(-1e4)) as {
      rho: number;
      scale: number;
    };
    expect([rho, scale]).toEqual([0.5, 1]);
  });
});
