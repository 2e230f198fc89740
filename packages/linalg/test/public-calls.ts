// A good call of every function of the package: whoever adds one to src/index.ts adds a line here.

import { stream } from "@onsager/random";
import type { Backend } from "../src/backend/backend.ts";
import type { Floats, Matrix, Slot } from "../src/index.ts";
import * as linalg from "../src/index.ts";
import {
  type Argument,
  anyNumbers,
  factorisation,
  fields,
  matrix,
  ndarray,
  noFractions,
  noSizes,
  notFinite,
  notPositive,
  oneOf,
  options,
  required,
  symmetric,
  tensor,
  tridiagonal,
  vector,
} from "./arguments.ts";
import { gaussianMatrix, single, wigner } from "./backends.ts";
import { krylovArguments } from "./krylov/arguments.ts";

/** A function, called so that its result can be compared, and its arguments. */
export interface PublicCall {
  readonly call: (...values: never[]) => unknown;
  readonly values: readonly Argument[];
}

const { NaN: nan, POSITIVE_INFINITY: infinity } = Number;
const random = stream(17).split("calls");
const streams: Argument = {
  good: random,
  bad: { undefined, null: null, ...fields(random, { key: [undefined, [1], [1, 2.5], [-1, 0], [nan, 0]] }) },
};
const offsets = oneOf(5, [-1, 1.5, nan, infinity, 2 ** 53, "1"]);
const slots = oneOf(1 satisfies Slot, [-1, 3, 1.5, nan, "1"]);

function vectorOf(label: string, length: number): Argument {
  return vector(gaussianMatrix(label, length, 1).data);
}

/** A random basis of k rows of length d. */
function basis(label: string, k: number, d: number): Matrix {
  return linalg.orthonormalise(gaussianMatrix(label, k, d)).basis;
}

/** What a prepared operator makes of two vectors. */
function applied(operator: ReturnType<typeof linalg.prepare>): readonly Float64Array[] {
  const [out, back] = [new Float64Array(operator.rows), new Float64Array(operator.cols)];
  operator.apply(gaussianMatrix("x", operator.cols, 1).data, out);
  operator.applyTranspose(gaussianMatrix("y", operator.rows, 1).data, back);
  operator.dispose();
  return [out, back];
}

function filled(fill: typeof linalg.fillNormal | typeof linalg.fillUniform): PublicCall["call"] {
  return (stream: never, out: Floats, ...rest: never[]) => {
    fill(stream, out, ...rest);
    const values = out.slice();
    out.fill(0);
    return values;
  };
}

