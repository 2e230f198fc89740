import { requireFunction } from "../argument-checks.ts";
import { disposal } from "../backend/disposal.ts";
import { type BackendOptions, backendOf } from "../backend-options.ts";
import { shownShape } from "../check.ts";
import type { Matrix } from "../matrix.ts";
import { withinMemory } from "../within-memory.ts";
import type { PreparedTensor } from "./prepared-tensor.ts";
import { otherSlots, requireSlot, requireTensor, requireVector, type Tensor3 } from "./tensor.ts";

function requireOut(call: string, out: Matrix, rows: number, cols: number): void {
  if (out?.rows !== rows || out.cols !== cols)
    throw new TypeError(`${call}: out must be ${rows} x ${cols}, got ${shownShape(out)}`);
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
      for (const slot of [0, 1, 2] as const)
        vectors("contractAll", { [`out[${slot}]`]: [out?.[slot], slot] });
      tensor.contractAll(u, x, y, out);
    },
    sweep(x, y, update, out) {
      vectors("sweep", { x: [x, 1], y: [y, 2] });
      requireFunction("sweep", "update", update);
      requireOut("sweep", out, shape[1], shape[2]);
      tensor.sweep(x, y, update, out);
    },
    ...disposal(() => tensor.dispose()),
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
  const backend = backendOf("prepareTensor", options);
  requireTensor("prepareTensor", "tensor", tensor);
  return checked(withinMemory("prepareTensor", () => backend.prepareTensor(tensor)));
}
