import { type Matrix, symmetricEigen } from "@onsager/linalg";
import { stream } from "@onsager/random";
import { describe, expect, test } from "vitest";
import {
  covarianceOutlier,
  discreteLaw,
  freeAdditiveConvolution,
  kestenMcKay,
  marchenkoPastur,
  outlierOfAdditiveSpike,
  outlierOfMultiplicativeSpike,
  outlierOfRectangularSpike,
  quarterCircle,
  rectangularOutlier,
  semicircle,
  tracyWidom,
  wigner,
  wignerOutlier,
} from "../../src/index.ts";
import { expectClose } from "../helpers/close-to.ts";
import { expectMean } from "../helpers/statistics.ts";

interface Pair {
  readonly eigenvalue: number;
  readonly squaredOverlap: number;
}

/** The eigenvalues of a symmetric matrix, ascending, and the squared cosines of their vectors with a unit vector. */
function spectrumOf(
  n: number,
  entry: (i: number, j: number) => number,
  direction: (i: number) => number,
): Pair[] {
  const data = Float64Array.from({ length: n * n }, (_, index) => entry(Math.floor(index / n), index % n));
  const { values, vectors } = symmetricEigen({ rows: n, cols: n, data } as Matrix);
  return Array.from(values, (eigenvalue, k) => {
    const vector = vectors.data.subarray(k * n, (k + 1) * n);
    const cosine = vector.reduce((sum, x, i) => sum + x * direction(i), 0);
    return { eigenvalue, squaredOverlap: cosine * cosine };
  });
}

/** The largest (or lowest) of them. */
function extreme(
  n: number,
  entry: (i: number, j: number) => number,
  direction: (i: number) => number,
  side: "top" | "bottom" = "top",
): Pair {
  return spectrumOf(n, entry, direction).at(side === "top" ? -1 : 0)!;
}

const n = 24;
/** A vector of equal entries sees the empirical law of a diagonal matrix exactly. */
const v = () => 1 / Math.sqrt(n);
const points = Array.from({ length: n }, (_, i) => 1 + ((i * i * 7) % 23) / 10);
const empirical = discreteLaw({ points });

describe("outlierOfAdditiveSpike", () => {
  test.each([0.8, 1.3, 5])("equals the closed form of a Wigner matrix: variance 1/2, theta = %d", (spike) => {
    const closed = wignerOutlier({ variance: 0.5, spike });
    const general = outlierOfAdditiveSpike(semicircle({ variance: 0.5 }), spike);
    expectClose(general.threshold, closed.threshold, 1e-11);
    expectClose(general.eigenvalue!, closed.eigenvalue!, 1e-13);
    expectClose(general.squaredOverlap, closed.squaredOverlap, 1e-12);
  });

  test("below the threshold there is none, and negative spikes mirror positive ones", () => {
    const law = semicircle();
    expect(outlierOfAdditiveSpike(law, 0.99)).toMatchObject({ eigenvalue: undefined, squaredOverlap: 0 });
    const { threshold, eigenvalue, squaredOverlap } = outlierOfAdditiveSpike(law, -2);
    expectClose(threshold, -1, 1e-11);
    expectClose(eigenvalue!, -2.5, 1e-13);
    expectClose(squaredOverlap, 0.75, 1e-13);
  });

  test("a convolution has the outliers of the law that it equals", () => {
    const sum = freeAdditiveConvolution(semicircle({ variance: 0.3 }), semicircle({ variance: 0.2 }));
    const [one, other] = [sum, semicircle({ variance: 0.5 })].map((law) => outlierOfAdditiveSpike(law, 1.1));
    expectClose(one!.threshold, other!.threshold, 1e-10);
    expectClose(one!.eigenvalue!, other!.eigenvalue!, 1e-12);
    expectClose(one!.squaredOverlap, other!.squaredOverlap, 1e-11);
  });

  test("where density does not vanish at the edge every spike has its outlier", () => {
    expect(outlierOfAdditiveSpike(kestenMcKay({ degree: 2 }), 0.5).threshold).toBe(0);
    expect(outlierOfAdditiveSpike(quarterCircle(), -0.5).threshold).toBe(0);
    expect(outlierOfAdditiveSpike(empirical, 0.5).threshold).toBe(0);
    // The arcsine law: sqrt(x^2 - 4) = theta.
    expectClose(outlierOfAdditiveSpike(kestenMcKay({ degree: 2 }), 1).eigenvalue!, Math.sqrt(5), 1e-13);
  });

  test.each([2, -2])("is exact for a diagonal matrix with a spike of equal entries: theta = %d", (spike) => {
    const general = outlierOfAdditiveSpike(empirical, spike);
    const entry = (i: number, j: number) => (i === j ? points[i]! : 0) + spike / n;
    const dense = extreme(n, entry, v, spike > 0 ? "top" : "bottom");
    expectClose(general.eigenvalue!, dense.eigenvalue, 1e-12);
    expectClose(general.squaredOverlap, dense.squaredOverlap, 1e-11);
  });
});

