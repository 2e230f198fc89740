import { gemm, type Matrix, symmetricEigenvalues, weightedGram } from "@onsager/linalg";
import { stream } from "@onsager/random";
import { expect, test } from "vitest";
import {
  discreteLaw,
  freeAdditiveConvolution,
  freeMultiplicativeConvolution,
  haarOrthogonal,
  kolmogorovDistance,
  marchenkoPastur,
  quarterCircle,
  type SpectralLaw,
  semicircle,
  weightedCovariance,
} from "../../src/index.ts";

const n = 1000;
const random = stream(12).split("convolutions");

/** n quantiles of a law, whose empirical law is within 1/(2n) of it. */
function quantiles(law: SpectralLaw): Float64Array {
  return Float64Array.from({ length: n }, (_, i) => law.quantile((i + 0.5) / n));
}

/** Q diag(x) Q^T with Q Haar orthogonal. */
function rotated(x: Float64Array, label: string): Matrix {
  const Q = haarOrthogonal().sample(n, random.split(label));
  const scaled = { ...Q, data: Q.data.map((q, i) => q * x[i % n]!) };
  return gemm(scaled, Q, { transposeB: true });
}

function distance(matrix: Matrix, law: SpectralLaw): number {
  return kolmogorovDistance(symmetricEigenvalues(matrix, { checkSymmetry: false }).values, law);
}

test("the eigenvalues of A + Q B Q^T are within 0.01 of the free sum", () => {
  const [first, second] = [discreteLaw({ points: [-2, 0, 3] }), quarterCircle()];
  const sum = rotated(quantiles(second), "sum");
  quantiles(first).forEach((a, i) => {
    sum.data[i * n + i]! += a;
  });
  expect(distance(sum, freeAdditiveConvolution(first, second))).toBeLessThan(0.01);
});

test("the eigenvalues of A^{1/2} Q B Q^T A^{1/2} are within 0.01 of the free product", () => {
  const [first, second] = [discreteLaw({ points: [1, 5] }), marchenkoPastur({ ratio: 0.5 })];
  const roots = quantiles(first).map(Math.sqrt);
  const product = rotated(quantiles(second), "product");
  product.data.forEach((x, i) => {
    product.data[i] = x * roots[Math.floor(i / n)]! * roots[i % n]!;
  });
  expect(distance(product, freeMultiplicativeConvolution(first, second))).toBeLessThan(0.01);
});

test("the eigenvalues of a covariance with weights of both signs are within 0.01 of the law", () => {
  const [weights, samples] = [semicircle(), 2 * n];
  const X = { rows: samples, cols: n, data: new Float64Array(samples * n) };
  random.split("weights").fillNormal(X.data);
  const t = Float64Array.from({ length: samples }, (_, i) => weights.quantile((i + 0.5) / samples) / samples);
  expect(
    distance(weightedGram(X, { weights: t }), weightedCovariance({ ratio: n / samples, weights })),
  ).toBeLessThan(0.01);
});
