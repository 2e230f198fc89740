import type { MapName } from "../maps/map-name.ts";
import type { Floats, Matrix } from "../matrix.ts";
import type { Operator } from "../operator.ts";
import type { PreparedTensor } from "../tensor/prepared-tensor.ts";
import type { Tensor3 } from "../tensor/tensor.ts";
import type { Lapack } from "./lapack.ts";

/** Entries of a matrix in an array: (i, j) at offset + i rowStride + j colStride, so that swapped strides are the transpose. */
export interface View {
  /** Where the entries are. */
  readonly data: Floats;
  /** Index of the first entry; default 0. */
  readonly offset?: number;
  /** Entries from one row to the next. */
  readonly rowStride: number;
  /** Entries from one column to the next. */
  readonly colStride: number;
}

/**
 * C = alpha A diag(weights) B, or C += that, A being m x k, B k x n, and C m x n with contiguous rows. C may be a block of a larger
 * array: nothing else of the array changes. It may be the array of A or B as long as no entry belongs to both.
 */
export interface Product {
  /** Rows of A and C. */
  readonly m: number;
  /** Columns of B and C. */
  readonly n: number;
  /** Columns of A, rows of B. */
  readonly k: number;
  /** Factor of the product. */
  readonly alpha: number;
  /** The left operand. */
  readonly A: View;
  /** The right operand. */
  readonly B: View;
  /** Holds C, row by row. */
  readonly C: Floats;
  /** Index of C's first entry; default 0. */
  readonly cOffset?: number;
  /** Entries from one row of C to the next; default n. */
  readonly cStride?: number;
  /** Adds to C instead of overwriting it; default false. */
  readonly accumulate?: boolean;
  /** k factors; 1 each by default. */
  readonly weights?: Floats;
  /** Only entries on and above the diagonal of C are wanted; those below may hold anything. */
  readonly upper?: boolean;
}

/** Householder reduction of a symmetric matrix, Q^T A Q = T with Q = H_0 H_1 ..., H_j = I - tau_j v_j v_j^T. */
export interface Tridiagonal {
  /** Diagonal of T, n entries. */
  readonly diagonal: Float64Array;
  /** Off-diagonal of T, n - 1 entries. */
  readonly offDiagonal: Float64Array;
  /** n x n: row j holds v_j from column j + 1 on, where v_j is 1; other entries are of no meaning. */
  readonly reflectors: Float64Array;
  /** n - 1 factors. */
  readonly tau: Float64Array;
}

/** An upper bidiagonal matrix with the singular values of another. */
export interface Bidiagonal {
  /** Diagonal, n entries. */
  readonly diagonal: Float64Array;
  /** The n - 1 entries above it. */
  readonly offDiagonal: Float64Array;
}

/** Rows of a matrix that are reduced together, from column `rank` on; the earlier columns belong to reflectors that they have had. */
export interface RowPanel {
  /** Row-major; rows `start` to `end` are overwritten by those of L. */
  readonly X: Float64Array;
  /** Numbers a row of X and of `vectors`. */
  readonly cols: number;
  /** First row. */
  readonly start: number;
  /** The row after the last. */
  readonly end: number;
  /** Number of reflectors before. */
  readonly rank: number;
  /** For each row of X: it is not kept if no more than this is left of it. */
  readonly least: Float64Array;
  /** Row j is given v_j from column j on. */
  readonly vectors: Float64Array;
  /** Factor j of each reflector. */
  readonly tau: Float64Array;
}

/** What a stream of `random` must have here: its key for the compiled fills, its own fill for the reference. */
export interface NormalStream {
  /** Two unsigned 32-bit words. */
  readonly key: readonly [number, number];
  /** Fills `out` from index `offset` of the stream on. */
  fillNormal(out: Floats, offset: number): void;
}

/** A law of `random`, structurally: values decoded from blocks of four random words. */
export interface StreamLaw {
  /** The law's name. */
  readonly name: string;
  /** The counter's fourth word. */
  readonly id: number;
  /** Values a block. */
  readonly lanes: number;
  /** Mean of a value. */
  readonly mean: number;
  /** Variance of a value. */
  readonly variance: number;
  /** Fills `values` with those of one block. */
  decode(block: (attempt?: number) => Uint32Array, values: Float64Array): void;
}

