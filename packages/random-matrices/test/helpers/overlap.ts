/** <a, b>. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Array.from(a).reduce((sum, value, i) => sum + value * b[i]!, 0);
}

/** The squared cosine between two vectors. */
export function squaredCosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return dot(a, b) ** 2 / (dot(a, a) * dot(b, b));
}
