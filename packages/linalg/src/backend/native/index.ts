import type { Floats, Matrix } from "../../matrix.ts";
import type { Backend, PreparedOperator } from "../backend.ts";
import { wasmBackend } from "../wasm/index.ts";
import { nativeCholesky, nativeTridiagonalise } from "./decompositions.ts";
import { nativeLapack } from "./lapack.ts";
import { loadOpenBlas, type OpenBlas } from "./library.ts";
import { nativePrepare } from "./prepare.ts";
import { nativeProduct } from "./product.ts";

function isDouble(A: Matrix<Floats>): A is Matrix {
  return A.data instanceof Float64Array;
}

/** What LAPACK does, as far as the library has it. */
function decompositions(blas: OpenBlas): Partial<Backend> {
  const { dpotrf, dsytrd } = blas;
  return {
    ...nativeLapack(blas),
    ...(dpotrf && { cholesky: (n, A, U) => nativeCholesky(dpotrf, n, A, U) }),
    ...(dsytrd && { tridiagonalise: (n, A) => nativeTridiagonalise(dsytrd, n, A) }),
  };
}

/**
 * OpenBLAS is the faster one where one triangle is read, the kernels where all is (0.9 against 1.2 of NumPy's speed at order
 * 8000); it also takes what kernel memory cannot hold. BLAS has no product of an f32 matrix with f64 vectors.
 */
function prepare(blas: OpenBlas, wasm: Backend, A: Matrix<Floats>, symmetric: boolean): PreparedOperator {
  if (!isDouble(A)) return wasm.prepare(A, symmetric);
  if (symmetric) return nativePrepare(blas, A, symmetric);
  try {
    return wasm.prepare(A, symmetric);
  } catch {
    return nativePrepare(blas, A, symmetric);
  }
}

/**
 * The machine's OpenBLAS for products and decompositions; what BLAS does not have is done by the WebAssembly kernels. Undefined
 * where koffi or the library is missing.
 */
export function nativeBackend(): Backend | undefined {
  const blas = loadOpenBlas();
  if (blas === undefined) return undefined;
  const wasm = wasmBackend();
  return {
    ...wasm,
    name: "native",
    detail: `${blas.detail}; ${wasm.detail}`,
    product: (problem) => nativeProduct(blas, wasm, problem),
    prepare: (A, symmetric) => prepare(blas, wasm, A, symmetric),
    ...decompositions(blas),
  };
}
