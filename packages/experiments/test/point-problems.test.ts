import { expect, test } from "vitest";
import { defaultPoint, pointProblems, type Schema } from "../src/index.ts";

const schema: Schema<{ n: number; D: number; kind: string; fast: boolean }> = {
  n: { kind: "integer", description: "size", default: 10, minimum: 2, maximum: 100 },
  D: { kind: "number", description: "noise", default: 0.5, exclusiveMinimum: 0, exclusiveMaximum: 2 },
  kind: { kind: "choice", description: "which", default: "a", choices: ["a", "b"] },
  fast: { kind: "boolean", description: "whether", default: true },
};

test("a point of defaults has no problems", () => {
  expect(pointProblems(schema, defaultPoint(schema))).toEqual([]);
});

test.each([
  [{ n: 1 }, "n must be at least 2, got 1"],
  [{ n: 101 }, "n must be at most 100, got 101"],
  [{ n: 2.5 }, "n must be an integer, got 2.5"],
  [{ n: "10" }, 'n must be a finite number, got "10"'],
  [{ D: 0 }, "D must be above 0, got 0"],
  [{ D: 2 }, "D must be below 2, got 2"],
  [{ D: Number.NaN }, "D must be a finite number, got NaN"],
  [{ kind: "c" }, 'kind must be one of a, b, got "c"'],
  [{ fast: "yes" }, 'fast must be true or false, got "yes"'],
  [{ speed: 1 }, "speed must be one of n, D, kind, fast"],
])("%o: %s", (change, problem) => {
  expect(pointProblems(schema, { ...defaultPoint(schema), ...change })).toEqual([problem]);
});

test("every missing parameter is a problem", () => {
  expect(pointProblems(schema, {})).toHaveLength(4);
});
