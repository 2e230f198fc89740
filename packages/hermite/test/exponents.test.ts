import { describe, expect, test } from "vitest";
import {
  generativeExponent,
  hermiteLink,
  informationExponent,
  type LinkFunction,
  links,
} from "../src/index.ts";
import fixture from "./fixtures/coefficients.json";

const byName = new Map([...links, hermiteLink(2)].map((link) => [link.name, link]));

test.each(fixture.exponents)("$link: $information and $generative, as the science page says", (row) => {
  const link = byName.get(row.link)!;
  expect([informationExponent(link), generativeExponent(link)]).toEqual([row.information, row.generative]);
});

const both = [
  ["informationExponent", informationExponent],
  ["generativeExponent", generativeExponent],
] as const;

describe.each(both)("%s", (name, exponent) => {
  test("does not change under shifts and scales of the label", () => {
    for (const { apply, kinks, ...declared } of links) {
      const moved = { apply: (z: number) => 1e4 - 1e-3 * apply(z), kinks };
      expect(exponent(moved)).toBe(declared[name]);
    }
  });

  test("is undefined for a constant link and where the highest order is below it", () => {
    expect(exponent({ apply: () => 3 })).toBeUndefined();
    expect(exponent({ apply: () => 0 })).toBeUndefined();
    expect(exponent(byName.get("maxwell")!, { maximumOrder: 3 })).toBeUndefined();
  });

  test("tells an order in spite of a kink that was not declared, where the coefficient is large", () => {
    expect(exponent({ apply: (z) => Math.sign(z - 0.3) })).toBe(1);
  });

  test("refuses to tell where quadrature cannot", () => {
    const even: LinkFunction = { apply: (z) => (Math.abs(z) > 0.3 ? 1 : 0) };
    const rule =
      /link must have coefficients that quadrature gives to 1e-9 \(are all kinks declared\?\), got an error of/;
    expect(() => exponent(even, { tolerance: 1e-9 })).toThrow(rule);
    expect(exponent({ ...even, kinks: [-0.3, 0.3] }, { tolerance: 1e-9 })).toBe(2);
  });

  test("refuses bad arguments in its own name", () => {
    expect(() => exponent({ apply: (z) => Math.exp(z * z) })).toThrow(
      `${name}: link must be seen to be square-integrable`,
    );
    expect(() => exponent(links[0]!, { maximumOrder: 0 })).toThrow(
      new RangeError(`${name}: maximumOrder must be an integer from 1 to 256, got 0`),
    );
    expect(() => exponent(links[0]!, { tolerance: Number.NaN })).toThrow(RangeError);
    expect(() => exponent({} as never)).toThrow(TypeError);
  });
});
