import type { Floats } from "../matrix.ts";

/** Rows and columns of the tiles, so that both triangles are touched a few cache lines at a time. */
const TILE = 32;

/** Copies the upper triangle of a square matrix of order n to the lower one. */
export function mirrorUpper(n: number, A: Floats): void {
  for (let i0 = 0; i0 < n; i0 += TILE)
    for (let j0 = 0; j0 <= i0; j0 += TILE)
      for (let i = i0; i < Math.min(i0 + TILE, n); i++)
        for (let j = j0; j < Math.min(j0 + TILE, i); j++) A[i * n + j] = A[j * n + i]!;
}
