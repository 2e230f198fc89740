// C = alpha A B, or C += that, over packed panels, in tiles of 4 rows by two vectors: more would spill from the 15 vector registers that
// V8 has on x64.

import { lanes, madd } from "./vector";

const ROWS: usize = 4;
const DEPTH: usize = 256;
const BLOCK_ROWS: usize = 128;
const BLOCK_COLS: usize = 2048;

/** Bytes of scratch that `product` needs for panels of A and B and one tile of C. */
// @ts-expect-error: decorator
@inline
function scratchBytes<T>(): usize {
  return (DEPTH * (BLOCK_ROWS + BLOCK_COLS) + ROWS * 2 * lanes<T>()) * sizeof<T>();
}

/** Bytes of scratch for products in f64; half as many do for f32. */
export function gemmScratch(): usize {
  return scratchBytes<f64>();
}

/** Packs `rows x depth` of A, element (i, p) at a + i rowStride + p colStride, into strips of ROWS rows, p outside. */
// @ts-expect-error: decorator
@inline
function packRows<T>(
  rows: usize, depth: usize, alpha: T, a: usize, rowStride: usize, colStride: usize, weights: usize, out: usize,
): void {
  for (let i: usize = 0; i < rows; i += ROWS) {
    const full = rows - i >= ROWS;
    for (let p: usize = 0; p < depth; p++) {
      const scale = weights ? alpha * load<T>(weights + p * sizeof<T>()) : alpha;
      const at = a + i * rowStride + p * colStride;
      if (full) {
        store<T>(out, scale * load<T>(at));
        store<T>(out + sizeof<T>(), scale * load<T>(at + rowStride));
        store<T>(out + 2 * sizeof<T>(), scale * load<T>(at + 2 * rowStride));
        store<T>(out + 3 * sizeof<T>(), scale * load<T>(at + 3 * rowStride));
      } else {
        for (let r: usize = 0; r < ROWS; r++)
          store<T>(out + r * sizeof<T>(), i + r < rows ? scale * load<T>(at + r * rowStride) : <T>0);
      }
      out += ROWS * sizeof<T>();
    }
  }
}

/** Packs `depth x cols` of B into strips of two vectors of columns, p outside. */
// @ts-expect-error: decorator
@inline
function packCols<T>(cols: usize, depth: usize, b: usize, rowStride: usize, colStride: usize, out: usize): void {
  const width: usize = 2 * lanes<T>();
  for (let j: usize = 0; j < cols; j += width) {
    const contiguous = cols - j >= width && colStride == sizeof<T>();
    for (let p: usize = 0; p < depth; p++) {
      const at = b + p * rowStride + j * colStride;
      if (contiguous) {
        v128.store(out, v128.load(at));
        v128.store(out, v128.load(at, 16), 16);
      } else {
        for (let c: usize = 0; c < width; c++)
          store<T>(out + c * sizeof<T>(), j + c < cols ? load<T>(at + c * colStride) : <T>0);
      }
      out += width * sizeof<T>();
    }
  }
}

/** One full tile: c = (strip of A) (strip of B), or c += that, `stride` bytes between rows of c. */
// @ts-expect-error: decorator
@inline
function tile<T>(depth: usize, a: usize, b: usize, c: usize, stride: usize, add: bool): void {
  let c00 = v128.splat<T>(0), c01 = v128.splat<T>(0), c10 = v128.splat<T>(0), c11 = v128.splat<T>(0);
  let c20 = v128.splat<T>(0), c21 = v128.splat<T>(0), c30 = v128.splat<T>(0), c31 = v128.splat<T>(0);
  const end = a + depth * ROWS * sizeof<T>();
  while (a < end) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    const a0 = v128.load_splat<T>(a);
    c00 = madd<T>(a0, b0, c00);
    c01 = madd<T>(a0, b1, c01);
    const a1 = v128.load_splat<T>(a + sizeof<T>());
    c10 = madd<T>(a1, b0, c10);
    c11 = madd<T>(a1, b1, c11);
    const a2 = v128.load_splat<T>(a + 2 * sizeof<T>());
    c20 = madd<T>(a2, b0, c20);
    c21 = madd<T>(a2, b1, c21);
    const a3 = v128.load_splat<T>(a + 3 * sizeof<T>());
    c30 = madd<T>(a3, b0, c30);
    c31 = madd<T>(a3, b1, c31);
    a += ROWS * sizeof<T>();
    b += 32;
  }
  put<T>(c, c00, c01, add);
  put<T>(c + stride, c10, c11, add);
  put<T>(c + 2 * stride, c20, c21, add);
  put<T>(c + 3 * stride, c30, c31, add);
}

/** Stores two vectors at c or adds them to what is there. */
// @ts-expect-error: decorator
@inline
function put<T>(c: usize, first: v128, second: v128, add: bool): void {
  if (add) {
    first = v128.add<T>(v128.load(c), first);
    second = v128.add<T>(v128.load(c, 16), second);
  }
  v128.store(c, first);
  v128.store(c, second, 16);
}

