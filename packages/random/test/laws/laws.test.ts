import { describe, expect, test } from "vitest";
import { laws, stream } from "../../src/index.ts";
import { bits } from "../bits.ts";

const SAMPLES = 200_000;

function mean(values: Float64Array): number {
  return values.reduce((sum, x) => sum + x, 0) / values.length;
}

test("no two laws share their word of the counter, which is never 0", () => {
  expect(new Set(laws.map((law) => law.id)).size).toBe(laws.length);
  for (const law of laws)
    expect(law.id).toSatisfy((id: number) => Number.isInteger(id) && id > 0 && id < 2 ** 32);
});

describe.each(laws)("$name", (law) => {
  const values = new Float64Array(SAMPLES);
  const draw = () => stream(11).split("laws").fill(law, values);

  test("gives the same bits again, whole or in pieces", () => {
    draw();
    const pieces = new Float64Array(1000);
    for (let start = 0; start < 1000; start += 3)
      stream(11)
        .split("laws")
        .fill(law, pieces.subarray(start, start + 3), start);
    expect(bits(pieces)).toEqual(bits(values.subarray(0, 1000)));
  });

  test("has its declared mean: |estimate - mean| < 5 sqrt(variance / n)", () => {
    draw();
    expect(Math.abs(mean(values) - law.mean)).toBeLessThan(5 * Math.sqrt(law.variance / SAMPLES));
  });

  test("has its declared variance: standard error from the sample's fourth moment", () => {
    draw();
    const squares = values.map((x) => (x - law.mean) ** 2);
    const error = Math.sqrt(mean(squares.map((s) => (s - law.variance) ** 2)) / SAMPLES);
    // A law of squares that do not vary (Rademacher) has no error but rounding.
    expect(Math.abs(mean(squares) - law.variance)).toBeLessThanOrEqual(5 * error + 1e-12);
  });

  test("successive values are uncorrelated at lags 1 to 4: |correlation| < 5 / sqrt(n)", () => {
    draw();
    for (let lag = 1; lag <= 4; lag++) {
      let sum = 0;
      for (let i = lag; i < SAMPLES; i++) sum += (values[i]! - law.mean) * (values[i - lag]! - law.mean);
      expect(Math.abs(sum / (SAMPLES - lag) / law.variance)).toBeLessThan(5 / Math.sqrt(SAMPLES));
    }
  });
});
