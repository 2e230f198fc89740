import { type Deflated, deflate, type RankOneUpdate } from "./deflate.ts";
import { groupBySide } from "./groups.ts";
import { mergedRows } from "./merged-rows.ts";
import { type Roots, secularRoots } from "./secular.ts";
import { secularVectors } from "./secular-vectors.ts";
import { mergedOrder } from "./sort-order.ts";
import type { Part, Workspace } from "./workspace.ts";

/** Two parts beside each other as one problem: diag(d) + rho z z^T over their rows. */
export interface Joined extends RankOneUpdate {
  readonly start: number;
  /** Order of the first part. */
  readonly m: number;
  /** Order of both. */
  readonly size: number;
  /** Columns in which a row has entries: 1 for those of the first part, 2 for those of the second, 3 for all. */
  readonly sides: Uint8Array;
  /** Rows by increasing value. */
  readonly order: Int32Array;
}

/** Rotates rows i and j of a part: c i + s j over i, c j - s i over j. */
function rotateRows(
  { rows, n }: Workspace,
  { start, size }: { readonly start: number; readonly size: number },
  [i, j]: readonly [number, number],
  [c, s]: readonly [number, number],
): void {
  const [upper, lower] = [(start + i) * n + start, (start + j) * n + start];
  for (let k = 0; k < size; k++) {
    const a = rows[upper + k]!;
    const b = rows[lower + k]!;
    rows[upper + k] = c * a + s * b;
    rows[lower + k] = c * b - s * a;
  }
}

/** The weights of the coupling between two parts: the last column of the first, and with its sign the first of the second. */
function weights({ rows, n }: Workspace, start: number, m: number, size: number, sign: number): Float64Array {
  const column = start + m;
  const z = new Float64Array(size);
  for (let i = 0; i < m; i++) z[i] = rows[(start + i) * n + column - 1]!;
  for (let i = m; i < size; i++) z[i] = sign * rows[(start + i) * n + column]!;
  return z;
}

/** The update is rho u u^T, u being the last unit vector of the first part plus sign(coupling) times the first of the second. */
function join(workspace: Workspace, first: Part, second: Part, coupling: number): Joined {
  const { start } = first;
  const m = first.values.length;
  const size = m + second.values.length;
  const d = new Float64Array(size);
  d.set(first.values);
  d.set(second.values, m);
  const sides = new Uint8Array(size).fill(1, 0, m).fill(2, m);
  const order = mergedOrder(
    d,
    first.order,
    second.order.map((i) => m + i),
  );
  const rotate = (i: number, j: number, c: number, s: number): void => {
    rotateRows(workspace, { start, size }, [i, j], [c, s]);
    sides[i] = sides[j] = sides[i]! | sides[j]!;
  };
  const z = weights(workspace, start, m, size, Math.sign(coupling) || 1);
  return { start, m, size, d, z, rho: Math.abs(coupling), sides, order, rotate };
}

/** Eigenvalues of the roots, then those that were settled by deflation, and their order. */
function mergedValues(
  poles: Float64Array,
  { pole, offset }: Roots,
  { settled }: Deflated,
  d: Float64Array,
): Pick<Part, "values" | "order"> {
  const k = poles.length;
  const values = new Float64Array(k + settled.length);
  for (let j = 0; j < k; j++) values[j] = poles[pole[j]!]! + offset[j]!;
  for (let to = 0; to < settled.length; to++) values[k + to] = d[settled[to]!]!;
  const rest = Array.from(settled.keys(), (to) => k + to).sort((i, j) => values[i]! - values[j]!);
  return { values, order: mergedOrder(values, Array.from(poles.keys()), rest) };
}

/** Eigenpairs of two parts that lie beside each other and are coupled. */
export function merge(workspace: Workspace, first: Part, second: Part, coupling: number): Part {
  const joined = join(workspace, first, second, coupling);
  const deflated = deflate(joined, joined.order);
  const poles = Float64Array.from(deflated.active, (i) => joined.d[i]!);
  const z = Float64Array.from(deflated.active, (i) => joined.z[i]!);
  const roots = secularRoots(
    poles,
    z.map((weight) => joined.rho * weight * weight),
  );
  const groups = groupBySide(deflated.active, joined.sides);
  secularVectors(poles, z, roots, groups.order, workspace.inner);
  mergedRows(workspace, joined, deflated, groups);
  return {
    start: joined.start,
    ...mergedValues(poles, roots, deflated, joined.d),
    iterations: first.iterations + second.iterations + roots.iterations,
    residual: Math.max(first.residual, second.residual, roots.residual),
  };
}
