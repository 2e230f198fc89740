/**
 * How a run ended: `converged`; `iterationLimit`; `diverged` (NaN, or estimates beyond 1000 times the prior's second moment: the
 * last finite state is given); `uninformative` (at the zero fixed point: every estimate's mean square below 1e-6).
 */
export type Status = "converged" | "iterationLimit" | "diverged" | "uninformative";
