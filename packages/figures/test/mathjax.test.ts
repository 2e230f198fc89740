import { describe, expect, test } from "vitest";
import { drawFigure } from "../src/index.ts";
import { mathjax } from "../src/mathjax.ts";
import { exampleFigures } from "./helpers/example-figures.ts";
import { figureOf } from "./helpers/marks.ts";
import { notNumbers, xmlProblems } from "./helpers/well-formed.ts";

const maths = await mathjax();

test("formulas become paths, scaled to the size, measured from the baseline", () => {
  const box = maths("\\frac{x^2}{2}", 20)!;
  const half = maths("\\frac{x^2}{2}", 10)!;
  expect(box.svg).toMatch(/^<g transform="scale\(0.02 -0.02\)">/);
  expect(xmlProblems(box.svg)).toEqual([]);
  expect(box.width).toBeCloseTo(2 * half.width, 9);
  expect(box.height).toBeGreaterThan(maths("x", 20)!.height);
  expect(box.depth).toBeGreaterThan(0);
  expect(box.svg).not.toMatch(/data-|style=|fill=|currentColor|<text/);
});

test("drawings with formulas are well-formed and have the same bytes each time, whoever typesets", async () => {
  const another = await mathjax();
  for (const figure of Object.values(exampleFigures)) {
    const svg = drawFigure(figure, { maths });
    expect(xmlProblems(svg)).toEqual([]);
    expect(notNumbers(svg)).toEqual([]);
    expect(drawFigure(figure, { maths: another })).toBe(svg);
  }
});

describe("what cannot be typeset falls back to text", () => {
  test.each([
    ["an unknown command", "\\foo"],
    ["a macro that calls itself", "\\def\\a{\\a\\a}\\a"],
    ["another way to define one", "\\newcommand{\\a}{\\a\\a}\\a"],
    ["a package that is not there", "\\require{html}\\href{javascript:alert(1)}{x}"],
    ["a style", "\\style{fill:url(http://x.y)}{x}"],
    ["a brace without its partner", "{x"],
    ["another one", "x}"],
    ["a character that the fonts lack", "\\text{日本}"],
    ["a rule larger than any figure", "\\rule{100em}{100em}"],
    ["a space wider than any figure", "a\\hspace{1000em}b"],
    ["a number that is none", "\\rule{1e999em}{1em}"],
    ["a formula longer than a label", "x+".repeat(251)],
    ["deep nesting", "\\sqrt{".repeat(80)],
  ])("%s", (_, latex) => {
    expect(maths(latex, 12)).toBeUndefined();
    const figure = figureOf([], { title: `Before $${latex}$ after` });
    expect(xmlProblems(drawFigure(figure, { maths }))).toEqual([]);
  });
});

test("formulas nested as deeply as a label can hold are typeset or refused, and leave the figure whole", () => {
  for (const start of ["{", "\\frac1{", "x^{", "\\hat{", "\\left(", "\\begin{matrix}"])
    for (const depth of [10, 60]) {
      const svg = drawFigure(figureOf([], { title: `$${start.repeat(depth)}$` }), { maths });
      expect(xmlProblems(svg)).toEqual([]);
    }
});
