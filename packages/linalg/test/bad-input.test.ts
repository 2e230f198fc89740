import { describe, expect, test } from "vitest";
import type { Backend } from "../src/backend/backend.ts";
import type { Matrix } from "../src/index.ts";
import * as linalg from "../src/index.ts";
import { comparedBackends, reference } from "./backends.ts";
import { type PublicCall, publicCalls } from "./public-calls.ts";

function unused(name: string): never {
  throw new Error(`the kernel ${name} was called`);
}

/** Kernels that must not be called. */
const idle = Object.fromEntries(
  Object.entries(reference).map(([name, value]) => [
    name,
    typeof value === "function" ? () => unused(name) : value,
  ]),
) as unknown as Backend;

const calls = publicCalls(idle) as Readonly<Record<string, PublicCall>>;

/** What a call throws. */
function thrownBy({ call }: PublicCall, values: readonly unknown[]): unknown {
  try {
    return `nothing, and gave ${call(...(values as never[]))}`;
  } catch (error) {
    return error;
  }
}

test("every function of the package has its good and its bad calls", () => {
  const functions = Object.entries(linalg).filter(([, value]) => typeof value === "function");
  expect(Object.keys(calls).sort()).toEqual(functions.map(([name]) => name).sort());
});

const places = Object.entries(calls).flatMap(([name, called]) =>
  called.values.map(({ bad }, place) => ({ name, called, place, bad })),
);

test.each(places)("$name refuses all that is bad as argument $place before any work", (tried) => {
  const { name, called, place, bad } = tried;
  for (const [what, value] of Object.entries(bad)) {
    const thrown = thrownBy(
      called,
      called.values.map(({ good }, at) => (at === place ? value : good)),
    );
    expect(String(thrown), what).toMatch(new RegExp(`^(Type|Range)Error: ${name}: .+ must .+, got `));
  }
});

const vector = (length: number): Float64Array => new Float64Array(length).fill(1);
const block = (rows: number, cols: number): Matrix => ({ rows, cols, data: vector(rows * cols) });
const noVectors = [undefined, null, 3, [1, 1, 1], new Float32Array(3), vector(9)];
const noBlocks = [undefined, null, 3, { rows: 3, cols: 4 }, block(9, 9)];

/** The methods of an operator of 2 x 3 and of a tensor of 2 x 3 x 4: arguments of a good call, and what is refused in each place. */
const methods: Readonly<Record<string, readonly (readonly [good: unknown, bad: readonly unknown[]])[]>> = {
  apply: [
    [vector(3), noVectors],
    [vector(2), noVectors],
  ],
  applyTranspose: [
    [vector(2), noVectors],
    [vector(3), noVectors],
  ],
  applyBlock: [
    [block(9, 3), [...noBlocks, block(8, 3)]],
    [block(9, 2), [...noBlocks, block(8, 2)]],
  ],
  contract: [
    [1, [undefined, null, -1, 3, 0.5, "1"]],
    [vector(2), noVectors],
    [vector(4), noVectors],
    [vector(3), [...noVectors.slice(0, -1), vector(4)]],
  ],
  contractOne: [
    [0, [undefined, null, -1, 3, 0.5, "1"]],
    [vector(2), noVectors],
    [block(3, 4), noBlocks],
  ],
  contractAll: [
    [vector(2), noVectors],
    [vector(3), noVectors],
    [vector(4), noVectors],
    [
      [vector(2), vector(3), vector(4)],
      [undefined, null, 3, [vector(2), vector(3)], [vector(4), vector(3), vector(2)]],
    ],
  ],
  sweep: [
    [vector(3), noVectors],
    [vector(4), noVectors],
    [() => 0, [undefined, null, 1, "x"]],
    [block(3, 4), noBlocks],
  ],
};

describe.each([reference, ...comparedBackends()])("prepared by $name ($detail)", (backend) => {
  test.each(Object.entries(methods))("%s refuses all that does not fit", (name, places) => {
    const objects: object[] = [
      linalg.prepare(block(2, 3), { backend }),
      linalg.prepareTensor({ shape: [2, 3, 4], data: vector(24) }, { backend }),
    ];
    const object = objects.find((prepared) => name in prepared) as Record<string, PublicCall["call"]>;
    if (object === undefined) return;
    const good = places.map(([value]) => value);
    object[name]!(...(good as never[]));
    for (const [place, [, bad]] of places.entries())
      for (const value of bad) {
        const call = object[name]!;
        const thrown = thrownBy({ call, values: [] }, good.with(place, value));
        expect(String(thrown), `argument ${place}`).toMatch(
          new RegExp(`^(Type|Range)Error: ${name}: .+ must .+, got (?!"(object|undefined|number)")`),
        );
      }
  });
});

test("a message shows what it got: an object by its kind, other values as they are", () => {
  const T = { shape: [1, 1, 1], data: [1] } as never;
  expect(() => linalg.prepareTensor(T)).toThrow(
    "prepareTensor: tensor.data must be a Float64Array or a Float32Array, got Array",
  );
  expect(() => linalg.mapArray("exp", undefined as never)).toThrow(
    "mapArray: x must be a Float64Array or a Float32Array, got undefined",
  );
  expect(() => linalg.gemm(block(1, 1), block(1, 1), { backend: "wasm" as never })).toThrow(
    'gemm: backend must be an object such as backend("wasm"), got "wasm"',
  );
  expect(() => linalg.cholesky(block(1, 1), null as never)).toThrow(
    "cholesky: options must be an object, got null",
  );
});

/** The same value with every array of numbers inside a longer one. */
function asViews(value: unknown): unknown {
  if (value instanceof Float64Array || value instanceof Float32Array) {
    const Kind = value instanceof Float64Array ? Float64Array : Float32Array;
    const long = new Kind(value.length + 5).fill(Number.NaN);
    long.set(value, 3);
    return long.subarray(3, 3 + value.length);
  }
  if (Array.isArray(value)) return value.map(asViews);
  if (Object.getPrototypeOf(value ?? 0) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value as object).map(([key, entry]) => [key, asViews(entry)]));
}

describe.each([reference, ...comparedBackends()])("$name ($detail)", (backend) => {
  test.each(Object.entries(publicCalls(backend)))(
    "%s reads arrays that lie within others and leaves them as they were",
    (_, { call, values }) => {
      const goods = values.map(({ good }) => good);
      const before = JSON.stringify(goods);
      const views = goods.map(asViews);
      expect(call(...(views as never[]))).toEqual(call(...(goods as never[])));
      expect(JSON.stringify(goods)).toBe(before);
      expect(JSON.stringify(views)).toBe(before);
    },
  );
});
