import { requireInteger } from "./argument-checks.ts";

/** How much a reader may make out of a file that it does not trust. */
export interface Limits {
  /** Most bytes that the decoded data may take, a positive integer; default 2^30 (1 GiB). A larger file is refused before it is decoded. */
  readonly maxBytes?: number;
}

/** What is left of a limit: each call takes some bytes off, and refuses the file when there are not as many. */
export type Budget = (bytes: number) => void;

/** The budget that a reader's limits give it. */
export function budgetOf(call: string, limits: Limits): Budget {
  const { maxBytes = 2 ** 30 } = limits;
  requireInteger(call, "maxBytes", maxBytes, 1, Number.MAX_SAFE_INTEGER);
  let spent = 0;
  return (bytes) => {
    spent += bytes;
    if (spent <= maxBytes) return;
    throw new RangeError(
      `${call}: decoded data must take at most maxBytes = ${maxBytes} bytes, got ${spent}`,
    );
  };
}
