import { stream } from "@onsager/random";
import { describe, expect, test } from "vitest";
import {
  type Denoiser,
  gaussian,
  type Observation,
  rademacher,
  sharedFactorAmp,
  sphericalMaximumLikelihood,
  symmetricAmp,
} from "../../src/index.ts";
import runs from "../fixtures/amp-runs.json" with { type: "json" };

const denoisers: Readonly<Record<string, Denoiser>> = {
  gaussian: gaussian(),
  rademacher: rademacher,
  sphere: sphericalMaximumLikelihood,
};

function observation(shape: readonly number[], values: readonly number[]): Observation {
  const data = Float64Array.from(values);
  return shape.length === 2 ? { rows: shape[0]!, cols: shape[1]!, data } : { shape, data };
}

function vectors(record: object): Record<string, Float64Array> {
  return Object.fromEntries(
    Object.entries(record).map(([name, w]) => [name, Float64Array.from(w as number[])]),
  );
}

function expectVector(actual: Float64Array | undefined, wanted: ArrayLike<number>): void {
  const scale = Math.max(...Array.from(wanted, Math.abs));
  for (let i = 0; i < wanted.length; i++)
    expect(Math.abs(actual![i]! - wanted[i]!)).toBeLessThanOrEqual(1e-11 * scale);
}

describe.each(runs.shared.map((run) => ({ ...run, title: `${run.name}, ${run.denoiser}, ${run.schedule}` })))(
  "shared factors: $title",
  ({ sizes, channels, denoiser, schedule, damping, start, sweeps, estimates }) => {
    test("four sweeps are those of NumPy", () => {
      const names = Object.keys(sizes);
      const model = {
        sizes: sizes as unknown as Record<string, number>,
        channels: channels.map(({ factors, variance, shape, data }) => ({
          factors,
          variance,
          data: observation(shape, data),
        })),
      };
      const result = sharedFactorAmp(
        model,
        {
          priors: Object.fromEntries(names.map((name) => [name, denoisers[denoiser]!])),
          schedule: schedule as "sequential" | "parallel",
          damping,
          start: vectors(start),
          maximumIterations: sweeps,
        },
        stream(1),
      );
      expect(result.iteration).toBe(sweeps);
      for (const [name, wanted] of Object.entries(vectors(estimates)))
        expectVector(result.estimates[name], wanted);
    });
  },
);

describe.each(
  runs.symmetric.map((run) => ({
    ...run,
    title: `orders ${run.channels.map(({ order }) => order).join(" and ")}, ${run.denoiser}`,
  })),
)("symmetric: $title", ({ dimension, channels, denoiser, start, sweeps, estimate }) => {
  test("four sweeps are those of NumPy", () => {
    const model = {
      dimension,
      channels: channels.map(({ order, variance, data }) => ({
        order,
        variance,
        data: observation(Array<number>(order).fill(dimension), data),
      })),
    };
    const options = {
      prior: denoisers[denoiser]!,
      start: Float64Array.from(start),
      maximumIterations: sweeps,
      trySigns: false,
    };
    const result = symmetricAmp(model, options, stream(1));
    expect(result.iteration).toBe(sweeps);
    expectVector(result.estimates.x, estimate);
  });
});
