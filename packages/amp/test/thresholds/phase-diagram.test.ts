import { expect, test } from "vitest";
import {
  gaussian,
  mixedOverlap,
  phaseDiagram,
  phaseDiagramSteps,
  sharedFactorBranches,
  symmetricBranches,
} from "../../src/index.ts";
import { mixed, multimodal } from "../helpers/specs.ts";

const mixedAt = (x: number, y: number) => symmetricBranches(mixed([x, y]), gaussian());

test("of the mixed model: nothing, easy and hard, as the closed forms say", () => {
  const x = [0.7, 0.9, 1.1, 1.3];
  const y = Float64Array.of(0.15, 0.58, 1);
  const rows = phaseDiagram(mixedAt, { x, y });
  expect(rows.map((row) => [row.x, row.y])).toEqual(Array.from(y).flatMap((b) => x.map((a) => [a, b])));
  for (const row of rows) {
    const { x: matrixVariance, y: tensorVariance, informed, uninformed, hard } = row;
    const largest = mixedOverlap({ matrixVariance, tensorVariance });
    expect(informed.overlaps.x).toBeCloseTo(largest, 9);
    expect(uninformed.overlaps.x).toBeCloseTo(matrixVariance < 1 ? largest : 0, 9);
    expect(hard).toBe(matrixVariance > 1 && informed.freeEntropy > 0);
  }
  expect(rows.filter(({ hard }) => hard)).toHaveLength(2);
});

test("over any two parameters: here the size of x and the variance of the tensor", () => {
  const at = (size: number, tensor: number) =>
    sharedFactorBranches(multimodal(0.9, tensor, [1, 1, size, 1]), gaussian());
  const rows = phaseDiagram(at, { x: [0.2, 1], y: [0.2] });
  expect(rows.map(({ hard }) => hard)).toEqual([false, true]);
  expect(JSON.parse(JSON.stringify(rows))[1].informed.overlaps.u).toBeCloseTo(0.763847495199, 10);
});

test("is a generator, shows its rows and ends by a signal", () => {
  const [first] = phaseDiagramSteps(mixedAt, { x: [0.5], y: [1] });
  expect(first).toMatchObject({ x: 0.5, y: 1, hard: false });
  const controller = new AbortController();
  const seen: number[] = [];
  const onStep = ({ x }: { x: number }): void => {
    seen.push(x);
    if (seen.length === 2) controller.abort(new Error("enough"));
  };
  const options = { x: [0.5, 0.6, 0.7], y: [1], signal: controller.signal, onStep };
  expect(() => phaseDiagram(mixedAt, options)).toThrow("enough");
  expect(seen).toEqual([0.5, 0.6]);
});

test("refuses bad arguments before any work", () => {
  expect(() => phaseDiagramSteps(undefined as never, { x: [], y: [] })).toThrow(TypeError);
  expect(() => phaseDiagramSteps(mixedAt, undefined as never)).toThrow(TypeError);
  expect(() => phaseDiagramSteps(mixedAt, { x: [1, Number.NaN], y: [1] })).toThrow(
    new RangeError("phaseDiagram: x[1] must be a finite number, got NaN"),
  );
});
