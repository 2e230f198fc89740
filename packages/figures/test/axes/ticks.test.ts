import { describe, expect, test } from "vitest";
import { planAxis } from "../../src/axes/axis-plan.ts";
import { domainOf } from "../../src/axes/domain.ts";
import { rangeOf, union } from "../../src/axes/range.ts";
import { makeScale } from "../../src/axes/scale.ts";
import { plain, ticksOf } from "../../src/axes/ticks.ts";

function labelsOf(kind: "linear" | "log", domain: readonly [number, number], count = 6): string[] {
  return ticksOf(kind, domain, count).flatMap(({ label }) =>
    label ? [label.map(({ text, raise }) => (raise ? `^${text}` : text)).join("")] : [],
  );
}

describe("labels", () => {
  test.each([
    ["linear", [0, 1], "0.0 0.2 0.4 0.6 0.8 1.0"],
    ["linear", [-2, 3], "−2 −1 0 1 2 3"],
    ["linear", [0, 50_000], "0 10000 20000 30000 40000 50000"],
    [
      "linear",
      [0, 3e6],
      "0 5\u2009×\u200910^5 10^6 1.5\u2009×\u200910^6 2\u2009×\u200910^6 2.5\u2009×\u200910^6 3\u2009×\u200910^6",
    ],
    ["linear", [-2e-7, 0], "−2\u2009×\u200910^−7 −1.5\u2009×\u200910^−7 −10^−7 −5\u2009×\u200910^−8 0"],
    ["log", [10, 1e5], "10^1 10^2 10^3 10^4 10^5"],
    ["log", [1e-30, 1], "10^−30 10^−20 10^−10 10^0"],
    ["log", [0.02, 0.7], "0.02 0.05 0.1 0.2 0.5"],
    ["log", [100, 102], "100 100.5 101 101.5 102"],
    ["log", [2e6, 8e6], "2\u2009×\u200910^6 5\u2009×\u200910^6"],
  ] as const)("of a %s axis over %j", (kind, domain, expected) => {
    expect(labelsOf(kind, domain).join(" ")).toBe(expected);
  });

  test("are never the thousandths that a reader would have to decode", () => {
    expect(labelsOf("log", [0.02, 0.7]).join("")).not.toMatch(/[a-zµ]/);
  });

  test("name values to six digits", () => {
    expect(plain(-0.123456789)[0]!.text).toBe("−0.123457");
  });
});

test("a decade has its eight short ticks between two long ones", () => {
  const ticks = ticksOf("log", [1, 100], 5);
  const short = ticks.filter(({ label }) => label === undefined).map(({ value }) => value);
  expect(short).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 20, 30, 40, 50, 60, 70, 80, 90]);
});

describe.each([
  ["linear", 0, 1],
  ["linear", -3e5, 2e5],
  ["linear", 1e-9, 2e-9],
  ["linear", 12345.678, 12345.679],
  ["log", 1, 1e3],
  ["log", 1e-12, 1e12],
  ["log", 5, 6],
  ["log", 0.9, 11],
  ["log", 1e100, 1e150],
] as const)("a %s axis from %f to %f", (kind, low, high) => {
  test.each([40, 120, 400, 2000])("of length %i has ticks inside and labels that do not touch", (length) => {
    for (const vertical of [false, true]) {
      const { ticks } = planAxis(kind, [low, high], { length, vertical, fontSize: 12 });
      expect(ticks.every(({ at }) => at >= -0.01 && at <= length + 0.01)).toBe(true);
      const labelled = ticks.filter(({ box }) => box).sort((a, b) => a.at - b.at);
      labelled.forEach(({ at, box }, i) => {
        const before = labelled[i - 1];
        if (before === undefined) return;
        const needed = vertical ? box!.ascent : (box!.width + before.box!.width) / 2;
        expect(at - before.at).toBeGreaterThan(needed);
      });
      if (length >= 120 && high / low > 1.001) expect(labelled.length).toBeGreaterThanOrEqual(2);
    }
  });
});

describe("domains", () => {
  test("have a margin of 4 % as the axis measures", () => {
    expect(domainOf("linear", { range: [0, 10] })).toEqual([-0.4, 10.4]);
    const [low, high] = domainOf("log", { range: [1, 1e10] });
    expect(Math.log10(low)).toBeCloseTo(-0.4, 12);
    expect(Math.log10(high)).toBeCloseTo(10.4, 12);
  });

  test("end where marks ask for it", () => {
    expect(domainOf("linear", { range: [0, 10], floor: true })).toEqual([0, 10.4]);
    expect(domainOf("linear", { range: [0, 10], tight: true })).toEqual([0, 10]);
  });

  test("open around a single value, and exist where there is none", () => {
    expect(domainOf("linear", { range: [5, 5], tight: true })).toEqual([4.5, 5.5]);
    expect(domainOf("linear", { range: [0, 0], tight: true })).toEqual([-0.5, 0.5]);
    expect(domainOf("log", { range: [5, 5], tight: true })).toEqual([2.5, 10]);
    expect(domainOf("linear", { range: undefined })).toEqual([0, 1]);
    expect(domainOf("log", { range: undefined })).toEqual([1, 10]);
  });
});

test("a range is that of the values that an axis can show", () => {
  const values = [Number.NaN, -1, 0, 3, Number.POSITIVE_INFINITY, 2];
  expect(rangeOf("linear", values)).toEqual([-1, 3]);
  expect(rangeOf("log", values)).toEqual([2, 3]);
  expect(rangeOf("log", [0, -1])).toBeUndefined();
  expect(union([undefined, [1, 2], [0, 1.5]])).toEqual([0, 2]);
  expect(union([undefined])).toBeUndefined();
});

test("a scale takes ends to ends, and what it cannot show to NaN", () => {
  const scale = makeScale("log", [1, 100], 0, 200);
  expect([scale(1), scale(10), scale(100)].map((x) => Math.round(x * 1e9) / 1e9)).toEqual([0, 100, 200]);
  expect(scale(0)).toBeNaN();
  expect(makeScale("linear", [0, 1], 0, 10)(Number.POSITIVE_INFINITY)).toBeNaN();
});