describe("outlierOfMultiplicativeSpike", () => {
  test.each([
    [0.25, 1],
    [0.25, -0.6],
    [4, 3],
  ])("equals Paul's closed form for white covariances: ratio %d, theta = %d", (ratio, spike) => {
    const closed = covarianceOutlier({ spike: 1 + spike, ratio });
    const general = outlierOfMultiplicativeSpike(marchenkoPastur({ ratio }), spike);
    expectClose(1 + general.threshold, closed.threshold, 1e-11);
    expectClose(general.eigenvalue!, closed.eigenvalue!, 1e-12);
    expectClose(general.squaredOverlap, closed.squaredOverlap, 1e-11);
  });

  test("at a hard edge small spikes never leave the bulk", () => {
    const { threshold, eigenvalue } = outlierOfMultiplicativeSpike(marchenkoPastur({ ratio: 1 }), -0.9);
    expectClose(threshold, -1, 1e-11);
    expect(eigenvalue).toBeUndefined();
  });

  test.each([1.5, -0.7])(
    "is exact for a diagonal matrix with a spike of equal entries: theta = %d",
    (spike) => {
      const general = outlierOfMultiplicativeSpike(empirical, spike);
      // (1 + b v v^T) A (1 + b v v^T) with (1 + b)^2 = 1 + theta.
      const b = Math.sqrt(1 + spike) - 1;
      const mean = points.reduce((sum, x) => sum + x, 0) / n;
      const entry = (i: number, j: number) =>
        (i === j ? points[i]! : 0) + (b * (points[i]! + points[j]!)) / n + (b * b * mean) / n;
      const dense = extreme(n, entry, v, spike > 0 ? "top" : "bottom");
      expectClose(general.eigenvalue!, dense.eigenvalue, 1e-12);
      expectClose(general.squaredOverlap, dense.squaredOverlap, 1e-11);
    },
  );
});

describe("outlierOfRectangularSpike", () => {
  test.each([0.5, 1, 3])("equals the closed form for independent entries: rows over columns %d", (ratio) => {
    // Entries of variance 1/columns: a = ratio, b = 1, D = 1, and s sqrt(ab) is the spike's singular value.
    const closed = rectangularOutlier({
      variance: 1,
      ratio: 1,
      rowRatio: ratio,
      spike: 2 / Math.sqrt(ratio),
    });
    const general = outlierOfRectangularSpike(marchenkoPastur({ ratio }), { spike: 2, ratio });
    expectClose(general.singularValue!, closed.singularValue!, 1e-13);
    for (const side of ["left", "right"] as const) {
      expectClose(general[side].threshold, closed[side].threshold * Math.sqrt(ratio), 1e-11);
      expectClose(general[side].eigenvalue!, closed[side].eigenvalue!, 1e-13);
      expectClose(general[side].squaredOverlap, closed[side].squaredOverlap, 1e-12);
    }
    const hidden = outlierOfRectangularSpike(marchenkoPastur({ ratio }), {
      spike: 0.9 * ratio ** 0.25,
      ratio,
    });
    expect(hidden).toMatchObject({ singularValue: undefined, left: { squaredOverlap: 0 } });
  });

  test("is exact for a diagonal X of doubled singular values and a spike of equal entries with alternating signs", () => {
    const [rows, columns, spike] = [12, 20, 3];
    const singular = Array.from({ length: rows }, (_, i) => 1 + Math.floor(i / 2) / 3);
    const u = () => 1 / Math.sqrt(rows);
    const w = (j: number) => (j % 2 === 0 ? 1 : -1) / Math.sqrt(columns);
    const X = (i: number, j: number) => (i === j ? singular[i]! : 0) + spike * u() * w(j);
    const sum = (count: number, f: (k: number) => number) =>
      Array.from({ length: count }, (_, k) => f(k)).reduce((total, x) => total + x, 0);
    const left = extreme(rows, (i, j) => sum(columns, (k) => X(i, k) * X(j, k)), u);
    const right = extreme(columns, (i, j) => sum(rows, (k) => X(k, i) * X(k, j)), w);
    const law = discreteLaw({ points: singular.map((x) => x * x) });
    const general = outlierOfRectangularSpike(law, { spike, ratio: rows / columns });
    expectClose(general.left.eigenvalue!, left.eigenvalue, 1e-12);
    expectClose(general.left.squaredOverlap, left.squaredOverlap, 1e-11);
    expectClose(general.right.squaredOverlap, right.squaredOverlap, 1e-11);
  });
});

