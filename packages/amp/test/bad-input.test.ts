import { stream } from "@onsager/random";
import { expect, test } from "vitest";
import * as amp from "../src/index.ts";

const random = stream(1);
const { gaussian, sign, signProduct } = amp;
const F = { rows: 4, cols: 3, data: new Float64Array(12).fill(0.5) };
const broken = { ...F, data: new Float64Array(12).fill(Number.NaN, 7) };
const y = new Float64Array(4).fill(1);
const glm = { ratio: 1, channel: sign(), prior: gaussian() };
const lasso = { ratio: 0.5, variance: 0.1, multiple: 1, prior: gaussian() };
const linear = { prior: gaussian(), variance: 0.1, spectrum: amp.spectrumOf([1]) };
const start = { rows: 2, cols: 3, data: new Float64Array(6).fill(1) };
const index = { channel: signProduct(), start };
const infinite = { ...gaussian(), secondMoment: Infinity };
const tensor = { shape: [2, 2, 2] as const, data: new Float64Array(8).fill(1) };
const matrix = { factors: ["u", "v"], variance: 1, data: { rows: 2, cols: 2, data: new Float64Array(4) } };
const sizes = { u: 2, v: 2, x: 2, y: 2 };
const pair = { sizes, channels: [matrix, { factors: ["u", "x", "y"], variance: 1, data: tensor }] };
const apart = {
  sizes: { ...sizes, z: 2 },
  channels: [matrix, { factors: ["z", "x", "y"], variance: 1, data: tensor }],
};
const twice = { sizes, channels: [matrix, { factors: ["u", "v", "y"], variance: 1, data: tensor }] };
const symmetric = { dimension: 2, channels: [{ order: 2, variance: 1, data: matrix.data }] };

// biome-ignore lint/suspicious/noExplicitAny: arguments of the wrong kind are the point.
const wrong = (value: unknown): any => value;

