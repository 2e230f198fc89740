/** Number of Hermite features of an order of inputs of length d: d + order - 1 over order. */
export function featureCount(d: number, order: 1 | 2 | 3): number {
  if (order === 1) return d;
  const pairs = (d * (d + 1)) / 2;
  return order === 2 ? pairs : (pairs * (d + 2)) / 3;
}
