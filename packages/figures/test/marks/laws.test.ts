import { describe, expect, test } from "vitest";
import { describeFigure, drawFigure, type Mark, type Panel } from "../../src/index.ts";
import { markKinds } from "../../src/marks/index.ts";
import { figureOf, sampleMarks } from "../helpers/marks.ts";
import { notNumbers, xmlProblems } from "../helpers/well-formed.ts";

test("there is a sample of every kind, and every kind has its own name", () => {
  expect(sampleMarks.map(({ kind }) => kind)).toEqual(Object.keys(markKinds));
  for (const [name, { kind }] of Object.entries(markKinds)) expect(kind).toBe(name);
});

function draw(marks: readonly Mark[], panel: Partial<Panel> = {}): string {
  return drawFigure(figureOf(marks, panel), { width: 240 });
}

/** The mark with all its arrays replaced. */
function mapArrays(mark: Mark, change: (values: number[], name: string) => readonly number[]): Mark {
  const entries = Object.entries(mark).map(([name, value]) => [
    name,
    Array.isArray(value) ? change(value, name) : value,
  ]);
  return Object.fromEntries(entries) as Mark;
}

const drawings = {
  linear: {},
  log: { x: { label: "x", scale: "log" }, y: { label: "y", scale: "log" } },
} as const;

describe.each(sampleMarks.map((mark) => [mark.kind, mark] as const))("a %s mark", (_, mark) => {
  test.each(Object.entries(drawings))("is drawn on %s axes", (_, panel) => {
    const svg = draw([mark], panel);
    expect(xmlProblems(svg)).toEqual([]);
    expect(notNumbers(svg)).toEqual([]);
    expect(svg.length).toBeGreaterThan(draw([], panel).length + 50);
  });

  test("may be empty", () => {
    const empty = mapArrays(mark, () => []);
    for (const panel of Object.values(drawings)) expect(notNumbers(draw([empty], panel))).toEqual([]);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, -1, 0])(
    "leaves out values of %f where they cannot be shown",
    (gap) => {
      const data = new Set(["y", "low", "high", "error", "density", "values"]);
      const grid = mark.kind === "heat" ? new Set(["values"]) : data;
      const broken = mapArrays(mark, (values, name) =>
        grid.has(name) ? values.map((v, i) => (i === 1 ? gap : v)) : values,
      );
      for (const panel of Object.values(drawings)) expect(notNumbers(draw([broken], panel))).toEqual([]);
    },
  );

  test("has nothing left but gaps and is still drawn and described", () => {
    const names = mark.kind === "heat" ? ["values"] : ["y", "low", "high", "density"];
    const gone = mapArrays(mark, (values, name) =>
      names.includes(name) ? values.map(() => Number.NaN) : values,
    );
    expect(notNumbers(draw([gone]))).toEqual([]);
    expect(describeFigure(figureOf([gone]))).not.toMatch(/NaN|Infinity|undefined/);
  });

  test("is named in the alternative text and, where it has a label, in the legend", () => {
    const label = "label" in mark ? mark.label! : (mark as { text: string }).text;
    expect(describeFigure(figureOf([mark]))).toContain(`"${label}"`);
    expect(draw([mark])).toMatch(new RegExp(`>${label}</text>`));
  });
});
