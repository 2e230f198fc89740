import type { Floats, Matrix } from "../../matrix.ts";
import type { PreparedOperator } from "../backend.ts";
import { preparedOperator } from "../prepared-operator.ts";

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
  const A: Matrix<Floats> = { rows, cols, data: data.slice() };
  const [forth, back] = symmetric ? [multiplySymmetric, multiplySymmetric] : [multiply, multiplyTranspose];
  return preparedOperator({
    rows,
    cols,
    multiply: (x, out) => forth(A, x, out),
    multiplyTranspose: (x, out) => back(A, x, out),
  });
}
