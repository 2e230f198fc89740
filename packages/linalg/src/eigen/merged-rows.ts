import { rowMajor } from "../decompositions/products.ts";
import type { Deflated } from "./deflate.ts";
import type { Groups } from "./groups.ts";
import type { Joined } from "./merge.ts";
import type { Workspace } from "./workspace.ts";

/** Rows of a part, restricted to `width` of its columns from `column` on, and where their copies go. */
interface Selection {
  readonly indices: ArrayLike<number>;
  readonly column: number;
  readonly width: number;
  readonly to: number;
}

/** Copies rows of the part from `start` on to where products read them; the place behind the copies. */
function gather(
  { rows, gathered, n }: Workspace,
  start: number,
  { indices, column, width, to }: Selection,
): number {
  let at = to;
  for (let i = 0; i < indices.length; i++, at += width) {
    const from = (start + indices[i]!) * n + start + column;
    gathered.set(rows.subarray(from, from + width), at);
  }
  return at;
}

/** Writes the settled rows, gathered from place `from` on, below the k merged ones. */
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
export function mergedRows(
  workspace: Workspace,
  joined: Joined,
  { active, settled }: Deflated,
  { order, first, second }: Groups,
): void {
  const { backend, rows, gathered, inner, n } = workspace;
  const { start, m, size } = joined;
  const k = active.length;
  const grouped = order.map((place) => active[place]!);
  const halves = [
    { indices: grouped.subarray(0, first), column: 0, width: m },
    { indices: grouped.subarray(k - second), column: m, width: size - m },
  ];
  const ends = [0];
  for (const half of halves) ends.push(gather(workspace, start, { ...half, to: ends.at(-1)! }));
  gather(workspace, start, { indices: settled, column: 0, width: size, to: ends[2]! });
  for (const [i, { indices, column, width }] of halves.entries())
    backend.product({
      m: k,
      n: width,
      k: indices.length,
      alpha: 1,
      A: rowMajor(inner, k, i === 0 ? 0 : k - second),
      B: rowMajor(gathered, width, ends[i]!),
      C: rows,
      cOffset: start * n + start + column,
      cStride: n,
    });
  putSettled(workspace, joined, k, ends[2]!);
}
