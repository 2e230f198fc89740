import { describe, expect, test } from "vitest";
import type { Backend } from "../src/backend/backend.ts";
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
