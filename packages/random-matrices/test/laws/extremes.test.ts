import { describe, expect, test } from "vitest";
import {
  discreteLaw,
  freeAdditiveConvolution,
  freeMultiplicativeConvolution,
  kestenMcKay,
  marchenkoPastur,
  quarterCircle,
  sampleCovariance,
  semicircle,
  tracyWidom,
  weightedCovariance,
} from "../../src/index.ts";
import { expectClose } from "../helpers/close-to.ts";

const signs = discreteLaw({ points: [-1, 1] });
const mp = (ratio: number) => marchenkoPastur({ ratio });

/** prod_{i=1}^k (n + i)/i = binomial(n + k, k). */
function choose(n: number, k: number): number {
  return Array.from({ length: k }, (_, i) => (n + i + 1) / (i + 1)).reduce((product, x) => product * x, 1);
}

describe("high moments", () => {
  const twice = freeMultiplicativeConvolution(mp(1), mp(1));
  test.each([16, 17, 70, 100, 250])(
    "number %d of two Marchenko-Pastur factors is Fuss and Catalan's",
    (k) => {
      expectClose(twice.moment!(k) / (choose(2 * k, k) / (2 * k + 1)), 1, 1e-12);
    },
  );

  const sum = freeAdditiveConvolution(signs, signs);
  test.each([16, 18, 100, 200])(
    "number %d of the arcsine law is central binomial, however it is made",
    (k) => {
      const central = choose(k / 2, k / 2);
      expectClose(kestenMcKay({ degree: 2 }).moment!(k) / central, 1, 1e-13);
      expectClose(sum.moment!(k) / central, 1, 1e-11);
      expect(Math.abs(sum.moment!(k - 1)) / central).toBeLessThan(1e-12);
    },
  );

  const three = freeAdditiveConvolution(kestenMcKay({ degree: 2 }), signs);
  test.each([18, 100, 300])(
    "number %d of Kesten-McKay at degree 3 is that of the sum of three signs",
    (k) => {
      expectClose(three.moment!(k) / kestenMcKay().moment!(k), 1, 1e-12);
    },
  );

  test("of a product of a singular law are positive and grow at the rate of the edge, up to the largest number", () => {
    const law = freeMultiplicativeConvolution(quarterCircle(), mp(2));
    const edge = law.support.at(-1)![1];
    const rates = [60, 80, 160].map((k) => law.moment!(k + 1) / law.moment!(k) / edge);
    expect(rates).toEqual(rates.toSorted((a, b) => a - b));
    // The density vanishes like a root: m_{k+1}/m_k = edge (1 - 3/(2k) + O(1/k^2)).
    expectClose(1 - rates[2]!, 1.5 / 160, 0.001);
    expect(law.moment!(1000)).toBe(Infinity);
  });

  test("agree between two ways to a law", () => {
    const [one, other] = [
      freeMultiplicativeConvolution(mp(0.5), mp(2)),
      sampleCovariance({ ratio: 0.5, population: mp(2) }),
    ];
    for (const k of [15, 17, 60, 80]) expectClose(one.moment!(k) / other.moment!(k), 1, 1e-12);
    const white = sampleCovariance({ ratio: 0.4, population: discreteLaw({ points: [1] }) });
    for (const k of [17, 60, 200]) expectClose(white.moment!(k) / mp(0.4).moment!(k), 1, 1e-12);
  });

  test("of a narrow Marchenko-Pastur law are finite where its binomials are not", () => {
    // log m_k = k log(1 + O(c)): below the edge's power, above the mean's.
    const moment = mp(0.001).moment!(1000);
    expect(moment).toBeGreaterThan(1);
    expect(moment).toBeLessThan((1 + Math.sqrt(0.001)) ** 2000);
  });
});

describe("weightedCovariance", () => {
  test("R tends to the mean weight at g = 0, and is E[t/(1 - r t g)] near it", () => {
    const law = weightedCovariance({ ratio: 0.5, weights: discreteLaw({ points: [-1, 2] }) });
    for (const g of [0, 1e-30, 1e-9, 1e-3, 0.2]) {
      for (const im of [-g, 0, g]) {
        const term = (t: number) => {
          const [re, imag] = [1 - 0.5 * t * g, -0.5 * t * im];
          return { re: (t * re) / (re * re + imag * imag), im: (-t * imag) / (re * re + imag * imag) };
        };
        const { re, im: actual } = law.rTransform!({ re: g, im });
        expectClose(re, (term(-1).re + term(2).re) / 2, 1e-14);
        expectClose(actual, (term(-1).im + term(2).im) / 2, 1e-14);
      }
    }
  });

  test.each([0.7, 1, 1.3])("of weights of one sign has no point of the other, at ratio %d", (ratio) => {
    for (const points of [[1], [0, 1], [0.5, 3]]) {
      const positive = weightedCovariance({ ratio, weights: discreteLaw({ points }) });
      expect(positive.support[0]![0]).toBeGreaterThanOrEqual(0);
      expect(() => freeMultiplicativeConvolution(positive, marchenkoPastur({ ratio: 1 }))).not.toThrow();
      const negative = weightedCovariance({ ratio, weights: discreteLaw({ points: points.map((t) => -t) }) });
      expect(negative.support.at(-1)![1]).toBeLessThanOrEqual(0);
    }
  });
});

