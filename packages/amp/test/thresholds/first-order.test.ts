import { describe, expect, test } from "vitest";
import {
  firstOrderTransition,
  gaussian,
  informationTheoreticThreshold,
  multimodalCurve,
  multimodalTricritical,
  rademacher,
  sharedFactorBranches,
  sharedFactorStateEvolution,
  sparseRademacher,
  symmetricBranches,
  symmetricCurve,
  symmetricStateEvolution,
  tensorSpinodal,
} from "../../src/index.ts";
import exact from "../fixtures/high-precision.json";
import fixture from "../fixtures/thresholds.json";
import { expectDigits } from "../helpers/expect-digits.ts";
import { mixed, multimodal, priorsByName, symmetric } from "../helpers/specs.ts";

describe("one vector", () => {
  test.each(fixture.sparseRademacherWigner)("Wigner, sparse Rademacher $rho: $spinodal", (row) => {
    const transition = firstOrderTransition(symmetricCurve(symmetric(2, 1), sparseRademacher(row)))!;
    expectDigits(transition.informedSpinodal.variance, row.spinodal);
    expectDigits(transition.informationTheoretic.variance, row.informationTheoretic);
    if (row.overlap) expectDigits(transition.informedSpinodal.overlaps.x, row.overlap);
    // A little below the onset at D = 1 the uninformed branch, small until then, jumps: for variances 1/rho, at about 1 - 3 rho^2.
    const { variance } = transition.uninformedSpinodal;
    expect((1 - variance) / row.rho ** 2).toBeGreaterThan(1);
    expect((1 - variance) / row.rho ** 2).toBeLessThan(3);
  });

  test("Wigner, sparse Rademacher .05: the fold to ten digits", () => {
    const { rho, overlap, variance } = exact.sparseSpinodal;
    const curve = symmetricCurve(symmetric(2, 1), sparseRademacher({ rho: Number(rho) }));
    const { informedSpinodal } = firstOrderTransition(curve)!;
    expectDigits(informedSpinodal.variance, variance);
    expect(informedSpinodal.overlaps.x).toBeCloseTo(Number(overlap), 10);
  });

  test.each(fixture.tensor)("tensor of order $order, $prior: $spinodal", (row) => {
    const curve = symmetricCurve(symmetric(row.order, 1), priorsByName[row.prior]!);
    const { informedSpinodal, informationTheoretic, uninformedSpinodal } = firstOrderTransition(curve)!;
    expectDigits(informedSpinodal.variance, row.spinodal);
    expectDigits(informationTheoretic.variance, row.informationTheoretic);
    if (row.overlap) expectDigits(informedSpinodal.overlaps.x, row.overlap);
    if (row.informationTheoreticOverlap)
      expectDigits(informationTheoretic.overlaps.x, row.informationTheoreticOverlap);
    expect(uninformedSpinodal).toEqual({ variance: 0, overlaps: { x: 0 } });
  });

  test("Gaussian tensors: the closed form", () => {
    for (const order of [3, 4, 5, 8]) {
      const { informedSpinodal } = firstOrderTransition(symmetricCurve(symmetric(order, 1), gaussian()))!;
      expect(informedSpinodal.variance / tensorSpinodal(order)).toBeCloseTo(1, 13);
      expect(informedSpinodal.overlaps.x).toBeCloseTo((order - 2) / (order - 1), 10);
    }
    expect(() => tensorSpinodal(2)).toThrow(RangeError);
  });

  test("mixed 2+3 at D2 = 1.1, in the tensor's variance, and back in the matrix's", () => {
    const { matrix, spinodal, informationTheoretic } = fixture.mixedTransition;
    const transition = firstOrderTransition(symmetricCurve(mixed([matrix, 1]), gaussian(), { channel: 1 }))!;
    expectDigits(transition.informedSpinodal.variance, spinodal);
    expectDigits(transition.informationTheoretic.variance, informationTheoretic);
    const D3 = transition.informationTheoretic.variance;
    const across = firstOrderTransition(symmetricCurve(mixed([1, D3]), gaussian(), { channel: 0 }))!;
    expect(across.informationTheoretic.variance).toBeCloseTo(matrix, 11);
    expect(across.uninformedSpinodal).toEqual({ variance: 1, overlaps: { x: 0 } });
  });

  test("is continuous for Wigner matrices with Gaussian and Rademacher priors, or with a mean", () => {
    for (const prior of [gaussian(), rademacher, gaussian({ mean: 0.5 })])
      expect(firstOrderTransition(symmetricCurve(symmetric(2, 1), prior))).toBeUndefined();
    expect(firstOrderTransition(symmetricCurve(mixed([0.8, 1]), gaussian(), { channel: 1 }))).toBeUndefined();
  });

  test("a mean rounds the transition of a tensor: both spinodals are folds, and branches cross between", () => {
    const prior = gaussian({ mean: 0.1 });
    const transition = firstOrderTransition(symmetricCurve(symmetric(3, 1), prior))!;
    const [easy, impossible] = [transition.uninformedSpinodal, transition.informedSpinodal];
    const middle = transition.informationTheoretic.variance;
    expect([easy.variance < middle, middle < impossible.variance]).toEqual([true, true]);
    const at = (variance: number) => symmetricBranches(symmetric(3, variance), prior);
    const [below, above] = [at(middle * 0.9999), at(middle * 1.0001)];
    expect([below.hard, above.hard]).toEqual([true, false]);
    const crossing = at(middle);
    expect(Math.abs(crossing.informed.freeEntropy - crossing.uninformed.freeEntropy)).toBeLessThan(1e-12);
    const start = symmetricStateEvolution(symmetric(3, easy.variance * 0.999), prior).overlaps.x!;
    expect(start).toBeGreaterThan(transition.informedSpinodal.overlaps.x!);
  });
});

