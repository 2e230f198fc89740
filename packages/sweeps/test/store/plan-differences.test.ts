import { expect, test } from "vitest";
import { identityHash } from "../../src/store/identity.ts";
import { planDifferences } from "../../src/store/plan-differences.ts";
import { planOf } from "../helpers/plan.ts";

const before = planOf({ points: [0.5, 1, 1.5].map((alpha) => ({ alpha, prior: "gaussian" })) });

test("a plan is the same whatever the order of points and names, the module, and what it says about itself", () => {
  const { points } = before;
  const after = {
    ...before,
    module: "elsewhere",
    points: points.toReversed().map(({ alpha, prior }) => ({ prior: prior!, alpha: alpha! })),
    seed: 7n,
    about: { version: 2 },
  };
  expect(planDifferences(before, after)).toEqual([]);
  expect(identityHash(after)).toBe(identityHash(before));
});

test.each([
  [{ name: "other" }, ["name: means -> other"]],
  [{ export: "other" }, ["export: means -> other"]],
  [{ seed: 8 }, ["seed: 7 -> 8"]],
  [{ replicates: 3 }, ["replicates: 2 -> 3"]],
  [
    { points: [...before.points, { alpha: 2, prior: "gaussian" }] },
    ["alpha: 0.5, 1, 1.5 -> 0.5, 1, 1.5, 2", 'points only in the plan: {"alpha":2,"prior":"gaussian"}'],
  ],
  [
    { points: before.points.slice(1).map(({ alpha }) => ({ alpha: alpha! })) },
    [
      "alpha: 0.5, 1, 1.5 -> 1, 1.5",
      'prior: "gaussian" -> none',
      'points only in the directory: {"alpha":0.5,"prior":"gaussian"}, {"alpha":1,"prior":"gaussian"}, {"alpha":1.5,"prior":"gaussian"}',
      'points only in the plan: {"alpha":1}, {"alpha":1.5}',
    ],
  ],
])("says what differs: %j", (change, lines) => {
  const after = { ...before, ...change };
  expect(planDifferences(before, after)).toEqual(lines);
  expect(identityHash(after)).not.toBe(identityHash(before));
});

test("long lists are cut", () => {
  const after = planOf({ points: Array.from({ length: 100 }, (_, alpha) => ({ alpha, prior: "gaussian" })) });
  expect(planDifferences(before, after)[0]).toBe("alpha: 0.5, 1, 1.5 -> 0, 1, 2, 3, 4, 5, ... (100)");
});
