import { expect, test } from "vitest";
import {
  describeFigure,
  drawFigure,
  type Figure,
  type Mark,
  type Panel,
  type ScaleKind,
} from "../src/index.ts";
import { uniforms } from "./helpers/example-figures.ts";
import { notNumbers, xmlProblems } from "./helpers/well-formed.ts";

const extremes = [
  0,
  -0,
  1,
  -1,
  1e-300,
  5e-324,
  -1e-300,
  1e300,
  -1e300,
  1e308,
  1.7e308,
  -1.7e308,
  1e150,
  1e-150,
  1 + 1e-15,
  1e15 + 1,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  Math.PI,
  1e-7,
  12345.678,
];

/** A figure of extreme numbers: the same for the same seed. */
function strangeFigure(seed: number): Figure {
  const uniform = uniforms(seed);
  const pick = <T>(choices: readonly T[]): T => choices[Math.floor(uniform() * choices.length)]!;
  const numbers = (count: number): number[] => Array.from({ length: count }, () => pick(extremes));
  const increasing = (count: number): number[] =>
    [
      ...new Set(
        numbers(count)
          .filter(Number.isFinite)
          .map((value) => value + 0),
      ),
    ].sort((a, b) => a - b);
  const mark = (): Mark => {
    const count = Math.floor(5 * uniform());
    const x = numbers(count);
    const [columns, rows] = [increasing(count), increasing(3)];
    return pick<() => Mark>([
      () => ({ kind: "line", label: "a", x, y: numbers(count) }),
      () => ({ kind: "points", label: "b", x, y: numbers(count), error: numbers(count) }),
      () => ({ kind: "points", label: "b", x, y: numbers(count), values: numbers(count) }),
      () => ({ kind: "band", label: "c", x, low: numbers(count), high: numbers(count) }),
      () => ({ kind: "histogram", edges: columns, density: numbers(Math.max(0, columns.length - 1)) }),
      () => ({
        kind: "heat",
        label: "d",
        x: columns,
        y: rows,
        values: numbers(columns.length * rows.length),
        contours: numbers(2),
      }),
      () => ({ kind: "rule", x: pick(extremes) }),
      () => ({ kind: "text", x: pick(extremes.filter(Number.isFinite)), y: 1, text: "note" }),
    ])();
  };
  const scale = (): ScaleKind => pick(["linear", "log"]);
  const panel = (): Panel => ({
    x: { label: "x", scale: scale() },
    y: { label: "y", scale: scale() },
    marks: Array.from({ length: Math.floor(4 * uniform()) }, mark),
  });
  return { panels: Array.from({ length: 1 + Math.floor(2 * uniform()) }, panel) };
}

test("figures of extreme numbers are drawn and described, whatever they hold", () => {
  for (let seed = 0; seed < 60; seed++) {
    const figure = strangeFigure(seed);
    const svg = drawFigure(figure, { width: 240 });
    expect(xmlProblems(svg), `seed ${seed}`).toEqual([]);
    expect(notNumbers(svg), `seed ${seed}`).toEqual([]);
    expect(describeFigure(figure), `seed ${seed}`).not.toMatch(/NaN|undefined|Infinity/);
  }
});

test("more columns than a width can hold are drawn smaller", () => {
  const panel: Panel = {
    x: { label: "x" },
    y: { label: "y" },
    marks: [{ kind: "line", x: [0, 1], y: [0, 1e-7] }],
  };
  const svg = drawFigure({ columns: 12, panels: Array(12).fill(panel) as Panel[] }, { width: 300 });
  const [, width, box] = /width="(\d+)" height="[\d.]+" viewBox="0 0 (\d+) /.exec(svg)!.map(Number);
  expect(width).toBe(300);
  expect(box).toBeGreaterThan(900);
});