test("S of a sample covariance is that of the population over 1 + c t", () => {
  const law = sampleCovariance({ ratio: 0.3, population: marchenkoPastur({ ratio: 2 }) });
  const product = freeMultiplicativeConvolution(
    marchenkoPastur({ ratio: 0.3 }),
    marchenkoPastur({ ratio: 2 }),
  );
  const t = { re: 0.1, im: -0.2 };
  for (const part of ["re", "im"] as const)
    expectClose(law.sTransform!(t)[part], product.sTransform!(t)[part], 1e-14);
});

describe("where every w is a fixed point, at the centre of two equal laws of two points", () => {
  const sum = freeAdditiveConvolution(signs, signs);
  test.each([0, 1e-12, 1e-9, 1e-6, 1e-4, 3e-4])(
    "G and G' of the arcsine law are right %d beside it",
    (re) => {
      for (const im of [0, 1e-9, 1e-4]) {
        for (const transform of ["stieltjes", "stieltjesDerivative"] as const) {
          const [actual, expected] = [
            sum[transform]({ re, im }),
            kestenMcKay({ degree: 2 })[transform]({ re, im }),
          ];
          expect(Math.hypot(actual.re - expected.re, actual.im - expected.im)).toBeLessThan(1e-14);
        }
      }
    },
  );
});

test("at an atom transforms are infinite, as their limit from above is", () => {
  const mp = marchenkoPastur({ ratio: 2.5 });
  for (const law of [signs, freeAdditiveConvolution(mp, mp)]) {
    const z = { re: law.atoms[0]!.at, im: 0 };
    expect(law.stieltjes(z)).toEqual({ re: 0, im: -Infinity });
    expect(law.stieltjesDerivative(z)).toEqual({ re: Infinity, im: 0 });
    expectClose(law.stieltjes({ ...z, im: 1e-9 }).im * -1e-9, law.atoms[0]!.mass, 1e-6);
  }
});

test.each([1e-16, 1e-12, 1e12, 1e16])(
  "a Marchenko-Pastur law of ratio %d still has its quantiles",
  (ratio) => {
    const law = marchenkoPastur({ ratio });
    const atom = Math.max(0, 1 - 1 / ratio);
    const width = (4 * Math.sqrt(ratio)) / (1 + ratio);
    const p = atom + 0.9 * (1 - atom);
    expect(Math.abs(law.cdf(law.quantile(p)) - p) / (1 - atom)).toBeLessThan(
      1e-14 / width + 1e-10 + 1e-15 / (1 - atom),
    );
  },
);

describe("quantiles of Tracy-Widom laws in the tails", () => {
  const units = { 1: 1, 2: 1, 4: Math.SQRT1_2 } as const;
  test.each([1, 2, 4] as const)("beta = %i: they invert the survival function, and go on below", (beta) => {
    const law = tracyWidom({ beta });
    for (const p of [2 ** -53, 1e-12, 1e-9])
      expectClose(law.survival(law.quantile(1 - p)) / (1 - (1 - p)), 1, 1e-10);
    const probabilities = [5e-324, 1e-300, 1e-20, 0.99e-8, 1.01e-8, 1 - 1.01e-8, 1 - 0.99e-8, 1 - 2 ** -53];
    const quantiles = probabilities.map(law.quantile);
    expect(quantiles).toEqual(quantiles.toSorted((a, b) => a - b));
    // The two ways meet: log F has the slope x^2/8 or more.
    expect(quantiles[4]! - quantiles[3]!).toBeLessThan(0.01 * units[beta]);
    expectClose(law.cdf(law.quantile(0.99e-8)) / 0.99e-8, 1, 1e-4);
    // log F ~ -x^3/24 for beta = 1, and twice that for 2; 4 in the unit of the operator is as 1.
    const leading = -((Math.log(1e300) * (beta === 2 ? 12 : 24)) ** (1 / 3)) * units[beta];
    expectClose(quantiles[1]! / leading, 1, 0.05);
  });
});

test("a law that would lose mass is refused, not cut short", () => {
  // An interval of the width 1e-16 beside a point 1e8 away is nothing in its numbers.
  const far = freeAdditiveConvolution(discreteLaw({ points: [0, 1e8] }), semicircle({ variance: 1e-20 }));
  expect(() => far.cdf(1)).toThrow(/^SpectralLaw: total mass must be 1, got 0$/);
});
