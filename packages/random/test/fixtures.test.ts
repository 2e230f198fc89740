import { expect, test } from "vitest";
import {
  chiSquare,
  gamma,
  integer,
  type Law,
  laws,
  permutation,
  restore,
  type Stream,
  serialise,
  sphere,
  stream,
} from "../src/index.ts";
import { bits } from "./bits.ts";
import cases from "./fixtures/streams.json" with { type: "json" };

const COUNT = 40;

const instances: Record<string, Law> = {
  ...Object.fromEntries(laws.map((law) => [law.name, law])),
  "integer(6)": integer(6),
  "integer(2^53 - 1)": integer(2 ** 53 - 1),
  "integer(6e15)": integer(6e15),
  "gamma(2.5)": gamma({ shape: 2.5 }),
  "gamma(0.3, 2)": gamma({ shape: 0.3, scale: 2 }),
  "gamma(0.001)": gamma({ shape: 0.001 }),
  "chiSquare(3)": chiSquare(3),
};

function first(name: string, random: Stream): ArrayLike<number> {
  if (name === "permutation") return permutation(COUNT, random);
  if (name === "sphere") return sphere({ dimension: 5, points: COUNT / 5, radius: 2 }, random).data;
  const out = new Float64Array(COUNT);
  random.fill(instances[name]!, out);
  return out;
}

for (const { seed, path, offset, key, laws: recorded } of cases) {
  const root = stream(BigInt(seed));
  const random = path === "" ? root : root.split(path);

  test(`seed ${seed}, path "${path}": the key is the one that Python derives`, () => {
    expect([...random.key]).toEqual(key);
    expect(random.path).toBe(path);
  });

  test.each(Object.entries(recorded))(
    `seed ${seed}, path "${path}", offset ${offset}: %s has Python's bits`,
    (name, values) => {
      const moved = restore({ ...serialise(random), position: offset });
      expect(bits(first(name, moved))).toEqual(values);
    },
  );
}