/** Function, what is wrong, the call, and what its message says after `function: `. */
const table: readonly (readonly [string, string, () => unknown, string])[] = [
  ["gamp", "no options", () => amp.gamp(F, y, wrong(undefined)), "options must be an object"],
  ["gamp", "F", () => amp.gamp(wrong(1), y, glm), "F must be a matrix or an operator, got 1"],
  [
    "gamp",
    "operator",
    () => amp.gamp(wrong({ rows: 4, cols: 3, apply: 1 }), y, glm),
    "F.apply must be a function",
  ],
  ["gamp", "sizes", () => amp.gamp(wrong({ rows: 0.5, cols: 3 }), y, glm), "F.rows must be an integer"],
  ["gamp", "length", () => amp.gamp(F, new Float64Array(3), glm), "y must have F.rows = 4 entries, got 3"],
  [
    "gamp",
    "label",
    () => amp.gamp(F, new Float64Array(4).fill(Number.NaN), glm),
    "y[0] must be a finite number",
  ],
  ["gamp", "truth", () => amp.gamp(F, y, { ...glm, truth: y }), "truth must have F.cols = 3 entries"],
  [
    "gamp",
    "variance",
    () => amp.gamp(F, y, { ...glm, prior: infinite }),
    "the second moment of prior must be positive and",
  ],
  ["lassoAmp", "no options", () => amp.lassoAmp(F, y, wrong(null)), "options must be an object"],
  ["lassoAmp", "multiple", () => amp.lassoAmp(F, y, { multiple: Number.NaN }), "multiple must be a positive"],
  ["lassoAmp", "truth", () => amp.lassoAmp(F, y, { multiple: 1, truth: y }), "truth must have A.cols = 3"],
  ["vamp", "operator", () => amp.vamp(wrong({ rows: 4, cols: 3 }), y, linear), "A must be a matrix"],
  ["vamp", "NaN", () => amp.vamp(broken, y, linear), "A.data[7] must be a finite number, got NaN"],
  ["vamp", "variance", () => amp.vamp(F, y, { ...linear, variance: -1 }), "variance must be a positive"],
  ["vamp", "prior", () => amp.vamp(F, y, { ...linear, prior: wrong({}) }), "prior must be a prior"],
  ["multiIndexAmp", "NaN", () => amp.multiIndexAmp(broken, y, index), "F.data[7] must be a finite number"],
  ["multiIndexAmp", "F", () => amp.multiIndexAmp(wrong(undefined), y, index), "F must be a matrix"],
  [
    "multiIndexAmp",
    "no start",
    () => amp.multiIndexAmp(F, y, wrong({ channel: signProduct() })),
    "start must be 2 x 3",
  ],
  [
    "multiIndexAmp",
    "damping",
    () => amp.multiIndexAmp(F, y, { ...index, damping: 2 }),
    "damping must be in [0, 1)",
  ],
  [
    "multiIndexAmp",
    "rank",
    () => amp.multiIndexAmp(F, y, { start, channel: { ...signProduct(), rank: 0 } }),
    "channel.rank must",
  ],
  [
    "glmStateEvolution",
    "no model",
    () => amp.glmStateEvolution(wrong(undefined)),
    "options must be an object",
  ],
  [
    "glmStateEvolution",
    "ratio",
    () => amp.glmStateEvolution({ ...glm, ratio: 0 }),
    "ratio must be a positive",
  ],
  [
    "glmStateEvolution",
    "start",
    () => amp.glmStateEvolution(glm, { start: { overlap: 2 } }),
    "start.overlap must be in [0, 1], got 2",
  ],
  [
    "glmStateEvolution",
    "start",
    () => amp.glmStateEvolution(glm, { start: wrong(null) }),
    "start.overlap must be in [0, 1]",
  ],
  [
    "glmStateEvolution",
    "tolerance",
    () => amp.glmStateEvolution(glm, { tolerance: Number.NaN }),
    "tolerance must be at least 0",
  ],
  [
    "glmStateEvolution",
    "steps",
    () => amp.glmStateEvolution(glm, { maximumIterations: 0 }),
    "maximumIterations must",
  ],
  [
    "glmFreeEntropy",
    "overlap",
    () => amp.glmFreeEntropy(glm, Number.NaN),
    "overlap must be in [0, 1], got NaN",
  ],
  [
    "glmTransitions",
    "channel",
    () => amp.glmTransitions(wrong({ prior: gaussian() })),
    "channel must be a channel",
  ],
  ["glmWeakRecovery", "channel", () => amp.glmWeakRecovery(wrong(undefined)), "channel must be a channel"],
  [
    "glmWeakRecovery",
    "rho",
    () => amp.glmWeakRecovery(sign(), { secondMoment: 0 }),
    "secondMoment must be a positive",
  ],
  [
    "channelInformation",
    "m",
    () => amp.channelInformation(sign(), -1, 1),
    "m must be at least 0 and finite, got -1",
  ],
  [
    "channelInformation",
    "V",
    () => amp.channelInformation(sign(), 0, Number.NaN),
    "V must be a positive finite number",
  ],
  [
    "lassoStateEvolution",
    "prior",
    () => amp.lassoStateEvolution({ ...lasso, prior: wrong(1) }),
    "prior must be a prior",
  ],
  [
    "lassoStateEvolution",
    "variance",
    () => amp.lassoStateEvolution({ ...lasso, variance: -1 }),
    "variance must be at least 0",
  ],
  [
    "lassoStateEvolution",
    "steps",
    () => amp.lassoStateEvolution(lasso, { maximumIterations: -1 }),
    "maximumIterations must",
  ],
  [
    "vampStateEvolution",
    "spectrum",
    () => amp.vampStateEvolution({ ...linear, spectrum: wrong(1) }),
    "spectrum must be a function",
  ],
  [
    "vampStateEvolution",
    "prior",
    () => amp.vampStateEvolution({ ...linear, prior: infinite }),
    "the second moment of prior must",
  ],
  ["spectrumOf", "nothing", () => amp.spectrumOf([]), "squaredSingularValues must not be empty"],
  [
    "spectrumOf",
    "negative",
    () => amp.spectrumOf([1, -1]),
    "squaredSingularValues[1] must be at least 0, got -1",
  ],
  ["donohoTanner", "delta", () => amp.donohoTanner(Number.NaN), "delta must be in (0, 1), got NaN"],
  [
    "multiIndexStateEvolution",
    "channel",
    () => amp.multiIndexStateEvolution(wrong({}), { ratio: 1 }, random),
    "channel must be a multi-index channel",
  ],
  [
    "multiIndexStateEvolution",
    "start",
    () => amp.multiIndexStateEvolution(signProduct(), { ratio: 1, start }, random),
    "start must be 2 x 2, got",
  ],
  [
    "multiIndexStateEvolution",
    "samples",
    () => amp.multiIndexStateEvolution(signProduct(), { ratio: 1, samples: 0 }, random),
    "samples must",
  ],
  [
    "multiIndexWeakRecovery",
    "channel",
    () => amp.multiIndexWeakRecovery(wrong(undefined)),
    "channel must be a multi-index channel",
  ],
  ["squaredNorm", "rank", () => amp.squaredNorm({ rank: 4 }), "rank must be an integer from 1 to 3, got 4"],
  ["squaredNorm", "variance", () => amp.squaredNorm({ rank: 1, variance: 0 }), "variance must be a positive"],
  [
    "noisyIndexFunction",
    "apply",
    () => amp.noisyIndexFunction(wrong({ name: "f", rank: 1, variance: 1 })),
    "apply must be a function",
  ],
  [
    "signProduct",
    "label",
    () => amp.signProduct().posteriorMean(0, new Float64Array(2), new Float64Array(4), new Float64Array(2)),
    "y must be one of 1, -1, got 0",
  ],
  [
    "product",
    "label",
    () => amp.product().posteriorMean(0, new Float64Array(2), new Float64Array(4), new Float64Array(2)),
    "y must be finite and not 0",
  ],
  [
    "defineChannel",
    "kinks",
    () =>
      amp.defineChannel({
        name: "f",
        labels: [1],
        logLikelihood: () => 0,
        sample: () => 1,
        kinks: [Number.NaN],
      }),
    "kinks[0] must be a finite number",
  ],
  [
    "defineChannel",
    "labels",
    () => amp.defineChannel({ name: "f", labels: wrong("all"), logLikelihood: () => 0, sample: () => 1 }),
    "labels must be a list",
  ],
  [
    "noisyFunction",
    "variance",
    () => amp.noisyFunction({ name: "f", apply: Math.abs, variance: Number.NaN }),
    "variance must be a positive",
  ],
  [
    "informedStart",
    "truth",
    () => amp.informedStart(new Float64Array(2), { overlap: 0 }, random),
    "the mean square of truth must be a positive",
  ],
  [
    "informedStart",
    "NaN",
    () => amp.informedStart(Float64Array.of(Number.NaN), { overlap: 0 }, random),
    "truth[0] must be a finite number",
  ],
  [
    "informedStart",
    "mean square",
    () => amp.informedStart(y, { overlap: 0.5, meanSquare: 0.2 }, random),
    "meanSquare must be finite and at least overlap^2",
  ],
  [
    "symmetricAmp",
    "no model",
    () => amp.symmetricAmp(wrong(undefined), { prior: gaussian() }, random),
    "model must be an object",
  ],
  [
    "symmetricAmp",
    "truth",
    () =>
      amp.symmetricAmp(
        { ...symmetric, truth: Float64Array.of(1, Number.NaN) },
        { prior: gaussian() },
        random,
      ),
    "model.truth[1] must be a finite number",
  ],
  [
    "sharedFactorAmp",
    "no model",
    () => amp.sharedFactorAmp(wrong(null), { priors: {} }, random),
    "model must be an object",
  ],
  [
    "sharedFactorAmp",
    "priors",
    () => amp.sharedFactorAmp(pair, wrong({}), random),
    "priors must be an object, got undefined",
  ],
  [
    "sharedFactorAmp",
    "prior",
    () => amp.sharedFactorAmp(pair, { priors: { u: wrong(1) } }, random),
    "priors.u must be a prior or a denoiser, got 1",
  ],
  [
    "sharedFactorAmp",
    "truth",
    () => amp.sharedFactorAmp({ ...pair, truth: { w: y } }, { priors: {} }, random),
    'model.truth must name factors among u, v, x, y, got "w"',
  ],
  [
    "jointGradientDescent",
    "no options",
    () => amp.jointGradientDescent(pair, wrong(undefined), random),
    "options must be an object",
  ],
  [
    "jointGradientDescent",
    "rate",
    () => amp.jointGradientDescent(pair, { learningRate: 0 }, random),
    "learningRate must be a positive",
  ],
  [
    "powerIteration",
    "tolerance",
    () => amp.powerIteration(pair, { tolerance: 0 }, random),
    "tolerance must be a positive",
  ],
  [
    "powerIteration",
    "start",
    () => amp.powerIteration(pair, { start: { u: y } }, random),
    "start.u must have 2 entries, got 4",
  ],
  [
    "powerIteration",
    "name",
    () => amp.powerIteration(pair, { start: { w: y } }, random),
    'start must name factors among u, v, x, y, got "w"',
  ],
  [
    "tensorUnfolding",
    "matrix",
    () => amp.tensorUnfolding(wrong(matrix.data)),
    "tensor must have a shape of three sizes",
  ],
  [
    "tensorUnfolding",
    "NaN",
    () => amp.tensorUnfolding({ ...tensor, data: new Float64Array(8).fill(Number.NaN) }),
    "tensor.data[0] must be a finite number",
  ],
  [
    "sequentialCurriculum",
    "no model",
    () => amp.sequentialCurriculum(wrong(undefined), {}, random),
    "model must be an object",
  ],
  [
    "sequentialCurriculum",
    "one channel",
    () => amp.sequentialCurriculum({ sizes, channels: [matrix] }, {}, random),
    "model.channels must be one matrix and one tensor",
  ],
  [
    "sequentialCurriculum",
    "no factor",
    () => amp.sequentialCurriculum(apart, {}, random),
    "model.channels must share one factor",
  ],
  [
    "sequentialCurriculum",
    "two factors",
    () => amp.sequentialCurriculum(twice, {}, random),
    "model.channels must share one factor",
  ],
];

test.each(table)("%s refuses: %s", (name, _, run, message) => {
  let error: unknown;
  try {
    run();
  } catch (thrown) {
    error = thrown;
  }
  expect(error === undefined ? "nothing was thrown" : (error as Error).message).toContain(
    `${name}: ${message}`,
  );
  expect(error instanceof RangeError || error instanceof TypeError).toBe(true);
});
