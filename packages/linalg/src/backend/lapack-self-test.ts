import type { Lapack } from "./lapack.ts";

const ORDER = 3;
/** Symmetric, with eigenvalues and singular values 2 and 2 +- sqrt(2). */
const A: Float64Array = /* @__PURE__ */ Float64Array.of(2, 1, 0, 1, 2, 1, 0, 1, 2);
const VALUES: readonly number[] = [2 - Math.SQRT2, 2, 2 + Math.SQRT2];
const TOLERANCE = 1e-12;

function isClose(a: ArrayLike<number> | undefined, b: ArrayLike<number>): boolean {
  if (a?.length !== b.length) return false;
  return Array.from(a).every((value, i) => Math.abs(value - b[i]!) <= TOLERANCE);
}

/** left^T diag(values) right. */
function combined(left: Float64Array, values: ArrayLike<number>, right: Float64Array): Float64Array {
  return A.map((_, at) => {
    const [i, j] = [Math.floor(at / ORDER), at % ORDER];
    let sum = 0;
    for (let k = 0; k < ORDER; k++) sum += left[k * ORDER + i]! * values[k]! * right[k * ORDER + j]!;
    return sum;
  });
}

function eigenWorks({ symmetricEigen, symmetricEigenvalues }: Lapack): boolean {
  if (symmetricEigenvalues && !isClose(symmetricEigenvalues(ORDER, A.slice()), VALUES)) return false;
  if (symmetricEigen === undefined) return true;
  const vectors = A.slice();
  return isClose(symmetricEigen(ORDER, vectors), VALUES) && isClose(combined(vectors, VALUES, vectors), A);
}

function svdWorks({ svd, singularValues }: Lapack): boolean {
  const expected = [...VALUES].reverse();
  if (singularValues && !isClose(singularValues(ORDER, ORDER, A.slice()), expected)) return false;
  if (svd === undefined) return true;
  const found = svd(ORDER, ORDER, A.slice());
  return isClose(found?.values, expected) && isClose(combined(found!.left, expected, found!.right), A);
}

function lqWorks({ lq }: Lapack): boolean {
  if (lq === undefined) return true;
  const [X, Q] = [A.slice(), A.slice()];
  lq(ORDER, ORDER, X, Q);
  const columns = X.map((_, at) => {
    const [j, i] = [Math.floor(at / ORDER), at % ORDER];
    return j <= i ? X[i * ORDER + j]! : 0;
  });
  return isClose(combined(columns, [1, 1, 1], Q), A);
}

/** Whether a library decomposes a small matrix whose factors are known. */
export function lapackWorks(lapack: Lapack): boolean {
  return eigenWorks(lapack) && svdWorks(lapack) && lqWorks(lapack);
}
