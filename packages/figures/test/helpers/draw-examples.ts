import { describeFigure, drawFigure } from "../../src/index.ts";
import { mathjax } from "../../src/mathjax.ts";
import { exampleFigures } from "./example-figures.ts";
import { figureOf, sampleMarks } from "./marks.ts";

/** Every example in both themes, with and without MathJax, and in words. */
export async function drawExamples(): Promise<Record<string, string>> {
  const maths = await mathjax();
  const figures = { ...exampleFigures, samples: figureOf(sampleMarks) };
  return Object.fromEntries(
    Object.entries(figures).flatMap(([name, figure]) => [
      [`${name} in light`, drawFigure(figure, { maths })],
      [`${name} in dark`, drawFigure(figure, { maths, theme: "dark" })],
      [`${name} in Unicode`, drawFigure(figure)],
      [`${name} in words`, describeFigure(figure)],
    ]),
  );
}
