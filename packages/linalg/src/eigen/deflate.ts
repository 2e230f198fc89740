/** What is left of a rank-one update after deflation: rows of the joined halves, and how they enter the secular equation. */
export interface Deflated {
  /** Rows, by increasing pole, that keep a weight. */
  readonly active: number[];
  /** Rows that are eigenvectors as they are. */
  readonly settled: number[];
}

/** diag(d) + rho z z^T over the eigenvectors of two halves. */
export interface RankOneUpdate {
  /** Poles; rotations change them. */
  readonly d: Float64Array;
  /** Weights; rotations change them. */
  readonly z: Float64Array;
  readonly rho: number;
  /** Rotates rows i and j of the halves' eigenvectors: c i + s j over i, c j - s i over j. */
  rotate(i: number, j: number, c: number, s: number): void;
}

/** Rotates the weight of row `before` into row `i`; false if their poles are too far apart for that. */
function rotatedTogether(
  { d, z, rotate }: RankOneUpdate,
  before: number,
  i: number,
  tolerance: number,
): boolean {
  const norm = Math.hypot(z[before]!, z[i]!);
  const c = z[i]! / norm;
  const s = -z[before]! / norm;
  const [low, high] = [d[before]!, d[i]!];
  if (Math.abs((high - low) * c * s) > tolerance) return false;
  rotate(before, i, c, s);
  z[i] = norm;
  z[before] = 0;
  d[before] = low * c * c + high * s * s;
  d[i] = low * s * s + high * c * c;
  return true;
}

/**
 * Sets aside poles with negligible weight, and rotates the weight of one of two poles that nearly coincide into the other.
 *
 * @param order - rows by increasing pole
 */
export function deflate(update: RankOneUpdate, order: Int32Array): Deflated {
  const { d, z, rho } = update;
  const size = Math.max(Math.abs(d[order[0]!]!), Math.abs(d[order.at(-1)!]!));
  const largest = z.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const tolerance = 8 * Number.EPSILON * Math.max(size, largest);
  const active: number[] = [];
  const settled: number[] = [];
  for (const i of order) {
    if (rho * Math.abs(z[i]!) <= tolerance) {
      settled.push(i);
      continue;
    }
    const before = active.at(-1);
    if (before !== undefined && rotatedTogether(update, before, i, tolerance)) {
      active.pop();
      settled.push(before);
    }
    active.push(i);
  }
  return { active, settled };
}
