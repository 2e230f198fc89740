import { rademacher, stream, uniform, uniform32 } from "@onsager/random";
import { wasmBackend } from "../src/backend/wasm/index.ts";
import {
  type Backend,
  contractAll,
  contractOne,
  type Floats,
  fillRademacher,
  fillUniform,
  gemm,
  hermiteFeatures,
  hermiteSeries,
  mapArray,
  mapNames,
  prepare,
  prepareTensor,
  symmetricEigen,
  type Tensor3,
  weightedGram,
} from "../src/index.ts";
import { gaussianMatrix, largestDifference, reference, single, wigner } from "./backends.ts";
import { orthogonalityError, trueResidual } from "./krylov/operators.ts";

/** A computation whose numbers are compared with the reference backend's. */
interface Comparison {
  /** Largest difference allowed, relative to the largest number; 0 asks for the same bits. */
  readonly tolerance: number;
  run(backend: Backend): readonly Floats[];
}

const random = stream(20_26).split("portability");
/** Where fills begin: within a block, and where the lower word of the block's index is about to wrap. */
const offsets = [0, 3, 2 ** 33 - 5, 2 ** 39 - 1] as const;
const kinds = [Float64Array, Float32Array] as const;

/** The law `fill` of every offset in both kinds; the reference's are the stream's own. */
function fills(fill: typeof fillUniform): Comparison {
  return {
    tolerance: 0,
    run: (backend) =>
      kinds.flatMap((Kind) =>
        offsets.map((offset) => {
          const out = new Kind(5000);
          if (backend !== reference) fill(random, out, offset, { backend });
          else if (fill === fillRademacher) random.fill(rademacher, out, offset);
          else random.fill(Kind === Float64Array ? uniform : uniform32, out, offset);
          return out;
        }),
      ),
  };
}

const X = gaussianMatrix("X", 37, 11);
const symmetric = wigner("symmetric", 70);
const values = gaussianMatrix("values", 2100, 1).data;

function maps(backend: Backend): Floats[] {
  return mapNames.flatMap((name) => {
    const x = name === "log" ? values.map(Math.abs) : values;
    return [mapArray(name, x, { backend }), mapArray(name, x.map(Math.fround), { backend })];
  });
}

function hermite(backend: Backend): Floats[] {
  return ([2, 3] as const).flatMap((order) => {
    const features = hermiteFeatures(X, order, { backend });
    const [V, out] = ["V", "out"].map((label) => gaussianMatrix(label, 5, features.cols));
    backend.addHermiteGram(X, values.subarray(0, X.rows), order, V!, out!);
    return [features.data, out!.data, hermiteSeries(values.subarray(0, 9), values, { backend })];
  });
}

function contractions(Kind: (typeof kinds)[number], backend: Backend): Floats[] {
  const shape = [9, 10, 11] as const;
  const T: Tensor3 = { shape, data: Kind.from(gaussianMatrix("T", 90, 11).data) };
  const [u, x, y] = shape.map((length, slot) => gaussianMatrix(`v${slot}`, length, 1).data);
  const S = { rows: 10, cols: 11, data: new Float64Array(110) };
  using prepared = prepareTensor(T, { backend });
  prepared.sweep(x!, y!, (_, form) => Math.tanh(form), S);
  const ones = [u!, x!, y!].map(
    (vector, slot) => contractOne(T, slot as 0 | 1 | 2, vector, { backend }).data,
  );
  return [...contractAll(T, u!, x!, y!, { backend }), ...ones, S.data];
}

function doubleProducts(backend: Backend): Floats[] {
  const out = [new Float64Array(70), new Float64Array(70)] as const;
  const x = values.subarray(0, 70);
  using plain = prepare(symmetric, { backend });
  using half = prepare(symmetric, { symmetric: true, backend });
  plain.apply(x, out[0]);
  half.apply(x, out[1]);
  const gram = weightedGram(X, { weights: values.subarray(0, X.rows), backend });
  return [gemm(X, X, { transposeA: true, backend }).data, gram.data, ...out];
}

function singleProducts(backend: Backend): Floats[] {
  const out = new Float64Array(70);
  using operator = prepare(single(symmetric), { symmetric: true, backend });
  operator.apply(values.subarray(0, 70), out);
  return [gemm(single(X), single(X), { transposeB: true, backend }).data, out];
}

/** Eigenvalues, and how far the vectors are from being orthonormal eigenvectors, which for the reference is taken to be 0. */
function eigen(backend: Backend): Floats[] {
  const { values, vectors } = symmetricEigen(symmetric, { backend });
  if (backend === reference) return [values, new Float64Array(2)];
  return [values, Float64Array.of(trueResidual(symmetric, values, vectors), orthogonalityError(vectors))];
}

/** What every engine is asked to compute with both builds of the kernels. */
export const comparisons: Readonly<Record<string, Comparison>> = {
  "uniform fills": fills(fillUniform),
  "Rademacher fills": fills(fillRademacher),
  "elementwise maps": { tolerance: 4e-15, run: maps },
  "Hermite series, features and Gram operator": { tolerance: 1e-13, run: hermite },
  "tensor contractions": { tolerance: 1e-13, run: (backend) => contractions(Float64Array, backend) },
  "tensor contractions, f32": { tolerance: 1e-13, run: (backend) => contractions(Float32Array, backend) },
  products: { tolerance: 1e-13, run: doubleProducts },
  "products, f32": { tolerance: 1e-6, run: singleProducts },
  "symmetric eigenproblem": { tolerance: 1e-13, run: eigen },
};

/** Largest difference relative to the largest number; for tolerance 0 the number of bytes that differ. */
function difference(tolerance: number, got: Floats, expected: Floats): number {
  if (tolerance > 0) {
    const scale = (expected as Float64Array).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    return largestDifference(got, expected) / (scale || 1);
  }
  const [a, b] = [new Uint8Array(got.buffer), new Uint8Array(expected.buffer)];
  return a.reduce((count, byte, i) => count + (byte === b[i] ? 0 : 1), Math.abs(a.length - b.length));
}

/** Of each comparison, by build, the largest difference from the reference backend in this engine. */
export function kernelDifferences(): Record<string, number> {
  const result: Record<string, number> = {};
  for (const [name, { tolerance, run }] of Object.entries(comparisons)) {
    const expected = run(reference);
    for (const build of ["plain SIMD", "relaxed SIMD"] as const) {
      const got = run(wasmBackend(build));
      const differences = got.map((values, i) => difference(tolerance, values, expected[i]!));
      result[`${name}, ${build}`] = Math.max(...differences);
    }
  }
  return result;
}
