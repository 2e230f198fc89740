import { requireMatrix } from "../check.ts";
import type { Floats, Matrix } from "../matrix.ts";
import { transpose } from "../products.ts";
import { dividedBy, largestEntry } from "../scaling.ts";

/** A cheapest assignment. */
export interface Assignment {
  /** The column of each row, -1 for a row without one. */
  readonly columns: Int32Array;
  /** Sum of the costs of the pairs; infinite where it exceeds the largest number. */
  readonly cost: number;
}

/** Matching and prices so far; index `cols` stands for the row that is being placed. */
interface Matching {
  readonly costs: Float64Array;
  readonly cols: number;
  readonly rowPrice: Float64Array;
  readonly colPrice: Float64Array;
  /** The row of each column, -1 for none. */
  readonly rowOf: Int32Array;
}

/** Costs above this are divided by a power of two, so that sums of all of them are finite. */
const LARGEST = 2 ** 980;
const HEADROOM = 2 ** 44;

/** A shortest path by reduced costs from row `start` to a free column, which it returns; `from` says how each column was reached. */
function shortestPath(matching: Matching, start: number, from: Int32Array): number {
  const { costs, cols, rowPrice, colPrice, rowOf } = matching;
  const distance = new Float64Array(cols).fill(Infinity);
  const done = new Uint8Array(cols + 1);
  let at = cols;
  rowOf[cols] = start;
  while (rowOf[at]! >= 0) {
    done[at] = 1;
    const row = rowOf[at]!;
    let nearest = -1;
    for (let j = 0; j < cols; j++) {
      if (done[j]) continue;
      const length = costs[row * cols + j]! - rowPrice[row]! - colPrice[j]!;
      if (length < distance[j]!) {
        distance[j] = length;
        from[j] = at;
      }
      if (nearest < 0 || distance[j]! < distance[nearest]!) nearest = j;
    }
    raisePrices(matching, done, distance, distance[nearest]!);
    at = nearest;
  }
  return at;
}

/** Moves the prices by `step`: reduced costs stay non-negative, and zero along the path; distances are counted from there on. */
function raisePrices(
  { cols, rowPrice, colPrice, rowOf }: Matching,
  done: Uint8Array,
  distance: Float64Array,
  step: number,
): void {
  rowPrice[rowOf[cols]!]! += step;
  for (let j = 0; j < cols; j++)
    if (done[j]) {
      rowPrice[rowOf[j]!]! += step;
      colPrice[j]! -= step;
    } else distance[j]! -= step;
}

/** The row of each column, for rows <= cols. */
function match(costs: Float64Array, rows: number, cols: number): Int32Array {
  const rowOf = new Int32Array(cols + 1).fill(-1);
  const prices = { rowPrice: new Float64Array(rows), colPrice: new Float64Array(cols) };
  const matching = { costs, cols, ...prices, rowOf };
  const from = new Int32Array(cols + 1);
  for (let row = 0; row < rows; row++) {
    let at = shortestPath(matching, row, from);
    while (at !== cols) {
      rowOf[at] = rowOf[from[at]!]!;
      at = from[at]!;
    }
  }
  return rowOf.subarray(0, cols);
}

/**
 * The assignment of rows to different columns with the least total cost, min(n, m) pairs, by shortest augmenting paths in
 * O(min(n, m)^2 max(n, m)) operations. To match estimated to true directions take minus their absolute or squared overlaps.
 *
 * @param costs - n x m, of either sign
 * @returns the column of each row (-1 for the rows left over when n > m), and the cost
 * @throws TypeError if `costs` is empty, RangeError for NaN or infinite entries
 *
 * Source: R. Jonker, A. Volgenant, A shortest augmenting path algorithm for dense and sparse linear assignment problems (1987).
 */
export function assignment(costs: Matrix<Floats>): Assignment {
  requireMatrix("assignment", "costs", costs);
  const { rows, cols } = costs;
  const scale = largestEntry(costs.data) > LARGEST ? HEADROOM : 1;
  const data = dividedBy(costs.data, scale);
  const columns = new Int32Array(rows).fill(-1);
  if (rows > cols) columns.set(match(transpose(data, rows, cols), cols, rows));
  else for (const [col, row] of match(data, rows, cols).entries()) if (row >= 0) columns[row] = col;
  const cost = columns.reduce((sum, col, row) => (col < 0 ? sum : sum + data[row * cols + col]!), 0);
  return { columns, cost: cost * scale };
}
