import { inNode } from "@onsager/tooling/testing";
import { expect, test } from "vitest";

/** Takes `Symbol.dispose` from this process before any module is loaded: Safari, and Chromium before 134, have none. */
const flag = `--import=data:text/javascript,${encodeURIComponent(`
  const native = globalThis.Symbol;
  const { dispose, asyncDispose, ...kept } = Object.getOwnPropertyDescriptors(native);
  globalThis.Symbol = Object.defineProperties((text) => native(text), kept);
`)}`;

const source = `import { backend, contract, contractAll, contractOne, prepare, prepareTensor } from "../src/index.ts";

function freedBy(make) {
  let kept;
  { using prepared = make(); kept = prepared; }
  try { kept.contract?.(0, x, x, y); kept.apply?.(x, y); } catch (error) { return String(error); }
}

const [x, y] = [Float64Array.of(1, 2), new Float64Array(2)];
const A = { rows: 2, cols: 2, data: Float64Array.of(1, 2, 3, 4) };
const T = { shape: [2, 2, 2], data: new Float64Array(8).fill(1) };

export function run() {
  return {
    symbol: typeof Symbol.dispose,
    name: backend("wasm").name,
    keys: Object.keys(prepare(A)),
    operator: freedBy(() => prepare(A)),
    tensor: freedBy(() => prepareTensor(T)),
    contracted: [contract(T, 0, x, x), contractOne(T, 0, x).data, ...contractAll(T, x, x, x)].map((values) => [...values]),
  };
}`;

test("engines without Symbol.dispose have the same kernels, and free what a compiled `using` holds", async () => {
  expect(await inNode(source, { from: import.meta.dirname, flags: [flag] })).toEqual({
    symbol: "undefined",
    name: "wasm",
    keys: ["rows", "cols", "apply", "applyTranspose", "applyBlock", "dispose"],
    operator: "TypeError: apply: operator must not have been disposed of, got one that has",
    tensor: "TypeError: contract: tensor must not have been disposed of, got one that has",
    contracted: [
      [9, 9],
      [3, 3, 3, 3],
      [9, 9],
      [9, 9],
      [9, 9],
    ],
  });
});
