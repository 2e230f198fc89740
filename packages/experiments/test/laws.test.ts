import { describe, expect, test } from "vitest";
import * as index from "../src/index.ts";
import { experiments, pointProblems, resultsOf, type Value } from "../src/index.ts";
import { figureProblems } from "./helpers/figure-problems.ts";
import { changedTrials, limitTrials, tinyGrid, trialsOf } from "./helpers/trials.ts";

const camelCase = (name: string): string =>
  name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

test("names are unique and in kebab case, and say under which name an experiment is exported", () => {
  const names = experiments.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const experiment of experiments) {
    expect(experiment.name).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
    expect((index as Record<string, unknown>)[camelCase(experiment.name)]).toBe(experiment);
  }
});

describe.each(experiments.map((experiment) => [experiment.name, experiment] as const))(
  "%s",
  (_, experiment) => {
    const { parameters, sizes } = experiment;
    const known = (point: index.Point): index.Point =>
      Object.fromEntries(Object.entries(point).filter(([name]) => name in parameters));
    const tiny = { ...tinyGrid(experiment), points: tinyGrid(experiment).points.map(known) };
    const trials = trialsOf(experiment, tiny, 1);
    const results = resultsOf(experiment, trials);

    test("has parameters with valid defaults", () => {
      expect(pointProblems(parameters, index.defaultPoint(parameters))).toEqual([]);
      for (const { description } of Object.values(parameters)) expect(description).not.toBe("");
    });

    test.each(["small", "medium", "paper"] as const)("has valid points at size %s, all different", (size) => {
      const { points, replicates } = sizes[size];
      expect(points.flatMap((point) => pointProblems(parameters, point))).toEqual([]);
      expect(new Set(points.map((point) => JSON.stringify(point))).size).toBe(points.length);
      expect(replicates).toBeGreaterThanOrEqual(1);
    });

    test("gives the same plain row from the same stream, and another one from another", () => {
      expect(trialsOf(experiment, { points: tiny.points.slice(0, 1), replicates: 1 }, 1)[0]).toEqual(
        trials[0],
      );
      expect(trials[1]!.result).not.toEqual(trials[0]!.result);
      const plain = (value: Value | Float64Array): boolean =>
        value === null ||
        value instanceof Float64Array ||
        ["number", "string", "boolean"].includes(typeof value);
      for (const { result } of trials) expect(Object.values(result).every(plain)).toBe(true);
    });

    test("has theory for cells of its rows alone", () => {
      const cells = Object.keys(trials[0]!.result);
      expect(cells).toEqual(expect.arrayContaining(Object.keys(results.theory(tiny.points[0]!))));
    });

    test("answers every claim in one line", () => {
      expect(new Set(experiment.claims.map(({ name }) => name)).size).toBe(experiment.claims.length);
      for (const { statement, check } of experiment.claims) {
        const { evidence } = check(results);
        expect(statement).toMatch(/\.$/);
        expect(evidence).not.toMatch(/\n|undefined/);
        expect(evidence.length).toBeGreaterThan(10);
      }
    });

    test("describes well-formed figures", () => {
      expect(new Set(experiment.figures.map(({ name }) => name)).size).toBe(experiment.figures.length);
      for (const figure of experiment.figures) {
        expect(figure.name).toMatch(/^[a-z0-9-]+$/);
        expect(figureProblems(figure.describe(results))).toEqual([]);
      }
    });
  },
);

/** Cells of which theory says nothing, as they are where the claims hold. */
const unsaid: Readonly<Record<string, index.Row>> = {
  "joint-fails": { descentU: 0, descentV: 0, descentX: 0, descentY: 0 },
  "phase-retrieval": { sweeps: 0 },
};
describe.each(experiments.map((experiment) => [experiment.name, experiment] as const))(
  "the claims of %s",
  (name, experiment) => {
    const nothing = resultsOf(experiment, []);
    const limit = limitTrials(experiment, nothing, unsaid[name] ?? {});

    test("hold for trials that are as theory says", () => {
      for (const claim of experiment.claims) {
        const { holds, evidence } = claim.check({ ...nothing, trials: limit });
        expect(holds, evidence).toBe(true);
      }
    });

    test("do not hold without trials, but for those on theory alone", () => {
      const theoretical = ["C6", "C7", "thresholds"];
      for (const claim of experiment.claims)
        expect(claim.check(nothing).holds).toBe(theoretical.includes(claim.name));
    });

    test("do not hold for other trials", () => {
      const [first] = experiment.claims;
      expect(first!.check({ ...nothing, trials: changedTrials(limit) }).holds).toBe(false);
    });
  },
);
