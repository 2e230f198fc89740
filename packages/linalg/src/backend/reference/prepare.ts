import { requireVectors } from "../../check.ts";
import type { Floats, Matrix } from "../../matrix.ts";
import type { PreparedOperator } from "../backend.ts";

type Multiply = (A: Matrix<Floats>, x: Float64Array, out: Float64Array) => void;

const multiply: Multiply = ({ rows, cols, data }, x, out) => {
  for (let i = 0; i < rows; i++) {
    let sum = 0;
    for (let j = 0, at = i * cols; j < cols; j++) sum += data[at + j]! * x[j]!;
    out[i] = sum;
  }
};

const multiplyTranspose: Multiply = ({ rows, cols, data }, x, out) => {
  out.fill(0);
  for (let i = 0; i < rows; i++) {
    const xi = x[i]!;
    for (let j = 0, at = i * cols; j < cols; j++) out[j]! += data[at + j]! * xi;
  }
};

/** Reads the upper triangle: each entry off the diagonal serves twice. */
const multiplySymmetric: Multiply = ({ rows, data }, x, out) => {
  out.fill(0);
  for (let i = 0; i < rows; i++) {
    const row = i * rows;
    let sum = data[row + i]! * x[i]!;
    for (let j = i + 1; j < rows; j++) {
      sum += data[row + j]! * x[j]!;
      out[j]! += data[row + j]! * x[i]!;
    }
    out[i]! += sum;
  }
};

/** An operator on a copy of the matrix. */
export function referencePrepare({ rows, cols, data }: Matrix<Floats>, symmetric: boolean): PreparedOperator {
  const A = { rows, cols, data: data.slice() };
  let freed = false;
  const through = (product: Multiply, x: Float64Array, out: Float64Array): void => {
    if (freed) throw new TypeError("apply: operator must not have been disposed of");
    product(A, x, out);
  };
  const dispose = (): void => {
    freed = true;
  };
  return {
    rows,
    cols,
    apply(x, out) {
      requireVectors("apply", x, cols, out, rows);
      through(symmetric ? multiplySymmetric : multiply, x, out);
    },
    applyTranspose(x, out) {
      requireVectors("applyTranspose", x, rows, out, cols);
      through(symmetric ? multiplySymmetric : multiplyTranspose, x, out);
    },
    dispose,
    [Symbol.dispose]: dispose,
  };
}
