import { integrateBlocks } from "../quadrature/integrate-blocks.ts";
import { mixturePosteriors } from "./mixture-posteriors.ts";
import type { Component, ObserveOptions } from "./part.ts";
import type { Posteriors } from "./posteriors.ts";
import type { Workspace } from "./workspace.ts";

/** What is averaged, and over what. */
export interface Observed extends ObserveOptions {
  /** The parts of the prior. */
  readonly components: readonly Component[];
  /** The observation is y = s w + z, z ~ N(0, 1). */
  readonly s: number;
  /** Values at the first `count` observations, given the posteriors at precision s^2 and field s y; all arrays are free to use. */
  values(count: number, posteriors: Posteriors, y: Float64Array): Float64Array;
}

/** The expectation of values over observations of a mixture. */
export function observe({ components, s, values, ...options }: Observed, workspace: Workspace): number {
  const { y, fields, total } = workspace;
  let origin = 0;
  const integrand = (nodes: Float64Array): Float64Array => {
    for (let i = 0; i < nodes.length; i++) {
      y[i] = origin + nodes[i]!;
      fields[i] = s * y[i]!;
    }
    mixturePosteriors(components, s * s, nodes.length, workspace);
    return values(nodes.length, total, y);
  };
  let sum = 0;
  for (const { weight, part } of components) {
    for (const piece of part.observe(s, options)) {
      origin = piece.origin;
      sum += weight * piece.weight * integrateBlocks(piece.rule, integrand, { halvings: piece.halvings });
    }
  }
  return sum;
}
