import { expect, test } from "vitest";
import { expandPlan, type Plan } from "../../src/index.ts";
import { planOf } from "../helpers/plan.ts";

test.each([
  [{ name: "" }, "plan.name must be a string that is not empty"],
  [{ module: 3 }, "plan.module must be a string"],
  [{ export: undefined }, "plan.export must be a string"],
  [{ backend: "" }, "plan.backend must be a string"],
  [{ points: [] }, "plan.points must be a list that is not empty"],
  [{ points: [3] }, "plan.points[0] must be a record of parameters, got 3"],
  [
    { points: [{ a: 1 }, { a: Number.NaN }] },
    "plan.points[1].a must be a finite number, a string or a boolean, got NaN",
  ],
  [{ points: [{ a: null }] }, "plan.points[0].a must be a finite number"],
  [{ replicates: 0 }, "plan.replicates must be an integer from 1"],
  [{ replicates: Number.NaN }, "plan.replicates must be an integer from 1"],
  [{ replicates: 2 ** 30 }, "the number of trials must be an integer from 1"],
  [{ seed: -1 }, "plan.seed must be an integer from 0"],
  [{ seed: 2n ** 64n }, "plan.seed must be from 0 to 2^64 - 1"],
  [{ seed: "1" }, "plan.seed must be"],
  [{ about: { size: 1n } }, "plan.about must be JSON"],
])("refuses a plan: %#", (change, message) => {
  expect(() => expandPlan(planOf(change as Partial<Plan>))).toThrow(message);
});

test("refuses what is no plan", () => {
  expect(() => expandPlan(null as unknown as Plan)).toThrow("plan must be an object");
});
