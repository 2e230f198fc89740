import { requireFiniteArray, requireFunction } from "./argument-checks.ts";
import { checkedValue } from "./checked-value.ts";
import type { LinkFunction } from "./link.ts";
import { refine } from "./refine.ts";
import { refinementOptions } from "./refinement-options.ts";
import { exactSample } from "./sample.ts";

/** A second moment that refinements still change by more than this diverges; undeclared jumps stay far below. */
const divergence = 2e-2;

/** Requires a link with finite kinks that is square-integrable under N(0, 1), and gives E[g^2]. */
export function requireLink(call: string, link: LinkFunction): number {
  requireFunction(call, "link.apply", link?.apply);
  const { kinks = [] } = link;
  requireFiniteArray(call, "link.kinks", kinks);
  const square = (z: number) => exactSample(checkedValue(call, "link.apply", link.apply(z), z) ** 2);
  const { value, convergence } = refine(square, kinks, refinementOptions(call, {}));
  if (convergence.residual <= divergence) return value;
  const got = `E[g^2] that does not converge (residual ${convergence.residual})`;
  throw new RangeError(`${call}: link must be seen to be square-integrable under N(0, 1), got ${got}`);
}
