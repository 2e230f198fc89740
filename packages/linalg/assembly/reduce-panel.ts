// Householder reduction of a few long rows to a lower triangular (row echelon) form, each reflector being applied to the rows below.

import { addScaled, norm, rowDots } from "./panel";
import { reflector } from "./reflector";

/**
 * Reduces `rows` rows of `width` numbers, `stride` bytes apart, from the first column on. A row of which no more than `least` is left
 * is passed over. The vector of reflector j goes to row j of v from column j on, with its factor in tau, and the row's index in
 * `kept`; their number is returned. `dots` is scratch for `rows` numbers.
 */
export function reducePanelF64(
  rows: usize, width: usize, x: usize, stride: usize, least: usize, v: usize, tau: usize, kept: usize, dots: usize,
): usize {
  let rank: usize = 0;
  for (let i: usize = 0; i < rows && rank < width; i++) {
    const at = x + i * stride + rank * 8;
    const left = width - rank;
    if (norm(left, at) <= load<f64>(least + i * 8)) continue;
    const vector = v + rank * (stride + 8);
    memory.copy(vector, at, left * 8);
    const factor = reflector(left, vector, at);
    memory.fill(at + 8, 0, (left - 1) * 8);
    const below = rows - i - 1;
    if (factor != 0) {
      rowDots(below, left, at + stride, stride, vector, dots);
      for (let r: usize = 0; r < below; r++)
        addScaled(left, -factor * load<f64>(dots + r * 8), vector, at + (r + 1) * stride);
    }
    store<f64>(tau + rank * 8, factor);
    store<i32>(kept + rank * 4, <i32>i);
    rank++;
  }
  return rank;
}
