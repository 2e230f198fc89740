import type { PreparedTensor } from "../../tensor/prepared-tensor.ts";
import type { Tensor3 } from "../../tensor/tensor.ts";
import { kept } from "../kept.ts";
import { freeBlock, freeWhenDropped } from "./held-block.ts";
import type { Instance } from "./instance.ts";
import { view } from "./scope.ts";
import {
  type StoredTensor,
  tensorContract,
  tensorContractAll,
  tensorContractOne,
} from "./tensor-contract.ts";
import { tensorSweep } from "./tensor-sweep.ts";

/** Copies the tensor into kernel memory. */
function store(instance: Instance, { shape, data }: Tensor3): StoredTensor {
  const address = instance.heap.allocate(data.byteLength);
  view(instance, data, address, data.length).set(data);
  const { kernels } = instance;
  const double = data instanceof Float64Array;
  return {
    instance,
    shape,
    address,
    entryBytes: data.BYTES_PER_ELEMENT,
    multiplyRows: double ? kernels.multiplyRowsF64 : kernels.multiplyRowsF32,
    combineRows: double ? kernels.combineRowsF64 : kernels.combineRowsF32,
    addRows: double ? kernels.addRowsF64 : kernels.addRowsF32,
    bilinear: double ? kernels.bilinearF64 : kernels.bilinearF32,
    multiplyBoth: double ? kernels.multiplyBothF64 : kernels.multiplyBothF32,
  };
}

/** A tensor that lies in kernel memory; what a call needs besides is allocated for its time. */
export function wasmPrepareTensor(instance: Instance, tensor: Tensor3): PreparedTensor {
  const stored = store(instance, tensor);
  const block = { instance, address: stored.address };
  const { get, ...disposal } = kept("tensor", freeWhenDropped(stored, block), () => freeBlock(block));
  return {
    shape: tensor.shape,
    contract: (slot, first, second, out) => tensorContract(get("contract"), slot, first, second, out),
    contractOne: (slot, vector, out) => tensorContractOne(get("contractOne"), slot, vector, out.data),
    contractAll: (u, x, y, out) => tensorContractAll(get("contractAll"), u, x, y, out),
    sweep: (x, y, update, out) => tensorSweep(() => get("sweep"), x, y, update, out.data),
    ...disposal,
  };
}
