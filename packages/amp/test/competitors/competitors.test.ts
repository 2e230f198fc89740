import { stream } from "@onsager/random";
import { describe, expect, test } from "vitest";
import {
  gaussian,
  jointGradientDescent,
  jointGradientDescentSteps,
  powerIteration,
  powerIterationSteps,
  sequentialCurriculum,
  sharedFactorAmp,
  tensorUnfolding,
} from "../../src/index.ts";
import { sharedFactorModel } from "../helpers/models.ts";

const prior = gaussian();
const priors = { u: prior, v: prior, x: prior, y: prior };
const sizes = { u: 60, v: 50, x: 40, y: 70 };
const multiModal = (matrix: number, tensor: number, slots = ["u", "x", "y"]) => ({
  sizes,
  channels: [
    { factors: ["u", "v"], variance: matrix },
    { factors: slots, variance: tensor },
  ],
});

describe("the sequential curriculum", () => {
  test.each([[["u", "x", "y"]], [["x", "u", "y"]], [["y", "x", "u"]], [["x", "v", "y"]]])(
    "finds all factors of a tensor over %j, and refined it is Bayes-AMP's answer",
    (slots) => {
      const model = sharedFactorModel(multiModal(0.05, 0.02, slots), stream(2));
      const { squaredOverlaps, converged, estimates, refined, singularValues } = sequentialCurriculum(
        model,
        { refine: priors },
        stream(3),
      );
      expect(converged).toBe(true);
      for (const [name, N] of Object.entries(sizes)) {
        expect(squaredOverlaps![name]).toBeGreaterThan(0.85);
        const square = estimates[name]!.reduce((sum, value) => sum + value * value, 0);
        expect(square / N).toBeCloseTo(1, 10);
      }
      expect(singularValues.tensor[0]).toBeGreaterThan(2 * singularValues.tensor[1]);
      const bayes = sharedFactorAmp(model, { priors }, stream(4));
      for (const name of Object.keys(sizes))
        expect(refined!.factors[name]!.squaredOverlap).toBeCloseTo(bayes.factors[name]!.squaredOverlap!, 4);
    },
  );

  test("the refinement shows its states and ends by a signal", () => {
    const model = sharedFactorModel(multiModal(0.2, 0.2), stream(2));
    const seen: number[] = [];
    const controller = new AbortController();
    const onStep = ({ iteration }: { readonly iteration: number }): void => {
      seen.push(iteration);
      if (iteration === 2) controller.abort(new Error("enough"));
    };
    const options = { refine: priors, onStep, signal: controller.signal };
    expect(() => sequentialCurriculum(model, options, stream(3))).toThrow("enough");
    expect(seen).toEqual([1, 2]);
  });

  test("without the truth reports no overlaps, and the same stream gives the same estimates", () => {
    const { sizes: own, channels } = sharedFactorModel(multiModal(0.2, 0.2), stream(2));
    const run = () => sequentialCurriculum({ sizes: own, channels }, {}, stream(3));
    expect(run()).toMatchObject({ squaredOverlaps: undefined, refined: undefined });
    expect(run().estimates).toEqual(run().estimates);
  });
});

describe("descents on spheres", () => {
  const model = sharedFactorModel(multiModal(0.05, 0.05), stream(5));

  test.each([
    ["joint gradient descent", jointGradientDescent, { learningRate: 0.02 }],
    ["power iteration", powerIteration, {}],
  ])("%s from the truth ends close to it, on the spheres", (_, descend, options) => {
    const { factors, status } = descend(model, { start: model.truth, ...options }, stream(1));
    expect(status).toBe("converged");
    for (const { meanSquare, squaredOverlap } of Object.values(factors)) {
      expect(meanSquare).toBeCloseTo(1, 12);
      expect(squaredOverlap).toBeGreaterThan(0.7);
    }
  });

  test("steps that overflow diverge", () => {
    const { status, estimates } = jointGradientDescent(model, { learningRate: 1e300 }, stream(1));
    expect(status).toBe("diverged");
    for (const w of Object.values(estimates)) expect(w.every(Number.isFinite)).toBe(true);
  });

  test("steps are as many as asked for, and factors without a channel stay", () => {
    const { channels } = model;
    const alone = { sizes, channels: [channels[0]!] };
    const run = (steps: typeof powerIterationSteps | typeof jointGradientDescentSteps) =>
      [...steps(alone, { maximumIterations: 3, tolerance: 1e-300 }, stream(1))].map(
        ({ estimates }) => estimates,
      );
    for (const states of [run(powerIterationSteps), run(jointGradientDescentSteps)]) {
      expect(states).toHaveLength(3);
      expect(states[2]!.x).toEqual(states[0]!.x);
      expect(states[2]!.u).not.toEqual(states[0]!.u);
    }
  });
});

test("unfolding a clean tensor shows each factor, and all singular values", () => {
  const model = sharedFactorModel(
    { sizes: { x: 12, y: 10, z: 14 }, channels: [{ factors: ["x", "y", "z"], variance: 0.01 }] },
    stream(6),
  );
  const tensor = model.channels[0]!.data as Parameters<typeof tensorUnfolding>[0];
  const frobenius = Array.from(tensor.data).reduce((sum, value) => sum + value * value, 0);
  tensorUnfolding(tensor).forEach(({ estimate, singularValues }, slot) => {
    const w = Object.values(model.truth)[slot]!;
    const product = w.reduce((sum, value, i) => sum + value * estimate[i]!, 0);
    expect((product / w.length) ** 2).toBeGreaterThan(0.95);
    expect(singularValues.reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(frobenius, 8);
    expect([...singularValues].sort((a, b) => b - a)).toEqual([...singularValues]);
  });
});
