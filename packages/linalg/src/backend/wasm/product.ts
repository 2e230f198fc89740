import type { Floats } from "../../matrix.ts";
import type { Product, View } from "../backend.ts";
import { copyUpper } from "../copy-upper.ts";
import { copyLines, type Placed, placedBefore, placer } from "./copy-view.ts";
import type { Instance } from "./instance.ts";
import { entryBytes, type Scope, view, withScope } from "./scope.ts";

/** Writes the m x n product into its place in C: all of it, or what is on and above the diagonal. */
function copyOut(product: Floats, { m, n, C, cOffset = 0, cStride = n, upper = false }: Product): void {
  if (upper) copyUpper(m, n, { data: product, stride: n }, { data: C, offset: cOffset, stride: cStride });
  else copyLines(product, { start: 0, count: m, length: n, stride: n }, C, cOffset, cStride);
}

/** C in kernel memory: its address and the bytes from one row to the next. */
interface Target {
  readonly at: number;
  readonly stride: number;
}

/** Where the product is computed: in C, if that lies in kernel memory, or in a block of its own, filled with what is to be added to. */
function target(instance: Instance, { block }: Scope, problem: Product): Target {
  const { m, n, C, cOffset = 0, cStride = n, accumulate = false } = problem;
  const bytes = entryBytes(C);
  const placed = instance.addressOf(C);
  if (placed !== undefined) return { at: placed + cOffset * bytes, stride: cStride * bytes };
  const at = block(m * n * bytes);
  const lines = { start: cOffset, count: m, length: n, stride: cStride };
  if (accumulate) copyLines(C, lines, view(instance, C, at, m * n), 0, n);
  return { at, stride: n * bytes };
}

/** The kernels' depth: so many columns of A and rows of B are placed at a time, or a multiple as long as they stay in the cache. */
const DEPTH = 256;
const CACHED = 2 ** 20;

function depthOf({ m, n, k, C }: Product): number {
  const bytes = (m + n) * DEPTH * entryBytes(C);
  return Math.max(1, Math.min(k, DEPTH * Math.max(1, Math.floor(CACHED / bytes))));
}

/** The view without its first `entries` entries. */
function beyond(view: View, entries: number): View {
  if (entries === 0) return view;
  const { data, offset = 0, rowStride, colStride } = view;
  return { data, offset: offset + entries, rowStride, colStride };
}

/** A part of a product in kernel memory: some columns of A, as many rows of B and their weights; all of C. */
interface Part {
  readonly depth: number;
  readonly a: Placed;
  readonly b: Placed;
  readonly weights: number;
  readonly c: Target;
  readonly accumulate: boolean;
}

function multiply({ kernels, scratch }: Instance, problem: Product, part: Part): void {
  const { m, n, alpha, C, upper = false } = problem;
  const { depth, a, b, weights, c, accumulate } = part;
  const kernel = C instanceof Float64Array ? kernels.productF64 : kernels.productF32;
  const left = [a.address, a.rowStride, a.colStride] as const;
  const right = [b.address, b.rowStride, b.colStride] as const;
  kernel(m, n, depth, alpha, ...left, ...right, c.at, c.stride, weights, upper, accumulate, scratch);
}

/** C = alpha A diag(weights) B, or C += that, by the packed kernels. */
export function wasmProduct(instance: Instance, problem: Product): void {
  const { m, n, k, A, B, C, weights, accumulate = false } = problem;
  const step = depthOf(problem);
  withScope(instance, (scope) => {
    const w = weights && scope.copyIn(weights);
    const c = target(instance, scope, problem);
    const placeA = placer(instance, scope, A.data, m * step);
    const placeB = placer(instance, scope, B.data, step * n);
    for (let p = 0; p === 0 || p < k; p += step) {
      const depth = Math.min(step, k - p);
      const [left, right] = [beyond(A, p * A.colStride), beyond(B, p * B.rowStride)];
      const a = placeA(left, m, depth);
      const b = placedBefore(left, [m, depth], right, n, a) ?? placeB(right, depth, n);
      const at = w === undefined ? 0 : w + p * entryBytes(C);
      multiply(instance, problem, { depth, a, b, weights: at, c, accumulate: accumulate || p > 0 });
    }
    if (instance.addressOf(C) === undefined) copyOut(view(instance, C, c.at, m * n), problem);
  });
}
