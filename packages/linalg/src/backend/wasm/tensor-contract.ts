import type { Slot, Tensor3 } from "../../tensor/tensor.ts";
import type { Instance } from "./instance.ts";
import type { AddRows, Bilinear, Gemv, MultiplyBoth } from "./kernels.ts";
import { withScope } from "./scope.ts";

/** A tensor in kernel memory and the kernels of its kind of entries. */
export interface StoredTensor {
  readonly instance: Instance;
  readonly shape: Tensor3["shape"];
  readonly address: number;
  readonly entryBytes: number;
  readonly multiplyRows: Gemv;
  readonly combineRows: Gemv;
  readonly addRows: AddRows;
  readonly bilinear: Bilinear;
  readonly multiplyBoth: MultiplyBoth;
}

/** Entries of the result that are finished before the next: half a second-level cache, and long runs through memory. */
const COLUMNS = 65_536;

/** The products u_i x_j, row after row. */
function outer(u: Float64Array, x: Float64Array): Float64Array {
  const products = new Float64Array(u.length * x.length);
  for (let i = 0, at = 0; i < u.length; i++)
    for (let j = 0; j < x.length; j++) products[at++] = u[i]! * x[j]!;
  return products;
}

/** T(u, x, .): the transposed product of the (N1 N2) x N3 matrix with u x^T. */
function contractRows(tensor: StoredTensor, u: Float64Array, x: Float64Array, out: Float64Array): void {
  const { instance, shape, address, combineRows } = tensor;
  withScope(instance, ({ block, copyIn }) => {
    const weights = copyIn(outer(u, x));
    const result = block(out.byteLength);
    combineRows(shape[0] * shape[1], shape[2], address, weights, result);
    out.set(instance.f64(result, out.length));
  });
}

/** T(., x, y) or T(u, ., y), from the N1 x N2 matrix T(., ., y). */
function contractMatrix(
  { instance, shape, address, multiplyRows }: StoredTensor,
  slot: 0 | 1,
  first: Float64Array,
  y: Float64Array,
  out: Float64Array,
): void {
  const { gemvF64, gemvTransposeF64 } = instance.kernels;
  const finish = slot === 0 ? gemvF64 : gemvTransposeF64;
  withScope(instance, ({ block, copyIn }) => {
    const [vector, ys] = [copyIn(first), copyIn(y)];
    const rows = block(8 * shape[0] * shape[1]);
    const result = block(out.byteLength);
    multiplyRows(shape[0] * shape[1], shape[2], address, ys, rows);
    finish(shape[0], shape[1], rows, vector, result);
    out.set(instance.f64(result, out.length));
  });
}

/** T(., x, y), T(u, ., y) or T(u, x, .). */
export function tensorContract(
  tensor: StoredTensor,
  slot: Slot,
  first: Float64Array,
  second: Float64Array,
  out: Float64Array,
): void {
  if (slot === 2) contractRows(tensor, first, second, out);
  else contractMatrix(tensor, slot, first, second, out);
}

/** The three contractions: every row of the (N1 N2) x N3 matrix serves T(., ., y) and T(u, x, .) at once. */
export function tensorContractAll(
  tensor: StoredTensor,
  u: Float64Array,
  x: Float64Array,
  y: Float64Array,
  out: readonly [Float64Array, Float64Array, Float64Array],
): void {
  const { instance, shape, address, multiplyBoth } = tensor;
  const [N1, N2, N3] = shape;
  withScope(instance, ({ block, copyIn }) => {
    const vectors = [copyIn(u), copyIn(x), copyIn(y), copyIn(outer(u, x))] as const;
    const rows = block(8 * N1 * N2);
    const results = out.map((vector) => block(vector.byteLength)) as [number, number, number];
    multiplyBoth(N1 * N2, N3, address, vectors[2], vectors[3], rows, results[2]);
    instance.kernels.gemvF64(N1, N2, rows, vectors[1], results[0]);
    instance.kernels.gemvTransposeF64(N1, N2, rows, vectors[0], results[1]);
    for (const slot of [0, 1, 2] as const) out[slot].set(instance.f64(results[slot], shape[slot]));
  });
}

/** out += sum_i u_i T_i. */
function addSlices(
  { shape: [N1, N2, N3], address, entryBytes, addRows }: StoredTensor,
  u: number,
  out: number,
): void {
  const length = N2 * N3;
  for (let at = 0; at < length; at += COLUMNS)
    addRows(
      N1,
      Math.min(COLUMNS, length - at),
      address + at * entryBytes,
      length * entryBytes,
      u,
      out + 8 * at,
    );
}

/** T(u, ., .), T(., x, .) or T(., ., y). */
export function tensorContractOne(
  tensor: StoredTensor,
  slot: Slot,
  vector: Float64Array,
  out: Float64Array,
): void {
  const { instance, shape, address, entryBytes, multiplyRows, combineRows } = tensor;
  const [N1, N2, N3] = shape;
  withScope(instance, ({ block, copyIn }) => {
    const v = copyIn(vector);
    const result = block(out.byteLength);
    if (slot === 0) {
      instance.f64(result, out.length).fill(0);
      addSlices(tensor, v, result);
    } else if (slot === 1)
      for (let i = 0; i < N1; i++)
        combineRows(N2, N3, address + i * N2 * N3 * entryBytes, v, result + 8 * i * N3);
    else multiplyRows(N1 * N2, N3, address, v, result);
    out.set(instance.f64(result, out.length));
  });
}
