import type { PreparedTensor } from "../../tensor/prepared-tensor.ts";
import { otherSlots, type Slot, type Tensor3 } from "../../tensor/tensor.ts";
import { kept } from "../kept.ts";

/** Calls `visit` for every entry, the indices in an array that is reused. */
function each({ shape, data }: Tensor3, visit: (entry: number, index: Record<Slot, number>) => void): void {
  const index = { 0: 0, 1: 0, 2: 0 };
  let at = 0;
  for (index[0] = 0; index[0] < shape[0]; index[0]++)
    for (index[1] = 0; index[1] < shape[1]; index[1]++)
      for (index[2] = 0; index[2] < shape[2]; index[2]++) visit(data[at++]!, index);
}

function contract(
  tensor: Tensor3,
  slot: Slot,
  first: Float64Array,
  second: Float64Array,
  out: Float64Array,
): void {
  const [one, two] = otherSlots(slot);
  out.fill(0);
  each(tensor, (entry, index) => {
    out[index[slot]]! += entry * first[index[one]]! * second[index[two]]!;
  });
}

function contractOne(tensor: Tensor3, slot: Slot, vector: Float64Array, out: Float64Array): void {
  const [row, col] = otherSlots(slot);
  const cols = tensor.shape[col];
  out.fill(0);
  each(tensor, (entry, index) => {
    out[index[row] * cols + index[col]]! += entry * vector[index[slot]]!;
  });
}

/** Contractions by their definitions, of a copy of the tensor. */
export function referencePrepareTensor({ shape, data }: Tensor3): PreparedTensor {
  const { get, ...disposal } = kept<Tensor3>("tensor", { shape, data: data.slice() });
  return {
    shape,
    contract: (slot, first, second, out) => contract(get("contract"), slot, first, second, out),
    contractOne: (slot, vector, out) => contractOne(get("contractOne"), slot, vector, out.data),
    contractAll(u, x, y, out) {
      const tensor = get("contractAll");
      contract(tensor, 0, x, y, out[0]);
      contract(tensor, 1, u, y, out[1]);
      contract(tensor, 2, u, x, out[2]);
    },
    sweep(x, y, update, out) {
      const forms = new Float64Array(shape[0]);
      contract(get("sweep"), 0, x, y, forms);
      const u = forms.map((form, i) => update(i, form));
      contractOne(get("sweep"), 0, u, out.data);
    },
    ...disposal,
  };
}
