const step = 1e-6;

/** The columns of the derivative of a vector function, by central differences. */
export function jacobian(f: (u: Float64Array) => Float64Array, u: Float64Array): Float64Array[] {
  return Array.from(u, (value, i) => {
    const h = step * (1 + Math.abs(value));
    const [above, below] = [u.slice(), u.slice()];
    above[i] = value + h;
    below[i] = value - h;
    const [high, low] = [f(above), f(below)];
    return high.map((entry, k) => (entry - low[k]!) / (2 * h));
  });
}
