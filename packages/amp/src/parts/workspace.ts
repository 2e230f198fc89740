import { blockSize } from "../quadrature/rule.ts";
import { allocatePosteriors, type Posteriors } from "./posteriors.ts";

/** Arrays for a block of fields. */
export interface Workspace {
  /** Observations; free for values made from them. */
  readonly y: Float64Array;
  readonly fields: Float64Array;
  /** Posteriors of the mixture. */
  readonly total: Posteriors;
  /** Posteriors of one part. */
  readonly own: Posteriors;
}

/** Runs a function that needs a workspace. */
export type Borrow = <Result>(use: (workspace: Workspace) => Result) => Result;

/** Workspaces kept for the next call: allocation would cost more than a short integral. Calls within calls get their own. */
export function workspaces(): Borrow {
  const free: Workspace[] = [];
  return (use) => {
    const workspace = free.pop() ?? allocate();
    try {
      return use(workspace);
    } finally {
      free.push(workspace);
    }
  };
}

function allocate(): Workspace {
  return {
    y: new Float64Array(blockSize),
    fields: new Float64Array(blockSize),
    total: allocatePosteriors(),
    own: allocatePosteriors(),
  };
}
