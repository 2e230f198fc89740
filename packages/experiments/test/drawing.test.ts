import { expect, test } from "vitest";
import { marksAlong } from "../src/drawing/marks-along.ts";
import { sliceOf } from "../src/drawing/slice-of.ts";
import { logSpaced, spaced } from "../src/drawing/spaced.ts";
import { resultsOf, type Schema } from "../src/index.ts";

type P = { n: number; x: number };
type R = { value: number };

const schema: Schema<P> = {
  n: { kind: "integer", description: "size", default: 5 },
  x: { kind: "number", description: "place", default: 0 },
};
const trial = (n: number, x: number, value: number) => ({ point: { n, x }, replicate: 0, result: { value } });
const trials = [trial(1, 2, 10), trial(1, 1, 4), trial(2, 1, 99), trial(1, 2, 14)];
const results = resultsOf<P, R>({ theory: ({ x }) => (x > 1.5 ? {} : { value: 5 * x }) }, trials);

test("numbers are spaced as said, to twelve digits", () => {
  expect(spaced(0.1, 0.5, 5)).toEqual([0.1, 0.2, 0.3, 0.4, 0.5]);
  expect(logSpaced(0.01, 1, 3)[1]).toBeCloseTo(0.1, 12);
});

test("a slice has the trials that differ along its axes alone", () => {
  const slice = sliceOf(results, schema, ["x"]);
  expect(slice.base).toEqual({ n: 1, x: 2 });
  expect(slice.trials).toHaveLength(3);
  expect(sliceOf(results, schema, []).trials).toHaveLength(2);
  expect(sliceOf(resultsOf<P, R>({}, []), schema, ["x"])).toEqual({ base: { n: 5, x: 0 }, trials: [] });
});

test("points are means in increasing order, lines are theory with gaps", () => {
  const draw = marksAlong(results, sliceOf(results, schema, ["x"]), "x", [0, 1, 2]);
  expect(draw.points("value", { colour: 3 })).toEqual({
    kind: "points",
    x: [1, 2],
    y: [4, 12],
    error: [0, 2],
    colour: 3,
  });
  expect(draw.line("value", { label: "limit" })).toEqual({
    kind: "line",
    x: [0, 1, 2],
    y: [0, 5, Number.NaN],
    label: "limit",
  });
});
