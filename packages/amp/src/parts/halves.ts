import type { Observation } from "./part.ts";

/** The observations of both sides of a symmetric part, each with half of its weight. */
export function halves(observations: readonly Observation[]): Observation[] {
  return observations.map((observation) => ({ ...observation, weight: observation.weight / 2 }));
}
