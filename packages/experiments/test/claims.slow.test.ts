import { abs, gaussian, glmTransitions, glmWeakRecovery } from "@onsager/amp";
import { expect, test } from "vitest";
import { experiments, phaseRetrieval, resultsOf } from "../src/index.ts";
import { trialsOf } from "./helpers/trials.ts";

test.each(experiments.map((experiment) => [experiment.name, experiment] as const))(
  "the claims of %s hold at its small size",
  (_, experiment) => {
    const results = resultsOf(experiment, trialsOf(experiment, experiment.sizes.small, 1));
    for (const { name, check } of experiment.claims) {
      const { holds, evidence } = check(results);
      expect(holds, `${name}: ${evidence}`).toBe(true);
    }
  },
);

test("phase retrieval's thresholds are those of its state evolution", () => {
  const model = { channel: abs(), prior: gaussian() };
  const { ratio, overlaps } = glmTransitions(model)!.uninformedSpinodal;
  expect(glmWeakRecovery(model.channel)).toBeCloseTo(0.5, 10);
  expect(
    phaseRetrieval.theory!({ dimension: 1, sweeps: 1, ratio: ratio - 1e-6 }).squaredOverlap,
  ).toBeLessThan(0.85);
  expect(phaseRetrieval.theory!({ dimension: 1, sweeps: 1, ratio: ratio + 1e-6 }).squaredOverlap).toBe(1);
  expect(overlaps.w).toBeCloseTo(0.8466457, 6);
});
