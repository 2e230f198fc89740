// Products of the basis with one or two vectors are bound by the copies and the packing of a compiled product: these loops,
// which take four basis rows at once, are faster then.

/** Overlaps of the four rows of Q from `q` on with row `w` of W, into every `stride`-th entry of C from `c` on. */
function overlapsOfFour(
  Q: Float64Array,
  q: number,
  W: Float64Array,
  w: number,
  n: number,
  C: Float64Array,
  c: number,
  stride: number,
): void {
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  const [q1, q2, q3] = [q + n, q + 2 * n, q + 3 * n];
  for (let k = 0; k < n; k++) {
    const x = W[w + k]!;
    s0 += Q[q + k]! * x;
    s1 += Q[q1 + k]! * x;
    s2 += Q[q2 + k]! * x;
    s3 += Q[q3 + k]! * x;
  }
  C[c] = s0;
  C[c + stride] = s1;
  C[c + 2 * stride] = s2;
  C[c + 3 * stride] = s3;
}

/** Subtracts from row `w` of W the four rows of Q from `q` on, times every `stride`-th entry of C from `c` on. */
function subtractFour(
  Q: Float64Array,
  q: number,
  W: Float64Array,
  w: number,
  n: number,
  C: Float64Array,
  c: number,
  stride: number,
): void {
  const [c0, c1, c2, c3] = [C[c]!, C[c + stride]!, C[c + 2 * stride]!, C[c + 3 * stride]!];
  const [q1, q2, q3] = [q + n, q + 2 * n, q + 3 * n];
  for (let k = 0; k < n; k++)
    W[w + k]! -= c0 * Q[q + k]! + c1 * Q[q1 + k]! + (c2 * Q[q2 + k]! + c3 * Q[q3 + k]!);
}

/** The same for one row of Q. */
function projectOne(Q: Float64Array, q: number, W: Float64Array, w: number, n: number): number {
  let overlap = 0;
  for (let k = 0; k < n; k++) overlap += Q[q + k]! * W[w + k]!;
  for (let k = 0; k < n; k++) W[w + k]! -= overlap * Q[q + k]!;
  return overlap;
}

/** Takes the rows `from` to `to` of Q out of the rows of W and writes the overlaps, row i of C for row i of Q. */
export function projectFewRows(
  Q: Float64Array,
  from: number,
  to: number,
  n: number,
  W: Float64Array,
  rows: number,
  C: Float64Array,
): void {
  const fours = from + Math.floor((to - from) / 4) * 4;
  for (let j = 0; j < rows; j++) {
    for (let i = from; i < fours; i += 4) {
      overlapsOfFour(Q, i * n, W, j * n, n, C, i * rows + j, rows);
      subtractFour(Q, i * n, W, j * n, n, C, i * rows + j, rows);
    }
    for (let i = fours; i < to; i++) C[i * rows + j] = projectOne(Q, i * n, W, j * n, n);
  }
}
