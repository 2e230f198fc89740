import { stream } from "@onsager/random";
import { describe, expect, test } from "vitest";
import {
  type Complex,
  lawFromDensity,
  lawFromStieltjes,
  marchenkoPastur,
  sampleLaw,
  semicircle,
} from "../src/index.ts";
import { expectClose } from "./helpers/close-to.ts";
import { describeLaw } from "./helpers/law-suite.ts";

const uniform = lawFromDensity({
  name: "uniform",
  support: [[-1, 2]],
  density: () => 1 / 3,
  moment: (k) => (2 ** (k + 1) - (-1) ** (k + 1)) / (3 * (k + 1)),
});
const mixed = marchenkoPastur({ ratio: 2 });
const fromDensity = lawFromDensity({
  name: "mixed",
  support: mixed.support,
  atoms: mixed.atoms,
  density: mixed.density,
  moment: mixed.moment!,
});
const fromTransform = lawFromStieltjes({
  name: "mixed",
  support: mixed.support,
  atoms: mixed.atoms,
  moment: mixed.moment!,
  stieltjes: (z) => {
    if (!(z.im > 0)) throw new Error("asked for on the axis");
    return mixed.stieltjes(z);
  },
});

describeLaw("the uniform law from its density, with jumps at its edges", uniform);
describeLaw("Marchenko-Pastur of ratio 2 from its density and atom", fromDensity);

test("the transform of the uniform law is a logarithm", () => {
  const z = { re: 0.3, im: 0.2 };
  const log = (x: number): Complex => ({
    re: Math.log(Math.hypot(z.re - x, z.im)),
    im: Math.atan2(z.im, z.re - x),
  });
  expectClose(uniform.stieltjes(z).re, (log(-1).re - log(2).re) / 3, 1e-14);
  expectClose(uniform.stieltjes(z).im, (log(-1).im - log(2).im) / 3, 1e-14);
});

describe("a law from its Stieltjes transform above the axis", () => {
  test("has density, distribution function and quantiles to 1e-10", () => {
    for (const x of [0.18, 0.5, 2, 5, 5.82]) {
      expectClose(fromTransform.density(x), mixed.density(x), 1e-10);
      expectClose(fromTransform.cdf(x), mixed.cdf(x), 1e-10);
    }
    for (const p of [0.2, 0.5001, 0.7, 0.99]) expectClose(fromTransform.quantile(p), mixed.quantile(p), 1e-9);
  });

  test("has its transform on and below the axis, and the derivative", () => {
    for (const z of [
      { re: 2, im: 0 },
      { re: 7, im: 0 },
      { re: -1, im: 0 },
      { re: 1, im: -0.3 },
    ]) {
      for (const transform of ["stieltjes", "stieltjesDerivative"] as const) {
        expectClose(fromTransform[transform](z).re, mixed[transform](z).re, 1e-9);
        expectClose(fromTransform[transform](z).im, mixed[transform](z).im, 1e-9);
      }
    }
  });
});

test("samples are quantiles of the stream's uniform numbers, one each", () => {
  const law = semicircle();
  const [random, same] = [stream(3), stream(3)];
  expect(Array.from(sampleLaw(law, 5, random))).toEqual(
    Array.from({ length: 5 }, () => law.quantile(same.uniform())),
  );
  expect(random.position).toBe(5);
  expect(() => sampleLaw(law, -1, random)).toThrow(RangeError);
  expect(() => sampleLaw({} as never, 1, random)).toThrow(TypeError);
});

describe("bad input", () => {
  const definition = {
    name: "law",
    support: [[0, 1]] as const,
    density: () => 1,
    stieltjes: (z: Complex) => z,
  };
  const wrong = [
    [{ name: 1 }, TypeError, "name must be a string"],
    [{ support: 1 }, TypeError, "support must be an array of intervals"],
    [{ support: [[0, Infinity]] }, RangeError, "support[0][1] must be a finite number"],
    [{ support: [[1, 0]] }, RangeError, "support[0][1] must be above 1, got 0"],
    [
      {
        support: [
          [0, 1],
          [0.5, 2],
        ],
      },
      RangeError,
      "support[1][0] must be at least 1, got 0.5",
    ],
    [{ atoms: [{ at: 0, mass: 2 }] }, RangeError, "atoms[0].mass must be in (0, 1], got 2"],
    [{ density: 1, stieltjes: 1 }, TypeError, "must be a function"],
  ] as const;
  test.each(wrong)("%o", (part, error, message) => {
    for (const make of [lawFromDensity, lawFromStieltjes]) {
      const call = () => make({ ...definition, ...part } as never);
      expect(call).toThrow(error);
      expect(call).toThrow(message);
    }
  });
});
