/** A function of a vector that remembers its last value: for vectors that are replaced, never overwritten. */
export function remembered(f: (x: Float64Array) => Float64Array): (x: Float64Array) => Float64Array {
  let last: Float64Array | undefined;
  let value: Float64Array | undefined;
  return (x) => {
    if (value === undefined || x !== last) value = f(x);
    last = x;
    return value;
  };
}

/** A number that is worked out when it is first asked for. */
export function once(f: () => number): () => number {
  let value: number | undefined;
  return () => {
    value ??= f();
    return value;
  };
}