describe("the multi-modal model", () => {
  test.each(fixture.multimodalTransitions)("Dt = $tensor: $uninformedSpinodal", (row) => {
    const transition = firstOrderTransition(multimodalCurve(multimodal(1, row.tensor)))!;
    expectDigits(transition.uninformedSpinodal.variance, row.uninformedSpinodal);
    if (!row.informedSpinodal) return;
    expectDigits(transition.informedSpinodal.variance, row.informedSpinodal);
    expectDigits(transition.informedSpinodal.overlaps.u, row.informedOverlap);
    expectDigits(transition.informationTheoretic.variance, row.informationTheoretic);
  });

  test.each(exact.uninformedFolds)(
    "the fold at Dt = $tensor to ten digits",
    ({ tensor, overlap, variance }) => {
      const curve = multimodalCurve(multimodal(1, Number(tensor)));
      const { uninformedSpinodal } = firstOrderTransition(curve)!;
      expect(uninformedSpinodal.variance).toBeCloseTo(Number(variance), 13);
      expect(uninformedSpinodal.overlaps.u).toBeCloseTo(Number(overlap), 10);
    },
  );

  test("the informed fold at Dt = .3 to ten digits", () => {
    const { tensor, overlap, variance } = exact.informedFold;
    const { informedSpinodal } = firstOrderTransition(multimodalCurve(multimodal(1, Number(tensor))))!;
    expect(informedSpinodal.variance).toBeCloseTo(Number(variance), 13);
    expect(informedSpinodal.overlaps.u).toBeCloseTo(Number(overlap), 10);
  });

  test("the tricritical point to ten digits", () => {
    expect(multimodalTricritical(multimodal(1, 1))).toBeCloseTo(Number(exact.tricritical.tensor), 10);
  });

  test.each([[[1, 1, 1, 1]], [[1, 2, 0.5, 0.75]], [[1, 0.1, 10, 10]], [[1, 10, 0.1, 0.01]]])(
    "divides continuous from first-order transitions: alpha = %s",
    (ratios) => {
      const tricritical = multimodalTricritical(multimodal(1, 1, ratios));
      const transitionAt = (part: number) =>
        firstOrderTransition(multimodalCurve(multimodal(1, tricritical * part, ratios)));
      expect(transitionAt(1.0003)).toBeUndefined();
      const { uninformedSpinodal, informedSpinodal } = transitionAt(0.9997)!;
      const width = informedSpinodal.variance / uninformedSpinodal.variance - 1;
      expect(width).toBeGreaterThan(0);
      expect(width).toBeLessThan(1e-4);
    },
  );

  test.each([
    [0.3, [1, 1, 1, 1]],
    [0.1, [1, 1, 1, 1]],
    [0.1, [1, 2, 0.5, 0.75]],
  ] as const)("state evolution jumps at the spinodals and nowhere else: Dt = %d, %s", (tensor, ratios) => {
    const curve = multimodalCurve(multimodal(1, tensor, [...ratios]));
    const { uninformedSpinodal, informedSpinodal } = firstOrderTransition(curve)!;
    const at = (variance: number, start: "uninformed" | "informed") =>
      sharedFactorStateEvolution(multimodal(variance, tensor, [...ratios]), gaussian(), { start }).overlaps
        .x!;
    const { variance, overlaps } = uninformedSpinodal;
    const top = at(variance * 0.9999, "informed");
    expect(at(variance * 0.9999, "uninformed")).toBeCloseTo(top, 10);
    expect(at(variance * 1.0001, "uninformed")).toBeLessThan(overlaps.x!);
    const end = informedSpinodal.variance;
    if (end === Infinity) return;
    expect(at(end * 0.9999, "informed")).toBeGreaterThan(informedSpinodal.overlaps.x!);
    expect(at(end * 1.0001, "informed")).toBeLessThan(overlaps.x!);
  });

  test("points of the curve are fixed points of state evolution", () => {
    const ratios = [1, 2, 0.5, 0.75];
    const curve = multimodalCurve(multimodal(1, 0.2, ratios));
    for (const t of [0, 2, 5]) {
      const spec = multimodal(1 / curve.snr(t), 0.2, ratios);
      const start = Object.fromEntries(
        Object.entries(curve.overlaps(t)).map(([name, overlap]) => [name, { overlap }]),
      );
      const end = sharedFactorStateEvolution(spec, gaussian(), { start });
      for (const [name, overlap] of Object.entries(curve.overlaps(t)))
        expect(end.overlaps[name]).toBeCloseTo(overlap, 11);
      expect(end.freeEntropy).toBeCloseTo(curve.freeEntropy(t), 12);
    }
  });

  test("in other units, with u second, the same transition", () => {
    const plain = firstOrderTransition(multimodalCurve(multimodal(1, 0.3)))!;
    const spec = {
      ratios: { v: 1, u: 2, y: 2, x: 2 },
      channels: [
        { factors: ["v", "u"], variance: 1 },
        { factors: ["y", "u", "x"], variance: 0.3 * 2 ** 2 },
      ],
    };
    const same = { ratios: { u: 1, v: 0.5, x: 1, y: 1 }, channels: multimodal(1, 0.3).channels };
    const moved = firstOrderTransition(multimodalCurve(spec))!;
    const kept = firstOrderTransition(multimodalCurve(same))!;
    expect(moved.informedSpinodal.variance).toBeCloseTo(2 * kept.informedSpinodal.variance, 11);
    expect(moved.informationTheoretic.variance).toBeCloseTo(2 * kept.informationTheoretic.variance, 9);
    expect(kept.informedSpinodal.variance).toBeLessThan(plain.informedSpinodal.variance);
  });

  test("a clean tensor's informed branch knows no largest noise of the matrix", () => {
    const { informedSpinodal, informationTheoretic } = firstOrderTransition(
      multimodalCurve(multimodal(1, 0.24)),
    )!;
    expect(informedSpinodal.variance).toBe(Infinity);
    expect(informationTheoretic.variance).toBeLessThan(Infinity);
    const clean = firstOrderTransition(multimodalCurve(multimodal(1, 0.2)))!;
    expect(clean.informationTheoretic.variance).toBe(Infinity);
    // The tensor alone: (1 - m) m = Dt.
    const { u, v, x } = clean.informedSpinodal.overlaps;
    expect([u, v]).toEqual([expect.closeTo((5 + Math.sqrt(5)) / 10, 12), 0]);
    expect(x).toBeCloseTo(u!, 12);
    expect(() => multimodalCurve(multimodal(1, 1.2))).toThrow(RangeError);
  });

  // From the formulas in 60 digits, rounded; below 1e-4 the fold, kappa^4 above the onset, is the onset to the last digit.
  test.each([
    [0.03, 0.9699995759814006],
    [0.01, 0.9899999949239718],
    [0.001, 0.9989999999994992],
    [1e-6, 1 - 1e-6],
    [1e-12, 1 - 1e-12],
  ])("a tensor as clean as Dt = %s: onset and jump almost coincide, and are found", (tensor, variance) => {
    const transition = firstOrderTransition(multimodalCurve(multimodal(1, tensor)))!;
    expect(transition.uninformedSpinodal.variance).toBeCloseTo(variance, 15);
    expect(transition.informationTheoretic.variance).toBe(Infinity);
    const { u, v } = transition.informedSpinodal.overlaps;
    expect([u, v]).toEqual([expect.closeTo((1 + Math.sqrt(1 - 4 * tensor)) / 2, 12), 0]);
  });
});

