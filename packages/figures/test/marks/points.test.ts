import { describe, expect, test } from "vitest";
import { makeScale } from "../../src/axes/scale.ts";
import type { PointsMark } from "../../src/index.ts";
import { errorBars } from "../../src/marks/error-bars.ts";
import type { Frame } from "../../src/marks/frame.ts";
import { pointsKind } from "../../src/marks/points.ts";
import { typesetLabel } from "../../src/text/typeset.ts";
import { themes } from "../../src/themes/index.ts";

/** A plot of 100 by 100 in which y from 0 to 10, or from 0.1 to 10, goes upwards. */
function frameOf(kind: "linear" | "log" = "linear"): Frame {
  return {
    width: 100,
    height: 100,
    x: makeScale("linear", [0, 10], 0, 100),
    y: makeScale(kind, kind === "log" ? [0.1, 10] : [0, 10], 100, 0),
    theme: themes.light,
    colours: undefined,
    overHeat: false,
    label: (text) => typesetLabel(text, 12),
  };
}

function pointsOf(y: number, error: number, x = 5): PointsMark {
  return { kind: "points", x: [x], y: [y], error: [error] };
}

describe("error bars", () => {
  test("reach one standard error to both sides", () => {
    expect(errorBars(pointsOf(5, 2), frameOf())).toEqual([{ x: 50, low: 70, high: 30, caps: [70, 30] }]);
  });

  test("end at the frame, without a cap there", () => {
    expect(errorBars(pointsOf(1, 3), frameOf())).toEqual([{ x: 50, low: 100, high: 60, caps: [60] }]);
    expect(errorBars(pointsOf(12, 4), frameOf())).toEqual([{ x: 50, low: 20, high: 0, caps: [20] }]);
  });

  test("run to the end of a logarithmic axis where they would reach zero", () => {
    const [bar] = errorBars(pointsOf(1, 1.5), frameOf("log"));
    expect(bar).toMatchObject({ low: 100, caps: [bar!.high] });
  });

  test("are left out where they are gaps, hidden by their point, or outside", () => {
    for (const mark of [
      pointsOf(5, Number.NaN),
      pointsOf(Number.NaN, 1),
      pointsOf(5, 0.1),
      pointsOf(20, 3),
      pointsOf(5, 2, 11),
    ])
      expect(errorBars(mark, frameOf())).toEqual([]);
  });

  test("are places that a legend keeps clear of", () => {
    const places = pointsKind.occupied(pointsOf(5, 2), frameOf());
    expect(Math.min(...places.map(([, y]) => y))).toBeLessThan(35);
    expect(Math.max(...places.map(([, y]) => y))).toBeGreaterThan(65);
  });
});
