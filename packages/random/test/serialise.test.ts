import { expect, test } from "vitest";
import { restore, type StreamState, serialise, stream } from "../src/index.ts";

test("a restored stream continues where the first one stood, through JSON", () => {
  const random = stream(2n ** 63n).split("trial/3");
  random.fillNormal(new Float64Array(17));
  const state = JSON.stringify(serialise(random));
  const restored = restore(JSON.parse(state) as StreamState);
  expect(restored.path).toBe("trial/3");
  expect([restored.normal(), restored.integer(100), restored.split("x").uniform()]).toEqual([
    random.normal(),
    random.integer(100),
    random.split("x").uniform(),
  ]);
});

const state = serialise(stream(1));

test.each<[string, unknown, Error]>([
  ["null", null, new TypeError("restore: state must be an object, got null")],
  ["another layout", { ...state, layout: 2 }, new RangeError("restore: layout must be 1, got 2")],
  [
    "a key of one word",
    { ...state, key: [1] },
    new TypeError("restore: key must be a pair of words, got Array"),
  ],
  [
    "a word too large",
    { ...state, key: [0, 2 ** 32] },
    new RangeError("restore: key must be an integer from 0 to 4294967295, got 4294967296"),
  ],
  ["a path that is no string", { ...state, path: 3 }, new TypeError("restore: path must be a string, got 3")],
  [
    "a negative position",
    { ...state, position: -1 },
    new RangeError("restore: position must be an integer from 0 to 9007199254740992, got -1"),
  ],
])("restore refuses %s", (_, bad, error) => {
  expect(() => restore(bad as StreamState)).toThrow(error);
});
