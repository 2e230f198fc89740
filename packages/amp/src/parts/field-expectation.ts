import type { Posterior, Prior } from "../prior.ts";
import { jointExpectation } from "./joint-expectation.ts";
import { type Observed, observe } from "./observe.ts";
import type { Component } from "./part.ts";
import type { Workspace } from "./workspace.ts";

/** E g(B, P(w | B)) over w from a mixture and B = signal w + sqrt(noise) z. */
export function fieldExpectation(
  components: readonly Component[],
  workspace: Workspace,
  ...[signal, noise, g, kinks = []]: Parameters<Prior["fieldExpectation"]>
): number {
  const deviation = Math.sqrt(noise);
  const s = signal / deviation;
  if (!(s * s < Infinity)) return jointExpectation(components, signal, noise, (w, B) => g(B, known(w)));
  const observed: Observed = {
    components,
    s,
    even: false,
    kinks: kinks.map((kink) => kink / deviation),
    values(count, { mean, variance, logPartition }, y) {
      for (let i = 0; i < count; i++) {
        const posterior = { mean: mean[i]!, variance: variance[i]!, logPartition: logPartition[i]! };
        y[i] = g(deviation * y[i]!, posterior);
      }
      return y;
    },
  };
  return observe(observed, workspace);
}

/** The posterior of a field without noise. */
function known(mean: number): Posterior {
  return { mean, variance: 0, logPartition: Infinity };
}
