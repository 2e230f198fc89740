import { gaussLegendre, normalDensity } from "@onsager/hermite";
import { describe, expect, test } from "vitest";
import {
  discreteLaw,
  kestenMcKay,
  marchenkoPastur,
  quarterCircle,
  type SpectralLaw,
  sampleCovariance,
  semicircle,
  weightedCovariance,
} from "../../src/index.ts";
import { expectClose } from "../helpers/close-to.ts";

describe("closed forms", () => {
  test("distribution function of the semicircle: 1/2 + x sqrt(4 - x^2)/(4 pi) + arcsin(x/2)/pi", () => {
    for (const x of [-1.99, -1, 0, 0.3, 1.7])
      expectClose(
        semicircle().cdf(x),
        0.5 + (x * Math.sqrt(4 - x * x)) / (4 * Math.PI) + Math.asin(x / 2) / Math.PI,
        1e-14,
      );
  });

  test("the arcsine law, Kesten-McKay of degree 2: cdf 1/2 + arcsin(x/2)/pi, its quantiles, moments binomial(2k, k)", () => {
    const arcsine = kestenMcKay({ degree: 2 });
    for (const x of [-1.999999, -1, 0, 0.3, 1.7])
      expectClose(arcsine.cdf(x), 0.5 + Math.asin(x / 2) / Math.PI, 1e-12);
    for (const p of [0.001, 0.25, 0.9])
      expectClose(arcsine.quantile(p), 2 * Math.sin(Math.PI * (p - 0.5)), 1e-12);
    expect([2, 4, 6, 8].map((k) => Math.round(arcsine.moment!(k)))).toEqual([2, 6, 20, 70]);
    expect(arcsine.density(2)).toBe(Infinity);
    expectClose(arcsine.density(1), 1 / (Math.PI * Math.sqrt(3)), 1e-14);
  });

  test("moments of Kesten-McKay count the closed walks on a tree: 3, 15, 87 at degree 3", () => {
    expect([2, 4, 6].map((k) => Math.round(kestenMcKay().moment!(k)))).toEqual([3, 15, 87]);
  });

  test("the quarter circle is the root of Marchenko-Pastur at ratio 1", () => {
    const [root, square] = [quarterCircle({ variance: 2 }), marchenkoPastur({ ratio: 1, variance: 2 })];
    for (const x of [0.01, 1, 2, 2.8]) expectClose(root.cdf(x), square.cdf(x * x), 1e-13);
  });

  test.each([1e-6, 0.9999, 1, 1.0001, 1e6])(
    "Marchenko-Pastur at the ratio %d has mass 1 and its edges and atom",
    (ratio) => {
      const law = marchenkoPastur({ ratio, variance: 2 });
      expectClose(law.support[0]![0] / (2 * (1 - Math.sqrt(ratio)) ** 2 || 1), ratio === 1 ? 0 : 1, 1e-14);
      expectClose(law.support[0]![1] / (2 * (1 + Math.sqrt(ratio)) ** 2), 1, 1e-14);
      expectClose(law.cdf(law.support[0]![1]), 1, 1e-11);
      expectClose(law.cdf(law.support[0]![0]), Math.max(0, 1 - 1 / ratio), 1e-14);
    },
  );

  test("a discrete law joins equal points, scales masses, and has steps for a distribution function", () => {
    const law = discreteLaw({ points: [3, -1, 3], masses: [1, 2, 1] });
    expect(law.atoms).toEqual([
      { at: -1, mass: 0.5 },
      { at: 3, mass: 0.5 },
    ]);
    expect([-2, -1, 0, 3].map(law.cdf)).toEqual([0, 0.5, 0.5, 1]);
    expect([0, 0.5, 0.51, 1].map(law.quantile)).toEqual([-1, -1, 3, 3]);
    expect(law.density(3)).toBe(0);
    expect(discreteLaw({ points: [2, 2] }).atoms).toEqual([{ at: 2, mass: 1 }]);
  });
});

describe("sampleCovariance", () => {
  test("bulks around 1, 3 and 10 split as the ratio falls, each with the mass of its population", () => {
    const population = discreteLaw({ points: [1, 3, 10], masses: [2, 4, 4] });
    expect(sampleCovariance({ ratio: 1, population }).support.length).toBe(1);
    const law = sampleCovariance({ ratio: 0.1, population });
    expect(law.support.length).toBe(3);
    law.support.forEach(([, upper], i) => {
      expectClose(law.cdf(upper), [0.2, 0.6, 1][i]!, 1e-12);
    });
  });

  test("zeros of the population stay", () => {
    const population = discreteLaw({ points: [0, 1], masses: [3, 1] });
    expect(sampleCovariance({ ratio: 0.5, population }).atoms).toEqual([{ at: 0, mass: 0.75 }]);
    // Only a quarter of the dimensions is alive: X has effectively the ratio 1/8.
    const alive = marchenkoPastur({ ratio: 0.125 });
    sampleCovariance({ ratio: 0.5, population }).support[0]!.forEach((edge, side) => {
      expectClose(edge, alive.support[0]![side]!, 1e-13);
    });
  });
});

