import { stream } from "@onsager/random";
import { describe, expect, test } from "vitest";
import {
  type AmpState,
  gaussian,
  informedStart,
  sharedFactorAmp,
  sharedFactorAmpSteps,
  sphericalMaximumLikelihood,
  symmetricAmp,
  symmetricAmpSteps,
} from "../../src/index.ts";
import { sharedFactorModel, symmetricModel } from "../helpers/models.ts";

const multiModal = (N: number, matrix: number, tensor: number) => ({
  sizes: { u: N, v: N, x: N, y: N },
  channels: [
    { factors: ["u", "v"], variance: matrix },
    { factors: ["u", "x", "y"], variance: tensor },
  ],
});
const gaussians = { u: gaussian(), v: gaussian(), x: gaussian(), y: gaussian() };

describe("how a run ends", () => {
  test("below every threshold: uninformative, with estimates near zero", () => {
    const model = symmetricModel({ dimension: 60, channels: [{ order: 3, variance: 2 }] }, stream(1));
    const result = symmetricAmp(model, { prior: gaussian() }, stream(2));
    expect(result.status).toBe("uninformative");
    expect(result.factors.x!.meanSquare).toBeLessThan(1e-6);
  });

  test("the limit of sweeps is a status, not an error", () => {
    const model = sharedFactorModel(multiModal(20, 0.2, 0.2), stream(1));
    const result = sharedFactorAmp(model, { priors: gaussians, maximumIterations: 3 }, stream(2));
    expect(result.status).toBe("iterationLimit");
    expect(result.convergence).toMatchObject({ converged: false, iterations: 3 });
  });

  test("a run that blows up ends diverged with finite estimates", () => {
    const model = symmetricModel({ dimension: 30, channels: [{ order: 2, variance: 0.05 }] }, stream(1));
    const runaway = {
      name: "runaway",
      denoiseAll(_A: number, B: Float64Array, mean: Float64Array, variance: Float64Array): void {
        for (let i = 0; i < B.length; i++) {
          mean[i] = 3 * B[i]!;
          variance[i] = 0;
        }
      },
    };
    const result = symmetricAmp(model, { prior: runaway }, stream(2));
    expect(result.status).toBe("diverged");
    expect(result.convergence.converged).toBe(false);
    expect(result.estimates.x!.every(Number.isFinite)).toBe(true);
    expect(result.factors.x!.squaredOverlap).toBeGreaterThanOrEqual(0);
  });

  test("NaN from a denoiser ends diverged, with the last finite state", () => {
    const model = symmetricModel({ dimension: 30, channels: [{ order: 2, variance: 0.5 }] }, stream(1));
    let calls = 0;
    const broken = {
      name: "broken",
      denoiseAll(A: number, B: Float64Array, mean: Float64Array, variance: Float64Array): void {
        gaussian().denoiseAll(A, B, mean, variance);
        if (++calls === 4) mean[7] = Number.NaN;
      },
    };
    const result = symmetricAmp(model, { prior: broken }, stream(2));
    expect(result).toMatchObject({ status: "diverged", iteration: 4 });
    expect(result.estimates.x!.every(Number.isFinite)).toBe(true);
  });

  describe("what blows up ends a run of shared factors diverged, with finite estimates", () => {
    const model = sharedFactorModel(multiModal(12, 0.5, 0.5), stream(1));
    const brokenAt = (call: number, value: number, where: "mean" | "variance") => {
      let calls = 0;
      return {
        name: "broken",
        denoiseAll(A: number, B: Float64Array, mean: Float64Array, variance: Float64Array): void {
          gaussian().denoiseAll(A, B, mean, variance);
          if (++calls === call) (where === "mean" ? mean : variance)[0] = value;
        },
      };
    };
    test.each(
      (["u", "v", "x", "y"] as const).flatMap((factor) =>
        (["mean", "variance"] as const).flatMap((where) =>
          [Number.NaN, Infinity].map((value) => ({ factor, where, value })),
        ),
      ),
    )("$value in the $where of $factor", ({ factor, where, value }) => {
      const priors = { ...gaussians, [factor]: brokenAt(4, value, where) };
      for (const schedule of ["sequential", "parallel"] as const) {
        const result = sharedFactorAmp(model, { priors, schedule, tolerance: 1e-300 }, stream(2));
        if (schedule === "parallel") continue;
        expect(result).toMatchObject({ status: "diverged", iteration: 4 });
        for (const estimate of Object.values(result.estimates))
          expect(estimate.every(Number.isFinite)).toBe(true);
      }
    });

    test("data and starts whose squares overflow", () => {
      const [matrix, tensor] = model.channels;
      const huge = { ...tensor!, data: { ...tensor!.data, data: tensor!.data.data.map(() => 1e300) } };
      const shared = { ...model, channels: [matrix!, huge] };
      expect(sharedFactorAmp(shared, { priors: gaussians }, stream(2)).status).toBe("diverged");
      const wigner = symmetricModel({ dimension: 12, channels: [{ order: 3, variance: 0.5 }] }, stream(1));
      const start = new Float64Array(12).fill(1e160);
      const { status, estimates } = symmetricAmp(wigner, { prior: gaussian(), start }, stream(2));
      expect(status).toBe("diverged");
      expect(estimates.x).toEqual(start);
    });
  });

  test("at any scale: what is small beside its prior is no information, what is not small is", () => {
    const run = (unit: number, variance: number) => {
      const { channels, truth } = symmetricModel(
        { dimension: 150, channels: [{ order: 2, variance }] },
        stream(3),
      );
      const [{ data, ...channel }] = channels as [(typeof channels)[number]];
      const scaled = {
        dimension: 150,
        truth: truth.map((value) => unit * value),
        channels: [
          {
            ...channel,
            variance: variance * unit ** 4,
            data: { ...data, data: data.data.map((value) => unit ** 2 * value) },
          },
        ],
      };
      const start = informedStart(scaled.truth, { overlap: 0.3 * unit ** 2 }, stream(4));
      return symmetricAmp(scaled, { prior: gaussian({ variance: unit ** 2 }), start }, stream(5));
    };
    for (const unit of [1, 1e-4, 1e4]) {
      const found = run(unit, 0.25);
      expect(found.status).toBe("converged");
      expect(found.factors.x!.squaredOverlap).toBeGreaterThan(0.5);
      expect(run(unit, 3).status).toBe("uninformative");
    }
  });

  test("a signal ends a run between sweeps, and every state is shown", () => {
    const model = sharedFactorModel(multiModal(20, 0.2, 0.2), stream(1));
    const controller = new AbortController();
    const seen: AmpState[] = [];
    const onStep = (state: AmpState): void => {
      seen.push(state);
      if (state.iteration === 2) controller.abort(new Error("enough"));
    };
    const options = { priors: gaussians, signal: controller.signal, onStep };
    expect(() => sharedFactorAmp(model, options, stream(2))).toThrow("enough");
    expect(seen.map(({ iteration }) => iteration)).toEqual([1, 2]);
  });

  test("states keep their estimates: later sweeps do not overwrite them", () => {
    const model = sharedFactorModel(multiModal(12, 0.2, 0.2), stream(1));
    const steps = sharedFactorAmpSteps(model, { priors: gaussians }, stream(2));
    const first = steps.next().value as AmpState;
    const copy = first.estimates.u!.slice();
    steps.next();
    steps.next();
    expect(first.estimates.u).toEqual(copy);
    steps.return();
  });

  test("the same stream gives the same run", () => {
    const model = sharedFactorModel(multiModal(15, 0.3, 0.3), stream(1));
    const run = (): Float64Array =>
      sharedFactorAmp(model, { priors: gaussians, maximumIterations: 9 }, stream(5)).estimates.x!;
    expect(run()).toEqual(run());
  });

  test("f32 storage gives the run of f64 to its precision", () => {
    const run = (f32: boolean): Float64Array =>
      sharedFactorAmp(
        sharedFactorModel({ ...multiModal(20, 0.3, 0.3), f32 }, stream(1)),
        { priors: gaussians, maximumIterations: 2 },
        stream(5),
      ).estimates.u!;
    // Normals of f32 are another law: compare the model rounded to f32 with itself in f64.
    const model = sharedFactorModel({ ...multiModal(20, 0.3, 0.3), f32: true }, stream(1));
    const widened = {
      ...model,
      channels: model.channels.map((channel) => ({
        ...channel,
        data: { ...channel.data, data: Float64Array.from(channel.data.data) },
      })),
    };
    const wide = sharedFactorAmp(widened, { priors: gaussians, maximumIterations: 2 }, stream(5));
    const narrow = run(true);
    for (let i = 0; i < 20; i++) expect(narrow[i]).toBeCloseTo(wide.estimates.u![i]!, 12);
  });
});

