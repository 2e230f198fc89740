import { expect, test } from "vitest";
import { chiSquare, gamma, stream } from "../../src/index.ts";

test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])(
  "gamma and chi-square refuse the parameter %s",
  (value) => {
    const rule = `must be a positive finite number, got ${value}`;
    expect(() => gamma({ shape: value })).toThrow(new RangeError(`gamma: shape ${rule}`));
    expect(() => gamma({ shape: 1, scale: value })).toThrow(new RangeError(`gamma: scale ${rule}`));
    expect(() => chiSquare(value)).toThrow(new RangeError(`chiSquare: degrees ${rule}`));
  },
);

test("gamma refuses a shape that is no number", () => {
  expect(() => gamma({ shape: "2" as unknown as number })).toThrow(
    new TypeError('gamma: shape must be a positive finite number, got "2"'),
  );
});

test("gamma of a tiny shape stays in [0, infinity)", () => {
  const values = new Float64Array(1000);
  stream(1).fill(gamma({ shape: 1e-4 }), values);
  expect(values.every((x) => x >= 0 && Number.isFinite(x))).toBe(true);
});

test("gamma refuses to go without options", () => {
  expect(() => gamma(undefined as unknown as { shape: number })).toThrow(
    new TypeError("gamma: options must be an object, got undefined"),
  );
});
