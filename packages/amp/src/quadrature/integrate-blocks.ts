import type { Rule } from "./rule.ts";

/** Gives values at up to `blockSize` nodes, in an array that may be longer and used again. */
export type Integrand = (nodes: Float64Array) => Float64Array;

/** When to stop halving the step. */
export interface IntegrateOptions {
  /** Error, relative to the integral of |f|; default 1e-13. */
  readonly tolerance?: number;
  /** Most halvings of the step; default 10. */
  readonly halvings?: number;
  /** Whether all features of the integrand have one size, so that one error e^{-c/h} is left to fall; default false. */
  readonly oneScale?: boolean;
}

/** Changes larger than this say nothing about the next. */
const trusted = 1e-4;
/** Changes smaller than this may be those of the weights rather than of f. */
const telling = 1e-6;
/** A margin for errors of features that hide behind others. */
const margin = 1e-3;

/**
 * The integral of f by a rule whose step is halved until the error is negligible. An error e^{-c/h} squares at each halving, so that
 * `change` times the square of its ratio to the change before is left; without `oneScale`, the ratio itself is counted on, with a
 * margin. Integrands with kinks get as far as the halvings go.
 */
export function integrateBlocks(
  rule: Rule,
  f: Integrand,
  { tolerance = 1e-13, halvings = 10, oneScale = false }: IntegrateOptions = {},
): number {
  let sum = 0;
  let magnitude = 0;
  const add = (level: number): void => {
    for (const { nodes, weights } of rule(level)) {
      const values = f(nodes);
      for (let i = 0; i < nodes.length; i++) {
        const term = weights[i]! * values[i]!;
        sum += term;
        magnitude += Math.abs(term);
      }
    }
  };
  add(0);
  let step = 1;
  let last = 0;
  for (let level = 1; level <= halvings && magnitude < Infinity; level++) {
    const coarse = sum * step;
    add(level);
    step /= 2;
    const difference = Math.abs(sum * step - coarse);
    const change = difference === 0 ? 0 : difference / (step * magnitude);
    const ratio = change / last;
    const left = oneScale && last > telling ? change * ratio * ratio : (change * ratio) / margin;
    if (change <= tolerance || (change <= trusted && left <= tolerance)) break;
    last = change;
  }
  return sum * step;
}
