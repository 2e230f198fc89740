import { gemm, type Matrix } from "@onsager/linalg";
import { stream } from "@onsager/random";
import { describe, expect, test } from "vitest";
import type { Sample } from "../../src/ensemble.ts";
import { ensembles } from "../../src/ensembles/index.ts";
import { kolmogorovDistance } from "../../src/estimation/kolmogorov-distance.ts";
import { addressOf, indicesOf, observationsOf, shapeOf } from "../helpers/observations.ts";
import { meanAndError } from "../helpers/statistics.ts";

/** The largest number of indices of an array of a sample; 1 for a tridiagonal matrix. */
function orderOf(sample: Sample): number {
  return Math.max(1, ...observationsOf(sample).map((observation) => shapeOf(observation).length));
}

function expectSymmetric(sample: Sample): void {
  for (const observation of observationsOf(sample)) {
    const shape = shapeOf(observation);
    const at = (indices: readonly number[]) => observation.data[addressOf(indices, shape)];
    const different = Array.from(indicesOf(shape)).filter(
      (indices) => at(indices) !== at(indices.toSorted((i, j) => i - j)),
    );
    expect(different).toEqual([]);
  }
}

function expectOrthogonal(Q: Matrix): void {
  const product = gemm(Q, Q, { transposeB: true });
  for (const [at, value] of product.data.entries())
    expect(Math.abs(value - (at % (Q.rows + 1) === 0 ? 1 : 0))).toBeLessThan(1e-13);
}

/** The moments that are compared. */
const orders = [1, 2, 4];

const cases = ensembles.map((ensemble, i) => ({ name: `${i}: ${ensemble.name}`, ensemble }));

describe.each(cases)("ensemble $name", ({ ensemble }) => {
  const { law, symmetry } = ensemble;
  const sample = (n: number, seed: number | string): Sample => ensemble.sample(n, stream(5).split(seed));
  const moments = (n: number, seed: string): number[] => {
    const values = ensemble.spectrum(sample(n, seed));
    return orders.map((k) => values.reduce((sum, value) => sum + value ** k, 0) / values.length);
  };

  test("the same stream gives the same sample, and goes on to another", () => {
    const random = stream(7);
    const first = ensemble.sample(9, random);
    expect(ensemble.sample(9, stream(7))).toEqual(first);
    expect(ensemble.sample(9, random)).not.toEqual(first);
  });

  test(`its samples are ${symmetry === "none" ? "of the sizes they say" : symmetry}`, () => {
    const one = sample(9, 0);
    if (symmetry === "symmetric") expectSymmetric(one);
    if (symmetry === "orthogonal") expectOrthogonal(one as Matrix);
    for (const observation of observationsOf(one))
      expect(observation.data.length).toBe(shapeOf(observation).reduce((product, size) => product * size, 1));
  });

  test("the moments of its spectrum tend to those of its law as 1/n", () => {
    // 2 m(2n) - m(n) has no term in 1/n, and the next is far below the standard error.
    const n = orderOf(sample(4, 0)) > 3 ? 8 : 16;
    const extrapolated = Array.from({ length: 60 }, (_, replicate) => {
      const short = moments(n, `short/${replicate}`);
      return moments(2 * n, `long/${replicate}`).map((long, at) => 2 * long - short[at]!);
    });
    for (const [at, k] of orders.entries()) {
      const { mean, error } = meanAndError(extrapolated.map((values) => values[at]!));
      const expected = law.moment!(k);
      const message = `moment ${k}: ${mean} +- ${error}, law ${expected}`;
      expect(Math.abs(mean - expected), message).toBeLessThan(5 * error + 1e-12);
    }
  });

  test("its spectrum is within log(n)/n of its law, since eigenvalues are rigid", () => {
    const size = [200, 200, 200, 60, 30][orderOf(sample(4, 0))]!;
    const values = ensemble.spectrum(sample(size, "spectrum"));
    const n = values.length;
    expect(kolmogorovDistance(values, law)).toBeLessThan(Math.log(n) / n);
  });

  test.each([0, -1, 2.5, Number.NaN, Infinity])("rejects the dimension %s", (dimension) => {
    expect(() => ensemble.sample(dimension, stream(1))).toThrow(
      /: dimension must be an integer from 1 to 4294967295, got /,
    );
  });

  test("rejects what is no stream", () => {
    expect(() => ensemble.sample(5, undefined as never)).toThrow(/: random must be a stream, got undefined/);
  });
});

test("names are in kebab case", () => {
  for (const { name } of ensembles) expect(name).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
});
