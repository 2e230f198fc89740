import { readFileSync } from "node:fs";
import { stream } from "@onsager/random";
import { describe, expect, test } from "vitest";
import { type MapName, mapArray, mapNames } from "../../src/index.ts";
import { comparedBackends, reference } from "../backends.ts";

/** Pairs of x and the map's value to the last bit, made by fixtures/maps.py. */
const fixtures = JSON.parse(
  readFileSync(new URL("../fixtures/maps.json", import.meta.url), "utf8"),
) as Record<Exclude<MapName, "relu">, [number, number][]>;

/** Distance in units in the last place of `exact`. */
function ulps(got: number, exact: number): number {
  if (Object.is(got, exact)) return 0;
  const exponent = Math.max(Math.floor(Math.log2(Math.abs(exact))), -1022);
  return Math.abs(got - exact) / 2 ** (exponent - 52);
}

function worst(got: ArrayLike<number>, exact: ArrayLike<number>): number {
  return Math.max(...Array.from(got, (value, i) => ulps(value, exact[i]!)));
}

/** Values in all ranges that matter: +-2^e (1 + u). */
function spread(length: number, least: number, most: number): Float64Array {
  const random = stream(5).split("spread");
  return Float64Array.from({ length }, () => {
    const size = 2 ** (least + (most - least) * random.uniform());
    return random.uniform() < 0.5 ? -size : size;
  });
}

const { NaN: nan, POSITIVE_INFINITY: infinity } = Number;
const special: Readonly<Record<MapName, readonly (readonly [number, number])[]>> = {
  exp: [
    [nan, nan],
    [infinity, infinity],
    [-infinity, 0],
    [0, 1],
    [-0, 1],
    [1e300, infinity],
    [-1e300, 0],
    [709.79, infinity],
    [-745.2, 0],
    [-745.1, 5e-324],
  ],
  log: [
    [nan, nan],
    [infinity, infinity],
    [-infinity, nan],
    [0, -infinity],
    [-0, -infinity],
    [-1, nan],
    [-5e-324, nan],
    [1, 0],
  ],
  tanh: [
    [nan, nan],
    [infinity, 1],
    [-infinity, -1],
    [0, 0],
    [-0, -0],
    [1e300, 1],
    [-1e300, -1],
    [5e-324, 5e-324],
  ],
  erf: [
    [nan, nan],
    [infinity, 1],
    [-infinity, -1],
    [0, 0],
    [-0, -0],
    [1e300, 1],
    [-1e300, -1],
    [6, 1],
    [-7, -1],
    [5e-324, 5e-324],
  ],
  sigmoid: [
    [nan, nan],
    [infinity, 1],
    [-infinity, 0],
    [0, 0.5],
    [-0, 0.5],
    [1e300, 1],
    [-1e300, 0],
  ],
  relu: [
    [nan, nan],
    [infinity, infinity],
    [-infinity, 0],
    [0, 0],
    [-0, 0],
    [-3, 0],
    [5e-324, 5e-324],
    [3.25, 3.25],
  ],
};

describe.each([...comparedBackends(), reference])("$name ($detail)", (backend) => {
  test.each(Object.keys(fixtures) as (keyof typeof fixtures)[])(
    "%s is within 3 units in the last place",
    (name) => {
      const x = Float64Array.from(fixtures[name], ([value]) => value);
      const exact = fixtures[name].map(([, value]) => value);
      const got = mapArray(name, x, { backend });
      expect(worst(got, exact)).toBeLessThan(3);
      const singles = mapArray(name, Float32Array.from(x), { backend });
      const wanted = mapArray(name, Float64Array.from(Float32Array.from(x)), { backend });
      expect(singles).toEqual(Float32Array.from(wanted));
    },
  );

  test.each(mapNames)("%s of special values is its limit, with the sign of zero", (name) => {
    const x = Float64Array.from(special[name], ([value]) => value);
    const expected = Float64Array.from(special[name], ([, value]) => value);
    expect(mapArray(name, x, { backend })).toEqual(expected);
    // Each one beside an ordinary number and in the other half of a vector.
    const alone = Float64Array.from(
      x,
      (value) => mapArray(name, Float64Array.of(1.5, value), { backend })[1]!,
    );
    expect(alone).toEqual(expected);
  });
});

describe.each(comparedBackends())("$name ($detail)", (backend) => {
  test.each(mapNames)("%s equals the reference at every length around a vector and a chunk", (name) => {
    for (const length of [0, 1, 2, 3, 4, 5, 8, 9, 2047, 2048, 2049, 4100]) {
      const signed = spread(length, -6, 3);
      const x = name === "log" ? signed.map(Math.abs) : signed;
      const got = mapArray(name, x, { backend });
      expect(got.length).toBe(length);
      const expected = mapArray(name, x, { backend: reference });
      got.forEach((value, i) => {
        expect(Math.abs(value - expected[i]!)).toBeLessThanOrEqual(4e-15 * Math.abs(expected[i]!));
      });
    }
  });

  test("the output may be the input or a given array, and is returned", () => {
    const x = spread(1500, -3, 2);
    const expected = mapArray("tanh", x, { backend });
    const out = new Float64Array(1500);
    expect(mapArray("tanh", x, { out, backend })).toBe(out);
    expect(out).toEqual(expected);
    expect(mapArray("tanh", x, { out: x, backend })).toBe(x);
    expect(x).toEqual(expected);
  });
});

test("bad input is refused", () => {
  const x = new Float64Array(3);
  expect(() => mapArray("cosh" as never, x)).toThrow(
    'mapArray: name must be one of exp, log, tanh, erf, sigmoid, relu, got "cosh"',
  );
  expect(() => mapArray("exp", [1] as never)).toThrow(TypeError);
  expect(() => mapArray("exp", x, { out: new Float64Array(4) })).toThrow(
    "mapArray: out must be a Float64Array(3) like x, got Float64Array(4)",
  );
  expect(() => mapArray("exp", x, { out: new Float32Array(3) as never })).toThrow(TypeError);
});