describe("along any parameter", () => {
  test("the information-theoretic line in the tensor's variance", () => {
    const { matrix, tensor } = fixture.informationTheoreticTensor;
    const at = (value: number) => sharedFactorBranches(multimodal(matrix, value), gaussian());
    expectDigits(informationTheoreticThreshold(at, 0.2, 0.28), tensor);
  });

  test("a tensor alone", () => {
    const { spinodal, informationTheoretic } = fixture.tensorAlone;
    const spec = (variance: number) => ({
      ratios: { u: 1, x: 1, y: 1 },
      channels: [{ factors: ["u", "x", "y"], variance }],
    });
    const at = (variance: number) => sharedFactorBranches(spec(variance), gaussian());
    expectDigits(informationTheoreticThreshold(at, 0.2, 0.28), informationTheoretic);
    expect(at(Number(spinodal) * 0.999).informed.overlaps.u).toBeGreaterThan(0.5);
    expect(at(Number(spinodal) * 1.001).informed.overlaps.u).toBe(0);
    expect(at(0.2)).toMatchObject({ hard: true, uninformed: { overlaps: { u: 0 } } });
  });

  test("agrees with the curve of one vector, and refuses what is no bracket", () => {
    const at = (variance: number) => symmetricBranches(symmetric(3, variance), gaussian());
    expect(informationTheoreticThreshold(at, 0.2, 0.3)).toBeCloseTo(0.228972839057, 11);
    expect(() => informationTheoreticThreshold(at, 0.1, 0.2)).toThrow(TypeError);
    expect(() => informationTheoreticThreshold(at, 0, 1)).toThrow(RangeError);
  });
});

test("refuses bad arguments", () => {
  expect(() => symmetricCurve(symmetric(2, 1), gaussian(), { channel: 1 })).toThrow(RangeError);
  expect(() => symmetricCurve({ channels: [] }, gaussian())).toThrow(TypeError);
  expect(() => symmetricCurve(symmetric(2, 1), {} as never)).toThrow(TypeError);
});