describe("traps", () => {
  test("the parallel schedule may alternate between two states, and says so; the sequential one converges", () => {
    const outcomes = [1, 2, 3, 4, 5, 6].map((seed) => {
      const model = sharedFactorModel(multiModal(80, 0.3, 0.3), stream(seed));
      const run = (schedule: "parallel" | "sequential") =>
        sharedFactorAmp(model, { priors: gaussians, schedule, maximumIterations: 150 }, stream(seed + 100));
      return { parallel: run("parallel"), sequential: run("sequential") };
    });
    for (const { sequential } of outcomes)
      expect(sequential).toMatchObject({ status: "converged", period: 1 });
    const stuck = outcomes.filter(({ parallel }) => parallel.status === "iterationLimit");
    expect(stuck.length).toBeGreaterThanOrEqual(2);
    for (const { parallel, sequential } of stuck) {
      expect(parallel.period).toBe(2);
      expect(parallel.factors.x!.squaredOverlap).toBeLessThan(sequential.factors.x!.squaredOverlap!);
    }
  });

  test("2+3: half of the starts end on the wrong sign, and turning round escapes", () => {
    const channels = [
      { order: 2, variance: 0.4 },
      { order: 3, variance: 1 },
    ];
    const overlaps = [1, 2, 3].map((seed) => {
      const model = symmetricModel({ dimension: 130, channels }, stream(seed));
      const run = (trySigns: boolean) =>
        symmetricAmp(model, { prior: gaussian(), trySigns }, stream(seed + 50)).factors.x!.overlap!;
      return { plain: run(false), remedied: run(true) };
    });
    expect(overlaps.some(({ plain }) => plain < -0.2)).toBe(true);
    for (const { remedied } of overlaps) expect(remedied).toBeGreaterThan(0.4);
  });

  test("a factor that fades below underflow comes back with a new direction", () => {
    const N = 40;
    const model = sharedFactorModel(multiModal(N, 0.2, 0.2), stream(3));
    const tiny = informedStart(model.truth.x!, { overlap: 0, meanSquare: 1e-202 }, stream(4));
    const states = sharedFactorAmpSteps(model, { priors: gaussians, start: { x: tiny } }, stream(5));
    const all = [...states];
    expect(all.at(-1)).toMatchObject({ status: "converged" });
    expect(all.at(-1)!.factors.x!.squaredOverlap).toBeGreaterThan(0.3);
  });
});

