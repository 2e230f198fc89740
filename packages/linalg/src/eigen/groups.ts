/** Active rows of a merge, grouped by the columns in which they have entries, so that products leave out what is zero. */
export interface Groups {
  /** Places in the list of active rows: those in the first part's columns alone, in all columns, in the second's alone. */
  readonly order: Int32Array;
  /** Number of those with entries in the first part's columns: the leading ones. */
  readonly first: number;
  /** Number of those with entries in the second part's columns: the last ones. */
  readonly second: number;
}

/** Groups the active rows by their sides: 1 for the first part, 3 for both, 2 for the second. */
export function groupBySide(active: readonly number[], sides: Uint8Array): Groups {
  const places = (side: number): number[] =>
    Array.from(active.keys()).filter((place) => sides[active[place]!] === side);
  const [first, both, second] = [places(1), places(3), places(2)];
  return {
    order: Int32Array.from([...first, ...both, ...second]),
    first: first.length + both.length,
    second: both.length + second.length,
  };
}