describe("weightedCovariance", () => {
  const edge = (law: SpectralLaw): number => law.support.at(-1)![1];
  const signs = discreteLaw({ points: [-1, 1] });

  test.each([
    [1, 2.5980762114],
    [2, 1.6650953384],
    [5, 0.9690442475],
    [10, 0.6609607984],
    [20, 0.4577802884],
    [50, 0.2856042356],
  ])("of signs at n/d = %d has the edge sqrt(u) (1/delta + 1/(u - 1)) = %d", (delta, value) => {
    const u = (2 + delta + Math.sqrt(delta * delta + 8 * delta)) / 2;
    const law = weightedCovariance({ ratio: 1 / delta, weights: signs });
    expectClose(edge(law), Math.sqrt(u) * (1 / delta + 1 / (u - 1)), 1e-14);
    expect(Math.abs(edge(law) - value)).toBeLessThan(6e-11);
    expectClose(law.support[0]![0], -edge(law), 1e-14);
  });

  /** The law of T(z^2), z ~ N(0, 1), as a quadrature over z > 0 in panels between kinks, up to 10. */
  function lawOf(T: (y: number) => number, kinks: readonly number[]): SpectralLaw {
    const rules = [0, ...kinks, 10].slice(1).map((upper, i) => {
      return gaussLegendre(50, { interval: [[0, ...kinks][i]!, upper] });
    });
    return discreteLaw({
      points: rules.flatMap(({ nodes }) => Array.from(nodes, (z) => T(z * z))),
      masses: rules.flatMap(({ nodes, weights }) =>
        Array.from(nodes, (z, i) => normalDensity(z) * weights[i]!),
      ),
    });
  }

  const preprocessings = [
    [1, 0.9599382922, (y: number) => 1 - 1 / Math.max(y, 0.02), [Math.sqrt(0.02), 1, 3]],
    [2, 0.3428177694, (y: number) => 1 - 1 / Math.max(y, 0.02), [Math.sqrt(0.02), 1, 3]],
    [4, -0.2145087182, (y: number) => 1 - 1 / Math.max(y, 0.02), [Math.sqrt(0.02), 1, 3]],
    [1, 1, (y: number) => (y - 1) / (y + Math.SQRT2 - 1), [1, 3]],
    [2, 0.5, (y: number) => (y - 1) / (y + 1), [1, 3]],
    [4, 4.0318083898, (y: number) => (y < 9 ? y : 0), [3]],
  ] as const;

  test.each(preprocessings)(
    "for phase retrieval at n/d = %d has the bulk edge %d",
    (delta, value, T, kinks) => {
      const law = weightedCovariance({ ratio: 1 / delta, weights: lawOf(T, kinks) });
      expect(Math.abs(edge(law) - value)).toBeLessThan(1e-9);
    },
  );

  test("has an atom at 0 where the nonzero weights are fewer than the dimension", () => {
    const weights = discreteLaw({ points: [0, 1, -2] });
    expectClose(weightedCovariance({ ratio: 1, weights }).atoms[0]!.mass, 1 / 3, 1e-15);
    expect(weightedCovariance({ ratio: 2 / 3, weights }).atoms).toEqual([]);
  });
});

describe("bad input", () => {
  const kind = TypeError;
  const range = RangeError;
  test.each([
    [
      () => semicircle({ variance: 0 }),
      range,
      "semicircle: variance must be a positive finite number, got 0",
    ],
    [() => semicircle(null as never), kind, "semicircle: options must be an object, got null"],
    [
      () => marchenkoPastur({ ratio: Number.NaN }),
      range,
      "marchenkoPastur: ratio must be a positive finite number, got NaN",
    ],
    [
      () => marchenkoPastur({ ratio: 1, variance: -1 }),
      range,
      "marchenkoPastur: variance must be a positive finite number",
    ],
    [
      () => marchenkoPastur(undefined as never),
      kind,
      "marchenkoPastur: options must be an object, got undefined",
    ],
    [
      () => quarterCircle({ variance: Infinity }),
      range,
      "quarterCircle: variance must be a positive finite number",
    ],
    [() => kestenMcKay({ degree: 1.9 }), range, "kestenMcKay: degree must be finite and at least 2, got 1.9"],
    [() => discreteLaw({ points: [] }), kind, "discreteLaw: points must have at least one entry"],
    [
      () => discreteLaw({ points: [1, 2], masses: [1] }),
      kind,
      "discreteLaw: masses must have as many entries as points = 2 entries, got 1",
    ],
    [
      () => discreteLaw({ points: [1], masses: [0] }),
      range,
      "discreteLaw: masses[0] must be positive, got 0",
    ],
    [
      () => discreteLaw({ points: [Number.NaN] }),
      range,
      "discreteLaw: points[0] must be a finite number, got NaN",
    ],
    [
      () => discreteLaw({ points: undefined as never }),
      kind,
      "discreteLaw: points must be an array of numbers",
    ],
    [
      () => sampleCovariance({ ratio: 0, population: semicircle() }),
      range,
      "sampleCovariance: ratio must be",
    ],
    [
      () => sampleCovariance({ ratio: 1, population: semicircle() }),
      range,
      "sampleCovariance: population's edge must have bounded support, nowhere negative, got -2",
    ],
    [
      () => sampleCovariance({ ratio: 1, population: discreteLaw({ points: [0] }) }),
      kind,
      "sampleCovariance: population must have mass beside 0",
    ],
    [
      () => weightedCovariance({ ratio: 1, weights: discreteLaw({ points: [0] }) }),
      kind,
      "weightedCovariance: weights must have mass beside 0",
    ],
    [
      () => weightedCovariance({ ratio: 1, weights: 1 as never }),
      kind,
      "weightedCovariance: weights must be a spectral law, got 1",
    ],
  ])("%s", (make, error, message) => {
    expect(make).toThrow(error);
    expect(make).toThrow(message);
  });
});
