import type { Rule } from "./rule.ts";

/** Gives values at up to `blockSize` nodes, in an array that may be longer and used again. */
export type Integrand = (nodes: Float64Array) => Float64Array;

/** When to stop halving the step. */
export interface IntegrateOptions {
  /** Error, relative to the integral of |f|; default 1e-13. */
  readonly tolerance?: number;
  /** Most halvings of the step; default 10. Without any the rule is used as it is. */
  readonly halvings?: number | undefined;
}

/** Changes larger than this say nothing about the next. */
const trusted = 1e-4;
/** A margin for changes that are small by chance, and for features that hide behind others. */
const margin = 1e-3;

/**
 * The integral of f by a rule whose step is halved, more than once, until the error is negligible. Errors e^{-c/h} square at each
 * halving; counted on, with a margin, is that the next change is to the last as this one to the one before. Integrands with kinks get
 * as far as the halvings go.
 */
export function integrateBlocks(
  rule: Rule,
  f: Integrand,
  { tolerance = 1e-13, halvings = 10 }: IntegrateOptions = {},
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
    const next = (change * change) / last;
    if (level > 1 && (change <= tolerance || (change <= trusted && next <= margin * tolerance))) break;
    last = level > 1 ? change : 0;
  }
  return sum * step;
}
