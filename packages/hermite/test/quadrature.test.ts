import { describe, expect, test } from "vitest";
import { gaussHermite, gaussLegendre, type QuadratureRule, trapezoid } from "../src/index.ts";
import fixture from "./fixtures/expectations.json";
import { expectClose } from "./helpers/close-to.ts";

function apply({ nodes, weights }: QuadratureRule, f: (z: number) => number): number {
  return nodes.reduce((sum, z, i) => sum + weights[i]! * f(z), 0);
}

describe("gaussHermite", () => {
  test.each([1, 2, 3, 8, 33, 120, 256])(
    "%i nodes ascend, mirror one another and have weights of sum 1",
    (n) => {
      const { nodes, weights } = gaussHermite(n);
      expect([...nodes]).toEqual([...nodes].sort((a, b) => a - b));
      expect([...nodes]).toEqual([...nodes].reverse().map((z) => 0 - z));
      expectClose(
        apply({ nodes, weights }, () => 1),
        1,
        1e-14,
      );
    },
  );

  test.each([1, 2, 3, 8, 17, 32])("%i nodes are exact to degree 2n - 1 and not beyond", (n) => {
    const rule = gaussHermite(n);
    let moment = 1;
    for (let degree = 2; degree < 2 * n; degree += 2) {
      moment *= degree - 1;
      expectClose(
        apply(rule, (z) => z ** degree),
        moment,
        2e-13,
      );
    }
    // The first degree that fails misses exactly n! of E[z^(2n)].
    const missed = moment * (2 * n - 1) - apply(rule, (z) => z ** (2 * n));
    const factorial = Array.from({ length: n }, (_, i) => i + 1).reduce((a, b) => a * b, 1);
    if (n <= 8) expectClose(missed / factorial, 1, 1e-9);
  });

  test("misses the mean of relu in the third digit with 120 nodes, as the science page warns", () => {
    expect(apply(gaussHermite(120), (z) => Math.max(z, 0)).toFixed(5)).toBe("0.40031");
  });
});

describe("gaussLegendre", () => {
  test.each([1, 2, 5, 16, 64])("%i nodes are exact to degree 2n - 1", (n) => {
    const rule = gaussLegendre(n, { interval: [0, 1] });
    for (let degree = 0; degree < 2 * n; degree++)
      expectClose(
        apply(rule, (z) => z ** degree),
        1 / (degree + 1),
        1e-15,
      );
    expect([...rule.nodes]).toEqual([...rule.nodes].sort((a, b) => a - b));
  });

  test("4096 nodes still add up to the length", () => {
    expectClose(
      apply(gaussLegendre(4096), () => 1),
      2,
      1e-13,
    );
  });
});

describe("trapezoid", () => {
  test("steps by 2b/(n - 1), symmetric about 0", () => {
    const { nodes, weights } = trapezoid(5, { bound: 2 });
    expect([...nodes]).toEqual([-2, -1, 0, 1, 2]);
    expectClose(weights[2]!, 1 / Math.sqrt(2 * Math.PI), 1e-15);
    expectClose(weights[0]!, Math.exp(-2) / 2 / Math.sqrt(2 * Math.PI), 1e-15);
  });

  test("gives all moments of N(0, 1) that 97 nodes can hold", () => {
    for (const [degree, moment] of [
      [0, 1],
      [1, 0],
      [2, 1],
      [8, 105],
      [20, 654729075],
    ] as const) {
      expectClose(
        apply(trapezoid(97), (z) => z ** degree),
        moment,
        1e-14,
      );
    }
  });
});

describe("the errors that the science page prints", () => {
  const exact = (prior: "rademacher" | "sparse", snr: number) => {
    return fixture.overlaps[prior].find((row) => row.snr === snr)!.value;
  };
  const eta = (B: number, A: number): number => {
    const s = Math.sqrt(10);
    const K = Math.exp((-A * s * s) / 2) / 9;
    return (s * K * Math.sinh(s * B)) / (1 + K * Math.cosh(s * B));
  };
  const integrands = {
    rademacher: (A: number) => (z: number) => Math.tanh(A + Math.sqrt(A) * z),
    sparse: (A: number) => (z: number) =>
      0.9 * eta(Math.sqrt(A) * z, A) ** 2 + 0.1 * eta(A * Math.sqrt(10) + Math.sqrt(A) * z, A) ** 2,
    softThreshold: () => (z: number) => Math.max(Math.abs(z) - 1, 0) ** 2,
  };
  const rules = { gaussHermite, trapezoid: (n: number) => trapezoid(n) };

  test.each(fixture.printedErrors)("$rule, $nodes nodes, $integrand at snr $snr: $error", (row) => {
    const name = row.integrand as keyof typeof integrands;
    const value = apply(rules[row.rule as keyof typeof rules](row.nodes), integrands[name](row.snr));
    const truth = name === "softThreshold" ? fixture.softThresholdSecondMoment : exact(name, row.snr);
    const error = Math.abs(value - truth);
    expect(error).toBeLessThan(Math.max(3 * row.error, 1e-15));
    if (row.error > 1e-15) expect(error).toBeGreaterThan(row.error / 3);
  });
});

describe("bad input", () => {
  test.each([
    [() => gaussHermite(257), "gaussHermite: nodes must be an integer from 1 to 256, got 257"],
    [() => gaussHermite(Number.NaN), "gaussHermite: nodes must be an integer from 1 to 256, got NaN"],
    [() => gaussLegendre(0), "gaussLegendre: nodes must be an integer from 1 to 4096, got 0"],
    [
      () => gaussLegendre(3, { interval: [0, Infinity] }),
      "gaussLegendre: interval[1] must be a finite number, got Infinity",
    ],
    [
      () => gaussLegendre(3, { interval: [2, 1] }),
      "gaussLegendre: interval[1] must be above interval[0] = 2, got 1",
    ],
    [() => trapezoid(1), "trapezoid: nodes must be an integer from 2 to 16777216, got 1"],
    [() => trapezoid(9, { bound: -1 }), "trapezoid: bound must be a positive finite number, got -1"],
  ])("%s", (call, message) => {
    expect(call).toThrow(new RangeError(message));
  });
});
