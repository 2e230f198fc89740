// Entries so small that their squares underflow, beside entries of size 1.
import { stream } from "@onsager/random";
import { describe, expect, test } from "vitest";
import { type Backend, backend, type Matrix, svd, symmetricEigen, tridiagonalEigen } from "../src/index.ts";

function orthogonalityError({ rows, cols, data }: Matrix): number {
  let most = 0;
  for (let i = 0; i < rows; i++)
    for (let j = 0; j <= i; j++) {
      let sum = i === j ? -1 : 0;
      for (let k = 0; k < cols; k++) sum += data[i * cols + k]! * data[j * cols + k]!;
      most = Math.max(most, Math.abs(sum));
    }
  return most;
}

const kernels: readonly Backend[] = [backend("reference"), backend("wasm")];

describe.each(kernels.map((own) => ({ name: own.name, own })))("on $name", ({ own }) => {
  const options = { backend: own };

  test.each([1e-155, 1e-160, 1e-161, 1e-170, 1e-320])("a block of entries near %d beside 1", (t) => {
    const data = Float64Array.of(1, 0, 0, 0, 0, t, 2 * t, t, 0, 2 * t, 5 * t, t, 0, t, t, 7 * t);
    const { vectors, convergence } = symmetricEigen({ rows: 4, cols: 4, data }, options);
    expect(convergence.converged).toBe(true);
    expect(orthogonalityError(vectors)).toBeLessThan(1e-12);
  });

  test("a tridiagonal matrix with such a block", () => {
    const diagonal = Float64Array.of(1, 1e-160, 2e-160, 3e-160, 2e-160);
    const { vectors, convergence } = tridiagonalEigen(
      diagonal,
      Float64Array.of(0, 2e-160, 1e-160, 2e-160),
      options,
    );
    expect(convergence.converged).toBe(true);
    expect(orthogonalityError(vectors)).toBeLessThan(1e-12);
  });

  test("a symmetric matrix graded over 300 decades", () => {
    const n = 120;
    const random = stream(1);
    const data = new Float64Array(n * n);
    for (let i = 0; i < n; i++)
      for (let j = 0; j <= i; j++)
        data[i * n + j] = data[j * n + i] = 10 ** (-1.25 * i) * 10 ** (-1.25 * j) * (random.uniform() - 0.5);
    const { vectors, convergence } = symmetricEigen({ rows: n, cols: n, data }, options);
    expect(convergence.converged).toBe(true);
    expect(orthogonalityError(vectors)).toBeLessThan(1e-12);
  });

  test("a matrix whose columns span 310 decades", () => {
    const [m, n] = [130, 128];
    const random = stream(2);
    const scales = Array.from({ length: n }, () => 10 ** (310 * random.uniform() - 160));
    const data = Float64Array.from({ length: m * n }, (_, at) => (random.uniform() - 0.5) * scales[at % n]!);
    const { left, right, convergence } = svd({ rows: m, cols: n, data }, options);
    expect(convergence.converged).toBe(true);
    expect(orthogonalityError(left)).toBeLessThan(1e-12);
    expect(orthogonalityError(right)).toBeLessThan(1e-12);
  });
});
