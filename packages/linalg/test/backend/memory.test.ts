import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { createHeap } from "../../src/backend/wasm/heap.ts";
import { createInstance, type Instance } from "../../src/backend/wasm/instance.ts";
import { wasmPrepare } from "../../src/backend/wasm/prepare.ts";
import { wasmPrepareTensor } from "../../src/backend/wasm/tensor.ts";
import {
  contract,
  contractAll,
  contractOne,
  gemm,
  prepare,
  prepareTensor,
  type Tensor3,
  weightedGram,
} from "../../src/index.ts";
import { comparedBackends, gaussianMatrix, reference } from "../backends.ts";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

const B = gaussianMatrix("B", 60, 50);

describe.each([reference, ...comparedBackends()])("an operator of $name ($detail)", (backend) => {
  const A = gaussianMatrix("A", 5, 3);
  const [x, out] = [new Float64Array(3), new Float64Array(5)];

  test("refuses products once it is disposed of; disposing twice is harmless", () => {
    const operator = prepare(A, { backend });
    operator.apply(x, out);
    operator.dispose();
    operator.dispose();
    operator[Symbol.dispose]();
    const rule = "operator must not have been disposed of, got one that has";
    expect(() => operator.apply(x, out)).toThrow(new TypeError(`apply: ${rule}`));
    expect(() => operator.applyTranspose(out, x)).toThrow(new TypeError(`applyTranspose: ${rule}`));
  });

  test("a second disposal does not free what another operator has been given since", () => {
    const first = prepare(A, { backend });
    first.dispose();
    using second = prepare(A, { backend });
    const before = new Float64Array(5);
    second.apply(
      x.map(() => 1),
      before,
    );
    first.dispose();
    using third = prepare({ ...A, data: A.data.map(() => 7) }, { backend });
    second.apply(
      x.map(() => 1),
      out,
    );
    expect(out).toEqual(before);
    third.apply(x, out);
  });

  test("refuses vectors of another length, whose neighbours it would overwrite", () => {
    using operator = prepare(A, { backend });
    expect(() => operator.apply(new Float64Array(4), out)).toThrow(
      "apply: x and out must be Float64Arrays of 3 and 5 entries, got Float64Array(4) and Float64Array(5)",
    );
    expect(() => operator.apply(x, new Float64Array(4))).toThrow(TypeError);
    expect(() => operator.applyTranspose(x, out)).toThrow(TypeError);
    expect(() => operator.apply(x, new Float32Array(5) as never)).toThrow(
      "got Float64Array(3) and Float32Array(5)",
    );
  });

  test("10^4 times made and disposed of takes no memory", { timeout: 60_000 }, () => {
    const cycle = (times: number): number => {
      for (let i = 0; i < times; i++) prepare(B, { backend }).dispose();
      collect();
      return process.memoryUsage().rss;
    };
    const before = cycle(1000);
    // 10^4 copies would take 240 MB.
    expect(cycle(10_000) - before).toBeLessThan(60e6);
  });
});

const prepared: Readonly<Record<string, (instance: Instance) => Disposable>> = {
  "an operator": (instance) => {
    const operator = wasmPrepare(instance, B, false);
    operator.apply(new Float64Array(50), new Float64Array(60));
    return operator;
  },
  "a tensor": (instance) => {
    const tensor = wasmPrepareTensor(instance, { shape: [6, 10, 50], data: B.data });
    tensor.contract(2, new Float64Array(6), new Float64Array(10), new Float64Array(50));
    return tensor;
  },
};

describe.each(Object.entries(prepared))("%s", (_, make) => {
  test("made, used and disposed of 10^4 times leaves kernel memory what it was", () => {
    const instance = createInstance();
    make(instance)[Symbol.dispose]();
    const [used, size] = [instance.heap.used, instance.f64(0, 1).buffer.byteLength];
    for (let i = 0; i < 10_000; i++) make(instance)[Symbol.dispose]();
    expect(instance.heap.used).toBe(used);
    expect(instance.f64(0, 1).buffer.byteLength).toBe(size);
  });

  test("that is dropped is freed by the garbage collector", async () => {
    const instance = createInstance();
    const used = instance.heap.used;
    const drop = (): void => {
      for (let i = 0; i < 100; i++) make(instance);
    };
    drop();
    expect(instance.heap.used).toBeGreaterThanOrEqual(used + 100 * 60 * 50 * 8);
    for (let tries = 0; tries < 50 && instance.heap.used > used; tries++) {
      collect();
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect(instance.heap.used).toBe(used);
  });
});

test("an error of kernel memory says which call asked for how much", () => {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 1 });
  const refuse = (): never => createHeap(memory, 0, 65536).allocate(10 ** 6) as never;
  const backend = { ...reference, product: refuse, prepare: refuse, prepareTensor: refuse };
  const T: Tensor3 = { shape: [6, 10, 50], data: B.data };
  const [u, x, y] = [6, 10, 50].map((length) => new Float64Array(length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const calls = {
    prepare: () => prepare(B, { backend }),
    prepareTensor: () => prepareTensor(T, { backend }),
    contract: () => contract(T, 0, x, y, { backend }),
    contractOne: () => contractOne(T, 0, u, { backend }),
    contractAll: () => contractAll(T, u, x, y, { backend }),
    gemm: () => gemm(B, B, { transposeA: true, backend }),
    weightedGram: () => weightedGram(B, { backend }),
  };
  const rule = "kernel memory must hold at most 65536 bytes, got a request for 1000000 with 0 in use";
  for (const [name, call] of Object.entries(calls)) expect(call).toThrow(new RangeError(`${name}: ${rule}`));
});

/** Methods of a prepared object that lies in memory as the number `value` everywhere, without the object. */
interface Loose {
  /** The number, by way of a product. */
  read(): number;
  dispose(): void;
}

const loose: Readonly<Record<string, (instance: Instance, value: number) => Loose>> = {
  "an operator": (instance, value) => {
    const A = { rows: 30, cols: 50, data: new Float64Array(1500).fill(value) };
    const { apply, dispose } = wasmPrepare(instance, A, false);
    const [ones, out] = [new Float64Array(50).fill(1), new Float64Array(30)];
    const read = (): number => {
      apply(ones, out);
      return out[0]! / 50;
    };
    return { read, dispose };
  },
  "a tensor": (instance, value) => {
    const data = new Float64Array(1500).fill(value);
    const { contract, dispose } = wasmPrepareTensor(instance, { shape: [3, 10, 50], data });
    const [u, x, out] = [new Float64Array(3).fill(1), new Float64Array(10).fill(1), new Float64Array(50)];
    const read = (): number => {
      contract(2, u, x, out);
      return out[0]! / 30;
    };
    return { read, dispose };
  },
};

/** Collects garbage and lets what was registered for it run. */
async function collected(): Promise<void> {
  for (let times = 0; times < 5; times++) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe.each(Object.entries(loose))("%s of which single methods are left", (_, make) => {
  test("lives as long as one that uses it", async () => {
    const instance = createInstance();
    const { read } = make(instance, 1);
    await collected();
    const others = [make(instance, 2), make(instance, 3)];
    expect([read(), ...others.map((other) => other.read())]).toEqual([1, 2, 3]);
  });

  test("is freed once, by the garbage collector or by dispose", async () => {
    const instance = createInstance();
    const { dispose } = make(instance, 1);
    await collected();
    const second = make(instance, 2);
    dispose();
    const third = make(instance, 3);
    expect([second.read(), third.read()]).toEqual([2, 3]);
  });
});
