/**
 * A position of smaller number that holds the same entry of a symmetric d x ... x d tensor, found by exchanging two
 * neighbouring indices that descend; the position itself when its indices are sorted.
 */
export function earlierPosition(position: number, dimension: number, order: number): number {
  let stride = 1;
  for (let axis = 1; axis < order; axis++) {
    const low = Math.floor(position / stride) % dimension;
    const high = Math.floor(position / (stride * dimension)) % dimension;
    if (high > low) return position - (high - low) * stride * (dimension - 1);
    stride *= dimension;
  }
  return position;
}

/** sqrt(k!/prod mult!) of the sorted multi-index at a position: the square root of how often its entry occurs. */
export function isometricWeight(position: number, dimension: number, order: number): number {
  let occurrences = 1;
  let multiplicity = 0;
  let previous = -1;
  for (let j = 1; j <= order; j++) {
    const index = position % dimension;
    multiplicity = index === previous ? multiplicity + 1 : 1;
    occurrences *= j / multiplicity;
    previous = index;
    position = Math.floor(position / dimension);
  }
  return Math.sqrt(Math.round(occurrences));
}
