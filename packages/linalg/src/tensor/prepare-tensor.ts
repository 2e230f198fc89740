import { backend as defaultBackend } from "../backend/select.ts";
import type { BackendOptions } from "../backend-options.ts";
import type { Matrix } from "../matrix.ts";
import type { PreparedTensor } from "./prepared-tensor.ts";
import { otherSlots, requireSlot, requireTensor, requireVector, type Tensor3 } from "./tensor.ts";

function requireOut(call: string, out: Matrix, rows: number, cols: number): void {
  if (out.rows !== rows || out.cols !== cols)
    throw new TypeError(`${call}: out must be ${rows} x ${cols}, got ${out.rows} x ${out.cols}`);
  requireVector(call, "out.data", out.data, rows * cols);
}

/** The same tensor with the lengths of all arguments checked: kernels write where they are told. */
function checked(tensor: PreparedTensor): PreparedTensor {
  const { shape } = tensor;
  const vectors = (call: string, names: Record<string, readonly [Float64Array, number]>): void => {
    for (const [name, [vector, slot]] of Object.entries(names))
      requireVector(call, name, vector, shape[slot]!);
  };
  return {
    shape,
    contract(slot, first, second, out) {
      requireSlot("contract", "slot", slot);
      const [one, two] = otherSlots(slot);
      vectors("contract", { first: [first, one], second: [second, two], out: [out, slot] });
      tensor.contract(slot, first, second, out);
    },
    contractOne(slot, vector, out) {
      requireSlot("contractOne", "slot", slot);
      const [one, two] = otherSlots(slot);
      vectors("contractOne", { vector: [vector, slot] });
      requireOut("contractOne", out, shape[one], shape[two]);
      tensor.contractOne(slot, vector, out);
    },
    contractAll(u, x, y, out) {
      vectors("contractAll", { u: [u, 0], x: [x, 1], y: [y, 2] });
      vectors("contractAll", { "out[0]": [out[0], 0], "out[1]": [out[1], 1], "out[2]": [out[2], 2] });
      tensor.contractAll(u, x, y, out);
    },
    sweep(x, y, update, out) {
      vectors("sweep", { x: [x, 1], y: [y, 2] });
      requireOut("sweep", out, shape[1], shape[2]);
      tensor.sweep(x, y, update, out);
    },
    dispose: () => tensor.dispose(),
    [Symbol.dispose]: () => tensor.dispose(),
  };
}

/**
 * A 3-tensor in kernel memory, so that repeated contractions copy vectors alone. Free it with `using` or `dispose()`; the garbage
 * collector frees it at the latest.
 *
 * @param tensor - N1 x N2 x N3, f64 or f32 (f32 entries halve memory and traffic; vectors and sums are f64); copied once
 * @param options - `backend`
 * @throws TypeError or RangeError for a tensor that is empty or not finite; RangeError when kernel memory cannot hold it, with the
 *   bytes asked for, in use and allowed
 */
export function prepareTensor(tensor: Tensor3, options: BackendOptions = {}): PreparedTensor {
  const { backend = defaultBackend() } = options;
  requireTensor("prepareTensor", "tensor", tensor);
  return checked(backend.prepareTensor(tensor));
}
