/** Indices by increasing value. */
export function sortOrder(values: Float64Array): Int32Array {
  return Int32Array.from(values.keys()).sort((i, j) => values[i]! - values[j]!);
}

/** The indices of two lists, each by increasing value, as one list by increasing value. */
export function mergedOrder(
  values: Float64Array,
  first: ArrayLike<number>,
  second: ArrayLike<number>,
): Int32Array {
  const out = new Int32Array(first.length + second.length);
  let i = 0;
  let j = 0;
  for (let to = 0; to < out.length; to++) {
    const takeFirst = j === second.length || (i < first.length && values[first[i]!]! <= values[second[j]!]!);
    out[to] = takeFirst ? first[i++]! : second[j++]!;
  }
  return out;
}
