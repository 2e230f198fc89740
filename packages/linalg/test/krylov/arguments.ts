import { stream } from "@onsager/random";
import type { Backend } from "../../src/backend/backend.ts";
import { gemm, type Matrix, type TransposableOperator } from "../../src/index.ts";
import { type Argument, fields, matrix, noFractions, noSizes, required } from "../arguments.ts";
import { gaussianMatrix } from "../backends.ts";

/** A source that gives the same numbers at every call. */
const sameNormals = { fillNormal: (out: Float64Array) => stream(17).fillNormal(out, 0) };

/** A matrix as an operator that knows its products alone. */
function operator(A: Matrix, backend: Backend): TransposableOperator {
  const product = (x: Float64Array, out: Float64Array, transposeA: boolean): void => {
    out.set(gemm(A, { rows: x.length, cols: 1, data: x }, { transposeA, backend }).data);
  };
  return {
    rows: A.rows,
    cols: A.cols,
    apply: (x, out) => product(x, out, false),
    applyTranspose: (x, out) => product(x, out, true),
  };
}

/** The arguments of a Krylov method for two pairs of a matrix with 6 columns. */
export function krylovArguments(
  A: Matrix,
  backend: Backend,
  wrongOperators: Readonly<Record<string, readonly unknown[]>>,
  wrongOptions: Readonly<Record<string, readonly unknown[]>> = {},
): readonly Argument[] {
  const good = { count: 2, block: 3, maximumPasses: 50, maximumBasis: 12, tolerance: 1e-6, backend };
  const wrongStarts = matrix(gaussianMatrix("start", 2, 6), { narrow: gaussianMatrix("start", 2, 5) }).bad;
  const options = required(good, {
    count: [...noSizes, undefined, 7],
    block: [...noSizes, 7],
    maximumPasses: noSizes,
    maximumBasis: [...noSizes, 5],
    tolerance: noFractions,
    start: Object.values(wrongStarts).slice(1),
    ...wrongOptions,
  });
  const operators = fields(operator(A, backend), { apply: [undefined, 1], rows: noSizes, cols: noSizes });
  const others = fields(operator(A, backend), wrongOperators);
  return [
    { good: operator(A, backend), bad: { undefined, null: null, ...operators, ...others } },
    options,
    { good: sameNormals, bad: { null: null, "a number": 3, ...fields({}, { fillNormal: [undefined, 1] }) } },
  ];
}
