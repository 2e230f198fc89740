import { expect, test } from "vitest";
import { findExperiment, resultsOf, staircase } from "../src/index.ts";

test("theory is computed once a point, whatever the order of its parameters", () => {
  const seen: unknown[] = [];
  const theory = (point: { a: number; b: number }) => {
    seen.push(point);
    return { sum: point.a + point.b };
  };
  const results = resultsOf<{ a: number; b: number }, { sum: number }>({ theory }, []);
  expect(results.theory({ a: 1, b: 2 })).toEqual({ sum: 3 });
  expect(results.theory({ b: 2, a: 1 })).toEqual({ sum: 3 });
  expect(results.theory({ a: 2, b: 1 })).toEqual({ sum: 3 });
  expect(seen).toHaveLength(2);
});

test("an experiment without theory has none anywhere", () => {
  expect(resultsOf({}, []).theory({ a: 1 })).toEqual({});
});

test("experiments are found by their names", () => {
  expect(findExperiment("staircase")).toBe(staircase);
  expect(findExperiment("stairs")).toBeUndefined();
});
