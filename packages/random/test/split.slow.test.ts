import { expect, test } from "vitest";
import { stream } from "../src/index.ts";

const STREAMS = 1000;
const LENGTH = 4096;

/** Unit vectors: the first normals of the children 0, 1, ... of one stream. */
function unitVectors(): Float64Array[] {
  const root = stream(99).split("children");
  return Array.from({ length: STREAMS }, (_, label) => {
    const values = new Float64Array(LENGTH);
    root.split(label).fillNormal(values);
    const norm = Math.sqrt(values.reduce((sum, x) => sum + x * x, 0));
    return values.map((x) => x / norm);
  });
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < LENGTH; i++) sum += a[i]! * b[i]!;
  return sum;
}

// The squared cosine r^2 of two independent Gaussian vectors in R^n is Beta(1/2, (n - 1)/2): mean 1/n, variance
// 2 (n - 1) / (n^2 (n + 2)). Cosines of different pairs are pairwise independent, also when they share a vector, since the law
// of a cosine given one of its vectors does not depend on that vector: variances of the sum add.
test("1,000 split streams are uncorrelated: largest |r| < 6.5 / sqrt(n), and the sum of r^2 within 5 standard errors", () => {
  const vectors = unitVectors();
  let largest = 0;
  let squares = 0;
  for (let i = 0; i < STREAMS; i++)
    for (let j = 0; j < i; j++) {
      const r = dot(vectors[i]!, vectors[j]!);
      largest = Math.max(largest, Math.abs(r));
      squares += r * r;
    }
  const pairs = (STREAMS * (STREAMS - 1)) / 2;
  const error = Math.sqrt((pairs * 2 * (LENGTH - 1)) / (LENGTH ** 2 * (LENGTH + 2)));
  expect(largest).toBeLessThan(6.5 / Math.sqrt(LENGTH));
  expect(Math.abs(squares - pairs / LENGTH)).toBeLessThan(5 * error);
});
