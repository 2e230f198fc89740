import { rademacher, stream, uniform, uniform32 } from "@onsager/random";
import { describe, expect, test } from "vitest";
import { fillRademacher, fillUniform } from "../../src/index.ts";
import { comparedBackends, reference } from "../backends.ts";

const fills = { fillRademacher, fillUniform };
const offsets = [
  0,
  1,
  7,
  127,
  511,
  512,
  32_767,
  32_768,
  2 ** 33 - 5,
  2 ** 34 - 9,
  2 ** 39 - 1,
  2 ** 53 - 70_000,
];

function law(name: string, Kind: unknown) {
  if (name === "fillRademacher") return rademacher;
  return Kind === Float64Array ? uniform : uniform32;
}

describe.each([...comparedBackends(), reference])("$name ($detail)", (backend) => {
  for (const [name, fill] of Object.entries(fills))
    test.each([Float64Array, Float32Array])(
      `${name} of a %o has the bits of the stream at any offset and length`,
      (Kind) => {
        const random = stream(7).split("fills");
        for (const offset of offsets)
          for (const length of [0, 1, 3, 8, 17, 600, 40_000]) {
            const [got, expected] = [new Kind(length), new Kind(length)];
            fill(random, got, offset, { backend });
            random.fill(law(name, Kind), expected, offset);
            const same = Buffer.compare(Buffer.from(got.buffer), Buffer.from(expected.buffer)) === 0;
            expect(same, `${offset} ${length}`).toBe(true);
          }
      },
    );
});

test("bad input is refused", () => {
  const random = stream(1);
  expect(() => fillUniform(random, [] as never)).toThrow(
    "fillUniform: out must be a Float64Array or a Float32Array, got",
  );
  expect(() => fillRademacher(random, new Float64Array(2), -1)).toThrow(RangeError);
  expect(() => fillRademacher(random, new Float64Array(2), 2 ** 53 - 1)).toThrow(RangeError);
});
