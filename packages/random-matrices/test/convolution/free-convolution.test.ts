import { describe, expect, test } from "vitest";
import {
  discreteLaw,
  freeAdditiveConvolution,
  freeCumulants,
  freeMultiplicativeConvolution,
  kestenMcKay,
  marchenkoPastur,
  momentsOfFreeCumulants,
  quarterCircle,
  type SpectralLaw,
  sampleCovariance,
  semicircle,
  tracyWidom,
  weightedCovariance,
} from "../../src/index.ts";
import { expectClose } from "../helpers/close-to.ts";

const sign = discreteLaw({ points: [-1, 1] });
const point = (at: number) => discreteLaw({ points: [at] });
const population = discreteLaw({ points: [1, 3, 10], masses: [2, 4, 4] });
const mp = (ratio: number, variance = 1) => marchenkoPastur({ ratio, variance });

/** Pairs of laws that are equal, the second in closed form or computed on another way. */
const identities: readonly [string, SpectralLaw, SpectralLaw][] = [
  [
    "semicircle + semicircle",
    freeAdditiveConvolution(semicircle(), semicircle({ variance: 3 })),
    semicircle({ variance: 4 }),
  ],
  [
    "Marchenko-Pastur + Marchenko-Pastur of the same scale c sigma^2",
    freeAdditiveConvolution(mp(0.5), mp(0.25, 2)),
    mp(0.5 / 3, 3),
  ],
  ["the same with atoms, one of which is left", freeAdditiveConvolution(mp(5), mp(2.5, 2)), mp(5 / 3, 3)],
  ["the same where atoms just vanish", freeAdditiveConvolution(mp(2), mp(2)), mp(1, 2)],
  ["sign + sign, the arcsine law", freeAdditiveConvolution(sign, sign), kestenMcKay({ degree: 2 })],
  [
    "sign + arcsine, Kesten-McKay of degree 3",
    freeAdditiveConvolution(sign, kestenMcKay({ degree: 2 })),
    kestenMcKay({ degree: 3 }),
  ],
  ["a convolution + sign", freeAdditiveConvolution(freeAdditiveConvolution(sign, sign), sign), kestenMcKay()],
  ["a point + a law: a shift by 0", freeAdditiveConvolution(point(0), quarterCircle()), quarterCircle()],
  [
    "2 x semicircle^2 of variance 1/2: a factor",
    freeMultiplicativeConvolution(point(2), mp(0.3)),
    mp(0.3, 2),
  ],
  [
    "a population x Marchenko-Pastur, Silverstein's equation",
    freeMultiplicativeConvolution(population, mp(0.1)),
    sampleCovariance({ ratio: 0.1, population }),
  ],
  [
    "the same with an atom",
    freeMultiplicativeConvolution(mp(3), population),
    sampleCovariance({ ratio: 3, population }),
  ],
  [
    "Marchenko-Pastur x Marchenko-Pastur",
    freeMultiplicativeConvolution(mp(0.3), mp(2)),
    sampleCovariance({ ratio: 0.3, population: mp(2) }),
  ],
  ["a white population", sampleCovariance({ ratio: 0.4, population: point(2) }), mp(0.4, 2)],
  ["a white population of more dimensions", sampleCovariance({ ratio: 4, population: point(1) }), mp(4)],
  ["equal weights", weightedCovariance({ ratio: 0.4, weights: point(2) }), mp(0.4, 2)],
  [
    "positive weights: the transposed sample covariance",
    weightedCovariance({ ratio: 1, weights: population }),
    sampleCovariance({ ratio: 1, population }),
  ],
  [
    "signs as weights: the free difference of two Marchenko-Pastur laws",
    weightedCovariance({ ratio: 0.5, weights: sign }),
    freeAdditiveConvolution(
      mp(1, 0.5),
      weightedCovariance({ ratio: 1, weights: discreteLaw({ points: [-0.5] }) }),
    ),
  ],
];

const offAxis = [
  { re: 0.4, im: 1 },
  { re: 3, im: 0.01 },
  { re: -2, im: -0.3 },
  { re: 1e7, im: 0 },
  { re: 40, im: 1e-9 },
];

describe.each(identities)("%s", (_, law, expected) => {
  test("atoms and edges to 1e-12", () => {
    expect(law.support.length).toBe(expected.support.length);
    law.support.forEach((ends, i) => {
      ends.forEach((edge, side) => {
        expectClose(edge, expected.support[i]![side]!, 1e-12);
      });
    });
    expect(law.atoms.length).toBe(expected.atoms.length);
    law.atoms.forEach(({ at, mass }, i) => {
      expectClose(at, expected.atoms[i]!.at, 1e-12);
      expectClose(mass, expected.atoms[i]!.mass, 1e-12);
    });
  });

  test("density and distribution function to 1e-10", () => {
    for (const [lower, upper] of expected.support) {
      for (let i = 1; i < 40; i++) {
        const x = lower + (upper - lower) * Math.sin((i * Math.PI) / 80) ** 2;
        expectClose(law.density(x), expected.density(x), 1e-10);
        expectClose(law.cdf(x), expected.cdf(x), 1e-12);
      }
    }
  });

  test("G and G' off the axis, close to it and far out to 1e-11", () => {
    for (const z of offAxis) {
      for (const transform of ["stieltjes", "stieltjesDerivative"] as const) {
        const [actual, wanted] = [law[transform](z), expected[transform](z)];
        const size = Math.hypot(wanted.re, wanted.im);
        expect(Math.hypot(actual.re - wanted.re, actual.im - wanted.im)).toBeLessThan(1e-11 * size);
      }
    }
  });

  test("moments to 1e-12", () => {
    for (let k = 1; k <= 8; k++)
      if (law.moment && expected.moment) expectClose(law.moment(k), expected.moment(k), 1e-12);
  });
});

