import { describe, expect, test } from "vitest";
import { makeScale } from "../../src/axes/scale.ts";
import { colourScale } from "../../src/colours/colour-scale.ts";
import type { HeatMark } from "../../src/index.ts";
import { drawContours } from "../../src/marks/contours.ts";
import type { Frame } from "../../src/marks/frame.ts";
import { typesetLabel } from "../../src/text/typeset.ts";
import { themes } from "../../src/themes/index.ts";

function frameOf(
  x: readonly [number, number],
  y: readonly [number, number],
  kind: "linear" | "log" = "linear",
): Frame {
  return {
    width: 400,
    height: 300,
    x: makeScale(kind, x, 0, 400),
    y: makeScale("linear", y, 300, 0),
    theme: themes.light,
    colours: colourScale("", [0, 1], "#eeeeee"),
    overHeat: true,
    label: (text) => typesetLabel(text, 12),
  };
}

/** The lines of a drawing as places. */
function linesOf(svg: string): [number, number][][] {
  return [...svg.matchAll(/ d="([^"]+)"/g)]
    .flatMap(([, d]) => d!.split("M").slice(1))
    .map((line) =>
      line
        .split(/[LZ]/)
        .filter(Boolean)
        .map((place) => place.split(",").map(Number) as [number, number]),
    );
}

function heatOf(
  x: readonly number[],
  y: readonly number[],
  value: (x: number, y: number) => number,
  contours: readonly number[],
): HeatMark {
  return { kind: "heat", label: "", x, y, values: y.flatMap((b) => x.map((a) => value(a, b))), contours };
}

const grid = Array.from({ length: 81 }, (_, i) => -2 + i / 20);

describe("contours", () => {
  test("of a quadratic are circles, up to the interpolation between cells", () => {
    const frame = frameOf([-2, 2], [-2, 2]);
    const svg = drawContours(
      heatOf(grid, grid, (x, y) => x * x + y * y, [1]),
      frame,
    );
    const places = linesOf(svg).flat();
    expect(places.length).toBeGreaterThan(100);
    for (const [a, b] of places) {
      const [x, y] = [a / 100 - 2, 2 - b / 75];
      expect(Math.abs(Math.hypot(x, y) - 1)).toBeLessThan(1e-3 + 1e-4);
    }
  });

  test("of a plane are straight and reach the frame on both sides", () => {
    const places = linesOf(
      drawContours(
        heatOf(grid, grid, (_, y) => y, [0.333]),
        frameOf([-2, 2], [-2, 2]),
      ),
    ).flat();
    for (const [, b] of places) expect(Math.abs(2 - b / 75 - 0.333)).toBeLessThan(1e-3);
    const across = places.map(([a]) => a);
    expect(Math.min(...across)).toBeLessThanOrEqual(0);
    expect(Math.max(...across)).toBeGreaterThanOrEqual(400);
  });

  test("follow a logarithmic axis", () => {
    const x = grid.map((k) => 10 ** k);
    const mark = heatOf(x, grid, (a) => Math.log10(a), [0.5]);
    const places = linesOf(drawContours(mark, frameOf([0.01, 100], [-2, 2], "log"))).flat();
    for (const [a] of places) expect(a).toBeCloseTo(250, 1);
  });

  test("end where values are missing, and do not run around the hole", () => {
    const whole = heatOf(grid, grid, (_, y) => y, [0.333]);
    const hole = heatOf(grid, grid, (x, y) => (Math.hypot(x, y) < 0.7 ? Number.NaN : y), [0.333]);
    const frame = frameOf([-2, 2], [-2, 2]);
    const lines = linesOf(drawContours(hole, frame));
    expect(lines).toHaveLength(2);
    for (const [, b] of lines.flat()) expect(Math.abs(2 - b / 75 - 0.333)).toBeLessThan(1e-3);
    expect(lines.flat().length).toBeLessThan(linesOf(drawContours(whole, frame)).flat().length);
  });

  test("are dark where the map is bright and bright where it is dark", () => {
    const svg = drawContours(
      heatOf(grid, grid, (_, y) => (y + 2) / 4, [0.1, 0.9]),
      frameOf([-2, 2], [-2, 2]),
    );
    expect([...svg.matchAll(/stroke="(#\w+)"/g)].map(([, colour]) => colour)).toEqual(["#ffffff", "#202020"]);
  });

  test("are none of one row, of levels that no value reaches, or of no levels", () => {
    const frame = frameOf([-2, 2], [-2, 2]);
    expect(
      drawContours(
        heatOf(grid, [0], (x) => x, [0]),
        frame,
      ),
    ).toBe("");
    expect(
      drawContours(
        heatOf(grid, grid, (x) => x, [7, Number.NaN]),
        frame,
      ),
    ).toBe("");
    expect(
      drawContours(
        heatOf(grid, grid, (x) => x, []),
        frame,
      ),
    ).toBe("");
  });
});
