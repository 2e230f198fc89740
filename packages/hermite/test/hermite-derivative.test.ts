import { expect, test } from "vitest";
import { hermite, hermiteDerivative } from "../src/index.ts";
import { expectClose } from "./helpers/close-to.ts";

test("is the limit of difference quotients", () => {
  const step = 1e-5;
  for (const k of [0, 1, 2, 5, 12]) {
    for (const x of [-2.3, 0, 0.7, 3.1]) {
      expectClose(hermiteDerivative(k, x), (hermite(k, x + step) - hermite(k, x - step)) / (2 * step), 1e-7);
    }
  }
});

test("of the constant is 0", () => {
  expect(hermiteDerivative(0, 4)).toBe(0);
});

test("refuses bad arguments in its own name", () => {
  expect(() => hermiteDerivative(-1, 0)).toThrow(
    /^hermiteDerivative: order must be an integer from 0 to 256, got -1$/,
  );
  expect(() => hermiteDerivative(0, Infinity)).toThrow(RangeError);
});
