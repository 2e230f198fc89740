import { expect, test } from "vitest";
import { describeFigure } from "../src/index.ts";
import { exampleFigures } from "./helpers/example-figures.ts";
import { figureOf } from "./helpers/marks.ts";

test("says what is drawn, on which axes and over which ranges", () => {
  const figure = {
    title: "Error of $\\hat f$",
    ...figureOf(
      [
        { kind: "line", label: "theory $n^{-1}$", x: [1, 10], y: [1, 0.1], dashed: true },
        { kind: "points", label: "AMP", x: [1], y: [1.25], error: [0.1] },
        { kind: "rule", x: 3 },
      ],
      { x: { label: "samples $n$", scale: "log", domain: [1, 100] }, y: { label: "", domain: [0, 2] } },
    ),
  };
  expect(describeFigure(figure)).toBe(
    "Error of fˆ. Horizontal axis: samples n, logarithmic, from 1 to 100. Vertical axis: without a label, from 0 to 2. " +
      'Drawn: dashed line "theory n^(−1)" through 2 points, y from 0.1 to 1; ' +
      '1 point "AMP", y at 1.25, with bars of one standard error; vertical line at x = 3.',
  );
});

test("says how many panels there are and that one is empty", () => {
  const { panels } = figureOf([]);
  const text = describeFigure({ panels: [...panels, { ...panels[0]!, title: "Second" }] });
  expect(text).toMatch(
    /^2 panels\. Panel 1: Horizontal axis: x, from 0 to 1\. .* Nothing is drawn\. Panel 2: Second\./,
  );
});

test("is the figure's own description where it has one", () => {
  expect(describeFigure({ ...figureOf([]), description: "as I say" })).toBe("as I say");
});

test("has no LaTeX", () => {
  for (const figure of Object.values(exampleFigures)) expect(describeFigure(figure)).not.toMatch(/[\\${}]/);
});
