import { type Integrand, type IntegrateOptions, integrateBlocks } from "./integrate-blocks.ts";
import { blockSize, type Rule } from "./rule.ts";

/** The integral of f by a rule whose step is halved until the error is negligible; see `integrateBlocks`. */
export function integrate(rule: Rule, f: (x: number) => number, options: IntegrateOptions = {}): number {
  return integrateBlocks(rule, pointwise(f), options);
}

/** The integrand of a function of one number. */
export function pointwise(f: (x: number) => number): Integrand {
  const values = new Float64Array(blockSize);
  return (nodes) => {
    for (let i = 0; i < nodes.length; i++) values[i] = f(nodes[i]!);
    return values;
  };
}
