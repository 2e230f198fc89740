const step = 1e-3;

/**
 * The derivative of a function by central differences of fourth order. The stencil shrinks beside kinks so that it does
 * not reach across; at a kink the value is arbitrary.
 */
export function numericalDerivative(
  f: (z: number) => number,
  kinks: readonly number[],
): (z: number) => number {
  return (z) => {
    const distance = kinks.reduce(
      (least, kink) => (kink === z ? least : Math.min(least, Math.abs(z - kink))),
      Infinity,
    );
    const h = Math.min(step * Math.max(1, Math.abs(z)), distance / 4);
    return (8 * (f(z + h) - f(z - h)) - (f(z + 2 * h) - f(z - 2 * h))) / (12 * h);
  };
}
