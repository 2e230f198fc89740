import { randomBytes } from "node:crypto";
import { permutation, stream } from "@onsager/random";
import type { Ledger } from "../store/ledger.ts";

/**
 * The positions of the trials without a result, in an order of this process's own: the time left can be told from the first ones,
 * and processes that share a run seldom meet. Results do not depend on the order.
 */
export function openTasks(ledger: Ledger): Int32Array {
  const open = Int32Array.from({ length: ledger.total }, (_, task) => task).filter(
    (task) => !ledger.isDone(task),
  );
  const order = permutation(open.length, stream(randomBytes(8).readBigUInt64LE()));
  return Int32Array.from(order, (at) => open[at]!);
}
