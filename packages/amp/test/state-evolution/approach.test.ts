import { expect, test } from "vitest";
import {
  gaussian,
  type Prior,
  sharedFactorStateEvolution,
  sharedFactorStateEvolutionSteps,
  sparseRademacher,
  symmetricStateEvolution,
  symmetricStateEvolutionSteps,
} from "../../src/index.ts";
import { multimodal, symmetric } from "../helpers/specs.ts";

/** The last of the plain sweeps. */
function last<T>(states: Iterable<T>): T {
  return [...states].at(-1)!;
}

const fine = { tolerance: 1e-15, maximumIterations: 100_000 };

test.each([0.5, 0.9, 0.98, 1.02])(
  "leaps end where plain steps do, and sooner: Wigner, D = %d",
  (variance) => {
    for (const start of ["uninformed", "informed"] as const) {
      const spec = symmetric(2, variance);
      const plain = last(symmetricStateEvolutionSteps(spec, gaussian(), { start, ...fine }));
      const { overlaps, convergence } = symmetricStateEvolution(spec, gaussian(), { start });
      expect(Math.abs(overlaps.x! - plain.overlaps.x!)).toBeLessThan(1e-12);
      expect(convergence.converged).toBe(true);
      expect(convergence.iterations).toBeLessThanOrEqual(Math.min(plain.iteration + 3, 160));
    }
  },
);

test.each([
  [0.691, 0.3],
  [0.6915, 0.3],
  [0.699, 0.3],
  [0.8162, 0.3],
  [0.99, 0.3],
  [0.495, 0.5],
])("and near the thresholds of the multi-modal model: Dm = %d, Dt = %d", (matrix, tensor) => {
  const spec = multimodal(matrix, tensor);
  for (const start of ["uninformed", "informed"] as const) {
    const plain = last(sharedFactorStateEvolutionSteps(spec, gaussian(), { start, ...fine }));
    const end = sharedFactorStateEvolution(spec, gaussian(), { start });
    for (const name of ["u", "v", "x", "y"])
      expect(Math.abs(end.overlaps[name]! - plain.overlaps[name]!)).toBeLessThan(1e-10);
    expect(end.convergence.converged).toBe(true);
    expect(end.convergence.iterations).toBeLessThan(Math.max(plain.iteration / 3, 100));
  }
});

test("a fold just beyond the fixed point is not leapt over", () => {
  const prior: Prior = sparseRademacher({ rho: 0.05 });
  const below = symmetricStateEvolution(symmetric(2, 0.9945), prior);
  const above = symmetricStateEvolution(symmetric(2, 0.9947), prior);
  expect(below.overlaps.x).toBeGreaterThan(0.86);
  expect(above.overlaps.x).toBeGreaterThan(0.009);
  expect(above.overlaps.x).toBeLessThan(0.0111);
});

test("even at a threshold a run ends within its limit and says so", () => {
  const { convergence, overlaps } = symmetricStateEvolution(symmetric(2, 1), gaussian());
  expect(convergence.iterations).toBeLessThanOrEqual(20_000);
  expect(overlaps.x).toBeLessThan(1e-3);
});

test("a tiny mean makes a tiny fixed point, not zero", () => {
  const prior = gaussian({ mean: 1e-5 });
  const { overlaps, convergence } = symmetricStateEvolution(symmetric(2, 2), prior);
  expect(convergence.converged).toBe(true);
  expect(overlaps.x! / 2e-10).toBeCloseTo(1, 6);
});
