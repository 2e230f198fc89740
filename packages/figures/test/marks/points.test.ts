import { describe, expect, test } from "vitest";
import { makeScale } from "../../src/axes/scale.ts";
import type { PointsMark } from "../../src/index.ts";
import { errorBars } from "../../src/marks/error-bars.ts";
import type { Frame } from "../../src/marks/frame.ts";
import { pointsKind } from "../../src/marks/points.ts";
import { typesetLabel } from "../../src/text/typeset.ts";
import { themes } from "../../src/themes/index.ts";

/** A plot of 128 by 128 in which y from 0 to 16, or from 0.1 to 10, goes upwards. */
function frameOf(kind: "linear" | "log" = "linear"): Frame {
  return {
    width: 128,
    height: 128,
    x: makeScale("linear", [0, 16], 0, 128),
    y: makeScale(kind, kind === "log" ? [0.1, 10] : [0, 16], 128, 0),
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
    expect(errorBars(pointsOf(8, 2), frameOf())).toEqual([{ x: 40, low: 80, high: 48, caps: [80, 48] }]);
  });

  test("end at the frame, without a cap there", () => {
    expect(errorBars(pointsOf(1, 3), frameOf())).toEqual([{ x: 40, low: 128, high: 96, caps: [96] }]);
    expect(errorBars(pointsOf(18, 4), frameOf())).toEqual([{ x: 40, low: 16, high: 0, caps: [16] }]);
  });

  test("run to the end of a logarithmic axis where they would reach zero", () => {
    const [bar] = errorBars(pointsOf(1, 1.5), frameOf("log"));
    expect(bar).toMatchObject({ low: 128, caps: [bar!.high] });
  });

  test("are left out where they are gaps, hidden by their point, or outside", () => {
    for (const mark of [
      pointsOf(5, Number.NaN),
      pointsOf(Number.NaN, 1),
      pointsOf(5, 0.1),
      pointsOf(26, 3),
      pointsOf(5, 2, 17),
    ])
      expect(errorBars(mark, frameOf())).toEqual([]);
  });

  test("are places that a legend keeps clear of", () => {
    const places = pointsKind.occupied(pointsOf(8, 2), frameOf());
    expect(Math.min(...places.map(([, y]) => y))).toBeLessThan(54);
    expect(Math.max(...places.map(([, y]) => y))).toBeGreaterThan(74);
  });
});
