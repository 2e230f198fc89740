import { requireBlocks, requireVectors } from "../../check.ts";
import type { Floats, Matrix } from "../../matrix.ts";
import type { PreparedOperator } from "../backend.ts";
import { eachRow, fewestForProduct } from "../each-row.ts";
import { mirrorUpper } from "../mirror.ts";
import type { Instance } from "./instance.ts";
import { entryBytes, view, withScope } from "./scope.ts";

/** Frees the kernel memory of operators that were dropped without `dispose`. */
interface Held {
  readonly instance: Instance;
  readonly address: number;
}

const dropped: FinalizationRegistry<Held> = /* @__PURE__ */ new FinalizationRegistry(
  ({ instance, address }) => instance.heap.free(address),
);

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
    kernels.productF64(
      rows,
      count,
      cols,
      1,
      address,
      8 * cols,
      8,
      x,
      8,
      8 * cols,
      c,
      8 * count,
      0,
      false,
      false,
      scratch,
    );
    const C = instance.f64(c, rows * count);
    for (let i = 0; i < rows; i++) for (let r = 0; r < count; r++) out.data[r * rows + i] = C[i * count + r]!;
  });
}

/** An operator whose matrix lies in kernel memory beside room for one input and one output. */
export function wasmPrepare(instance: Instance, A: Matrix<Floats>, symmetric: boolean): PreparedOperator {
  const { rows, cols, data } = A;
  const { kernels, heap } = instance;
  const long = Math.max(rows, cols);
  const matrixBytes = Math.ceil(data.byteLength / 8) * 8;
  const address = heap.allocate(matrixBytes + 16 * long);
  view(instance, data, address, data.length).set(data);
  const input = address + matrixBytes;
  const output = input + 8 * long;
  const double = data instanceof Float64Array;
  let freed = false;

  const through = (x: Float64Array, out: Float64Array, kernel: () => void): void => {
    if (freed) throw new TypeError("apply: operator must not have been disposed of");
    instance.f64(input, x.length).set(x);
    kernel();
    out.set(instance.f64(output, out.length));
  };
  const gemv = double ? kernels.gemvF64 : kernels.gemvF32;
  const transpose = double ? kernels.gemvTransposeF64 : kernels.gemvTransposeF32;
  const symv = double ? kernels.symvF64 : kernels.symvF32;
  const apply = (x: Float64Array, out: Float64Array): void => {
    requireVectors("apply", x, cols, out, rows);
    through(x, out, () =>
      symmetric
        ? symv(rows, address, cols * entryBytes(data), input, output)
        : gemv(rows, cols, address, input, output),
    );
  };
  const applyTranspose = (x: Float64Array, out: Float64Array): void => {
    requireVectors("applyTranspose", x, rows, out, cols);
    through(x, out, () => transpose(rows, cols, address, input, output));
  };
  let mirrored = !symmetric;
  const applyBlock = (X: Matrix, out: Matrix): void => {
    if (freed) throw new TypeError("applyBlock: operator must not have been disposed of");
    requireBlocks("applyBlock", X, cols, out, rows);
    if (X.rows < fewestForProduct) {
      eachRow(apply, X, out);
      return;
    }
    if (!mirrored) mirrorUpper(rows, instance.f64(address, rows * cols));
    mirrored = true;
    blockProduct(instance, address, rows, cols, X, out);
  };
  const dispose = (): void => {
    if (freed) return;
    freed = true;
    dropped.unregister(operator);
    heap.free(address);
  };
  const operator: PreparedOperator = {
    rows,
    cols,
    apply,
    applyTranspose: symmetric ? apply : applyTranspose,
    ...(double && { applyBlock }),
    dispose,
    [Symbol.dispose]: dispose,
  };
  dropped.register(operator, { instance, address }, operator);
  return operator;
}
