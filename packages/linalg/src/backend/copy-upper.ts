import type { Floats } from "../matrix.ts";

/** A row-major matrix in an array: its first entry and the entries from row to row. */
interface Place {
  readonly data: Floats;
  readonly offset?: number;
  readonly stride: number;
}

/** Copies what is on and above the diagonal of a rows x cols matrix. */
export function copyUpper(rows: number, cols: number, from: Place, to: Place): void {
  const [start, target] = [from.offset ?? 0, to.offset ?? 0];
  for (let i = 0; i < Math.min(rows, cols); i++) {
    const line = start + i * from.stride;
    to.data.set(from.data.subarray(line + i, line + cols), target + i * to.stride + i);
  }
}
