import { rowMajor } from "../products.ts";
import type { Deflated } from "./deflate.ts";
import type { Groups } from "./groups.ts";
import type { Joined } from "./merge.ts";
import type { Workspace } from "./workspace.ts";

/** Rows of a part, restricted to `width` of its columns from `column` on. */
interface Selection {
  readonly indices: ArrayLike<number>;
  readonly column: number;
  readonly width: number;
}

/** Half of the columns and the active rows with entries there, which belong to the columns of `inner` from `first` on. */
interface Half extends Selection {
  readonly first: number;
}

/** The two halves of the columns. */
function halvesOf(
  { m, size }: Joined,
  { active }: Deflated,
  { order, first, second }: Groups,
): readonly [Half, Half] {
  const k = active.length;
  const grouped = order.map((place) => active[place]!);
  return [
    { indices: grouped.subarray(0, first), column: 0, width: m, first: 0 },
    { indices: grouped.subarray(k - second), column: m, width: size - m, first: k - second },
  ];
}

/** Copies rows of the part from `start` on to place `to`, where products read them; the place behind the copies. */
function gather(
  { rows, gathered, n }: Workspace,
  start: number,
  { indices, column, width }: Selection,
  to: number,
): number {
  for (let i = 0; i < indices.length; i++) {
    const from = (start + indices[i]!) * n + start + column;
    gathered.set(rows.subarray(from, from + width), to + i * width);
  }
  return to + indices.length * width;
}

/** The k merged rows in one half of the columns, from the rows gathered at `from`. */
function multiply(workspace: Workspace, start: number, k: number, half: Half, from: number): void {
  const { backend, rows, gathered, inner, n } = workspace;
  const { indices, column, width, first } = half;
  const factors = { A: rowMajor(inner, k, first), B: rowMajor(gathered, width, from) };
  const target = { C: rows, cOffset: start * n + start + column, cStride: n };
  backend.product({ m: k, n: width, k: indices.length, alpha: 1, ...factors, ...target });
}

/** Writes the settled rows, gathered at `from`, below the k merged ones. */
function putSettled(
  { rows, gathered, n }: Workspace,
  { start, size }: Joined,
  k: number,
  from: number,
): void {
  for (let i = k, at = from; i < size; i++, at += size)
    rows.set(gathered.subarray(at, at + size), (start + i) * n + start);
}

/**
 * Replaces the rows of two joined parts by those of the merged one: the secular vectors, whose columns are grouped, times the active
 * rows, then the settled rows. Each half of the columns is a product of the rows that have entries there.
 */
export function mergedRows(workspace: Workspace, joined: Joined, deflated: Deflated, groups: Groups): void {
  const { start, size } = joined;
  const k = deflated.active.length;
  const [left, right] = halvesOf(joined, deflated, groups);
  const middle = gather(workspace, start, left, 0);
  const end = gather(workspace, start, right, middle);
  gather(workspace, start, { indices: deflated.settled, column: 0, width: size }, end);
  multiply(workspace, start, k, left, 0);
  multiply(workspace, start, k, right, middle);
  putSettled(workspace, joined, k, end);
}
