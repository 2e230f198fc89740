/** Where a node lies: x(u), and the slope dx/du that its weight carries. */
export interface Place {
  x: number;
  slope: number;
}

/** A change of variable u -> x under which the trapezoid rule in u converges geometrically, over [from, to]. */
export interface Chart {
  readonly from: number;
  readonly to: number;
  /** Writes x(u) and dx/du. */
  place(u: number, place: Place): void;
}
