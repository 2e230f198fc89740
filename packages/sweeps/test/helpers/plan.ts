import { fileURLToPath } from "node:url";
import type { Plan } from "../../src/index.ts";

/** The module of trials. */
export const trials = fileURLToPath(new URL("../fixtures/trials.ts", import.meta.url));

/** A plan of six trials of `means`, changed as asked. */
export function planOf(change: Partial<Plan> = {}): Plan {
  const points = [{ count: 1 }, { count: 2 }, { count: 3 }];
  return { name: "means", module: trials, export: "means", points, replicates: 2, seed: 7, ...change };
}
