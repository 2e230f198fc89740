/** Central difference weights of order 8. */
const weights = [4 / 5, -1 / 5, 4 / 105, -1 / 280] as const;

const curvatures = [8 / 5, -1 / 5, 8 / 315, -1 / 560] as const;
const centre = -205 / 72;

/** df/dx by central differences of order 8: to about 1e-13 of f where f varies on the scale of 30 steps. */
export function derivative(f: (x: number) => number, x: number, step: number): number {
  const sum = weights.reduce(
    (total, weight, k) => total + weight * (f(x + (k + 1) * step) - f(x - (k + 1) * step)),
    0,
  );
  return sum / step;
}

/** d^2f/dx^2 likewise. */
export function secondDerivative(f: (x: number) => number, x: number, step: number): number {
  const sum = curvatures.reduce(
    (total, weight, k) => total + weight * (f(x + (k + 1) * step) + f(x - (k + 1) * step)),
    centre * f(x),
  );
  return sum / (step * step);
}
