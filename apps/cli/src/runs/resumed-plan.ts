import { type Plan, readRun } from "@onsager/sweeps";
import { planOf } from "./plan-of.ts";
import { runIn } from "./results-in.ts";

/**
 * The plan of a run directory, with the experiment of this installation: the folder may come from another machine.
 *
 * @param directory - of a run
 * @throws TypeError if it is no run directory; UsageError if its experiment is not one of this version
 */
export function resumedPlan(directory: string): Plan {
  const { plan } = readRun(directory, { arrays: false }).manifest;
  const { experiment } = runIn(directory);
  const { module } = planOf({ experiment, size: "", grid: plan, seed: 0 });
  return { ...plan, module };
}