describe("in inner gaps", () => {
  test("an additive spike makes an outlier in each gap that G passes 1/theta in: exact for a diagonal matrix", () => {
    const general = outlierOfAdditiveSpike(empirical, 2);
    const entries = (i: number, j: number) => (i === j ? points[i]! : 0) + 2 / n;
    const all = spectrumOf(n, entries, v);
    expect(general.inner.length).toBe(empirical.atoms.length - 1);
    for (const { gap, eigenvalue, squaredOverlap } of general.inner) {
      const dense = all.find((one) => one.eigenvalue > gap[0] + 1e-9 && one.eigenvalue < gap[1] - 1e-9)!;
      expectClose(eigenvalue, dense.eigenvalue, 1e-11);
      expectClose(squaredOverlap, dense.squaredOverlap, 1e-10);
    }
    const overlaps = general.inner.reduce((sum, one) => sum + one.squaredOverlap, general.squaredOverlap);
    expectClose(overlaps, 1, 1e-11);
  });

  test("a multiplicative spike likewise", () => {
    const general = outlierOfMultiplicativeSpike(empirical, 1.5);
    const b = Math.sqrt(2.5) - 1;
    const mean = points.reduce((sum, x) => sum + x, 0) / n;
    const entries = (i: number, j: number) =>
      (i === j ? points[i]! : 0) + (b * (points[i]! + points[j]!)) / n + (b * b * mean) / n;
    const all = spectrumOf(n, entries, v);
    for (const { gap, eigenvalue, squaredOverlap } of general.inner) {
      const dense = all.find((one) => one.eigenvalue > gap[0] + 1e-9 && one.eigenvalue < gap[1] - 1e-9)!;
      expectClose(eigenvalue, dense.eigenvalue, 1e-11);
      expectClose(squaredOverlap, dense.squaredOverlap, 1e-10);
    }
    expect(general.inner.length).toBeGreaterThan(1);
  });

  test("of signs and a semicircle: the one above and the one between, over eight seeds", () => {
    const law = freeAdditiveConvolution(discreteLaw({ points: [-3, 3] }), semicircle({ variance: 0.25 }));
    const { eigenvalue, inner } = outlierOfAdditiveSpike(law, 2);
    const size = 120;
    const found = Array.from({ length: 8 }, (_, seed) => {
      const A = wigner({ variance: 0.25 }).sample(size, stream(33).split(seed));
      const entries = (i: number, j: number) =>
        A.data[i * size + j]! + (i === j ? (i % 2 === 0 ? 3 : -3) : 0) + 2 / size;
      return spectrumOf(size, entries, () => 1 / Math.sqrt(size));
    });
    expect(inner.length).toBe(1);
    for (const [k, expected] of [
      [size - 1, eigenvalue!],
      [size / 2 - 1, inner[0]!.eigenvalue],
    ] as const) {
      expectMean(
        found.map((all) => all[k]!.eigenvalue),
        expected,
      );
    }
    expectMean(
      found.map((all) => all[size / 2 - 1]!.squaredOverlap),
      inner[0]!.squaredOverlap,
    );
  });
});

test.each([1e8, 1e14, 1e18, 1e150])(
  "a spike of %d dwarfs the law: the outlier is the spike's own",
  (spike) => {
    const narrow = outlierOfAdditiveSpike(semicircle({ variance: 1e-20 }), spike);
    expectClose(narrow.eigenvalue! / spike, 1, 1e-14);
    expectClose(narrow.squaredOverlap, 1, 1e-13);
    const factor = outlierOfMultiplicativeSpike(marchenkoPastur({ ratio: 0.5 }), spike);
    expectClose(factor.eigenvalue! / spike, 1, 2e-8);
    expectClose(factor.squaredOverlap, 1, 2e-8);
    const rectangular = outlierOfRectangularSpike(marchenkoPastur({ ratio: 0.5 }), { spike, ratio: 0.5 });
    expectClose(rectangular.singularValue! / spike, 1, 1e-14);
    expectClose(rectangular.left.squaredOverlap, 1, 1e-7);
  },
);

test("refuses spikes without effect and laws without bounds", () => {
  const law = marchenkoPastur({ ratio: 1 });
  expect(() => outlierOfAdditiveSpike(law, 0)).toThrow(RangeError);
  expect(() => outlierOfAdditiveSpike(law, Number.NaN)).toThrow(
    "outlierOfAdditiveSpike: spike must be finite and not 0, got NaN",
  );
  expect(() => outlierOfAdditiveSpike(tracyWidom(), 1)).toThrow(RangeError);
  expect(() => outlierOfAdditiveSpike(undefined as never, 1)).toThrow(TypeError);
  for (const spike of [0, -1, Number.NaN])
    expect(() => outlierOfMultiplicativeSpike(law, spike)).toThrow(RangeError);
  expect(() => outlierOfMultiplicativeSpike(semicircle(), 1)).toThrow(RangeError);
  expect(() => outlierOfRectangularSpike(law, { spike: 0, ratio: 1 })).toThrow(RangeError);
  expect(() => outlierOfRectangularSpike(law, { spike: 1, ratio: Number.NaN })).toThrow(RangeError);
  expect(() => outlierOfRectangularSpike(law, undefined as never)).toThrow(TypeError);
});