/** Good calls with the given kernels. */
export function publicCalls(backend: Backend): Readonly<Record<string, PublicCall>> {
  const [A, S] = [gaussianMatrix("A", 4, 3), wigner("S", 6)];
  const definite = linalg.weightedGram(gaussianMatrix("definite", 9, 4));
  const rightSide = matrix(gaussianMatrix("B", 4, 2), { "other rows": gaussianMatrix("B", 3, 2) });
  const T = tensor({ shape: [2, 3, 4], data: gaussianMatrix("T", 6, 4).data });
  const kernels = options({ backend });
  const bases = [matrix(basis("U", 2, 5)), matrix(basis("V", 3, 5), { "other space": basis("V", 3, 6) })];
  const fill = [streams, anyNumbers(new Float64Array(7)), offsets, kernels];
  const out = { out: [new Float64Array(4), new Float32Array(3), [0, 0, 0], null] };
  const G = gaussianMatrix("G", 8, 6);
  const eigen = krylovArguments(S, backend, { cols: [5] });
  const triplets = krylovArguments(G, backend, { applyTranspose: [undefined, 1] });
  const signal = [5, null, {}];
  const batch = { X: gaussianMatrix("Z", 5, 3), weights: gaussianMatrix("w", 5, 1).data };
  return {
    asMatrix: { call: linalg.asMatrix, values: [ndarray(A)] },
    assignment: { call: linalg.assignment, values: [matrix(A)] },
    backend: {
      call: (name: string) => linalg.backend(name).name,
      values: [oneOf("reference", ["gpu", "", 1, null])],
    },
    blockKrylovSteps: {
      call: (...values: Parameters<typeof linalg.blockKrylovSteps>) =>
        Array.from(linalg.blockKrylovSteps(...values), (state) => state.values),
      values: eigen,
    },
    cholesky: { call: linalg.cholesky, values: [symmetric(4, definite), kernels] },
    choleskySolve: {
      call: linalg.choleskySolve,
      values: [factorisation(linalg.cholesky(definite).factor), rightSide, kernels],
    },
    contract: { call: linalg.contract, values: [T, slots, vectorOf("u", 2), vectorOf("y", 4), kernels] },
    contractAll: {
      call: linalg.contractAll,
      values: [T, vectorOf("u", 2), vectorOf("x", 3), vectorOf("y", 4), kernels],
    },
    contractOne: { call: linalg.contractOne, values: [T, slots, vectorOf("x", 3), kernels] },
    fillNormal: { call: filled(linalg.fillNormal), values: fill },
    fillRademacher: { call: filled(linalg.fillRademacher), values: fill },
    fillUniform: { call: filled(linalg.fillUniform), values: fill },
    gemm: {
      call: linalg.gemm,
      values: [
        matrix(A, { single: single(A), "other inner size": gaussianMatrix("A", 4, 2) }),
        matrix(gaussianMatrix("B", 3, 5)),
        options({ alpha: 0.5, backend }, { alpha: notFinite }),
      ],
    },
    golubKahanSteps: {
      call: (...values: Parameters<typeof linalg.golubKahanSteps>) =>
        Array.from(linalg.golubKahanSteps(...values), (state) => state.values),
      values: triplets,
    },
    hermiteFeatures: {
      call: linalg.hermiteFeatures,
      values: [
        matrix(A),
        oneOf(2, [1, 4, 2.5, nan, "2"]),
        options(
          { backend },
          { out: [A, single(gaussianMatrix("out", 4, 6)), { rows: 4, cols: 6 }, 1, null] },
        ),
      ],
    },
    hermiteSeries: {
      call: linalg.hermiteSeries,
      values: [
        oneOf([1, 0.5, 2], [undefined, null, 1, [1, nan], new Array(2), Float64Array.of(infinity), ["a"]]),
        anyNumbers(gaussianMatrix("x", 3, 1).data),
        options({ backend }, out),
      ],
    },
    inverseSquareRoot: {
      call: linalg.inverseSquareRoot,
      values: [symmetric(4, definite), options({ floor: 0.1, backend }, { floor: notPositive })],
    },
    mapArray: {
      call: linalg.mapArray,
      values: [
        oneOf("tanh", ["cosh", undefined, 1]),
        anyNumbers(gaussianMatrix("x", 3, 1).data),
        options({ backend }, out),
      ],
    },
    orthonormalise: {
      call: linalg.orthonormalise,
      values: [matrix(A), options({ tolerance: 1e-10, backend }, { tolerance: noFractions })],
    },
    prepare: {
      call: (...values: Parameters<typeof linalg.prepare>) => applied(linalg.prepare(...values)),
      values: [symmetric(6), options({ symmetric: true, backend })],
    },
    prepareTensor: {
      call: (...values: Parameters<typeof linalg.prepareTensor>) => {
        using prepared = linalg.prepareTensor(...values);
        const form = new Float64Array(2);
        prepared.contract(0, gaussianMatrix("x", 3, 1).data, gaussianMatrix("y", 4, 1).data, form);
        return form;
      },
      values: [T, kernels],
    },
    principalAngles: { call: linalg.principalAngles, values: [...bases, kernels] },
    procrustes: {
      call: linalg.procrustes,
      values: [
        matrix(A, { "other shape": gaussianMatrix("A", 3, 4) }),
        matrix(gaussianMatrix("B", 4, 3)),
        kernels,
      ],
    },
    qr: { call: linalg.qr, values: [matrix(A), kernels] },
    ridgePath: {
      call: linalg.ridgePath,
      values: [
        matrix(A, { "a single sample": gaussianMatrix("A", 1, 3) }),
        vectorOf("y", 4),
        oneOf(Float64Array.of(0.1, 1), [
          ...[undefined, null, 1, [0.1, 1], new Array(2), new Float64Array(), Float32Array.of(1)],
          ...[Float64Array.of(1, 0), Float64Array.of(-1), Float64Array.of(nan), Float64Array.of(infinity)],
        ]),
        kernels,
      ],
    },
    singularValues: { call: linalg.singularValues, values: [matrix(A), kernels] },
    solveSymmetric: { call: linalg.solveSymmetric, values: [symmetric(4, definite), rightSide, kernels] },
    streamedGram: {
      call: (...values: Parameters<typeof linalg.streamedGram>) => {
        const sum = new Float64Array(3);
        linalg.streamedGram(...values).apply(Float64Array.of(1, -1, 2), sum);
        return sum;
      },
      values: [
        oneOf([batch], [undefined, null, 3, {}]),
        required(
          { dimension: 3, backend },
          { dimension: [...noSizes, undefined], order: [0, 4, 1.5, nan, "2"] },
        ),
      ],
    },
    subspaceOverlap: { call: linalg.subspaceOverlap, values: [...bases, kernels] },
    svd: { call: linalg.svd, values: [matrix(A), kernels] },
    symmetricEigen: { call: linalg.symmetricEigen, values: [symmetric(5), kernels] },
    symmetricEigenvalues: { call: linalg.symmetricEigenvalues, values: [symmetric(5), kernels] },
    toNdarray: { call: linalg.toNdarray, values: [matrix(A)] },
    topEigen: { call: linalg.topEigen, values: krylovArguments(S, backend, { cols: [5] }, { signal }) },
    topSvd: {
      call: linalg.topSvd,
      values: krylovArguments(G, backend, { applyTranspose: [undefined] }, { signal }),
    },
    tridiagonalEigen: { call: linalg.tridiagonalEigen, values: [...tridiagonal(), kernels] },
    tridiagonalEigenvalues: { call: linalg.tridiagonalEigenvalues, values: tridiagonal() },
    unfold: { call: linalg.unfold, values: [T, slots] },
    weightedGram: {
      call: linalg.weightedGram,
      values: [
        matrix(A, { "single, for double weights": single(A) }),
        options(
          { weights: Float64Array.of(1, -1, 0, 2), alpha: 0.5, backend },
          {
            weights: [
              new Float64Array(3),
              new Float32Array(4),
              [1, 2, 3, 4],
              new Array(4),
              Int32Array.of(1, 2, 3, 4),
              Float64Array.of(1, 2, 3, nan),
              4,
              null,
            ],
            alpha: notFinite,
          },
        ),
      ],
    },
  };
}
