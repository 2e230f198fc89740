import type { Floats, Matrix } from "../../matrix.ts";
import type { PreparedOperator } from "../backend.ts";
import { mirrorUpper } from "../mirror.ts";
import { type HeldMatrix, preparedOperator } from "../prepared-operator.ts";
import { freeBlock, freeWhenDropped } from "./held-block.ts";
import type { Instance } from "./instance.ts";
import { entryBytes, view, withScope } from "./scope.ts";

/** out = X A^T for the f64 matrix at `address`: C = A X^T by the packed kernel, which reads A once, and then out = C^T. */
function blockProduct(
  instance: Instance,
  address: number,
  rows: number,
  cols: number,
  X: Matrix,
  out: Matrix,
): void {
  const count = X.rows;
  withScope(instance, ({ block, copyIn }) => {
    const x = copyIn(X.data);
    const c = block(8 * rows * count);
    const { kernels, scratch } = instance;
    const [A, transpose] = [[address, 8 * cols, 8] as const, [x, 8, 8 * cols] as const];
    kernels.productF64(rows, count, cols, 1, ...A, ...transpose, c, 8 * count, 0, false, false, scratch);
    const C = instance.f64(c, rows * count);
    for (let i = 0; i < rows; i++) for (let r = 0; r < count; r++) out.data[r * rows + i] = C[i * count + r]!;
  });
}

/** A matrix in kernel memory, and behind it room for one input and one output. */
interface Stored {
  readonly address: number;
  readonly input: number;
  readonly output: number;
}

function store(instance: Instance, { rows, cols, data }: Matrix<Floats>): Stored {
  const vectorBytes = 8 * Math.max(rows, cols);
  const matrixBytes = Math.ceil(data.byteLength / 8) * 8;
  const address = instance.heap.allocate(matrixBytes + 2 * vectorBytes);
  view(instance, data, address, data.length).set(data);
  const input = address + matrixBytes;
  return { address, input, output: input + vectorBytes };
}

/** The products with one vector by the kernels of the kind of `A`. */
function vectorProducts(
  instance: Instance,
  { rows, cols, data }: Matrix<Floats>,
  { address, input, output }: Stored,
  symmetric: boolean,
): Pick<HeldMatrix, "multiply" | "multiplyTranspose"> {
  const { kernels } = instance;
  const double = data instanceof Float64Array;
  const gemv = double ? kernels.gemvF64 : kernels.gemvF32;
  const gemvTranspose = double ? kernels.gemvTransposeF64 : kernels.gemvTransposeF32;
  const symv = double ? kernels.symvF64 : kernels.symvF32;
  const stride = cols * entryBytes(data);
  const through = (kernel: () => void, x: Float64Array, out: Float64Array): void => {
    instance.f64(input, x.length).set(x);
    kernel();
    out.set(instance.f64(output, out.length));
  };
  const forth = symmetric
    ? () => symv(rows, address, stride, input, output)
    : () => gemv(rows, cols, address, input, output);
  const back = symmetric ? forth : () => gemvTranspose(rows, cols, address, input, output);
  return {
    multiply: (x, out) => through(forth, x, out),
    multiplyTranspose: (x, out) => through(back, x, out),
  };
}

/** An operator whose matrix lies in kernel memory; single precision has no products with blocks. */
export function wasmPrepare(instance: Instance, A: Matrix<Floats>, symmetric: boolean): PreparedOperator {
  const { rows, cols, data } = A;
  const stored = store(instance, A);
  const { address } = stored;
  const block = { instance, address };
  let mirrored = !symmetric;
  const multiplyBlock = (X: Matrix, out: Matrix): void => {
    if (!mirrored) mirrorUpper(rows, instance.f64(address, rows * cols));
    mirrored = true;
    blockProduct(instance, address, rows, cols, X, out);
  };
  const held: HeldMatrix = {
    rows,
    cols,
    ...vectorProducts(instance, A, stored, symmetric),
    ...(data instanceof Float64Array && { multiplyBlock }),
    free: () => freeBlock(block),
  };
  return preparedOperator(freeWhenDropped(held, block));
}