/** A tile at the edge of C: computed whole in `buffer`, then the part inside stored or added. */
// @ts-expect-error: decorator
@inline
function edgeTile<T>(
  depth: usize, a: usize, b: usize, c: usize, stride: usize, add: bool, rows: usize, cols: usize, buffer: usize,
): void {
  const width: usize = 2 * lanes<T>();
  tile<T>(depth, a, b, buffer, width * sizeof<T>(), false);
  for (let i: usize = 0; i < rows; i++) {
    for (let j: usize = 0; j < cols; j++) {
      const at = c + i * stride + j * sizeof<T>();
      const value = load<T>(buffer + (i * width + j) * sizeof<T>());
      store<T>(at, add ? load<T>(at) + value : value);
    }
  }
}

/**
 * C = alpha A B, or C += that with `accumulate`: A is m x k, B is k x n, C is m x n with contiguous rows `cStride` bytes apart;
 * strides of A and B in bytes give their transposes. With `weights`, column p of A is multiplied by weights[p]. With `upper`,
 * tiles wholly below the diagonal are left out.
 */
function product<T>(
  m: usize, n: usize, k: usize, alpha: T, a: usize, aRow: usize, aCol: usize, b: usize, bRow: usize, bCol: usize,
  c: usize, cStride: usize, weights: usize, upper: bool, accumulate: bool, scratch: usize,
): void {
  const width: usize = 2 * lanes<T>();
  const packedA = scratch;
  const packedB = packedA + DEPTH * BLOCK_ROWS * sizeof<T>();
  const buffer = packedB + DEPTH * BLOCK_COLS * sizeof<T>();
  if (k == 0 && !accumulate) for (let i: usize = 0; i < m; i++) memory.fill(c + i * cStride, 0, n * sizeof<T>());
  for (let j0: usize = 0; j0 < n; j0 += BLOCK_COLS) {
    const cols = min(BLOCK_COLS, n - j0);
    for (let p0: usize = 0; p0 < k; p0 += DEPTH) {
      const depth = min(DEPTH, k - p0);
      const add = accumulate || p0 > 0;
      packCols<T>(cols, depth, b + p0 * bRow + j0 * bCol, bRow, bCol, packedB);
      const w = weights ? weights + p0 * sizeof<T>() : 0;
      for (let i0: usize = 0; i0 < m; i0 += BLOCK_ROWS) {
        if (upper && i0 >= j0 + cols) break;
        const rows = min(BLOCK_ROWS, m - i0);
        packRows<T>(rows, depth, alpha, a + i0 * aRow + p0 * aCol, aRow, aCol, w, packedA);
        for (let j: usize = 0; j < cols; j += width) {
          const tileB = packedB + j * depth * sizeof<T>();
          const colsLeft = min(width, cols - j);
          for (let i: usize = 0; i < rows; i += ROWS) {
            if (upper && i0 + i >= j0 + j + width) break;
            const tileA = packedA + i * depth * sizeof<T>();
            const at = c + (i0 + i) * cStride + (j0 + j) * sizeof<T>();
            if (rows - i >= ROWS && colsLeft == width) tile<T>(depth, tileA, tileB, at, cStride, add);
            else edgeTile<T>(depth, tileA, tileB, at, cStride, add, min(ROWS, rows - i), colsLeft, buffer);
          }
        }
      }
    }
  }
}

/** See `product`. */
export function productF64(
  m: usize, n: usize, k: usize, alpha: f64, a: usize, aRow: usize, aCol: usize, b: usize, bRow: usize, bCol: usize,
  c: usize, cStride: usize, weights: usize, upper: bool, accumulate: bool, scratch: usize,
): void {
  product<f64>(m, n, k, alpha, a, aRow, aCol, b, bRow, bCol, c, cStride, weights, upper, accumulate, scratch);
}

/** See `product`. */
export function productF32(
  m: usize, n: usize, k: usize, alpha: f32, a: usize, aRow: usize, aCol: usize, b: usize, bRow: usize, bCol: usize,
  c: usize, cStride: usize, weights: usize, upper: bool, accumulate: bool, scratch: usize,
): void {
  product<f32>(m, n, k, alpha, a, aRow, aCol, b, bRow, bCol, c, cStride, weights, upper, accumulate, scratch);
}

/** C += alpha A B in f64, for other kernels; see `product`. */
export function gemmF64(
  m: usize, n: usize, k: usize, alpha: f64, a: usize, aRow: usize, aCol: usize, b: usize, bRow: usize, bCol: usize,
  c: usize, cStride: usize, weights: usize, upper: bool, scratch: usize,
): void {
  product<f64>(m, n, k, alpha, a, aRow, aCol, b, bRow, bCol, c, cStride, weights, upper, true, scratch);
}
