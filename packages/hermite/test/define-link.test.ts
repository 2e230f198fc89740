import { expect, test } from "vitest";
import { defineLink, links } from "../src/index.ts";
import { expectClose } from "./helpers/close-to.ts";

test("fills in the exponents and, to 1e-9, the derivative of every member of the family", () => {
  for (const { name, apply, kinks, ...link } of links) {
    const defined = defineLink({ name, apply, kinks });
    expect(defined).toMatchObject({ name, kinks, informationExponent: link.informationExponent });
    expect(defined.generativeExponent).toBe(link.generativeExponent);
    for (const z of [-3.3, -1.1, -0.01, 0.02, 0.7, 2.9])
      expectClose(defined.derivative(z), link.derivative(z), 1e-9);
  }
});

test("keeps a derivative that is given", () => {
  const derivative = (): number => 1;
  expect(defineLink({ name: "line", apply: (z) => z, derivative }).derivative).toBe(derivative);
});

test("refuses what is no link", () => {
  expect(() => defineLink({ name: "wild", apply: (z) => Math.exp(z * z) })).toThrow(
    /^defineLink: link must be seen to be square-/,
  );
  expect(() => defineLink({ name: 1 as never, apply: Math.abs, kinks: [0] })).toThrow(
    new TypeError("defineLink: name must be a string, got 1"),
  );
  expect(() => defineLink({ name: "flat", apply: Math.abs, kinks: [0], derivative: 1 as never })).toThrow(
    new TypeError("defineLink: derivative must be a function, got 1"),
  );
  expect(() => defineLink(undefined as never)).toThrow(TypeError);
});
