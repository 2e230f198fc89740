import type { Experiment } from "./experiment.ts";
import { experiments } from "./experiments.ts";

/**
 * The experiment of a name.
 *
 * @param name - in kebab case, such as "joint-fails"
 * @returns undefined where there is none
 */
export function findExperiment(name: string): Experiment | undefined {
  return experiments.find((experiment) => experiment.name === name);
}
