import { describe, expect, test } from "vitest";
import {
  gaussianExpectation,
  gaussianExpectation2d,
  generativeExponent,
  type HermiteCoefficients,
  hermite,
  hermiteCoefficients,
  informationExponent,
  type Link,
  links,
  normalDensity,
} from "../../src/index.ts";
import { expectClose } from "../helpers/close-to.ts";

const order = 100;

/** g(t+) - g(t-) at each kink t, the difference over a step that leaves 11 digits where g is continuous. */
function jumps({ apply, kinks }: Link): { at: number; size: number }[] {
  const step = 1e-13;
  return kinks.map((at) => ({ at, size: apply(at + step) - apply(at - step) }));
}

/** E[g^2] minus the first K squares of coefficients. */
function parsevalGap({ coefficients, secondMoment }: HermiteCoefficients, terms: number): number {
  return secondMoment - coefficients.subarray(0, terms).reduce((sum, c) => sum + c * c, 0);
}

describe.each(links.map((link) => ({ name: link.name, link })))("link $name", ({ link }) => {
  const { apply, derivative, kinks } = link;
  let computed: HermiteCoefficients | undefined;
  const expansion = (): HermiteCoefficients => {
    computed ??= hermiteCoefficients(link, order);
    return computed;
  };

  test("its coefficients converge", () => {
    expect(expansion().convergence.converged).toBe(true);
  });

  test("Parseval: partial sums of c_k^2 stay below E[g^2], and reach it to 1e-10 where g has no kinks", () => {
    const { secondMoment } = expansion();
    expect(parsevalGap(expansion(), order)).toBeGreaterThan(-1e-12 * secondMoment);
    if (kinks.length === 0) expect(parsevalGap(expansion(), order)).toBeLessThan(1e-10);
  });

  test("Parseval's gap falls with the number K of terms as K^(-1/2) at a jump, and at least as K^(-3/2) without one", () => {
    const jump = Math.max(0, ...jumps(link).map(({ size }) => Math.abs(size)));
    const expected = (order / 25) ** (jump > 1e-6 ? -1 / 2 : -3 / 2);
    expect(parsevalGap(expansion(), order)).toBeLessThan(
      1.2 * expected * parsevalGap(expansion(), 25) + 1e-10,
    );
  });

  test("Mehler: the sum of c_k^2 rho^k is E[g(u) g(v)] at correlation rho", () => {
    const rho = 1 / 2;
    const pair = gaussianExpectation2d((u, v) => apply(u) * apply(v), {
      covariance: { q11: 1, q22: 1, q12: rho },
      kinks: { first: kinks, second: kinks },
    });
    expect(pair.convergence.converged).toBe(true);
    expectClose(
      expansion().coefficients.reduce((sum, c, k) => sum + c * c * rho ** k, 0),
      pair.value,
      1e-10,
    );
  });

  test("its derivative is the limit of difference quotients away from kinks", () => {
    const step = 1e-5;
    for (let z = -4.03; z < 4; z += 0.17) {
      if (kinks.some((kink) => Math.abs(z - kink) < 2 * step)) continue;
      expectClose(derivative(z), (apply(z + step) - apply(z - step)) / (2 * step), 1e-7);
    }
  });

  test("Stein: E[g'(z) h_k(z)] and the jumps' share, the sum of phi h_k (g(t+) - g(t-)), make sqrt(k + 1) c_{k+1}", () => {
    const { coefficients } = expansion();
    for (let k = 0; k < 12; k++) {
      const { value } = gaussianExpectation((z) => derivative(z) * hermite(k, z), { kinks });
      const share = jumps(link).reduce(
        (sum, { at, size }) => sum + normalDensity(at) * hermite(k, at) * size,
        0,
      );
      expectClose(value + share, Math.sqrt(k + 1) * coefficients[k + 1]!, 1e-11);
    }
  });

  test("its declared exponents are the computed ones, and the generative one is not the higher", () => {
    expect(informationExponent(link)).toBe(link.informationExponent);
    expect(generativeExponent(link)).toBe(link.generativeExponent);
    expect(link.generativeExponent!).toBeLessThanOrEqual(link.informationExponent!);
  });
});

test("names are in kebab case and occur once", () => {
  const names = links.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
});
