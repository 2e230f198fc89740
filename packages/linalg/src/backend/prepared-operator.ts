import { requireBlocks, requireVectors } from "../check.ts";
import type { Matrix } from "../matrix.ts";
import type { PreparedOperator } from "./backend.ts";
import { kept } from "./kept.ts";

/** A matrix A that a backend holds, and its products, which need not check lengths. */
export interface HeldMatrix {
  readonly rows: number;
  readonly cols: number;
  /** out = A x. */
  multiply(x: Float64Array, out: Float64Array): void;
  /** out = A^T x. */
  multiplyTranspose(x: Float64Array, out: Float64Array): void;
  /** Row i of `out` = A times row i of `X`, in one pass over A. */
  readonly multiplyBlock?: (X: Matrix, out: Matrix) => void;
  /** Gives up what the garbage collector does not reach; called once, and no product after it. */
  free?(): void;
}

/** Blocks of fewer vectors are cheaper one by one: a packed product reads and writes the whole matrix once more. */
const FEWEST_FOR_BLOCK = 8;

/** x, or a copy where writing `out` might change it. */
function apart(x: Float64Array, out: Float64Array): Float64Array {
  return x.buffer === out.buffer ? x.slice() : x;
}

/** Row i of `out` = `apply` of row i of `X`. */
function eachRow(apply: (x: Float64Array, out: Float64Array) => void, X: Matrix, out: Matrix): void {
  for (let i = 0; i < X.rows; i++)
    apply(X.data.subarray(i * X.cols, (i + 1) * X.cols), out.data.subarray(i * out.cols, (i + 1) * out.cols));
}

/** The operator of a held matrix: it checks lengths, refuses products once it is disposed of, and takes large blocks in one pass. */
export function preparedOperator(held: HeldMatrix): PreparedOperator {
  const { rows, cols } = held;
  const { get, ...disposal } = kept("operator", held, ({ free }) => free?.());
  const apply = (x: Float64Array, out: Float64Array): void => {
    requireVectors("apply", x, cols, out, rows);
    get("apply").multiply(apart(x, out), out);
  };
  const applyTranspose = (x: Float64Array, out: Float64Array): void => {
    requireVectors("applyTranspose", x, rows, out, cols);
    get("applyTranspose").multiplyTranspose(apart(x, out), out);
  };
  const applyBlock = (X: Matrix, out: Matrix): void => {
    requireBlocks("applyBlock", X, cols, out, rows);
    const { multiplyBlock } = get("applyBlock");
    if (multiplyBlock === undefined || X.rows < FEWEST_FOR_BLOCK) eachRow(apply, X, out);
    else multiplyBlock({ ...X, data: apart(X.data, out.data) }, out);
  };
  const blocks = held.multiplyBlock && { applyBlock };
  return { rows, cols, apply, applyTranspose, ...blocks, ...disposal };
}
