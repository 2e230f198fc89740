/** Where a node lies: x(u), and the slope dx/du that its weight carries. */
export interface Place {
  x: number;
  slope: number;
  /** Distance from the end nearby, which x may be too coarse to tell; Infinity where the chart has none. */
  gap: number;
}

/** A change of variable u -> x under which the trapezoid rule in u converges geometrically, over [from, to]. */
export interface Chart {
  readonly from: number;
  readonly to: number;
  /** Writes x(u), dx/du and the gap; charts without ends leave the gap alone. */
  place(u: number, place: Place): void;
}
