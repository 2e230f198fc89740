import { symmetricEigen } from "@onsager/linalg";
import { stream } from "@onsager/random";
import { describe, expect, test } from "vitest";
import { wigner } from "../../src/ensembles/wigner.ts";
import { localResolvent } from "../../src/estimation/local-resolvent.ts";

describe("localResolvent", () => {
  const A = { rows: 2, cols: 2, data: Float64Array.of(2, 1, 1, 3) };
  const eigen = symmetricEigen(A);

  test("is the diagonal of (z - A)^{-1}", () => {
    // det(z - A) = (z - 2)(z - 3) - 1 at z = i is 4 - 5i; the entries are (z - 3)/det and (z - 2)/det.
    const [first, second] = localResolvent(eigen, { re: 0, im: 1 });
    expect(first!.re).toBeCloseTo((-3 * 4 - 5) / 41, 14);
    expect(first!.im).toBeCloseTo((4 - 15) / 41, 14);
    expect(second!.re).toBeCloseTo((-2 * 4 - 5) / 41, 14);
    expect(second!.im).toBeCloseTo((4 - 10) / 41, 14);
  });

  test("of a direction is the quadratic form, off the real axis and on it", () => {
    const directions = { rows: 1, cols: 2, data: Float64Array.of(Math.SQRT1_2, Math.SQRT1_2) };
    // (z - A)^{-1} at z = 5 is [[2, 1], [1, 3]]/5.
    const [form] = localResolvent(eigen, { re: 5, im: 0 }, { directions });
    expect(form!.re).toBeCloseTo(7 / 10, 14);
    expect(form!.im).toBeCloseTo(0, 14);
  });

  test("of a Wigner matrix is the semicircle's transform in every direction", () => {
    const n = 300;
    const z = { re: 0.7, im: 0.3 };
    const values = localResolvent(symmetricEigen(wigner().sample(n, stream(1))), z);
    const { re, im } = wigner().law.stieltjes(z);
    const mean = values.reduce((sum, G) => ({ re: sum.re + G.re / n, im: sum.im + G.im / n }), {
      re: 0,
      im: 0,
    });
    expect(values.length).toBe(n);
    // The local law: each within a few sqrt(Im G/(n eta)), their mean within a few 1/(n eta).
    const each = Math.sqrt(-im / (n * z.im));
    for (const G of values) expect(Math.hypot(G.re - re, G.im - im)).toBeLessThan(5 * each);
    expect(Math.hypot(mean.re - re, mean.im - im)).toBeLessThan(5 / (n * z.im));
  });

  test.each([
    [{ re: Number.NaN, im: 1 }, {}, /^localResolvent: z.re must be a finite number, got NaN$/],
    [{ re: 0, im: Infinity }, {}, /^localResolvent: z.im must be a finite number, got Infinity$/],
    [
      { re: 0, im: 1 },
      { directions: { rows: 1, cols: 3, data: new Float64Array(3) } },
      /^localResolvent: directions.cols must be 2, got 3$/,
    ],
  ])("rejects %o, %o", (z, options, message) => {
    expect(() => localResolvent(eigen, z, options)).toThrow(message);
  });
});