describe("bad input", () => {
  const model = sharedFactorModel(multiModal(4, 0.5, 0.5), stream(1));
  const wigner = symmetricModel({ dimension: 5, channels: [{ order: 2, variance: 0.5 }] }, stream(1));
  const sharedFactor =
    (changes: object, options: object = {}) =>
    () =>
      sharedFactorAmp({ ...model, ...changes } as typeof model, { priors: gaussians, ...options }, stream(1));
  const symmetric =
    (changes: object, options: object = {}) =>
    () =>
      symmetricAmp({ ...wigner, ...changes } as typeof wigner, { prior: gaussian(), ...options }, stream(1));
  const channel = (changes: object) => [{ ...model.channels[0]!, ...changes }, model.channels[1]!];

  test.each([
    [
      "a variance of zero",
      channel({ variance: 0 }),
      "model.channels[0].variance must be a positive finite number, got 0",
    ],
    [
      "a variance that is NaN",
      channel({ variance: Number.NaN }),
      "variance must be a positive finite number, got NaN",
    ],
    ["an unknown factor", channel({ factors: ["u", "w"] }), 'factors[1] must be one of u, v, x, y, got "w"'],
    ["a factor twice", channel({ factors: ["u", "u"] }), 'factors must be different, got "u"'],
    [
      "a shape that does not fit",
      channel({ data: { rows: 4, cols: 3, data: new Float64Array(12) } }),
      "data must be 4 x 4, got",
    ],
    [
      "too few entries",
      channel({ data: { rows: 4, cols: 4, data: new Float64Array(12) } }),
      "must have 16 entries, got 12",
    ],
    [
      "NaN",
      channel({ data: { rows: 4, cols: 4, data: new Float64Array(16).fill(Number.NaN, 3) } }),
      "data.data[3] must be a finite number, got NaN",
    ],
    [
      "a plain array",
      channel({ data: { rows: 2, cols: 2, data: [1, 2, 3, 4] } }),
      "be a Float64Array or a Float32Array",
    ],
    ["no channel", [], "list at least one channel"],
  ])("%s", (_, channels, message) => {
    expect(sharedFactor({ channels })).toThrow(message);
  });

  test("options", () => {
    expect(sharedFactor({}, { damping: 1 })).toThrow("sharedFactorAmp: damping must be in [0, 1), got 1");
    expect(sharedFactor({}, { tolerance: 0 })).toThrow("tolerance");
    expect(sharedFactor({}, { maximumIterations: 0.5 })).toThrow("maximumIterations");
    expect(sharedFactor({}, { schedule: "random" })).toThrow("schedule");
    expect(sharedFactor({}, { priors: { u: gaussian() } })).toThrow("priors.v must be a prior or a denoiser");
    expect(sharedFactor({}, { start: { w: new Float64Array(4) } })).toThrow(
      'sharedFactorAmp: start must name factors among u, v, x, y, got "w"',
    );
    expect(sharedFactor({}, { start: { u: new Float64Array(3) } })).toThrow(
      "start.u must have 4 entries, got 3",
    );
    expect(sharedFactor({ truth: { u: new Float64Array(3) } })).toThrow("model.truth.u must have 4 entries");
    expect(sharedFactor({ sizes: {} })).toThrow("model.sizes must name at least one factor");
    expect(symmetric({}, { prior: undefined })).toThrow("prior must be a prior or a denoiser");
    expect(symmetric({ dimension: 1 })).toThrow("model.dimension");
    expect(symmetric({ channels: [] })).toThrow("list at least one channel");
    expect(symmetric({ truth: new Float64Array(3) })).toThrow("model.truth must have 5 entries");
    const skewed = { rows: 5, cols: 5, data: Float64Array.from({ length: 25 }, (_, i) => i) };
    expect(symmetric({ channels: [{ order: 2, variance: 1, data: skewed }] })).toThrow("symmetric");
    expect(symmetric({ channels: [{ order: 1, variance: 1, data: skewed }] })).toThrow("order");
  });

  test("tensors that are not symmetric, unless by rounding", () => {
    const N = 6;
    const { channels } = symmetricModel({ dimension: N, channels: [{ order: 3, variance: 0.5 }] }, stream(1));
    const [given] = channels as [(typeof channels)[number]];
    const run = (data: Float64Array) =>
      symmetricAmp(
        { dimension: N, channels: [{ ...given, data: { shape: [N, N, N], data } }] },
        { prior: gaussian() },
        stream(1),
      );
    const rounded = Float64Array.from(given.data.data, (value, i) => value * (1 + (i % 3) * 1e-15));
    expect(run(rounded).status).toBeDefined();
    const skewed = Float64Array.from(given.data.data, (value, i) => value + (i % 7));
    expect(() => run(skewed)).toThrow("symmetricAmp: model.channels[0].data must be symmetric");
  });

  test("matrices of two indices in the form of tensors are matrices", () => {
    const asTensor = <T extends { readonly data: unknown }>({ data, ...rest }: T) => {
      const { rows, cols, data: entries } = data as { rows: number; cols: number; data: Float64Array };
      return { ...rest, data: { shape: [rows, cols], data: entries } };
    };
    const [matrix, tensor] = model.channels;
    const shared = { ...model, channels: [asTensor(matrix!), tensor!] } as typeof model;
    const run = (of: typeof model) => sharedFactorAmp(of, { priors: gaussians }, stream(1)).estimates;
    expect(run(shared)).toEqual(run(model));
    const typed = { ...wigner, channels: [asTensor(wigner.channels[0]!)] } as typeof wigner;
    const alone = (of: typeof wigner) => symmetricAmp(of, { prior: gaussian() }, stream(1)).estimates;
    expect(alone(typed)).toEqual(alone(wigner));
  });

  test("what is left out, or of another kind", () => {
    expect(() => symmetricAmp(wigner, undefined as never, stream(1))).toThrow(
      "symmetricAmp: options must be an object, got undefined",
    );
    expect(() => symmetricAmp(wigner, { prior: gaussian() }, undefined as never)).toThrow(
      "symmetricAmp: random must be a stream, got undefined",
    );
    expect(() => sharedFactorAmp(model, { priors: gaussians }, undefined as never)).toThrow(
      "sharedFactorAmp: random must be a stream, got undefined",
    );
    expect(sharedFactor({ channels: [null] })).toThrow("model.channels[0] must be an object, got null");
    expect(sharedFactor({ channels: "ab" })).toThrow("model.channels must list at least one channel");
    expect(symmetric({ channels: [null] })).toThrow("model.channels[0] must be an object, got null");
    expect(sharedFactor({}, { signal: {} })).toThrow("signal must be an AbortSignal, got Object");
    expect(symmetric({}, { onStep: 5 })).toThrow("onStep must be a function, got 5");
  });

  test("kernel memory is given back after an error in a later channel", () => {
    const skewed = { rows: 5, cols: 5, data: Float64Array.from({ length: 25 }, (_, i) => i) };
    const channels = [wigner.channels[0]!, { order: 2, variance: 1, data: skewed }];
    expect(() => symmetricAmpSteps({ ...wigner, channels }, { prior: gaussian() }, stream(1)).next()).toThrow(
      TypeError,
    );
  });
});

test("spherical maximum-likelihood estimates stay on their spheres", () => {
  const model = sharedFactorModel(multiModal(30, 0.2, 0.3), stream(1));
  const ml = sphericalMaximumLikelihood;
  const { factors } = sharedFactorAmp(model, { priors: { u: ml, v: ml, x: ml, y: ml } }, stream(2));
  for (const { meanSquare } of Object.values(factors)) expect(meanSquare).toBeCloseTo(1, 12);
});
