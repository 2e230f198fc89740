import { requireInteger, requireOptions, requirePositive } from "./argument-checks.ts";

/** When to stop refining a grid. */
export interface RefinementOptions {
  /** Change at a refinement, relative to E|f|, at which to stop; default 1e-12. */
  readonly tolerance?: number;
  /**
   * Most nodes of a refined grid along one coordinate; default 24001, or 3001 in two dimensions. The coarsest grid is
   * always used: 8 nodes to a unit, or 4 in two dimensions.
   */
  readonly maximumNodes?: number;
}

const defaultTolerance = 1e-12;
const defaultMaximumNodes = 24001;

/** The options with their defaults, checked. */
export function refinementOptions(call: string, options: RefinementOptions): Required<RefinementOptions> {
  requireOptions(call, options);
  const { tolerance = defaultTolerance, maximumNodes = defaultMaximumNodes } = options;
  requirePositive(call, "tolerance", tolerance);
  requireInteger(call, "maximumNodes", maximumNodes, 1, Number.MAX_SAFE_INTEGER);
  return { tolerance, maximumNodes };
}