/** What a stream of `random` must have here for laws other than the normal. */
export interface LawStream {
  /** Two unsigned 32-bit words. */
  readonly key: readonly [number, number];
  /** Fills `out` with the law's values from index `offset` of the stream on. */
  fill(law: StreamLaw, out: Floats, offset: number): void;
}

/** A matrix where the kernels read it; `apply` and `applyTranspose` copy vectors alone. */
export interface PreparedOperator extends Operator {
  applyTranspose(x: Float64Array, out: Float64Array): void;
  /** Frees the matrix, as leaving the scope of a `using` does; products after that throw a TypeError. */
  dispose(): void;
  /** `dispose`, for `using`. */
  [Symbol.dispose](): void;
}

/**
 * The kernels that everything else is built on. Arguments have been checked; arrays are plain, and a backend copies them where
 * it must.
 */
export interface Backend extends Lapack {
  /** Which one it is. */
  readonly name: "reference" | "wasm" | "native";
  /** The build or library, for reports. */
  readonly detail: string;
  /** Computes C of a product; in f64 if C is a Float64Array, else in f32. All three arrays are of one kind. */
  product(problem: Product): void;
  /**
   * Runs `work` with arrays of these lengths that lie where the kernels work, so that products of them copy nothing. Their entries
   * may hold anything at first; the arrays are of no use after the call. Other arrays in products should be small.
   */
  withArrays<T>(lengths: readonly number[], work: (...arrays: Float64Array[]) => T): T;
  /** An operator of a matrix kept where the kernels read it; `symmetric` reads the upper triangle alone. */
  prepare(A: Matrix<Floats>, symmetric: boolean): PreparedOperator;
  /** A 3-tensor kept where the kernels read it; its methods need not check lengths. */
  prepareTensor(tensor: Tensor3): PreparedTensor;
  /**
   * Writes the upper triangle of U with A = U^T U, both of order n, of A's upper triangle; U below the diagonal stays as it is. The
   * index of the first bad pivot, before which the rows of U are right, or -1.
   */
  cholesky(n: number, A: Floats, U: Float64Array): number;
  /** Reduces the symmetric A, order n, of which the upper triangle is read; in place if A is one of `withArrays`. */
  tridiagonalise(n: number, A: Float64Array): Tridiagonal;
  /** Reduces the square A, order n, to bidiagonal form by reflectors from both sides; A is overwritten if it is one of `withArrays`. */
  bidiagonalise(n: number, A: Float64Array): Bidiagonal;
  /**
   * Reduces the rows of a panel one after the other to lower triangular form by reflectors from the right, each applied to the rows
   * after it; the rows that were kept, which have an entry of their own.
   */
  reducePanel(panel: RowPanel): number[];
  /** Standard normals of `random`'s law `normal` (f64) or `normal32` (f32), from index `offset` of the stream. */
  fillNormal(stream: NormalStream, out: Floats, offset: number): void;
  /** Uniforms on (0, 1) of `random`'s law `uniform` (f64) or `uniform32` (f32), from index `offset` of the stream on. */
  fillUniform(stream: LawStream, out: Floats, offset: number): void;
  /** +1 and -1 of `random`'s law `rademacher`, from index `offset` of the stream on. */
  fillRademacher(stream: LawStream, out: Floats, offset: number): void;
  /** out_i = name(x_i); arrays of one kind and length, which may be the same. */
  map(name: MapName, x: Floats, out: Floats): void;
  /** out_i = sum_k c_k h_k(x_i). */
  hermiteSeries(coefficients: Float64Array, x: Floats, out: Floats): void;
  /** The features of order 2 or 3 of every row, multi-indices in lexicographic order. */
  hermiteFeatures(X: Matrix<Floats>, order: 2 | 3, out: Matrix<Floats>): void;
  /** out += sum_mu w_mu (V z_mu) z_mu^T with z_mu the features of row mu of X; V and `out` have as many rows. */
  addHermiteGram(X: Matrix, weights: Float64Array, order: 2 | 3, V: Matrix, out: Matrix): void;
}
