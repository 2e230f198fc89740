import type { View } from "./backend.ts";

/** The contiguous lines of a view, its rows or its columns: line i is `length` entries from `start + i stride` on. */
export interface Lines {
  readonly start: number;
  readonly count: number;
  readonly length: number;
  readonly stride: number;
  /** Whether the lines are the view's rows. */
  readonly rows: boolean;
}

/** The lines of a `rows x cols` view, or undefined where neither stride is one. */
export function viewLines(
  { offset = 0, rowStride, colStride }: View,
  rows: number,
  cols: number,
): Lines | undefined {
  if (colStride === 1) return { start: offset, count: rows, length: cols, stride: rowStride, rows: true };
  if (rowStride === 1) return { start: offset, count: cols, length: rows, stride: colStride, rows: false };
  return undefined;
}

/** Whether A (m x k) and B (k x n) are the same lines of one array: equal, or each the transpose of the other. */
export function sameLines(A: View, [m, k]: readonly [number, number], B: View, n: number): boolean {
  if (A.data !== B.data) return false;
  const [a, b] = [viewLines(A, m, k), viewLines(B, k, n)];
  if (a === undefined || b === undefined) return false;
  return (["start", "count", "length", "stride"] as const).every((key) => a[key] === b[key]);
}
