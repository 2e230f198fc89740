import exponentialCdf from "@stdlib/stats-base-dists-exponential-cdf";
import gammaCdf from "@stdlib/stats-base-dists-gamma-cdf";
import normalCdf from "@stdlib/stats-base-dists-normal-cdf";
import { describe, expect, test } from "vitest";
import {
  chiSquare,
  exponential,
  gamma,
  integer,
  type Law,
  normal,
  normal32,
  rademacher,
  stream,
  uniform,
  uniform32,
} from "../../src/index.ts";

const SAMPLES = 10_000_000;
/** sqrt(n) times Kolmogorov's distance exceeds this with probability 2 exp(-2 x^2) = 6e-7, as 5 standard errors do. */
const KOLMOGOROV_BOUND = 2.74;

function sample(law: Law, size: number): Float64Array {
  const values = new Float64Array(size);
  stream(2024).split("distributions").fill(law, values);
  return values;
}

/** sqrt(n) sup |empirical - cdf|; sorts `values`. */
function kolmogorov(values: Float64Array, cdf: (x: number) => number): number {
  values.sort();
  const n = values.length;
  let distance = 0;
  for (let i = 0; i < n; i++) {
    const p = cdf(values[i]!);
    distance = Math.max(distance, Math.abs(p - i / n), Math.abs(p - (i + 1) / n));
  }
  return distance * Math.sqrt(n);
}

function rawMoments(values: Float64Array, order: number): number[] {
  const sums = Array.from({ length: order + 1 }, () => 0);
  for (const x of values) for (let k = 0, power = 1; k <= order; k++, power *= x) sums[k]! += power;
  return sums.map((sum) => sum / values.length);
}

interface Continuous {
  readonly law: Law;
  /** E x^k. */
  readonly moment: (k: number) => number;
  readonly cdf: (x: number) => number;
}

const doubleFactorial = (k: number): number => (k <= 1 ? 1 : k * doubleFactorial(k - 2));
const factorial = (k: number): number => (k <= 1 ? 1 : k * factorial(k - 1));
/** x (x + 1) ... (x + k - 1). */
const rising = (x: number, k: number): number => (k === 0 ? 1 : (x + k - 1) * rising(x, k - 1));
const normalMoment = (k: number) => (k % 2 ? 0 : doubleFactorial(k - 1));
const standardNormal = normalCdf.factory(0, 1);

const continuous: readonly Continuous[] = [
  { law: uniform, moment: (k) => 1 / (k + 1), cdf: (x) => x },
  { law: uniform32, moment: (k) => 1 / (k + 1), cdf: (x) => x },
  { law: normal, moment: normalMoment, cdf: standardNormal },
  { law: normal32, moment: normalMoment, cdf: standardNormal },
  { law: exponential, moment: factorial, cdf: exponentialCdf.factory(1) },
  { law: gamma({ shape: 2.5 }), moment: (k) => rising(2.5, k), cdf: gammaCdf.factory(2.5, 1) },
  { law: chiSquare(3), moment: (k) => 2 ** k * rising(1.5, k), cdf: gammaCdf.factory(1.5, 1 / 2) },
];

describe.each(continuous)("10^7 values of the law $law.name", ({ law, moment, cdf }) => {
  test("have the moments of orders 1 to 6: |estimate - E x^k| < 5 sqrt((E x^2k - (E x^k)^2) / n)", () => {
    const estimates = rawMoments(sample(law, SAMPLES), 6);
    for (let k = 1; k <= 6; k++) {
      const error = Math.sqrt((moment(2 * k) - moment(k) ** 2) / SAMPLES);
      expect(Math.abs(estimates[k]! - moment(k)), `order ${k}`).toBeLessThan(5 * error);
    }
  });

  test("pass Kolmogorov and Smirnov's test", () => {
    expect(kolmogorov(sample(law, SAMPLES), cdf)).toBeLessThan(KOLMOGOROV_BOUND);
  });
});

describe.each([normal, normal32])("10^7 values of the law $name", (law) => {
  test.each([1, 2, 3, 4, 4.5, 5])(
    "exceed %d in size as often as they should: binomial, 5 standard errors",
    (level) => {
      const probability = 2 * standardNormal(-level);
      const count = sample(law, SAMPLES).reduce((sum, x) => sum + (Math.abs(x) > level ? 1 : 0), 0);
      const error = Math.sqrt(SAMPLES * probability * (1 - probability));
      expect(Math.abs(count - SAMPLES * probability)).toBeLessThan(5 * error);
    },
  );

  test("are independent within a Box-Muller pair, squares too: |covariance| < 5 sqrt(variance / n)", () => {
    const values = sample(law, SAMPLES);
    const pairs = SAMPLES / 2;
    const products = [0, 0];
    for (let i = 0; i < SAMPLES; i += 2) {
      const [a, b] = [values[i]!, values[i + 1]!];
      products[0]! += a * b;
      products[1]! += (a * a - 1) * (b * b - 1);
    }
    expect(Math.abs(products[0]! / pairs)).toBeLessThan(5 / Math.sqrt(pairs));
    expect(Math.abs(products[1]! / pairs)).toBeLessThan((5 * 2) / Math.sqrt(pairs));
  });
});

test.each([0.3, 0.9, 1, 2.5, 50])(
  "10^6 gamma values of shape %d and scale 2 pass Kolmogorov and Smirnov's test",
  (shape) => {
    const cdf = gammaCdf.factory(shape, 1 / 2);
    expect(kolmogorov(sample(gamma({ shape, scale: 2 }), 1_000_000), cdf)).toBeLessThan(KOLMOGOROV_BOUND);
  },
);

test.each([1, 3, 7.5])(
  "10^6 chi-square values with %d degrees of freedom pass Kolmogorov and Smirnov's test",
  (degrees) => {
    const cdf = gammaCdf.factory(degrees / 2, 1 / 2);
    expect(kolmogorov(sample(chiSquare(degrees), 1_000_000), cdf)).toBeLessThan(KOLMOGOROV_BOUND);
  },
);

/** Pearson's statistic of equally likely cells, minus its mean, in units of its standard deviation sqrt(2 (cells - 1)). */
function pearson(cells: Iterable<number>, count: number): number {
  const observed = new Float64Array(count);
  let total = 0;
  for (const cell of cells) {
    observed[cell]! += 1;
    total++;
  }
  const statistic = observed.reduce((sum, o) => sum + (o - total / count) ** 2 / (total / count), 0);
  return (statistic - (count - 1)) / Math.sqrt(2 * (count - 1));
}

test.each([2, 6, 1000])("10^7 integers below %d fall evenly on their values", (count) => {
  expect(Math.abs(pearson(sample(integer(count), SAMPLES), count))).toBeLessThan(5);
});

test("10^6 integers below 6e15, a third of which are rejected, are uniform", () => {
  expect(kolmogorov(sample(integer(6e15), 1_000_000), (x) => x / 6e15)).toBeLessThan(KOLMOGOROV_BOUND);
});

test("10^7 Rademacher signs, read as bytes, fall evenly on the 256 patterns", () => {
  const signs = sample(rademacher, SAMPLES);
  const bytes = Array.from({ length: SAMPLES / 8 }, (_, i) =>
    signs.subarray(8 * i, 8 * i + 8).reduce((byte, sign) => 2 * byte + (sign > 0 ? 1 : 0), 0),
  );
  expect(Math.abs(pearson(bytes, 256))).toBeLessThan(5);
});