describe("gaps", () => {
  test.each([0.01, 0.5, 0.99, 1.01])(
    "signs + a semicircle of variance %d has Pastur's edges, and G(0) = 0 in the gap",
    (variance) => {
      const law = freeAdditiveConvolution(sign, semicircle({ variance }));
      // z(w) = w + v w/(w^2 - 1) is critical where (w^2 - 1)^2 = v (w^2 + 1).
      const root = Math.sqrt(variance * variance + 8 * variance);
      const edge = (square: number) => Math.sqrt(square) * (1 + variance / (square - 1));
      const outer = edge((2 + variance + root) / 2);
      expectClose(law.support.at(-1)![1], outer, 1e-13);
      if (variance > 1) {
        expect(law.support.length).toBe(1);
      } else {
        const inner = -edge((2 + variance - root) / 2);
        expectClose(law.support[1]![0], -inner, 1e-13);
        expectClose(law.cdf(0), 0.5, 1e-13);
        expectClose(law.stieltjes({ re: 0, im: 0 }).re, 0, 1e-14);
        // G' = -E[1/(z - x)^2] at 0 = -1/(1 - v).
        expectClose(law.stieltjesDerivative({ re: 0, im: 0 }).re * (1 - variance), -1, 1e-9);
      }
    },
  );

  test("the order of the laws does not matter", () => {
    const [one, two] = [
      freeAdditiveConvolution(population, quarterCircle()),
      freeAdditiveConvolution(quarterCircle(), population),
    ];
    expect(one.support).toEqual(two.support);
    expect(one.density(4)).toBe(two.density(4));
  });

  test("an atom far from a bulk, and masses of each part", () => {
    const far = discreteLaw({ points: [0, 100], masses: [999, 1] });
    const law = freeAdditiveConvolution(far, semicircle());
    expect(law.support.length).toBe(2);
    expectClose(law.cdf(50), 0.999, 1e-12);
    expectClose(law.quantile(0.9995), 100, 0.02);
  });
});

describe("products of Marchenko-Pastur laws of ratio 1", () => {
  const law = freeMultiplicativeConvolution(mp(1), mp(1));

  test("moments are the Fuss-Catalan numbers (3k)!/(k! (2k + 1)!), the edge 27/4", () => {
    expect([1, 2, 3, 4, 5].map((k) => Math.round(law.moment!(k)))).toEqual([1, 3, 12, 55, 273]);
    expectClose(law.support[0]![1], 27 / 4, 1e-13);
    expect(law.support[0]![0]).toBe(0);
    expect(law.density(0)).toBe(Infinity);
  });

  test("density is that of Penson and Zyczkowski, relatively to 1e-11 down to 1e-30", () => {
    for (const x of [1e-30, 1e-9, 0.01, 1, 3, 6, 6.7]) {
      const sum = 27 + 3 * Math.sqrt(81 - 12 * x);
      const numerator = Math.cbrt(2) * Math.cbrt(sum) ** 2 - 6 * Math.cbrt(x);
      const front = (Math.cbrt(2) * Math.sqrt(3)) / (12 * Math.PI);
      expectClose(law.density(x) / ((front * numerator) / (Math.cbrt(x) ** 2 * Math.cbrt(sum))), 1, 1e-11);
    }
  });
});

test("free cumulants of the semicircle and of Marchenko-Pastur, and the way back", () => {
  expect(Array.from(freeCumulants([0, 3, 0, 18, 0, 135]))).toEqual([0, 3, 0, 0, 0, 0]);
  const cumulants = [2, 1, 0.5, 0.25, 0.125];
  momentsOfFreeCumulants(cumulants).forEach((moment, i) => {
    expectClose(moment, mp(0.25, 2).moment!(i + 1), 1e-14);
  });
  freeCumulants(momentsOfFreeCumulants([1, -2, 3, 0.5])).forEach((kappa, i) => {
    expectClose(kappa, [1, -2, 3, 0.5][i]!, 1e-13);
  });
});

test("where every w is a fixed point, at the centre of two symmetric laws of two points, a neighbour decides", () => {
  expectClose(freeAdditiveConvolution(sign, sign).density(0), 1 / (2 * Math.PI), 1e-12);
});

describe("bad input", () => {
  test.each([
    [
      "an unbounded law",
      () => freeAdditiveConvolution(semicircle(), tracyWidom()),
      "second's edge must have bounded",
    ],
    [
      "negative points",
      () => freeMultiplicativeConvolution(semicircle(), mp(1)),
      "first's edge must have bounded support, nowhere negative",
    ],
    ["a factor 0", () => freeMultiplicativeConvolution(mp(1), point(0)), "second must have mass beside 0"],
    ["no law", () => freeAdditiveConvolution(semicircle(), 3 as never), "second must be a spectral law"],
  ])("refuses %s", (_, make, message) => {
    expect(make).toThrow(message);
  });
});
