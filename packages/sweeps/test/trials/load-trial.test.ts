import { expect, test } from "vitest";
import { expandPlan, loadTrial } from "../../src/index.ts";
import { planOf } from "../helpers/plan.ts";

test("a module may be an URL of code, and say which kernels compute", async () => {
  const code = "export const one = { run: () => ({ value: 1 }) }; export const kernels = () => 'reference';";
  const plan = planOf({ module: `data:text/javascript,${code}`, export: "one", backend: "kernels" });
  const trial = await loadTrial(plan);
  expect(trial.backend).toBe("reference");
  expect(trial.run(expandPlan(plan)[0]!).row).toEqual({ value: 1 });
});

test("an export that is no trial, and a backend that is no function, are refused", async () => {
  await expect(loadTrial(planOf({ export: "backend" }))).rejects.toThrow("run of export backend of");
  await expect(loadTrial(planOf({ backend: "means" }))).rejects.toThrow(
    "loadTrial: export means of the module must be a function",
  );
});
